"""The texts of a file made ready to be searched for hundreds of words, most of which are not there.

*Why*: nearly every phrase is ruled out by one look at the file's words, and most of the others by
one search through all its texts together.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Protocol

from ..model.fields import Part
from ..model.remember import remember
from ..model.texts import texts
from ..source.translations import TranslationFile
from .phrases import Phrase

_WORD = re.compile(r"\w+")
_CYRILLIC_LEADS = tuple(bytes([lead]) for lead in range(0xD0, 0xD5))


class Placed(Protocol):
    """A text with its path."""

    @property
    def path(self) -> tuple[str | int, ...]: ...
    @property
    def text(self) -> str: ...


class Searched:
    """Some texts, whatever the case of their letters."""

    def __init__(self, texts: Sequence[Placed]) -> None:
        self.texts = texts

    @cached_property
    def folded(self) -> list[str]:
        """Each text in small letters, its words one blank apart."""
        return [" ".join(each.text.casefold().split()) for each in self.texts]

    @cached_property
    def whole(self) -> str:
        """All the texts, a line end between each."""
        return "\n".join(self.folded)

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(_WORD.findall(self.whole))

    @cached_property
    def cyrillic(self) -> bool:
        """False only when there is surely no Cyrillic letter."""
        data = self.whole.encode("utf-8", "surrogatepass")
        return any(lead in data for lead in _CYRILLIC_LEADS)

    @cached_property
    def _starts(self) -> list[int]:
        starts, past = [], 0
        for text in self.folded:
            starts.append(past)
            past += len(text) + 1
        return starts

    def may_hold(self, phrase: Phrase) -> bool:
        """False only when no text has the phrase."""
        return self.words.issuperset(phrase.whole_words) and (
            self.cyrillic or not phrase.needs_cyrillic
        )

    def rows_of(self, phrase: Phrase) -> Iterator[int]:
        """The indexes of the texts that may hold a phrase."""
        return self.rows_with(phrase.parts) if self.may_hold(phrase) else iter(())

    def rows_with(self, pieces: Sequence[str]) -> Iterator[int]:
        """The indexes of the texts that hold every one of these pieces, the first being rarest."""
        first, *others = pieces
        at = self.whole.find(first)
        while at >= 0:
            row = bisect_right(self._starts, at) - 1
            if all(piece in self.folded[row] for piece in others):
                yield row
            if row + 1 == len(self._starts):
                return
            at = self.whole.find(first, self._starts[row + 1])


@remember(256)
def searched(part: Part) -> Searched:
    """The texts of a file."""
    return Searched(texts(part))


@remember(256)
def searched_translation(file: TranslationFile) -> Searched:
    """The translations in a file."""
    return Searched(file.entries)
