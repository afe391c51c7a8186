"""Clock times of a workshop: its days, what happens in them, and the steps inside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from .module import Module, Step
from .timing import item_minutes, minutes_of, steps_of_item
from .workshop import BreakItem, DayItem, EventItem, LunchItem, ModuleItem, Workshop, WorkshopDay


@dataclass(frozen=True)
class StepTime:
    """A step of a module as it falls in the day; `start` in minutes after midnight."""

    step: Step
    start: int

    @property
    def end(self) -> int:
        """When it ends, in minutes after midnight."""
        return self.start + self.step.minutes


@dataclass(frozen=True)
class Slot:
    """One entry of a day; `start` in minutes after midnight, `index` its place in the file."""

    index: int
    item: DayItem
    start: int
    minutes: int
    module: Module | None = None
    steps: tuple[StepTime, ...] = ()

    @property
    def end(self) -> int:
        """When it ends, in minutes after midnight; more than 1440 when that is past midnight."""
        return self.start + self.minutes


@dataclass(frozen=True, slots=True)
class Stretch:
    """Minutes of a day in one piece: an event, a step or a pause. `index` is the entry's."""

    index: int
    start: int
    minutes: int
    pause: bool


@dataclass(frozen=True)
class DayTimes:
    """One day; `start` and `end` are as planned, in minutes after midnight.

    `date` is None where the workshop names fewer dates than days.
    """

    number: int
    date: date | None
    start: int
    end: int
    slots: tuple[Slot, ...]

    @property
    def over(self) -> int:
        """Minutes that the entries need beyond the planned end; below zero when some are left."""
        return self.slots[-1].end - self.end

    def stretches(self) -> Iterator[Stretch]:
        """The day piece by piece: modules in their steps, so that breaks inside them count."""
        for slot in self.slots:
            for each in slot.steps:
                pause = each.step.method == "break"
                yield Stretch(slot.index, each.start, each.step.minutes, pause)
            if not isinstance(slot.item, ModuleItem):
                yield Stretch(slot.index, slot.start, slot.minutes, is_pause(slot.item))


def is_pause(item: DayItem) -> bool:
    """Whether an entry of a day is a time to rest."""
    if isinstance(item, EventItem):
        return item.event == "prayer-pause"
    return isinstance(item, BreakItem | LunchItem)


def timetable(workshop: Workshop, modules: Mapping[str, Module]) -> tuple[DayTimes, ...]:
    """Every day of a workshop with clock times; a module that does not exist takes no time."""
    dates = (*workshop.dates, *[None] * len(workshop.days))
    return tuple(
        DayTimes(
            number=number,
            date=on,
            start=minutes_of(day.start),
            end=minutes_of(day.end),
            slots=_slots(day, workshop.audience, modules),
        )
        for number, (day, on) in enumerate(zip(workshop.days, dates, strict=False), 1)
    )


def _slots(day: WorkshopDay, audience: str, modules: Mapping[str, Module]) -> tuple[Slot, ...]:
    now = minutes_of(day.start)
    slots = []
    for index, item in enumerate(day.items):
        minutes = item_minutes(item, audience, modules)
        module = modules.get(item.module) if isinstance(item, ModuleItem) else None
        steps = []
        begin = now
        for step in steps_of_item(item, audience, modules):
            steps.append(StepTime(step, begin))
            begin += step.minutes
        slots.append(Slot(index, item, now, minutes, module, tuple(steps)))
        now += minutes
    return tuple(slots)
