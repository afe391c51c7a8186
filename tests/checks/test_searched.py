"""Texts that are searched together are found as if each were searched alone."""

from __future__ import annotations

from curriculum_cli.checks.searched import Searched
from curriculum_cli.checks.wording import _named
from curriculum_cli.model.content_rules import Offices
from curriculum_cli.model.texts import Text
from hypothesis import example, given
from hypothesis import strategies as st

RANKS = {
    "en": ("major", "police chief"),
    "ru": ("майор", "начальник отдела"),
    "kk": ("аға сержант",),
}
PIECES = st.sampled_from(
    (
        *("Major ", "major ", "MAJOR\n", "police chief ", "Police  chief ", "майор ", "МАЙОР "),
        *("Начальник отдела ", "аға сержант ", "Аға Сержант ", "Smith", "smith", "Иванов", "Әлиев"),
        *("Нұрланұлы", "И. И. Иванов", "straße ", "ſ", "İ ", "\u212a", "“", ". ", "\u00a0", "\n"),
    )
)
TEXTS = st.lists(st.lists(PIECES, max_size=6).map("".join), min_size=1, max_size=4)


@given(TEXTS)
@example(["the major", "Major Smith spoke", ""])
@example(["İ major Smith"])
@example(["word", "МАЙОР Иванов"])
@example(["аға сержант Әлиев"])
def test_a_name_after_a_rank_is_in_a_row_with_a_capital(texts: list[str]) -> None:
    searched = Searched([Text(("a", row), text, False) for row, text in enumerate(texts)])
    for language, words in RANKS.items():
        pattern = _named(Offices.model_construct(language=language, words=words))
        rows = {row for word in words for row in searched.rows_before_capital(f"{word} ")}
        assert {row for row, text in enumerate(texts) if pattern.search(text)} <= rows


@given(TEXTS)
def test_whether_there_is_a_cyrillic_letter_is_known(texts: list[str]) -> None:
    searched = Searched([Text(("a",), text, False) for text in texts])
    there = any("\u0400" <= letter <= "\u052f" for text in texts for letter in text)
    assert searched.cyrillic or not there
