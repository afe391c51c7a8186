"""Comments of a YAML file, told apart from `#` inside text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .tree import Comment

_HASH = re.compile(r"(?:^|(?<=\s))#")

Scalar = tuple[int, int, int, int, bool]
"""First line, first column, last line, last column (all from 1), and whether it is a block."""


def find_comments(lines: Sequence[str], scalars: Sequence[Scalar]) -> Iterator[Comment]:
    """Every comment, in order. A block's header line (`key: | # …`) may carry one too."""
    with_hash = {number for number, text in enumerate(lines, 1) if "#" in text}
    if not with_hash:
        return
    inside_block: set[int] = set()
    on_line: dict[int, list[tuple[int, int]]] = {}
    for line, column, end_line, end_column, block in scalars:
        if block:
            last = end_line if end_column > 1 else end_line - 1
            inside_block.update(range(line + 1, last + 1))
            continue
        if line == end_line and line not in with_hash:
            continue
        for covered in range(line, end_line + 1):
            first = column if covered == line else 1
            past = end_column if covered == end_line else 1 << 30
            on_line.setdefault(covered, []).append((first, past))
    for number in sorted(with_hash - inside_block):
        text = lines[number - 1]
        for match in _HASH.finditer(text):
            column = match.start() + 1
            spans = on_line.get(number, ())
            if any(first <= column < past for first, past in spans):
                continue
            alone = not text[: match.start()].strip()
            yield Comment(number, column, text[match.end() :].strip(), alone)
            break
