"""Packs of handouts: of a workshop or of one module, a participant's copy and a trainer's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..model.module import Module
from ..model.people import Person
from ..model.scenario import Scenario
from ..model.workshop import Workshop
from . import front, reference_leaves
from .document import Document, Leaf, Running
from .drawn_test import Drawn
from .edition import Edition
from .exercise import exercise_leaf
from .extract import extract_leaf
from .sheets import handout_leaf, key_sheet, scenario_leaves, test_sheet
from .taught import Taught, taught
from .workshop_materials import materials_leaf
from .workshop_people import certificates_leaf, certificates_leaves, plates_leaves, register_leaf
from .workshop_programme import programme_leaf, running_order_leaf
from .workshop_tests import drawn_for, key_leaf, paper_leaves, results_leaf

COPIES = ("participant", "trainer")


class PackCoverView(NamedTuple):
    """The first page of a pack."""

    title: str
    programme: str
    language: str
    audience: str
    place: str
    days: str
    modules: tuple[tuple[str, str, str], ...]
    owner: bool
    trainer_only: bool


def workshop_packs(
    edition: Edition,
    workshop: Workshop,
    copies: tuple[str, ...] = COPIES,
    people: tuple[Person, ...] = (),
) -> Iterator[Document]:
    """The copies asked for of one workshop's pack; names stand in the trainer's only."""
    modules = taught(workshop, edition.curriculum)
    drawn = drawn_for(workshop, modules)
    for copy in copies:
        if copy == "participant":
            leaves = _participant_leaves(edition, workshop, modules, drawn)
        else:
            leaves = _trainer_leaves(edition, workshop, modules, drawn, people)
        yield Document(
            name="handout",
            path=f"handouts/{workshop.id}-{copy}",
            title=f"{_name_of(edition, copy)}: {workshop.title}",
            subject=edition.curriculum.programme.title,
            language=edition.language,
            leaves=tuple(leaves),
        )


def module_packs(
    edition: Edition, module: Module, copies: tuple[str, ...] = COPIES
) -> Iterator[Document]:
    """The copies asked for of one module's handouts, without a workshop around them."""
    for copy in copies:
        leaves = [
            leaf
            for leaf in (*module_sheets(edition, module), *test_sheet(edition, module, depth=1))
            if copy == "trainer" or not leaf.trainer_only
        ]
        if copy == "trainer":
            leaves += key_sheet(edition, module, depth=1)
        yield Document(
            name="handout",
            path=f"handouts/{module.id}{edition.suffix}-{copy}",
            title=f"{_name_of(edition, copy)}: {module.id} {module.title}",
            subject=edition.curriculum.programme.title,
            language=edition.language,
            leaves=tuple(leaves),
        )


def _name_of(edition: Edition, copy: str) -> str:
    whose = edition.t(f"copy.{copy}")
    return f"{edition.t('document.handout')} ({whose})"


def module_sheets(edition: Edition, module: Module, depth: int = 1) -> Iterator[Leaf]:
    """The sheets of a module's scenarios and handouts, in the order in which its steps use them."""
    scenarios = {each.id: each for each in module.scenarios}
    handouts = {each.id: each for each in module.handouts}
    for step in module.steps:
        for name in step.handouts:
            if name in handouts:
                yield handout_leaf(edition, module, handouts.pop(name), depth)
        scenario = scenarios.pop(step.scenario or "", None)
        if scenario is not None:
            yield from _scenario_sheets(edition, module, scenario, depth)
    for scenario in scenarios.values():
        yield from _scenario_sheets(edition, module, scenario, depth)
    for handout in handouts.values():
        yield handout_leaf(edition, module, handout, depth)


def _scenario_sheets(
    edition: Edition, module: Module, scenario: Scenario, depth: int
) -> Iterator[Leaf]:
    yield from scenario_leaves(edition, module, scenario, depth)
    yield exercise_leaf(edition, module, scenario, depth)


def _own_test(edition: Edition, module: Module) -> Iterator[Leaf]:
    """A module's own test, where a step of it is a test."""
    if any(step.method == "test" for step in module.steps):
        yield from test_sheet(edition, module, depth=1)


def _participant_leaves(
    edition: Edition, workshop: Workshop, modules: tuple[Taught, ...], drawn: tuple[Drawn, ...]
) -> Iterator[Leaf]:
    yield _cover(edition, workshop, modules, trainer_only=False)
    yield front.contents(edition, "participant")
    yield programme_leaf(edition, workshop)
    yield from paper_leaves(edition, workshop, drawn, "pre-test")
    for each in modules:
        sheets = module_sheets(edition, each.module)
        yield from (leaf for leaf in sheets if not leaf.trainer_only)
        yield from _own_test(edition, each.module)
    yield from paper_leaves(edition, workshop, drawn, "post-test")
    yield from _forms(edition, workshop, "participant")
    yield certificates_leaf(edition, workshop, modules, specimen=True)


