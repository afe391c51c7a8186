"""Kazakh hyphenation for Pyphen, which has no patterns for it.

The rule is that of Kazakh spelling, by syllables: a break stands before the consonant that opens
a syllable, and both parts hold a vowel.
"""

from __future__ import annotations

import re

import pyphen

LANGUAGE = "kk"
VOWELS = "аәеёиоөуұүыіэюя"
CONSONANTS = "бвгғджзйкқлмнңпрстфхһцчшщ"

_OPENS_A_SYLLABLE = re.compile(
    rf"""(?: (?= [{CONSONANTS}] [{VOWELS}] )         # қа|ты|су|шы, жат|тық
           | (?<= [{VOWELS}] ) (?= у [{VOWELS}] )    # қа|уіп: у between vowels is a consonant
           | (?<= [{VOWELS}] ) (?= [яю] )            # са|ясат: я and ю open with a hidden й
         )""",
    re.VERBOSE,
)
_FIRST_VOWEL = re.compile(rf"[{VOWELS}]")


class KazakhSyllables:
    """A dictionary as Pyphen keeps it, which answers by rule and not from patterns."""

    def positions(self, word: str) -> list[pyphen.DataInt]:
        """Return the places in a word where a syllable ends and another begins."""
        word = word.lower()
        first_vowel = _FIRST_VOWEL.search(word)
        if first_vowel is None:
            return []
        breaks = _OPENS_A_SYLLABLE.finditer(word, first_vowel.end())
        return [pyphen.DataInt(match.start()) for match in breaks]


def register_kazakh() -> None:
    """Make Pyphen, and with it WeasyPrint, hyphenate `kk` and its regions.

    *Why* Pyphen's own cache: it is asked before any file is opened, so none has to be written.
    """
    pyphen.LANGUAGES[LANGUAGE] = pyphen.LANGUAGES_LOWERCASE[LANGUAGE] = LANGUAGE
    pyphen.hdcache[LANGUAGE] = KazakhSyllables()
