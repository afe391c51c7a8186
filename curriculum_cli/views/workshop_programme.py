"""The programme of a workshop with clock times: for participants, and step by step for trainers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import groupby
from typing import NamedTuple

from ..model.module import Step
from ..model.timetable import DayTimes, Slot, StepTime, is_pause, timetable
from ..model.timing import clock_time as clock
from ..model.workshop import BreakItem, LunchItem, Workshop
from .day_entry import day_entry
from .document import Leaf
from .edition import Edition
from .pack_sheet import pack_sheet


class ProgrammeRow(NamedTuple):
    """One line of a day. `language` is that of `what`; `pause` a break or the midday meal."""

    clock: str
    until: str
    what: str
    language: str
    module: str | None = None
    again: bool = False
    pause: bool = False


class RunningRow(NamedTuple):
    """One line of a trainer's day: an entry, or a step of a module below its entry.

    `sheets` are those of the pack that it takes: the leaf of each, and what its pages are called.
    """

    clock: str
    until: str
    minutes: int
    what: str
    language: str
    module: str | None = None
    step: Step | None = None
    note: str | None = None
    pause: bool = False
    sheets: tuple[tuple[str, str], ...] = ()


class DayView(NamedTuple):
    """One day. `over` is what it runs past its end, in minutes; below zero when time is left."""

    number: int
    date: str
    clock: str
    until: str
    rows: tuple[ProgrammeRow | RunningRow, ...]
    over: int


class WorkshopProgrammeView(NamedTuple):
    """All days, under the facts of the workshop."""

    workshop: Workshop
    language: str
    audience: str
    days: tuple[DayView, ...]


EVENT_SHEETS: dict[str, tuple[str, ...]] = {
    "registration": ("workshop-register", "workshop-plates"),
    "pre-test": ("workshop-pre-test", "workshop-pre-test-answers"),
    "post-test": ("workshop-post-test", "workshop-post-test-answers"),
    "action-plan": ("form-action-plan",),
    "evaluation": ("form-reaction",),
    "certificates": ("workshop-certificate",),
}
"""The leaves that an event of a day takes, where the pack has them."""

Rows = Callable[[Edition, DayTimes], Iterator[ProgrammeRow | RunningRow]]


def programme_leaf(edition: Edition, workshop: Workshop) -> Leaf:
    """The programme as participants get it: no remarks, and modules without their steps."""
    view = _view(edition, workshop, _rows)
    return pack_sheet(edition, workshop, "programme", view, trainer_only=False)


def running_order_leaf(edition: Edition, workshop: Workshop, leaves: Iterable[Leaf]) -> Leaf:
    """The trainer's own: every step with its clock time, sheets and materials, and remarks.

    `leaves` are the sheets of the pack: no other is named.
    """
    names = {leaf.id: leaf.label.removesuffix("-") for leaf in leaves}
    view = _view(edition, workshop, partial(_running_rows, names))
    return pack_sheet(edition, workshop, "running-order", view, trainer_only=True)


def _view(edition: Edition, workshop: Workshop, rows: Rows) -> WorkshopProgrammeView:
    days = tuple(
        DayView(
            number=day.number,
            date=edition.formats.weekday(day.date) if day.date else "",
            clock=clock(day.start),
            until=clock(day.end),
            rows=tuple(rows(edition, day)),
            over=day.over,
        )
        for day in timetable(workshop, edition.curriculum.modules)
    )
    language = edition.curriculum.programme.language
    audience = edition.curriculum.audiences.get(workshop.audience, workshop.audience)
    return WorkshopProgrammeView(workshop, language, audience, days)


def _entry(edition: Edition, slot: Slot) -> tuple[str, str, bool]:
    """What an entry is called, in which language, and whether it is a pause."""
    entry = day_entry(slot, edition.catalogue)
    language = edition.language
    if slot.module:
        language = edition.curriculum.language_of(slot.module)
    elif entry.kind == "event" and entry.written:
        language = edition.curriculum.programme.language
    return entry.title, language, is_pause(slot.item)


def _rows(edition: Edition, day: DayTimes) -> Iterator[ProgrammeRow]:
    for slot in day.slots:
        what, language, pause = _entry(edition, slot)
        if slot.module is None or not slot.steps:
            yield ProgrammeRow(clock(slot.start), clock(slot.end), what, language, pause=pause)
            continue
        again = False
        for resting, part in groupby(slot.steps, lambda each: each.step.method == "break"):
            steps = list(part)
            times = clock(steps[0].start), clock(steps[-1].end)
            if resting:
                yield ProgrammeRow(*times, edition.t("event.break"), edition.language, pause=True)
            else:
                yield ProgrammeRow(*times, what, language, slot.module.id, again)
                again = True


def _running_rows(names: dict[str, str], edition: Edition, day: DayTimes) -> Iterator[RunningRow]:
    for slot in day.slots:
        what, language, pause = _entry(edition, slot)
        note = None if isinstance(slot.item, BreakItem | LunchItem) else slot.item.note
        module = slot.module.id if slot.module else None
        times = clock(slot.start), clock(slot.end)
        sheets = _named(names, EVENT_SHEETS.get(getattr(slot.item, "event", ""), ()))
        yield RunningRow(
            *times, slot.minutes, what, language, module, note=note, pause=pause, sheets=sheets
        )
        for each in slot.steps:
            yield _step_row(names, each, language, module)


def _named(names: dict[str, str], wanted: Iterable[str]) -> tuple[tuple[str, str], ...]:
    return tuple((leaf, names[leaf]) for leaf in wanted if leaf in names)


def _step_row(
    names: dict[str, str], each: StepTime, language: str, module: str | None
) -> RunningRow:
    step = each.step
    used = [*step.handouts, *filter(None, (step.scenario, step.method == "test" and "T"))]
    return RunningRow(
        clock(each.start),
        clock(each.end),
        step.minutes,
        step.title,
        language,
        module,
        step,
        pause=step.method == "break",
        sheets=_named(names, (f"{module}-{name}" for name in used)),
    )
