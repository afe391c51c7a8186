"""A leaf's HTML becomes part of one page for the screen, and its print sheet goes along."""

from __future__ import annotations

import pytest
from curriculum_cli.diagnostics import BuildError
from curriculum_cli.render.screen import printed_look, screen_body, script_digest
from curriculum_cli.render.screen_contents import Group, Line, screen_contents
from curriculum_cli.views.document import Leaf

from tests.editions import TEMPLATES


def body(html: str) -> str:
    return str(screen_body(html, frozenset({"M01"}), {"a.svg": b"<svg/>"}, 'wide "table"'))


def leaf(id: str, depth: int, title: str, language: str = "en", *, listed: bool = True) -> Leaf:
    return Leaf(id, "plan.html", title, f"{id}-", depth, language, None, listed=listed)


def test_links_lead_inside_the_page_or_nowhere() -> None:
    assert body('<a href="leaf:M01">x</a>') == '<a href="#M01">x</a>'
    assert body('<a href="leaf:M01#M01--S1">x</a>') == '<a href="#M01--S1">x</a>'
    assert body('<a href="leaf:M09" lang="ru">x</a>') == '<span lang="ru">x</span>'


def test_headings_move_down_below_the_title_of_the_page() -> None:
    assert body("<h1>a</h1><h5>b</h5><h6>c</h6>") == "<h2>a</h2><h6>b</h6><h6>c</h6>"


def test_a_picture_is_inside_the_file() -> None:
    assert body('<img src="asset:a.svg">') == '<img src="data:image/svg+xml;base64,PHN2Zy8+">'


def test_a_table_scrolls_by_keyboard_and_has_a_name() -> None:
    assert body("<table><tr><td>1</table>") == (
        '<div class="scroll" tabindex="0" role="group" aria-label="wide &#34;table&#34;">'
        "<table><tr><td>1</table></div>"
    )


def test_an_empty_corner_of_a_table_is_no_heading() -> None:
    assert '<tr><td></td><th scope="col">A' in body(
        '<table><tr><th scope="col"></th><th scope="col">A</th></table>'
    )


def test_the_print_sheet_follows_the_headings_down_in_selectors_only() -> None:
    css = "h1, h2.x { font: 1pt h1 }\nh5 + h6 { a: b }\n@page { @top-left { color: red } }"
    assert printed_look(css) == (
        "h2, h3.x { font: 1pt h1 }\nh6 + h6 { a: b }\n@page { @top-left { color: red } }"
    )


def test_our_own_print_sheet_keeps_no_heading_of_the_first_level() -> None:
    css = (TEMPLATES / "styles" / "print.css").read_text("utf-8")
    assert "h1" in css
    assert "h1" not in printed_look(css)


def test_a_script_cannot_end_before_its_end() -> None:
    # printf '' | openssl dgst -sha256 -binary | base64
    assert script_digest("") == "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
    with pytest.raises(BuildError, match="script"):
        script_digest("a = '</SCRIPT>'")


def test_sheets_stand_below_their_module_and_parts_before_them() -> None:
    leaves = [
        leaf("Guide1", 1, "How to"),
        leaf("M01", 1, "M01 First", "kk"),
        leaf("M01-H1", 2, "A sheet", "kk"),
        leaf("M01-X", 2, "M01-X itself"),
        leaf("cover", 1, "Cover", listed=False),
    ]
    assert screen_contents(leaves, {"M01": [("M01--steps", "Steps")]}, "ru") == (
        Group(Line("Guide1", "How to", "en"), ()),
        Group(
            Line("M01", "M01 First", "kk"),
            (
                Line("M01--steps", "Steps", "ru"),
                Line("M01-H1", "A sheet", "kk", "M01-H1"),
                Line("M01-X", "M01-X itself", "en"),
            ),
        ),
    )
