"""A scenario as participants get it on paper: what everybody knows, the task, room for notes."""

from __future__ import annotations

from typing import NamedTuple

from ..model.module import Module
from ..model.scenario import Scenario
from .document import Leaf
from .edition import Edition


class ExerciseView(NamedTuple):
    """What everybody may know of a scenario: no card, no secret, no debrief."""

    module_id: str
    id: str
    title: str
    kind: str
    background: str
    task: str | None
    has_roles: bool


def exercise_view(module: Module, scenario: Scenario) -> ExerciseView:
    """The open part of a scenario."""
    return ExerciseView(
        module.id,
        scenario.id,
        scenario.title,
        scenario.kind,
        scenario.background,
        scenario.task,
        bool(scenario.roles),
    )


def exercise_leaf(edition: Edition, module: Module, scenario: Scenario, depth: int) -> Leaf:
    """The participants' sheet of one scenario."""
    name = f"{module.id}-{scenario.id}P"
    return Leaf(
        name, "exercise.html", scenario.title, f"{name}-", depth,
        edition.curriculum.language_of(module), exercise_view(module, scenario),
        edition.module_running(module, trainer_only=False),
    )  # fmt: skip
