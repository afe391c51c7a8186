"""What somebody asks a build for. Imports nothing heavy: every command line loads it."""

from __future__ import annotations

from dataclasses import dataclass

FORMATS = ("pdf", "html")
PAPERS = ("a4", "letter")
LESSON_PLAN = "lesson-plan"


@dataclass(frozen=True)
class Request:
    """What was asked for. All names are known to exist; no modules means all of them."""

    documents: tuple[str, ...]
    languages: tuple[str, ...]
    formats: tuple[str, ...] = FORMATS
    modules: tuple[str, ...] = ()
    audience: str | None = None
    paper: str = "a4"
    draft: bool = False
    force: bool = False
