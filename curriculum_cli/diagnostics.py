"""Places, rules and findings: the words in which every stage reports what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum, StrEnum
from typing import NamedTuple

PathInFile = tuple[str | int, ...]


class Severity(IntEnum):
    """How much a finding matters; only errors make a command fail."""

    OFF = 0
    INFO = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()


class Profile(StrEnum):
    """How strictly to judge: the three stages in a module's life."""

    DRAFT = "draft"
    REVIEW = "review"
    PUBLISH = "publish"


class Where(NamedTuple):
    """A symbolic place: a file, a path inside it, and perhaps an offset into that value's text.

    *Why* symbolic: a rule never sees a line number, so models can be built without YAML.
    """

    file: str
    path: PathInFile = ()
    key: bool = False
    offset: int | None = None
    length: int = 1


class Span(NamedTuple):
    """A range in a file, counted from 1; `end_column` is one past the last character."""

    line: int
    column: int
    end_line: int
    end_column: int


class Levels(NamedTuple):
    """The severity of one rule under each profile."""

    draft: Severity
    review: Severity
    publish: Severity

    def under(self, profile: Profile) -> Severity:
        return {
            Profile.DRAFT: self.draft,
            Profile.REVIEW: self.review,
            Profile.PUBLISH: self.publish,
        }[profile]


ALWAYS_ERROR = Levels(Severity.ERROR, Severity.ERROR, Severity.ERROR)
ALWAYS_WARNING = Levels(Severity.WARNING, Severity.WARNING, Severity.WARNING)
WARNING_THEN_ERROR = Levels(Severity.WARNING, Severity.ERROR, Severity.ERROR)
INFO_THEN_WARNING = Levels(Severity.INFO, Severity.WARNING, Severity.WARNING)


class Related(NamedTuple):
    """A second place that helps to understand a finding."""

    where: Where
    message: str


class Problem(NamedTuple):
    """What a stage or a rule found, before the engine stamps a severity on it."""

    code: str
    where: Where
    message: str
    help: str = ""
    related: tuple[Related, ...] = ()
    span: Span | None = None


class Diagnostic(NamedTuple):
    """A finding as the user sees it: with severity and a real place in a file.

    `path` names what it is about by ids, as `steps/S3/minutes`, and `words` the very words it
    points at inside a text: the two stay the same when lines move.
    """

    code: str
    severity: Severity
    file: str
    span: Span
    message: str
    help: str = ""
    related: tuple[tuple[str, Span, str], ...] = ()
    path: str = ""
    words: str = ""


class CurriculumError(Exception):
    """What went wrong outside the content; `exit_code` says whose turn it is to act."""

    exit_code = 3

    def __init__(self, message: str, help: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.help = help


class UsageError(CurriculumError):
    """The command was given something that does not exist or cannot be used: exit 2."""

    exit_code = 2


class BuildError(CurriculumError):
    """Something failed that the user did not cause: exit 3."""

    exit_code = 3


def printable(text: str) -> str:
    """The text with a mark in the place of each character that no terminal should be sent."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in text)


def nearest(wrong: str, right: Iterator[str] | list[str] | tuple[str, ...]) -> str | None:
    """The known name closest to `wrong`, or None when nothing is close."""
    from difflib import get_close_matches

    by_lower = {name.lower(): name for name in right}
    found = get_close_matches(wrong.lower(), list(by_lower), n=1, cutoff=0.6)
    return by_lower[found[0]] if found else None


def did_you_mean(wrong: str, right: Iterator[str] | list[str] | tuple[str, ...]) -> str:
    """One help sentence: the nearest name, or the list when it is short."""
    names = list(right)
    near = nearest(wrong, names)
    if near:
        return f"Did you mean “{near}”?"
    if 0 < len(names) <= 12:
        return "Known: " + ", ".join(names) + "."
    return ""
