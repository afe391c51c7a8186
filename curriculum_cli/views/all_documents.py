"""Every document of an edition, by the names that a build asks for."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from .document import Document
from .edition import Edition
from .lesson_plan import lesson_plan
from .overview import overview
from .participant_handbook import participant_handbook
from .trainer_handbook import trainer_handbook


def documents(edition: Edition, names: Collection[str]) -> Iterator[Document]:
    """The documents named, lesson plans first."""
    if "lesson-plan" in names:
        for module in edition.modules:
            yield lesson_plan(edition, module)
    if "trainer-handbook" in names:
        yield trainer_handbook(edition)
    if "participant-handbook" in names:
        yield participant_handbook(edition)
    if "overview" in names:
        yield overview(edition)
