"""A module as one audience meets it."""

from __future__ import annotations

from typing import TypeVar

from ..model.assessment import Item
from ..model.module import Handout, Material, Module, Objective, Step
from ..model.scenario import Scenario

P = TypeVar("P", Objective, Step, Scenario, Handout, Item)


def for_audience(module: Module, audience: str) -> Module:
    """The module without the objectives, steps, scenarios, handouts, items and things of others.

    Quantities, minutes and ids stay as they are, so every sheet keeps its label; what is left
    names nothing of what is not.
    """

    def theirs(parts: tuple[P, ...]) -> tuple[P, ...]:
        return tuple(
            part.model_copy(update={"audiences": ()})
            for part in parts
            if not part.audiences or audience in part.audiences
        )

    steps = theirs(module.steps)
    return joined(
        module.model_copy(
            update={
                "audiences": (audience,),
                "objectives": theirs(module.objectives),
                "steps": steps,
                "materials": materials_of(module, steps),
                "scenarios": theirs(module.scenarios),
                "handouts": theirs(module.handouts),
                "assessment": theirs(module.assessment),
            }
        )
    )


def materials_of(module: Module, steps: tuple[Step, ...]) -> tuple[Material, ...]:
    """The module's materials without those that only steps outside `steps` use."""
    used = {name for step in steps for name in step.materials}
    others = {name for step in module.steps for name in step.materials} - used
    return tuple(each for each in module.materials if each.id not in others)


def joined(module: Module) -> Module:
    """A module cut down, without references to what it no longer has."""
    objectives = {each.id for each in module.objectives}
    scenarios = {each.id for each in module.scenarios}
    handouts = {each.id for each in module.handouts}
    steps = tuple(
        step.model_copy(
            update={
                "objectives": tuple(each for each in step.objectives if each in objectives),
                "handouts": tuple(each for each in step.handouts if each in handouts),
                "scenario": step.scenario if step.scenario in scenarios else None,
            }
        )
        for step in module.steps
    )
    played = tuple(
        each.model_copy(
            update={"objectives": tuple(name for name in each.objectives if name in objectives)}
        )
        for each in module.scenarios
    )
    items = tuple(each for each in module.assessment if each.objective in objectives)
    return module.model_copy(update={"steps": steps, "scenarios": played, "assessment": items})
