"""Finding phrases in texts of any of the three languages, whatever the endings of their words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property

_QUOTED = re.compile(
    r"“[^”]*”|«[^»]*»|‘[^’]*’(?!\w)|\"[^\"\n]*\"|(?<![*\w])\*(?![*\s])[^*\n]+\*(?![*\w])"
)
_WORD = re.compile(r"\w+")
_ENDINGS = {"en": "", "ru": r"\w{0,4}", "kk": r"\w*"}
"""What may follow a word's stem: English forms are listed, Russian and Kazakh ones are many."""


@dataclass(frozen=True)
class Phrase:
    """Some words in a language; a word that ends in `*` stands for every word that begins so."""

    words: str
    language: str

    @cached_property
    def stems(self) -> tuple[str, ...]:
        return tuple(_stem(word, self.language) for word in self.words.casefold().split())

    @cached_property
    def pieces(self) -> tuple[str, ...]:
        """The stems, longest first: a text that lacks one, in any case, cannot hold the phrase."""
        return tuple(sorted((stem.rstrip("*") for stem in self.stems), key=len, reverse=True))

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """The longest pieces that stand one blank apart in a text with the phrase."""
        if _ENDINGS[self.language] or any(stem.endswith("*") for stem in self.stems[:-1]):
            return self.pieces
        return (" ".join(self.stems).rstrip("*"),)

    @cached_property
    def whole_words(self) -> frozenset[str]:
        """Words that a text with the phrase surely has as they are."""
        if _ENDINGS[self.language]:
            return frozenset()
        exact = (stem for stem in self.stems if not stem.endswith("*"))
        return frozenset(word for stem in exact for word in _WORD.findall(stem))

    @cached_property
    def needs_cyrillic(self) -> bool:
        """Whether the phrase has a Cyrillic letter."""
        return any("\u0400" <= letter <= "\u052f" for letter in self.words)

    def found_in(self, text: str) -> Iterator[re.Match[str]]:
        """Every place of the phrase in a text."""
        return _pattern(self.stems, self.language).finditer(text)


def _stem(word: str, language: str) -> str:
    """Russian words change their last letters; Kazakh ones are only added to."""
    if language == "ru" and len(word) > 4:
        return word[: max(4, len(word) - 2)]
    return word


@cache
def _pattern(stems: tuple[str, ...], language: str) -> re.Pattern[str]:
    ending = _ENDINGS[language]
    words = (
        re.escape(stem[:-1]) + r"\w*" if stem.endswith("*") else re.escape(stem) + ending
        for stem in stems
    )
    return re.compile(r"(?<![\w-])" + r"\s+".join(words) + r"(?!\w)", re.IGNORECASE)


def quoted(text: str) -> list[tuple[int, int]]:
    """Where a text quotes or names a word: between quotation marks, or in italics."""
    return [match.span() for match in _QUOTED.finditer(text)]


def within(start: int, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether a place lies in one of these stretches."""
    return any(first <= start < past for first, past in spans)
