"""Sums of minutes that checks and views share."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time

from .module import Module, Step
from .workshop import BreakItem, DayItem, EventItem, LunchItem, ModuleItem

LONGEST_STRETCH = 100
"""Minutes after which people who sit and listen need a pause."""


def steps_for(module: Module, audience: str | None) -> tuple[Step, ...]:
    """The steps an audience takes part in; all of them when `audience` is None."""
    if audience is None:
        return module.steps
    return tuple(step for step in module.steps if audience in module.audiences_of(step))


def minutes_for(module: Module, audience: str) -> int:
    """Minutes of the steps that one audience takes part in."""
    return sum(step.minutes for step in steps_for(module, audience))


def steps_of_item(item: DayItem, audience: str, modules: Mapping[str, Module]) -> tuple[Step, ...]:
    """The steps of one entry of a day, in the module's order; none where no module is taught."""
    module = modules.get(item.module) if isinstance(item, ModuleItem) else None
    if module is None or not isinstance(item, ModuleItem):
        return ()
    return taught(item, module, audience)


def item_minutes(item: DayItem, audience: str, modules: Mapping[str, Module]) -> int:
    """Minutes of one entry of a day; 0 for a module that does not exist."""
    if isinstance(item, EventItem):
        return item.minutes
    if isinstance(item, BreakItem):
        return item.break_
    if isinstance(item, LunchItem):
        return item.lunch
    return sum(step.minutes for step in steps_of_item(item, audience, modules))


def own_steps(module: Module, audience: str) -> tuple[Step, ...]:
    """What a workshop for an audience teaches of a module; all, when it is not written for it."""
    return steps_for(module, audience if audience in module.audiences else None)


def taught(item: ModuleItem, module: Module, audience: str) -> tuple[Step, ...]:
    """The steps that one entry of a day holds."""
    own = own_steps(module, audience)
    return tuple(step for step in own if not item.steps or step.id in item.steps)


def minutes_of(clock: time) -> int:
    """A clock time in minutes after midnight."""
    return clock.hour * 60 + clock.minute


def clock_time(minutes: int) -> str:
    """Minutes after midnight as a time of day."""
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"
