"""Sheets about the people of a workshop: register, name plates, certificates.

With names they are private; without, they are blanks to write on, as many as there are people.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..model.people import Person
from ..model.timetable import timetable
from ..model.workshop import BreakItem, EventItem, LunchItem, Workshop
from .document import Leaf
from .edition import Edition
from .pack_sheet import pack_sheet
from .taught import Taught

PLATES_ON_A_PAGE = 2
PEOPLE_IN_A_LEAF = 50
"""A longer list goes on in further leaves, so that laying it out takes no more memory."""
_WORK_OF_THE_COURSE = {
    *("pre-test", "post-test", "teach-back", "action-plan", "guests", "field-visit")
}


class RegisterView(NamedTuple):
    """The attendance register: a line for everybody on each day.

    A day is its number, its date, and whether a midday meal parts it: then everybody signs twice.
    """

    title: str
    language: str
    place: str
    days: tuple[tuple[int, str, bool], ...]
    people: tuple[Person | None, ...]


class PlatesView(NamedTuple):
    """Name plates to cut and fold. `copies` of a page without names are wanted, else 1."""

    pages: tuple[tuple[Person | None, ...], ...]
    copies: int


class CertificatesView(NamedTuple):
    """Certificates of attendance, a sheet each. A `specimen` shows participants the text."""

    title: str
    programme: str
    language: str
    place: str
    days: str
    duration: str
    academic_hours: str
    modules: tuple[tuple[str, str, str], ...]
    trainers: int
    people: tuple[Person | None, ...]
    specimen: bool
    copies: int


def register_leaf(edition: Edition, workshop: Workshop, people: tuple[Person, ...]) -> Leaf:
    """The register, with lines left for those who are not on the list."""
    blank = max(0, workshop.participants - len(people))
    dates = (*workshop.dates, *[None] * len(workshop.days))
    view = RegisterView(
        title=workshop.title,
        language=edition.curriculum.programme.language,
        place=workshop.place,
        days=tuple(
            (
                number,
                edition.formats.day_short(on) if on else "",
                any(isinstance(item, LunchItem) for item in day.items),
            )
            for number, (day, on) in enumerate(zip(workshop.days, dates, strict=False), 1)
        ),
        people=(*people, *[None] * blank),
    )
    return pack_sheet(edition, workshop, "register", view, trainer_only=True, private=bool(people))


def plates_leaves(
    edition: Edition, workshop: Workshop, people: tuple[Person, ...]
) -> Iterator[Leaf]:
    """Name plates, each page with a blank back."""
    parts = _parts(people)
    leaves = [_plates_leaf(edition, workshop, part) for part in parts]
    yield from _numbered(leaves, parts)


def _parts(people: tuple[Person, ...]) -> list[tuple[Person, ...]]:
    size = PEOPLE_IN_A_LEAF
    return [people[i : i + size] for i in range(0, len(people), size)] or [()]


def _numbered(leaves: list[Leaf], parts: list[tuple[Person, ...]]) -> Iterator[Leaf]:
    """Leaves of one kind, told apart by the numbers of the people in them where there are several.

    The first keeps its id, to which others link.
    """
    if len(leaves) == 1:
        yield leaves[0]
        return
    last = 0
    for number, (leaf, part) in enumerate(zip(leaves, parts, strict=True), 1):
        first, last = last + 1, last + len(part)
        yield leaf._replace(
            id=leaf.id if number == 1 else f"{leaf.id}-{number}",
            label=f"{leaf.label}{number}-",
            title=f"{leaf.title} {first}–{last}",
        )


def _plates_leaf(edition: Edition, workshop: Workshop, people: tuple[Person, ...]) -> Leaf:
    size = PLATES_ON_A_PAGE
    named: tuple[Person | None, ...] = people or (None,) * size
    pages = tuple(named[i : i + size] for i in range(0, len(named), size))
    copies = 1 if people else -(-workshop.participants // size)
    view = PlatesView(pages, copies)
    return pack_sheet(edition, workshop, "plates", view, trainer_only=True, private=bool(people))


def certificates_leaves(
    edition: Edition,
    workshop: Workshop,
    modules: tuple[Taught, ...],
    people: tuple[Person, ...],
) -> Iterator[Leaf]:
    """Certificates for people, or one to write a name on."""
    parts = _parts(people)
    leaves = [certificates_leaf(edition, workshop, modules, part) for part in parts]
    yield from _numbered(leaves, parts)


def certificates_leaf(
    edition: Edition,
    workshop: Workshop,
    modules: tuple[Taught, ...],
    people: tuple[Person, ...] = (),
    *,
    specimen: bool = False,
) -> Leaf:
    """Certificates for people, or one to write a name on; a specimen is for participants."""
    curriculum = edition.curriculum
    minutes = training_minutes(edition, workshop)
    view = CertificatesView(
        title=workshop.title,
        programme=curriculum.programme.title,
        language=curriculum.programme.language,
        place=workshop.place,
        days=edition.formats.days(min(workshop.dates), max(workshop.dates)),
        duration=edition.formats.duration(minutes),
        academic_hours=edition.formats.academic_hours(
            minutes, curriculum.programme.defaults.academic_hour
        ),
        modules=tuple(
            (each.module.id, each.module.title, curriculum.language_of(each.module))
            for each in modules
        ),
        trainers=max((each.module.trainers for each in modules), default=1),
        people=people or (None,),
        specimen=specimen,
        copies=1 if people or specimen else workshop.participants,
    )
    return pack_sheet(
        edition, workshop, "certificate", view, trainer_only=not specimen, private=bool(people)
    )


def training_minutes(edition: Edition, workshop: Workshop) -> int:
    """Minutes of the modules, of both tests and of what participants work out besides.

    Without pauses, registration, welcomes, reviews of a day, closing rounds and ceremonies.
    """
    return sum(_taught_minutes(edition, workshop))


def _taught_minutes(edition: Edition, workshop: Workshop) -> Iterator[int]:
    for day in timetable(workshop, edition.curriculum.modules):
        for slot in day.slots:
            if isinstance(slot.item, BreakItem | LunchItem):
                continue
            if isinstance(slot.item, EventItem):
                yield slot.minutes if slot.item.event in _WORK_OF_THE_COURSE else 0
                continue
            yield sum(s.step.minutes for s in slot.steps if s.step.method != "break")
