"""What serves each item of the standard: objectives, steps, test items, audiences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .curriculum import Curriculum
from .module import Module
from .standard import Recommendation

LEAST_STEP = 10
"""Minutes a step needs to count as teaching an item, not only touching it."""


@dataclass(frozen=True, slots=True)
class Service:
    """How one module serves one item of the standard. Empty when it does not."""

    module: str
    objectives: tuple[str, ...]
    steps: tuple[str, ...]
    items: tuple[str, ...]
    audiences: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """Stated, taught for long enough, and measured."""
        return bool(self.objectives and self.steps and self.items)


@dataclass(frozen=True, slots=True)
class Row:
    """One item of the standard with every module that serves it, in the programme's order."""

    recommendation: Recommendation
    services: tuple[Service, ...]
    left_out: bool
    left_out_for: tuple[str, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """What no module has for it, of objective, step and item."""
        parts = {
            "objective": any(each.objectives for each in self.services),
            f"step of {LEAST_STEP} minutes or more": any(each.steps for each in self.services),
            "assessment item": any(each.items for each in self.services),
        }
        return tuple(name for name, found in parts.items() if not found)

    @property
    def main_audiences(self) -> tuple[str, ...]:
        """Audiences for whom the item matters most."""
        marked = self.recommendation.audiences
        return tuple(each.audience for each in marked if each.weight == "main")

    @property
    def audiences_missing(self) -> tuple[str, ...]:
        """Main audiences that no module serves, whether accepted or not."""
        served = {audience for each in self.services for audience in each.audiences}
        return tuple(each for each in self.main_audiences if each not in served)


def service(module: Module, number: int) -> Service:
    """How a module serves the item with this number."""
    objectives = [each for each in module.objectives if number in each.recommendations]
    ids = {each.id for each in objectives}
    return Service(
        module=module.id,
        objectives=tuple(each.id for each in objectives),
        steps=tuple(
            step.id
            for step in module.steps
            if step.minutes >= LEAST_STEP and step.method != "break" and ids & set(step.objectives)
        ),
        items=tuple(item.id for item in module.assessment if item.objective in ids),
        audiences=tuple(
            dict.fromkeys(who for each in objectives for who in module.audiences_of(each))
        ),
    )


def rows(curriculum: Curriculum) -> Iterator[Row]:
    """Every item of the programme's standard."""
    holes = curriculum.programme.left_out
    for number, recommendation in curriculum.recommendations.items():
        found = (service(module, number) for module in curriculum.modules.values())
        here = [each for each in holes if each.recommendation == number]
        yield Row(
            recommendation=recommendation,
            services=tuple(each for each in found if each.objectives),
            left_out=any(each.audience is None for each in here),
            left_out_for=tuple(each.audience for each in here if each.audience is not None),
        )
