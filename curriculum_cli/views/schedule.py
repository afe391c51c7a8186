"""The timetable of a workshop in plain values: clock times, over and under, steps inside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ..i18n.catalogue import Catalogue
from ..model.curriculum import Curriculum
from ..model.timetable import DayTimes, Slot, timetable
from ..model.workshop import EventItem, LunchItem, ModuleItem, Workshop


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


def clock(minutes: int) -> str:
    """Minutes after midnight as a time of day."""
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


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
        kind, title, module = _named(slot, catalogue)
        name = module or (slot.item.event if isinstance(slot.item, EventItem) else kind)
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
            kind=kind,
            title=title,
            start=clock(slot.start),
            end=clock(slot.end),
            minutes=slot.minutes,
            module=module,
            note=getattr(slot.item, "note", None),
            steps=steps,
        )


def _named(slot: Slot, catalogue: Catalogue) -> tuple[str, str, str | None]:
    """Kind, title and module of an entry."""
    item = slot.item
    if isinstance(item, ModuleItem):
        return "module", slot.module.title if slot.module else item.module, item.module
    if isinstance(item, EventItem):
        return "event", item.title or catalogue.text(f"event.{item.event}"), None
    if isinstance(item, LunchItem):
        return "lunch", catalogue.text("event.lunch"), None
    return "break", catalogue.text("event.break"), None
