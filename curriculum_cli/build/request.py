"""What somebody asks a build for. Imports nothing heavy: every command line loads it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..model.people import Person

FORMATS = ("pdf", "html")
PAPERS = ("a4", "letter")
LESSON_PLAN = "lesson-plan"
HANDOUT = "handout"


@dataclass(frozen=True)
class Request:
    """What was asked for. All names are known to exist; no modules means all of them.

    `workshop`, `copies` and `people` are of a pack of handouts; no copies means both.
    """

    documents: tuple[str, ...]
    languages: tuple[str, ...]
    formats: tuple[str, ...] = FORMATS
    modules: tuple[str, ...] = ()
    audience: str | None = None
    paper: str = "a4"
    draft: bool = False
    force: bool = False
    workshop: str | None = None
    copies: tuple[str, ...] = ()
    people: tuple[Person, ...] = field(default=(), repr=False)
