"""From an offset in a value's text to the very characters in the file.

*Why* by counting letters: quoting, folding and indentation change blanks, and spell some letters
otherwise, but never their order; so the n-th letter of the value is the n-th of its source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..diagnostics import Span

_LETTERS = {
    "'": re.compile(r"''|[\s\S]"),
    '"': re.compile(
        r'\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[\s\S])|"[ \t]*\n[ \t]*"|[\s\S]'
    ),
}
"""How each letter is spelled between quotes; PO files close and open them at every line end."""
_ANY = re.compile(r"[\s\S]")
_BLANK_ESCAPES = frozenset("\\" + letter for letter in "tnvfrNLP_ \t\n")


def trimmed(value: str) -> str:
    """A value as the model keeps it: no blank lines around it, and one line without blanks."""
    text = value.strip("\n")
    return text if "\n" in text.strip() else text.strip()


def place_of_offset(
    text: str, span: Span, value: str, offset: int, length: int, *, block: bool
) -> Span | None:
    """The characters from `offset` on; None when `value` is not what stands at `span`."""
    shown = trimmed(value)
    first, past = _start(text, span.line, span.column), _start(text, span.end_line, span.end_column)
    if block:
        first = min(_end_of_line(text, first) + 1, past)
    letters = list(_letters(text, first, past, block=block))
    before, within = _count(shown[:offset]), _count(shown[offset : offset + length])
    if before + within > len(letters):
        return None
    if offset < len(shown) and not shown[offset].isspace():
        start = letters[before][0]
    else:
        start = letters[before - 1][1] if before else first
        blanks = offset - len(shown[:offset].rstrip())
        start = min(start + max(0, blanks), _end_of_line(text, start))
    end = letters[before + within - 1][1] if within else start + 1
    line = text.count("\n", 0, start) + 1
    column = start - (text.rfind("\n", 0, start) + 1) + 1
    width = min(end, max(_end_of_line(text, start), start + 1)) - start
    return Span(line, column, line, column + max(1, width))


def _letters(text: str, first: int, past: int, *, block: bool) -> Iterator[tuple[int, int]]:
    """Start and end of every spelling of a character that is not blank."""
    quote = "" if block else text[first : first + 1]
    pattern = _LETTERS.get(quote)
    if pattern:
        first, past = first + 1, past - 1
    for match in (pattern or _ANY).finditer(text, first, past):
        if not _is_blank(match[0]):
            yield match.span()


def _is_blank(spelling: str) -> bool:
    if len(spelling) > 2 and spelling[0] == "\\":
        return chr(int(spelling[2:], 16)).isspace()
    return spelling.isspace() or spelling in _BLANK_ESCAPES or len(spelling) > 2


def _count(text: str) -> int:
    return sum(not letter.isspace() for letter in text)


def _start(text: str, line: int, column: int) -> int:
    start = 0
    for _ in range(line - 1):
        start = text.find("\n", start) + 1
    return start + column - 1


def _end_of_line(text: str, start: int) -> int:
    end = text.find("\n", start)
    return end if end >= 0 else len(text)
