"""Sums of minutes that checks and views share."""

from __future__ import annotations

from collections.abc import Mapping

from .module import Module, Step
from .workshop import BreakItem, EventItem, LunchItem, ModuleItem


def steps_for(module: Module, audience: str | None) -> tuple[Step, ...]:
    """The steps an audience takes part in; all of them when `audience` is None."""
    if audience is None:
        return module.steps
    return tuple(step for step in module.steps if audience in module.audiences_of(step))


def minutes_for(module: Module, audience: str) -> int:
    """Minutes of the steps that one audience takes part in."""
    return sum(step.minutes for step in steps_for(module, audience))


def item_minutes(
    item: EventItem | ModuleItem | BreakItem | LunchItem,
    audience: str,
    modules: Mapping[str, Module],
) -> int:
    """Minutes of one entry of a day; 0 for a module that does not exist."""
    if isinstance(item, EventItem):
        return item.minutes
    if isinstance(item, BreakItem):
        return item.break_
    if isinstance(item, LunchItem):
        return item.lunch
    module = modules.get(item.module)
    if module is None:
        return 0
    steps = steps_for(module, audience if audience in module.audiences else None)
    return sum(step.minutes for step in steps if not item.steps or step.id in item.steps)
