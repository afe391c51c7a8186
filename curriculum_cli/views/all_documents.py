"""Every document of an edition, by the names that a build asks for."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from .document import Document
from .edition import Edition
from .handout_pack import module_packs, workshop_packs
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
    if "handout" in names:
        yield from _packs(edition)
    if "overview" in names:
        yield overview(edition)


def _packs(edition: Edition) -> Iterator[Document]:
    """The packs of chosen modules; where none are chosen, those of this language's workshops."""
    if edition.chosen:
        for module in edition.modules:
            yield from module_packs(edition, module)
        return
    for workshop in edition.curriculum.workshops.values():
        if edition.language in workshop.languages:
            yield from workshop_packs(edition, workshop)
