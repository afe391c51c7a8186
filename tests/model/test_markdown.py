"""The links, images and headings that content may have, and what it may not."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from curriculum_cli.model.markdown import headings, parser, targets
from hypothesis import given
from hypothesis import strategies as st

from ..marks import MARK


def found(text: str) -> list[tuple[str, str, str]]:
    return [(each.kind, each.url, each.label) for each in targets(text)]


def test_images_and_links_are_found_in_order() -> None:
    text = "See [one](M01) and ![two](figures/a.svg).\n\n- [*three* now](https://example.org/x)\n"
    assert found(text) == [
        ("link", "M01", "one"),
        ("image", "figures/a.svg", "two"),
        ("link", "https://example.org/x", "three now"),
    ]


def test_tables_quotes_and_headings_hold_targets_too() -> None:
    text = "## [h](M01)\n\n> ![q](q.svg)\n\n| a |\n| --- |\n| [t](M02) |\n"
    assert [url for _, url, _ in found(text)] == ["M01", "q.svg", "M02"]


@pytest.mark.parametrize(
    "text",
    [
        "an address https://example.org alone",
        "<https://example.org>",
        "[label] (M01)",
        "[label][ref]\n\n[ref]: M01",
        "\\[label](M01)",
        "`code` with brackets [x]",
        "<a href='x'>x</a>",
    ],
)
def test_what_only_looks_like_a_link_is_none(text: str) -> None:
    assert found(text) == []


PLACES = [
    "[one](▸M01)",
    "text with ](brackets) and [one](▸M01)",
    "\\[no](M02) [one](▸M01)",
    "![one]( ▸M01 )",
    "![one](<▸M 01>)",
    '![one](▸M01 "title")',
    "[![one](M02)](▸M01)",
    "[the same](M02) and [one](▸M01)",
    "- [a](M02)\n\n| [b](M03) |\n| --- |\n| [one](▸M01) |",
    "[a](схема.svg) [one](▸M01)",
    "Қазақ 👍 [one](▸M01)",
]


@pytest.mark.parametrize("text", PLACES)
def test_a_target_tells_where_its_address_begins(text: str) -> None:
    offset, text = text.index(MARK), text.replace(MARK, "")
    wanted = [each for each in targets(text) if each.url.startswith("M") and "01" in each.url]
    assert [each.offset for each in wanted] == [offset]


def test_the_same_address_twice_has_two_places() -> None:
    text = "[one](M01) and [two](M01)"
    assert [each.offset for each in targets(text)] == [6, 21]


def test_an_image_in_a_link_and_the_link_have_their_own_places() -> None:
    text = "[![one](a.svg)](M01)"
    assert {each.url: each.offset for each in targets(text)} == {"M01": 16, "a.svg": 8}


def test_an_address_is_given_as_the_page_will_have_it() -> None:
    ((kind, url, _),) = found("![x](figures/схема%20one.svg)")
    assert (kind, unquote(url)) == ("image", "figures/схема one.svg")


def test_the_length_is_that_of_the_address_as_written() -> None:
    text = "[x](<a b>) ![y](схема.svg)"
    spans = [text[each.offset : each.offset + each.length] for each in targets(text)]
    assert spans == ["a b", "схема.svg"]


def test_headings_are_found_with_level_and_place() -> None:
    text = "intro\n\n## One *bold*\n\ntext # no\n\n- item\n  ### Two\n\n#no\n"
    assert [(each.level, each.text, each.offset) for each in headings(text)] == [
        (2, "One *bold*", text.index("## One")),
        (3, "Two", text.index("- item") + len("- item\n")),
    ]


def test_underlined_headings_are_only_text() -> None:
    assert list(headings("One\n===\n\nTwo # x\n---\n")) == []


def test_raw_html_is_printed_as_text() -> None:
    html = parser().render("<script>x</script>\n\n<b>bold</b>")
    assert "<script>" not in html
    assert "<b>" not in html


pieces = st.sampled_from(
    [
        *("[", "]", "](", ")", "![", "M01", "(", "<", ">", "\\", "\n", "\n\n", "# ", "## ", "- "),
        *("| ", " |", "| --- |", "*", "**", "`", " ", "x", "Ә", "&amp;", "%2e", '"', "    "),
    ]
)


@given(st.lists(pieces, max_size=40).map("".join))
def test_any_text_gives_places_inside_itself(text: str) -> None:
    for offset in (each.offset for found in (targets, headings) for each in found(text)):
        assert 0 <= offset <= len(text)


def test_ten_thousand_links_find_their_places() -> None:
    text = "[a](M01) ](x " * 5_000
    places = [each.offset for each in targets(text)]
    assert places == [4 + 13 * number for number in range(5_000)]
