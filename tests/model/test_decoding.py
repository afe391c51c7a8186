"""Whole files: all mistakes in one run, every kind decoded, nothing lost on the way."""

from __future__ import annotations

import pytest
from curriculum_cli.model.assessment import MultipleChoice, Question
from curriculum_cli.model.decode import decode, decode_all
from curriculum_cli.model.handbook import Handbook
from curriculum_cli.model.kinds import KINDS
from curriculum_cli.model.module import Module
from curriculum_cli.model.workshop import BreakItem, EventItem, LunchItem, ModuleItem, Workshop
from curriculum_cli.source.strict_yaml import parse
from curriculum_cli.source.tree import locate
from hypothesis import given
from hypothesis import strategies as st

from ..marks import MARK, Place, place_of
from ..project import CASES, GLOSSARY, HANDBOOK, M01, WORKSHOP
from .breaking import mistakes, original, part_of, tree_of

FILES = sorted(
    path.relative_to(CASES / "project").as_posix()
    for path in (CASES / "project" / "modules").rglob("*.yaml")
)


@pytest.mark.parametrize("name", FILES)
def test_every_file_of_the_small_project_decodes_to_its_kind(name: str) -> None:
    part = part_of(name)
    assert type(part) is KINDS[tree_of(name, original(name)).kind]


def test_all_mistakes_of_a_file_are_found_in_one_run() -> None:
    text = original(M01)
    for old, new in (
        ("minutes: 90", "minutes: ▸ninety"),
        ("trainers: 2", "▸trainer: 2"),
        ("domain: skill\n    level: apply\n    recommendations: [1]", "domain: ▸skil"),
        ("kind: matching", "kind: ▸match"),
        ("correct: true", "correct: ▸yes"),
        ("per: room, count: 1", "per: room, count: ▸-1"),
        ("{phase: facts, question: What was said first?}", "{phase: ▸fact, question: x}"),
        ("on: 2026-09-01", "on: ▸1.9.2026"),
    ):
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    expected = set()
    while MARK in text:
        expected.add(place_of(text, text.index(MARK)))
        text = text.replace(MARK, "", 1)
    found = mistakes(M01, text)
    missing = {(code, place) for code, place, _ in found if place not in expected}
    assert expected <= {place for _, place, _ in found}
    assert {code for code, _ in missing} == {"S102"}, "what is missing: trainers, level"
    assert len(found) == len(expected) + 2


def test_the_seven_kinds_of_question_decode_each_to_its_type() -> None:
    files, problems = decode_all([tree_of(name, original(name)) for name in FILES])
    assert not problems
    kinds = [
        item for part in files.values() if isinstance(part, Module) for item in part.assessment
    ]
    assert {type(item) for item in kinds} == set(Question.__subclasses__())
    first = next(item for item in kinds if isinstance(item, MultipleChoice))
    assert [option.correct for option in first.options] == [True, False, False]


def test_the_four_entries_of_a_day_decode_each_to_its_type() -> None:
    part = part_of(WORKSHOP)
    assert isinstance(part, Workshop)
    kinds = [type(item) for item in part.days[0].items]
    assert kinds == [EventItem, ModuleItem, BreakItem, ModuleItem, LunchItem, EventItem]


def test_the_five_fields_of_a_form_decode_each_to_its_type() -> None:
    part = part_of(HANDBOOK)
    assert isinstance(part, Handbook)
    assert [field.kind for field in part.forms[0].fields] == [
        *("blanks", "scale", "open", "ticks", "table")
    ]


def test_clock_times_minutes_and_dates_are_what_they_say() -> None:
    part = part_of(WORKSHOP)
    assert isinstance(part, Workshop)
    assert (part.days[0].start.hour, part.days[0].end.minute) == (9, 45)
    assert [day.isoformat() for day in part.dates] == ["2027-03-09", "2027-03-10"]
    assert part.participants == 16


def test_a_model_is_frozen() -> None:
    part = part_of(M01)
    with pytest.raises(ValueError, match="frozen"):
        part.title = "other"  # type: ignore[attr-defined]


@pytest.mark.parametrize("text", ["- kind: module\n", "just text\n", '"quoted"\n'])
def test_a_file_that_is_no_mapping_is_refused_once(text: str) -> None:
    ((code, place, problem),) = mistakes("modules/x.yaml", text)
    assert (code, place) == ("S103", Place(1, 1))
    assert "begins with keys" in problem.message


def test_one_file_that_does_not_decode_takes_no_other_with_it() -> None:
    trees = [tree_of(name, original(name)) for name in FILES]
    trees.append(tree_of("modules/zz.yaml", "kind: glossary\n"))
    files, problems = decode_all(trees)
    assert sorted(files) == FILES
    assert [each.where.file for each in problems] == ["modules/zz.yaml"]


def test_the_list_of_mistakes_ends_somewhere() -> None:
    text = "kind: glossary\nterms:\n" + "- {a: 1}\n" * 1_000
    assert len(mistakes(GLOSSARY, text)) == 200


LEAVES = ("", "x", "3", "true", "O1", "2026-01-01", "09:00", "multiple-choice")
leaf = st.sampled_from(LEAVES)
keys = st.sampled_from(
    [
        *("kind", "id", "title", "steps", "objectives", "assessment", "days", "items", "event"),
        *("break", "module", "minutes", "options", "stem", "fields", "forms", "true-false"),
    ]
)
shapes = st.recursive(
    leaf,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=6),
    max_leaves=25,
)


def as_yaml(data: object) -> str:
    """The data as one line of flow YAML."""
    if isinstance(data, dict):
        return "{" + ", ".join(f"{key}: {as_yaml(value)}" for key, value in data.items()) + "}"
    if isinstance(data, list):
        return "[" + ", ".join(as_yaml(each) for each in data) + "]"
    return f'"{data}"'


@given(st.sampled_from(sorted(KINDS)), st.dictionaries(keys, shapes, max_size=8))
def test_any_shape_of_data_is_explained_at_a_place_that_exists(
    kind: str, data: dict[str, object]
) -> None:
    tree, _ = parse("f.yaml", as_yaml({**data, "kind": kind}))
    assert tree is not None
    part, problems = decode(tree)
    assert (part is None) == bool(problems)
    for problem in problems:
        assert problem.code in {f"S10{digit}" for digit in range(1, 10)}
        assert "Input should" not in problem.message
        assert "Value error" not in problem.message
        path = problem.where.path
        assert path in tree.values
        assert 1 <= locate(tree, problem.where).column <= len(tree.text) + 1
