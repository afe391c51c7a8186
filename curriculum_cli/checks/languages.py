"""Which of the three languages a text is in, told by letters and words.

What is known of each language stands in `data/languages.toml`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

CYRILLIC = re.compile(r"[\u0400-\u052f]")
_WORD = re.compile(r"[\u0400-\u052f]+")
_LATIN_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]{2,}")
_ENOUGH = 3
"""Words that a text needs before anything is said of its language."""
_LONG_ENOUGH = 15
"""Letters among which Kazakh would show one of its own: they are a sixth of all."""


class Language(NamedTuple):
    """One Cyrillic language: its name, its letters, words of its own, and endings of words."""

    name: str
    letters: frozenset[str]
    words: frozenset[str]
    endings: tuple[str, ...]


@cache
def _data() -> dict[str, dict[str, str]]:
    import tomllib  # a text without Cyrillic letters needs none of this
    from importlib.resources import files

    text = files(__package__).joinpath("data", "languages.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def language(code: str) -> Language:
    """What is known of Russian (`ru`) or Kazakh (`kk`)."""
    each = _data()[code]
    return Language(
        each["name"],
        frozenset(each["letters"]),
        frozenset(each["words"].split()),
        tuple(each["endings"].split()),
    )


@cache
def look_alikes() -> dict[str, str]:
    """Each Latin letter that has a Cyrillic twin in print, and the other way round."""
    pairs = " ".join(_data()["look_alike"].values()).split()
    twins = [(pair[0], pair[1]) for pair in pairs]
    return dict(twins) | {cyrillic: latin for latin, cyrillic in twins}


def language_of(text: str) -> str | None:
    """`en`, `ru` or `kk`; None when the text is too short or speaks for neither."""
    words = [word.casefold() for word in _WORD.findall(text)]
    latin = _LATIN_WORD.findall(text)
    if len(latin) >= _ENOUGH and len(latin) > 3 * len(words):
        return "en"
    if len(words) < _ENOUGH or len(latin) > len(words):
        return None
    russian, kazakh = language("ru"), language("kk")
    own = [word for word in words if (kazakh.letters - russian.letters).intersection(word)]
    for_kazakh = len(own) + sum(word in kazakh.words for word in words)
    endings = sum(_ends(word, kazakh) for word in words if word not in own) / 2
    for_russian: float = sum(word in russian.words for word in words)
    for_russian += sum(_ends(word, russian) for word in words if word not in own) / 2
    plain = not own and sum(map(len, words)) >= _LONG_ENOUGH
    if for_russian >= (1 if plain else 2) and for_russian > 2 * for_kazakh + endings:
        return "ru"
    if own and for_kazakh + endings >= 2 and for_kazakh > for_russian:
        return "kk"
    return None


def _ends(word: str, language: Language) -> bool:
    return len(word) >= 4 and word.endswith(language.endings)
