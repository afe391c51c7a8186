"""A module as one audience meets it."""

from __future__ import annotations

from ..model.module import Module


def for_audience(module: Module, audience: str) -> Module:
    """The module without the objectives, steps, scenarios, handouts and items of others.

    Quantities, minutes and ids stay as they are, so every sheet keeps its label.
    """

    def theirs(part: object) -> bool:
        own: tuple[str, ...] = getattr(part, "audiences", ())
        return not own or audience in own

    objectives = tuple(each for each in module.objectives if theirs(each))
    ids = {each.id for each in objectives}
    return module.model_copy(
        update={
            "audiences": (audience,),
            "objectives": objectives,
            "steps": tuple(each for each in module.steps if theirs(each)),
            "scenarios": tuple(each for each in module.scenarios if theirs(each)),
            "handouts": tuple(each for each in module.handouts if theirs(each)),
            "assessment": tuple(
                each for each in module.assessment if theirs(each) and each.objective in ids
            ),
        }
    )
