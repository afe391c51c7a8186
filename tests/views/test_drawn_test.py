"""The two tests of a workshop: the same objectives, other items where there are some."""

from __future__ import annotations

from curriculum_cli.views.drawn_test import OPEN, SHORT, Drawn, draw, untested
from curriculum_cli.views.taught import taught
from curriculum_cli.views.workshop_tests import drawn_for, has_tests
from hypothesis import given
from hypothesis import strategies as st

from tests.editions import ROOT, edition
from tests.project import CASES

MODULES = tuple(edition(ROOT).modules)
EMBEDDED = edition(ROOT).curriculum
SMALL = edition(CASES / "project").curriculum


def chosen(rows: tuple[Drawn, ...]) -> list[tuple[str, str, str]]:
    return [(row.module.id, row.before.id, row.after.id) for row in rows]


def short_items(row: Drawn) -> set[str]:
    """Those that may be drawn: the ones to write on only where there are no others."""
    kinds = {
        item.id: item.kind
        for item in row.module.assessment
        if item.objective == row.objective.id and item.kind in SHORT
    }
    return {name for name, kind in kinds.items() if kind != OPEN} or set(kinds)


@given(st.text(max_size=8))
def test_both_tests_cover_every_objective_that_can_be_asked_once(seed: str) -> None:
    rows = draw(MODULES, seed)
    asked = [(row.module.id, row.objective.id) for row in rows]
    rest = [(module.id, objective.id) for module, objective in untested(MODULES)]
    every = [(module.id, o.id) for module in MODULES for o in module.objectives]
    assert len(set(asked)) == len(asked)
    assert sorted([*asked, *rest]) == sorted(every)
    for row in rows:
        assert row.before.objective == row.after.objective == row.objective.id


@given(st.text(max_size=8))
def test_the_items_differ_wherever_there_are_two(seed: str) -> None:
    for row in draw(MODULES, seed):
        assert {row.before.id, row.after.id} <= short_items(row)
        assert (row.before.id != row.after.id) == (len(short_items(row)) > 1)


def test_a_pair_of_one_kind_is_taken_before_an_unequal_one() -> None:
    for seed in map(str, range(20)):
        for row in draw(MODULES, seed):
            kinds = [i.kind for i in row.module.assessment if i.id in short_items(row)]
            if len(set(kinds)) < len(kinds):
                assert row.before.kind == row.after.kind


def test_nobody_writes_on_more_than_half_of_the_items() -> None:
    for workshop in EMBEDDED.workshops.values():
        rows = drawn_for(workshop, taught(workshop, EMBEDDED))
        for items in ([row.before for row in rows], [row.after for row in rows]):
            assert sum(item.kind == OPEN for item in items) <= len(items) / 2, workshop.id


def test_the_same_seed_draws_the_same_and_another_draws_otherwise() -> None:
    assert chosen(draw(MODULES, "1")) == chosen(draw(MODULES, "1"))
    assert any(chosen(draw(MODULES, str(n))) != chosen(draw(MODULES, "1")) for n in range(2, 12))


def test_an_item_added_to_one_module_leaves_the_others_as_they_were() -> None:
    first, *rest = MODULES
    fewer = first.model_copy(update={"assessment": first.assessment[1:]})
    others = [row for row in chosen(draw(MODULES, "1")) if row[0] != first.id]
    assert [row for row in chosen(draw((fewer, *rest), "1")) if row[0] != first.id] == others


def test_a_workshop_has_tests_when_it_has_a_seed_or_names_one_in_its_days() -> None:
    workshop = SMALL.workshops["two-days"]
    assert has_tests(workshop)
    bare = workshop.model_copy(update={"seed": None})
    assert not has_tests(bare)
    assert drawn_for(bare, ()) == ()
    assert has_tests(next(iter(edition(ROOT).curriculum.workshops.values())))
