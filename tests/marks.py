"""Places in expected texts: `▸` stands before the character that a finding must point at."""

from __future__ import annotations

from dataclasses import dataclass

MARK = "▸"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A line and a column, counted from 1."""

    line: int
    column: int


def place_of(text: str, offset: int) -> Place:
    """Where the character at `offset` stands."""
    before = text[:offset]
    return Place(before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1)


def marked(text: str) -> tuple[str, Place]:
    """The text without its one mark, and the place of the mark."""
    assert text.count(MARK) == 1, f"one {MARK} is needed, not {text.count(MARK)}"
    return text.replace(MARK, ""), place_of(text, text.index(MARK))


def place_in(text: str, pattern: str) -> Place:
    """The place of the mark in `pattern`, which must occur exactly once in `text` without it."""
    plain, _ = marked(pattern)
    assert text.count(plain) == 1, f"“{plain}” occurs {text.count(plain)} times"
    return place_of(text, text.index(plain) + pattern.index(MARK))
