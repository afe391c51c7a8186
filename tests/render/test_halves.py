"""Facts stand in two columns, in their order, as low as can be."""

from __future__ import annotations

import re

from curriculum_cli.render.halves import CYRILLIC, LATIN, in_halves
from hypothesis import given
from hypothesis import strategies as st


def fact(text: str) -> str:
    return f'<p class="fact"><span class="name">Audience</span> {text}</p>'


def halves(texts: list[str]) -> list[list[str]]:
    html = str(in_halves("\n  ".join(map(fact, texts))))
    found = html.removeprefix('<div class="facts">').split('<div class="half">')[1:]
    return [re.findall(r"</span> (.*?)</p>", half) for half in found]


@given(st.lists(st.integers(0, 400).map(lambda n: "x" * n), max_size=12))
def test_every_fact_stays_and_keeps_its_place(texts: list[str]) -> None:
    found = halves(texts)
    assert [text for half in found for text in half] == texts
    assert len(found) <= 2


def test_the_first_column_is_filled_first() -> None:
    assert halves(["a", "b", "c"]) == [["a", "b"], ["c"]]
    assert halves(["a"]) == [["a"]]
    assert halves([]) == []


def test_a_long_fact_counts_for_its_lines() -> None:
    long = "x" * (5 * LATIN)
    assert halves([long, "b", "c", "d"]) == [[long], ["b", "c", "d"]]


def test_cyrillic_letters_are_wider() -> None:
    text = "x" * (LATIN - 1)
    assert halves([text, "b", "c"]) == [[text, "b"], ["c"]]
    wide = "ш" * (LATIN - 1)
    assert len(wide) > CYRILLIC
    assert halves([wide, "b", "c"]) == [[wide], ["b", "c"]]


def test_markup_and_names_do_not_count() -> None:
    link = f'<a href="leaf:{"M" * 100}">M10</a>'
    assert halves(["a", "b", link, "c"]) == [["a", "b"], [link, "c"]]
