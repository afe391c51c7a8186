"""The modules of a workshop, cut down to its audience and to the steps it has chosen."""

from __future__ import annotations

from typing import NamedTuple

from ..model.curriculum import Curriculum
from ..model.module import Module, Step
from ..model.timetable import DayTimes, timetable
from ..model.workshop import Workshop
from .audience import for_audience, joined, materials_of


class TaughtStep(NamedTuple):
    """A step on a day of the workshop; `start` and `end` in minutes after midnight."""

    step: Step
    day: int
    start: int
    end: int


class Taught(NamedTuple):
    """What a workshop teaches of one module."""

    module: Module
    steps: tuple[TaughtStep, ...]


def taught(workshop: Workshop, curriculum: Curriculum) -> tuple[Taught, ...]:
    """Every module of a workshop, in the order in which it is first taught."""
    modules = curriculum.modules
    found: dict[str, list[TaughtStep]] = {}
    for day in timetable(workshop, modules):
        for name, step in _steps(day):
            found.setdefault(name, []).append(step)
    result = []
    for name, steps in found.items():
        module = _cut(modules[name], workshop.audience, {each.step.id for each in steps})
        own = {step.id: step for step in module.steps}
        result.append(
            Taught(
                module,
                tuple(TaughtStep(own[s.step.id], s.day, s.start, s.end) for s in steps),
            )
        )
    return tuple(result)


def _steps(day: DayTimes) -> list[tuple[str, TaughtStep]]:
    return [
        (slot.module.id, TaughtStep(each.step, day.number, each.start, each.end))
        for slot in day.slots
        if slot.module is not None
        for each in slot.steps
    ]


def _cut(module: Module, audience: str, chosen: set[str]) -> Module:
    """The module with the chosen steps, and with what only other steps need left out."""
    whole = for_audience(module, audience) if audience in module.audiences else module
    steps = tuple(step for step in whole.steps if step.id in chosen)
    minutes = sum(step.minutes for step in steps)
    if len(steps) == len(whole.steps):
        return whole.model_copy(update={"minutes": minutes})
    objectives = {name for step in steps for name in step.objectives}
    handouts = {name for step in steps for name in step.handouts}
    scenarios = {step.scenario for step in steps}
    return joined(
        whole.model_copy(
            update={
                "minutes": minutes,
                "steps": steps,
                "objectives": tuple(o for o in whole.objectives if o.id in objectives),
                "handouts": tuple(h for h in whole.handouts if h.id in handouts),
                "scenarios": tuple(s for s in whole.scenarios if s.id in scenarios),
                "materials": materials_of(whole, steps),
            }
        )
    )
