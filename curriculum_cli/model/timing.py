"""Sums of minutes that checks and views share."""

from __future__ import annotations

from collections.abc import Mapping

from .module import Module, Step
from .workshop import BreakItem, DayItem, EventItem, LunchItem, ModuleItem


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
    steps = steps_for(module, audience if audience in module.audiences else None)
    return tuple(step for step in steps if not item.steps or step.id in item.steps)


def item_minutes(item: DayItem, audience: str, modules: Mapping[str, Module]) -> int:
    """Minutes of one entry of a day; 0 for a module that does not exist."""
    if isinstance(item, EventItem):
        return item.minutes
    if isinstance(item, BreakItem):
        return item.break_
    if isinstance(item, LunchItem):
        return item.lunch
    return sum(step.minutes for step in steps_of_item(item, audience, modules))