def _trainer_leaves(
    edition: Edition,
    workshop: Workshop,
    modules: tuple[Taught, ...],
    drawn: tuple[Drawn, ...],
    people: tuple[Person, ...],
) -> Iterator[Leaf]:
    yield _cover(edition, workshop, modules, trainer_only=True)
    yield front.contents(edition, "trainer")
    yield programme_leaf(edition, workshop)
    used = tuple(_used(edition, workshop, modules, drawn, people))
    yield running_order_leaf(edition, workshop, used)
    copied = _copied(edition, workshop, modules, drawn, people)
    yield materials_leaf(edition, workshop, modules, copied)
    yield from used


def _used(
    edition: Edition,
    workshop: Workshop,
    modules: tuple[Taught, ...],
    drawn: tuple[Drawn, ...],
    people: tuple[Person, ...],
) -> Iterator[Leaf]:
    """The trainer's sheets in the order in which the days use them, blank forms last."""
    yield register_leaf(edition, workshop, people)
    yield from _test_and_key(edition, workshop, modules, drawn, "pre-test")
    for each in modules:
        module = each.module
        yield extract_leaf(edition, workshop, each)
        yield from module_sheets(edition, module, depth=2)
        tested = [leaf._replace(depth=2) for leaf in _own_test(edition, module)]
        yield from tested
        yield from key_sheet(edition, module, depth=2, items=bool(tested))
    yield from _test_and_key(edition, workshop, modules, drawn, "post-test")
    if drawn:
        yield results_leaf(edition, workshop, drawn)
    yield from _forms(edition, workshop, "trainer")
    yield from certificates_leaves(edition, workshop, modules, people)
    yield from plates_leaves(edition, workshop, people)
    yield from _own_forms(edition, workshop)


def _test_and_key(
    edition: Edition,
    workshop: Workshop,
    modules: tuple[Taught, ...],
    drawn: tuple[Drawn, ...],
    name: str,
) -> Iterator[Leaf]:
    yield from paper_leaves(edition, workshop, drawn, name)
    if drawn:
        yield key_leaf(edition, workshop, modules, drawn, name)


def _copied(
    edition: Edition,
    workshop: Workshop,
    modules: tuple[Taught, ...],
    drawn: tuple[Drawn, ...],
    people: tuple[Person, ...],
) -> Iterator[Leaf]:
    """The sheets to copy: the participants' own, role cards and observer's sheets.

    Certificates and plates too, unless they are printed with the names.
    """
    yield programme_leaf(edition, workshop)
    yield from paper_leaves(edition, workshop, drawn, "pre-test")
    for each in modules:
        for leaf in module_sheets(edition, each.module):
            if not leaf.trainer_only or leaf.template in ("observer.html", "cards.html"):
                yield leaf
        yield from _own_test(edition, each.module)
    yield from paper_leaves(edition, workshop, drawn, "post-test")
    yield from _forms(edition, workshop, "trainer")
    if not people:
        yield certificates_leaf(edition, workshop, modules)
        yield from plates_leaves(edition, workshop, ())


def _forms(edition: Edition, workshop: Workshop, copy: str) -> Iterator[Leaf]:
    """The participants' forms, and those that the workshop names."""
    given = [each.form for each in workshop.forms if each.copies is None]
    kept = [each.form for each in workshop.forms if each.copies is not None]
    yield from reference_leaves.forms(
        edition, "participant", given=given, kept=kept if copy == "trainer" else ()
    )


def _own_forms(edition: Edition, workshop: Workshop) -> Iterator[Leaf]:
    """Forms that trainers fill in, but for those that the workshop gives out."""
    named = {f"form-{each.form}" for each in workshop.forms}
    for leaf in reference_leaves.forms(edition, "trainer"):
        if leaf.trainer_only and leaf.id not in named:
            yield leaf


def _cover(
    edition: Edition, workshop: Workshop, modules: tuple[Taught, ...], *, trainer_only: bool
) -> Leaf:
    curriculum = edition.curriculum
    view = PackCoverView(
        title=workshop.title,
        programme=curriculum.programme.title,
        language=curriculum.programme.language,
        audience=curriculum.audiences.get(workshop.audience, workshop.audience),
        place=workshop.place,
        days=edition.formats.days(min(workshop.dates), max(workshop.dates)),
        modules=tuple(
            (each.module.id, each.module.title, curriculum.language_of(each.module))
            for each in modules
        ),
        owner=not trainer_only,
        trainer_only=trainer_only,
    )
    copy = "trainer" if trainer_only else "participant"
    return Leaf(
        f"cover-{copy}", "pack_cover.html", edition.t("document.handout"),
        f"{edition.t('label.cover')}-", 1, edition.language, view, Running(), listed=False,
    )  # fmt: skip
