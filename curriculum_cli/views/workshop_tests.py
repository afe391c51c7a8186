"""Pre-test and post-test of a workshop: papers, answer sheets, and the trainer's key and table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..model.assessment import Item
from ..model.workshop import EventItem, Workshop
from .assessment import KeyItem, PaperItem, key_item, paper_item
from .document import Leaf
from .drawn_test import Drawn, draw, untested
from .edition import Edition
from .pack_sheet import pack_sheet
from .taught import Taught

TESTS = ("pre-test", "post-test")


class DrawnPaperView(NamedTuple):
    """A test as participants get it: items with the language of each, no keys and no sources."""

    title: str
    language: str
    items: tuple[tuple[PaperItem, str], ...]


class AnswersView(NamedTuple):
    """Room for the answers to one test."""

    title: str
    language: str
    items: tuple[PaperItem, ...]


class DrawnKey(NamedTuple):
    """The key of one item, with where it comes from and the objective that it measures."""

    key: KeyItem
    language: str
    item: str
    objective: str
    text: str
    both: bool


class DrawnKeyView(NamedTuple):
    """The key of one test, and the objectives that no paper test measures."""

    title: str
    language: str
    items: tuple[DrawnKey, ...]
    untested: tuple[tuple[str, str, str], ...]


class ResultsView(NamedTuple):
    """A table to count right answers in, objective by objective, before and after."""

    title: str
    language: str
    participants: int
    rows: tuple[tuple[int, str, str, str], ...]


def has_tests(workshop: Workshop) -> bool:
    """Whether the workshop asks for a pre-test and a post-test: by a seed, or in its timetable."""
    items = [item for day in workshop.days for item in day.items]
    events = {item.event for item in items if isinstance(item, EventItem)}
    return workshop.seed is not None or not events.isdisjoint(TESTS)


def drawn_for(workshop: Workshop, modules: tuple[Taught, ...]) -> tuple[Drawn, ...]:
    """What the two tests of a workshop ask; nothing when it asks for none."""
    if not has_tests(workshop):
        return ()
    seed = workshop.id if workshop.seed is None else str(workshop.seed)
    return draw((each.module for each in modules), seed)


def paper_leaves(
    edition: Edition, workshop: Workshop, drawn: tuple[Drawn, ...], name: str
) -> Iterator[Leaf]:
    """One test and its answer sheet; nothing when no item can be drawn."""
    if not drawn:
        return
    language = edition.curriculum.programme.language
    papers = tuple(
        (paper_item(each.module, number, _item(each, name)), _language(edition, each))
        for number, each in enumerate(drawn, 1)
    )
    paper = DrawnPaperView(workshop.title, language, papers)
    yield pack_sheet(edition, workshop, name, paper, trainer_only=False)
    answers = AnswersView(workshop.title, language, tuple(item for item, _ in papers))
    yield pack_sheet(edition, workshop, f"{name}-answers", answers, trainer_only=False)


def key_leaf(
    edition: Edition,
    workshop: Workshop,
    modules: tuple[Taught, ...],
    drawn: tuple[Drawn, ...],
    name: str,
) -> Leaf:
    """The key of one test, on a sheet of its own."""
    keys = tuple(
        DrawnKey(
            key=key_item(each.module, number, _item(each, name)),
            language=_language(edition, each),
            item=f"{each.module.id}-{_item(each, name).id}",
            objective=f"{each.module.id}-{each.objective.id}",
            text=each.objective.text,
            both=each.before.id == each.after.id,
        )
        for number, each in enumerate(drawn, 1)
    )
    rest = tuple(
        (f"{module.id}-{objective.id}", objective.text, edition.curriculum.language_of(module))
        for module, objective in untested(each.module for each in modules)
    )
    view = DrawnKeyView(workshop.title, edition.curriculum.programme.language, keys, rest)
    return pack_sheet(edition, workshop, f"{name}-key", view, trainer_only=True)


def results_leaf(edition: Edition, workshop: Workshop, drawn: tuple[Drawn, ...]) -> Leaf:
    """The results of both tests, objective by objective."""
    rows = tuple(
        (
            number,
            f"{each.module.id}-{each.objective.id}",
            each.objective.text,
            _language(edition, each),
        )
        for number, each in enumerate(drawn, 1)
    )
    language = edition.curriculum.programme.language
    view = ResultsView(workshop.title, language, workshop.participants, rows)
    return pack_sheet(edition, workshop, "results", view, trainer_only=True)


def _item(drawn: Drawn, name: str) -> Item:
    return drawn.before if name == "pre-test" else drawn.after


def _language(edition: Edition, drawn: Drawn) -> str:
    return edition.curriculum.language_of(drawn.module)
