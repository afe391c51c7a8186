"""Alphabetical order, Kazakh included."""

from __future__ import annotations

_KAZAKH = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
_PLACE = {letter: index for index, letter in enumerate(_KAZAKH)}


def sort_key(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """A key to sort words of one language by; case does not count.

    *Source*: the Kazakh order of letters (Ә after А, Ғ after Г, Қ after К, Ң after Н, Ө after О,
    Ұ Ү after У, Һ after Х, І after Ы). Russian and English follow their code points, Ё after Е.
    """
    del language
    return tuple(
        (1, _PLACE[letter]) if letter in _PLACE else (0, ord(letter)) for letter in text.casefold()
    )
