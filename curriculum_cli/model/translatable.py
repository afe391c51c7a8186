"""The texts of a file that are translated, each with the path by ids that stays its name.

*Why* no positions in the path: a text that moves keeps its translation. Two texts under one path
are told apart by what they say, as in every PO file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from pydantic import BaseModel

from ..diagnostics import PathInFile
from .fields import Part
from .texts import texts

_NAMES = frozenset({"id", "part", "digest", "year", "origin"})
"""Fields that hold a name or number, the same in every language."""
_UNTRANSLATED = frozenset({"wording", "content-rules", "links", "delivery"})
"""Kinds that are written for one language, or for those who write."""
_BLOCKS = re.compile(r"\S[\s\S]*?(?=\n[ \t]*\n|\s*\Z)")


class Block(NamedTuple):
    """A paragraph, list or table to translate: its name, its text, and where it stands."""

    context: str
    text: str
    path: PathInFile
    offset: int


def translatable(part: Part) -> Iterator[Block]:
    """Every text of a file that needs a translation, in the order of the file's fields."""
    if getattr(part, "kind", "") in _UNTRANSLATED:
        return
    head = str(getattr(part, "id", "") or getattr(part, "kind", ""))
    for text in texts(part):
        if text.path[-1] in _NAMES:
            continue
        context = ".".join((head, *_names(part, text.path)))
        pieces = _BLOCKS.finditer(text.text) if text.markdown else (None,)
        for piece in pieces:
            words = piece[0] if piece else text.text
            if any(letter.isalpha() for letter in words):
                yield Block(context, words, text.path, piece.start() if piece else 0)


def _names(part: Any, path: PathInFile) -> Iterator[str]:
    """The path with ids in the place of positions; a position without id is left out."""
    here = part
    for step in path:
        if isinstance(step, int):
            here = here[step]
            name = getattr(here, "id", None) or getattr(here, "number", None)
            if name is not None:
                yield str(name)
        else:
            here = _value(here, step)
            yield step


def _value(part: BaseModel, key: str) -> Any:
    if hasattr(part, key):
        return getattr(part, key)
    fields = type(part).model_fields
    return getattr(part, next(name for name, field in fields.items() if field.alias == key))
