"""A module as one audience meets it."""

from __future__ import annotations

from typing import TypeVar

from ..model.assessment import Item
from ..model.module import Handout, Module, Objective, Step
from ..model.scenario import Scenario

P = TypeVar("P", Objective, Step, Scenario, Handout, Item)


def for_audience(module: Module, audience: str) -> Module:
    """The module without the objectives, steps, scenarios, handouts and items of others.

    Quantities, minutes and ids stay as they are, so every sheet keeps its label.
    """

    def theirs(parts: tuple[P, ...]) -> tuple[P, ...]:
        return tuple(
            part.model_copy(update={"audiences": ()})
            for part in parts
            if not part.audiences or audience in part.audiences
        )

    objectives = theirs(module.objectives)
    ids = {each.id for each in objectives}
    return module.model_copy(
        update={
            "audiences": (audience,),
            "objectives": objectives,
            "steps": theirs(module.steps),
            "scenarios": theirs(module.scenarios),
            "handouts": theirs(module.handouts),
            "assessment": tuple(
                each for each in theirs(module.assessment) if each.objective in ids
            ),
        }
    )
