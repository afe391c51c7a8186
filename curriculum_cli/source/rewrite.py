"""Change single values of a file and leave every other character as it is."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics import Span


def with_values(text: str, values: Iterable[tuple[Span, str]]) -> str:
    """The text with new words at these places, in the quotes of the old; each is on one line."""
    lines = text.split("\n")
    for span, value in sorted(values, reverse=True):
        line = lines[span.line - 1]
        first, past = span.column - 1, span.end_column - 1
        quote = line[first] if line[first] in "\"'" else ""
        lines[span.line - 1] = f"{line[:first]}{quote}{value}{quote}{line[past:]}"
    return "\n".join(lines)


def with_lines(text: str, *, out: Iterable[int], after: dict[int, list[str]]) -> str:
    """The text without some lines, and with new ones after others; lines count from 1."""
    gone = set(out)
    kept: list[str] = []
    for number, line in enumerate(text.split("\n"), 1):
        if number not in gone:
            kept.append(line)
        kept += after.get(number, ())
    return "\n".join(kept)
