"""Which documents there are."""

from __future__ import annotations

from typing import NamedTuple


class DocumentKind(NamedTuple):
    """A kind of document: its promised name, who reads it, what it is."""

    name: str
    reader: str
    about: str


DOCUMENTS: tuple[DocumentKind, ...] = (
    DocumentKind("lesson-plan", "trainer", "one per module: plan, scenarios, handouts, test, key"),
    DocumentKind("trainer-handbook", "trainer", "all lesson plans, guide, matrices, keys"),
    DocumentKind(
        "participant-handbook", "participant", "chapters, worksheets, glossary; no answers"
    ),
    DocumentKind(
        "handout", "both", "one pack per workshop, a copy each for participants and trainer"
    ),
    DocumentKind("overview", "owner", "aims, hours, coverage, workshops, evaluation, sources"),
)

NAMES: tuple[str, ...] = tuple(kind.name for kind in DOCUMENTS)
