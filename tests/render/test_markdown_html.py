"""Markdown of the content becomes HTML that is safe and makes good tagged PDF."""

from __future__ import annotations

import re

import pytest
from curriculum_cli.render.markdown_html import css_string, inline_html, markdown_html
from hypothesis import given
from hypothesis import strategies as st


def html(text: str, level: int = 3) -> str:
    return str(markdown_html(text, level=level, link_to=lambda url: f"leaf:{url}"))


def test_headings_begin_at_the_level_asked_for() -> None:
    assert html("## One\n\n### Two", level=2) == "<h2>One</h2>\n<h3>Two</h3>\n"
    assert html("## One", level=4) == "<h4>One</h4>\n"


def test_a_heading_of_the_first_level_rises_above_no_other() -> None:
    assert html("# One", level=3) == "<h3>One</h3>\n"


def test_raw_html_is_text() -> None:
    text = html('<script>alert(1)</script>\n\nA <b onclick="x">word</b>')
    assert "<script" not in text
    assert "<b" not in text
    assert "&lt;script&gt;" in text


def test_a_quote_is_a_box_for_a_task() -> None:
    assert html("> **Task.** Do it.").startswith('<div class="task">')


def test_a_tick_box_stands_before_its_line() -> None:
    text = html("- [ ] greet\n- plain")
    assert '<li class="tick">☐\u00a0greet</li>' in text
    assert "<li>plain</li>" in text


def test_table_heads_say_that_they_are_heads_of_columns() -> None:
    text = html("| A | B |\n|---|---|\n| 1 | |")
    assert '<th scope="col">A</th>' in text
    assert "<td></td>" in text


def test_a_link_holds_plain_text_only() -> None:
    assert html("[see **module** ten](M10)") == '<p><a href="leaf:M10">see module ten</a></p>\n'


def test_an_image_takes_its_bytes_from_the_declared_assets() -> None:
    assert html("![A *circle*](figures/c.svg)") == (
        '<p><img src="asset:figures/c.svg" alt="A circle" class="figure"></p>\n'
    )


def test_a_single_paragraph_loses_the_paragraph_around_it() -> None:
    assert str(inline_html("one *word*", link_to=str)) == "one <em>word</em>"
    assert str(inline_html("one\n\ntwo", link_to=str)).count("<p>") == 2


@pytest.mark.parametrize("text", ['a"b', "a\\b", "a\nb", "</style>", "a;}b", "Әділет"])
def test_a_css_string_cannot_be_left(text: str) -> None:
    written = str(css_string(text))
    assert written.startswith('"')
    assert written.endswith('"')
    assert not set('"\n<>;{}') & set(written[1:-1])


_ALLOWED = {
    "p", "h3", "h4", "h5", "h6", "ul", "ol", "li", "em", "strong", "a", "img", "br", "hr", "div",
    "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip


@given(st.text(alphabet=st.sampled_from("ab <>&\"'/=![]()*_#->|`\n:"), max_size=200))
def test_any_text_makes_plain_markup_only(text: str) -> None:
    written = html(text)
    tags = re.findall(r"<\s*/?\s*([A-Za-z0-9]+)", written)
    assert set(tags) <= _ALLOWED, written
    assert not re.search(r"<[^>]*\son\w+=", re.sub(r'"[^"]*"', '""', written))
