"""The texts of a file made ready to be searched for hundreds of words, most of which are not there.

*Why*: nearly every phrase is ruled out by one look at the file's words, and most of the others by
one search through all its texts together. *Why* bytes: a table turns all letters of a file into
small ones, or parts its words, in a tenth of the time that letters take one by one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Protocol

from ..model.fields import Part
from ..model.remember import remember
from ..model.texts import texts
from ..source.translations import TranslationFile
from .phrases import Phrase

_ASCII = bytes(range(128))
_SMALL = bytes(
    32 if code < 128 and chr(code).isspace() else ord(chr(code).lower()) if code < 128 else code
    for code in range(256)
)
"""Of ASCII: each letter to its small one, and each kind of blank to the plain one."""
_PARTED = bytes(
    code if code >= 128 or chr(code).isalnum() or code == ord("_") else 32 for code in range(256)
)
"""Of ASCII: everything that is no part of a word to a blank."""
_CAPITALS = frozenset(bytes([code]) for code in range(256) if code >= 128 or chr(code).isupper())
"""The first byte of what may be a capital letter."""


def words_of(text: str) -> frozenset[str]:
    r"""What the pattern `\w+` finds in a text."""
    return _words_among(set(_to_bytes(text).split()))


def _words_among(pieces: Iterable[bytes]) -> frozenset[str]:
    found = set(_to_text(b" ".join(pieces).translate(_PARTED)).split())
    foreign = [each for each in found if not each.isascii()]
    if foreign:
        found.difference_update(foreign)
        rest = " ".join(foreign)
        for letter in set(rest):
            if not letter.isalnum() and letter != "_":
                rest = rest.replace(letter, " ")
        found.update(rest.split())
    return frozenset(found)


def _to_bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _to_text(data: bytes) -> str:
    return data.decode("utf-8", "surrogatepass")


def _long(letter: str) -> int:
    return len(_to_bytes(letter))


def _beyond_ascii(data: bytes) -> frozenset[str]:
    return frozenset(_to_text(data.translate(None, _ASCII)))


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
    def _data(self) -> bytes:
        """The texts as they are, a zero between each."""
        return _to_bytes("\0".join([each.text for each in self.texts]))

    @cached_property
    def letters(self) -> frozenset[str]:
        """Every character of the texts that is not ASCII."""
        return _beyond_ascii(self._data)

    @cached_property
    def folded(self) -> list[str]:
        """Each text in small letters, its words one blank apart."""
        return self.whole.split("\n") if self.texts else []

    @cached_property
    def _small(self) -> bytes:
        """The texts in small letters, and of ASCII only the plain blank."""
        data = self._data
        if any(each != each.casefold() for each in self.letters):
            data = _to_bytes(_to_text(data).casefold())
        return data.translate(_SMALL)

    @cached_property
    def _read(self) -> tuple[str, frozenset[str]]:
        data = self._small
        if data.count(b"\0") != len(self.texts) - 1:
            whole = "\n".join([" ".join(each.text.casefold().split()) for each in self.texts])
            return whole, words_of(whole)
        for each in self.letters:
            if each.isspace():
                data = data.replace(_to_bytes(each), b" ")
        rows: list[bytes] = []
        pieces: set[bytes] = set()
        for text in data.split(b"\0"):
            found = text.split()
            pieces.update(found)
            rows.append(b" ".join(found))
        return _to_text(b"\n".join(rows)), _words_among(pieces)

    @property
    def whole(self) -> str:
        """All the texts so, a line end between each."""
        return self._read[0]

    @property
    def words(self) -> frozenset[str]:
        return self._read[1]

    @cached_property
    def cyrillic(self) -> bool:
        """False only when there is surely no Cyrillic letter."""
        return any("\u0400" <= each <= "\u052f" for each in "".join(self.letters).casefold())

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

    def rows_before_capital(self, word: str) -> Iterable[int]:
        """The indexes of the texts in which a capital letter may follow this, which has a blank."""
        if any(_long(each) != _long(each.casefold()) for each in self.letters):
            return self.rows_with((word,))
        rows, piece = set(), _to_bytes(word)
        at = self._small.find(piece)
        while at >= 0:
            past = at + len(piece)
            if self._data[past : past + 1] in _CAPITALS:
                rows.add(self._data.count(b"\0", 0, past))
            at = self._small.find(piece, past)
        return rows


class ByWords:
    """Hundreds of wordings, each with words it cannot be without, found by the words of a text."""

    def __init__(self, needed: Sequence[Collection[str]]) -> None:
        self._always = [number for number, words in enumerate(needed) if not words]
        self._by_word: dict[str, list[int]] = {}
        for number, words in enumerate(needed):
            if words:
                rarest = max(words, key=lambda word: (len(word), word))
                self._by_word.setdefault(rarest, []).append(number)
        self._words = frozenset(self._by_word)

    def likely(self, words: frozenset[str]) -> list[int]:
        """The indexes of all wordings that a text of these words may have, in order."""
        found = [number for word in self._words & words for number in self._by_word[word]]
        return sorted([*self._always, *found])


@remember(256)
def searched(part: Part) -> Searched:
    """The texts of a file."""
    return Searched(texts(part))


@remember(256)
def searched_translation(file: TranslationFile) -> Searched:
    """The translations in a file."""
    return Searched(file.entries)
