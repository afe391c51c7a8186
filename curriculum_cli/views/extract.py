"""A lesson plan as one workshop needs it: its audience's steps, at the workshop's clock times."""

from __future__ import annotations

from typing import NamedTuple

from ..model.module import Module
from ..model.timing import clock_time as clock
from ..model.workshop import Workshop
from .document import Leaf
from .edition import Edition
from .lesson_plan import StepRow
from .taught import Taught


class ExtractView(NamedTuple):
    """Objectives and timed plan of what is taught; quantities stand in the list of materials."""

    module: Module
    audience: str
    participants: int
    steps: tuple[StepRow, ...]


def extract_leaf(edition: Edition, workshop: Workshop, part: Taught) -> Leaf:
    """The plan of one module in a workshop."""
    module = part.module
    several = len(workshop.days) > 1
    view = ExtractView(
        module=module,
        audience=edition.curriculum.audiences.get(workshop.audience, workshop.audience),
        participants=workshop.participants,
        steps=tuple(
            StepRow(each.step, clock(each.start), clock(each.end), (), each.day if several else 0)
            for each in part.steps
        ),
    )
    return Leaf(
        module.id, "extract.html", f"{module.id} {module.title}", f"{module.id}-W-", 1,
        edition.curriculum.language_of(module), view,
        edition.module_running(module, trainer_only=True),
    )  # fmt: skip
