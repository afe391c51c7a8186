"""Clock times of a workshop: its days, what happens in them, and the steps inside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time

from .module import Module, Step
from .timing import item_minutes, steps_of_item
from .workshop import DayItem, ModuleItem, Workshop, WorkshopDay


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


def minutes_of(clock: time) -> int:
    """A clock time in minutes after midnight."""
    return clock.hour * 60 + clock.minute


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
