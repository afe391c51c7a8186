"""The timetable of a workshop in plain values: clock times, over and under, steps inside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ..i18n.catalogue import Catalogue
from ..model.curriculum import Curriculum
from ..model.timetable import DayTimes, timetable
from ..model.timing import clock_time as clock
from ..model.workshop import EventItem, ModuleItem, Workshop
from .day_entry import day_entry


@dataclass(frozen=True)
class ScheduledStep:
    """A step with its clock time."""

    id: str
    title: str
    start: str
    end: str
    minutes: int
    method: str


@dataclass(frozen=True)
class Entry:
    """One entry of a day. `key` stays the same when clock times move."""

    key: str
    kind: str
    title: str
    start: str
    end: str
    minutes: int
    module: str | None
    note: str | None
    steps: tuple[ScheduledStep, ...]


@dataclass(frozen=True)
class ScheduledDay:
    """One day. `over` is in minutes: what it runs past `end`, below zero when time is left."""

    number: int
    date: date | None
    start: str
    end: str
    ends_at: str
    over: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Schedule:
    """A workshop's days with the facts that a calendar needs."""

    workshop: str
    title: str
    place: str
    audience: str
    participants: int
    time_zone: str
    days: tuple[ScheduledDay, ...]


def schedule(curriculum: Curriculum, workshop: Workshop, catalogue: Catalogue) -> Schedule:
    """The schedule of one workshop; the catalogue names what the workshop's file does not."""
    return Schedule(
        workshop=workshop.id,
        title=workshop.title,
        place=workshop.place,
        audience=curriculum.audiences.get(workshop.audience, workshop.audience),
        participants=workshop.participants,
        time_zone=workshop.time_zone or curriculum.programme.defaults.time_zone,
        days=tuple(_day(day, catalogue) for day in timetable(workshop, curriculum.modules)),
    )


def _day(day: DayTimes, catalogue: Catalogue) -> ScheduledDay:
    return ScheduledDay(
        number=day.number,
        date=day.date,
        start=clock(day.start),
        end=clock(day.end),
        ends_at=clock(day.end + day.over),
        over=day.over,
        entries=tuple(_entries(day, catalogue)),
    )


def _entries(day: DayTimes, catalogue: Catalogue) -> Iterator[Entry]:
    seen: dict[str, int] = {}
    for slot in day.slots:
        entry = day_entry(slot, catalogue)
        module = slot.item.module if isinstance(slot.item, ModuleItem) else None
        name = module or (slot.item.event if isinstance(slot.item, EventItem) else entry.kind)
        seen[name] = seen.get(name, 0) + 1
        steps = tuple(
            ScheduledStep(
                each.step.id,
                each.step.title,
                clock(each.start),
                clock(each.end),
                each.step.minutes,
                each.step.method,
            )
            for each in slot.steps
        )
        yield Entry(
            key=f"{day.number}-{name.lower()}-{seen[name]}",
            kind=entry.kind,
            title=entry.title,
            start=clock(slot.start),
            end=clock(slot.end),
            minutes=slot.minutes,
            module=module,
            note=getattr(slot.item, "note", None),
            steps=steps,
        )
