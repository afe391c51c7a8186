"""A107 to A110: sharp pictures, tables with heads, links with words, drawings without colour."""

from __future__ import annotations

import re

import pytest
from curriculum_cli.checks.print_quality import FIGURE_HEIGHT, FIGURE_WIDTH
from PIL import Image

from ..editions import TEMPLATES
from ..project import M01, M02, Project, only, place, shown
from .cases import Case, assert_found, assert_silent

IMAGE = "(figures/path.svg)"
LINK = "[the second module](M02)"
HEAD = "      | Day | Stops | Ground noted |\n"
SVG = "modules/figures/path.svg"


def drawing(*colours: str) -> str:
    shapes = "".join(f'<rect fill="{each}" width="9" height="9"/>' for each in colours)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 90">{shapes}</svg>'


def _link(address: str, message: str, words: str = "the law") -> Case:
    return Case("A109", ((M01, LINK, f"[{words}](▸{address})"),), message)


def _colours(one: str, other: str) -> Case:
    return Case(
        "A110",
        ((SVG, "", drawing(one, other)), (M01, IMAGE, "(▸figures/path.svg)")),
        f"{one} and {other} are the same grey",
        "or use a pattern",
    )


FAILING = {
    "a table without head": Case(
        "A108", ((M01, HEAD, "      ▸| | | |\n"),), "no head", "first row"
    ),
    "a table with a column that has no head": Case(
        "A108", ((M01, HEAD, "      ▸| Day | | Ground |\n"),), "a column of this table has no head"
    ),
    "a table without the line below its head": Case(
        "A108",
        ((M01, HEAD + "      | --- | --- | --- |\n", HEAD.replace("|", "▸|", 1)),),
        "prints as bars",
        "`| --- | --- |`",
    ),
    "a link to no host": _link("https://example", "“https://example” names no host"),
    "a link with a slip": _link("https:///example.org", "names no host"),
    "a mailbox without host": _link("mailto:police", "is no mailbox"),
    "a link without words": _link("M02", "a link without words", " "),
    "a link with empty words": _link("M02", "“Here” does not say where", "Here"),
    "a link with empty words in Kazakh": _link("M02", "does not say where", "мұнда"),
    "a link with a blank in it": Case(
        "A109", ((M01, LINK, "▸[the second module] (M02)"),), "was meant to be a link", "blank"
    ),
    "red and green": _colours("#cc0000", "#008000"),
    "colours by name": _colours("red", "gray"),
}
PASSING = {
    "a table whose first head is empty": ("A108", ((M01, HEAD, "      | | Stops | Ground |\n"),)),
    "bars in a sentence": ("A108", ((M01, LINK, "a | b\n      c | d"),)),
    "a link to a host": ("A109", ((M01, LINK, "[the law](https://adilet.example.kz/x?y=(z))"),)),
    "a link to a mailbox": ("A109", ((M01, LINK, "[the office](mailto:a.b@example.org)"),)),
    "brackets before brackets": ("A109", ((M01, LINK, "a [note] (see page 3)"),)),
    "black, white and a grey": ("A110", ((SVG, "", drawing("#000000", "#ffffff", "#777777")),)),
    "two greys": ("A110", ((SVG, "", drawing("#777777", "#707070")),)),
    "light and dark colours": ("A110", ((SVG, "", drawing("#ffe0e0", "#004400")),)),
    "no colour": ("A110", ((SVG, "", drawing("none", "url(#a)", "#000")),)),
}


@pytest.mark.parametrize("name", FAILING)
def test_what_cannot_be_read_on_paper_is_pointed_at(project: Project, name: str) -> None:
    assert_found(project, FAILING[name])


@pytest.mark.parametrize("name", PASSING)
def test_what_can_be_read_on_paper_is_left_alone(project: Project, name: str) -> None:
    assert_silent(project, *PASSING[name])


def picture(project: Project, width: int, height: int) -> None:
    path = project.path("modules/figures/photo.png")
    Image.new("RGB", (width, height), "#888888").save(path)


def test_a_coarse_picture_is_pointed_at_with_the_size_it_needs(project: Project) -> None:
    picture(project, 300, 200)
    expected = project.replace(M01, IMAGE, "(▸figures/photo.png)")
    diagnostic = only(project.report(select=("A107",)))
    assert place(diagnostic) == expected
    assert "65 points an inch: 300 × 200 points on 118 mm" in diagnostic.message
    assert "at least 700 points wide" in diagnostic.help


@pytest.mark.parametrize(("width", "height"), [(700, 400), (400, 800), (2000, 100)])
def test_a_fine_picture_is_left_alone(project: Project, width: int, height: int) -> None:
    picture(project, width, height)
    project.replace(M01, IMAGE, "(figures/photo.png)")
    assert shown(project.report(select=("A",)).diagnostics) == ""


def test_a_broken_picture_is_the_matter_of_another_rule(project: Project) -> None:
    project.write("modules/figures/photo.png", b"not a picture")
    project.replace(M01, IMAGE, "(figures/photo.png)")
    assert only(project.report(select=("A",))).code == "A103"


def test_a_broken_drawing_is_the_matter_of_another_rule(project: Project) -> None:
    project.write(SVG, "<svg")
    assert only(project.report(select=("A",))).code == "A103"


def test_the_size_of_a_figure_is_that_of_the_stylesheet() -> None:
    css = (TEMPLATES / "styles" / "print.css").read_text("utf-8")
    rule = re.search(r"img\.figure \{[^}]*\}", css)
    assert rule is not None
    assert f"width: {FIGURE_WIDTH}mm" in rule[0]
    assert f"max-height: {FIGURE_HEIGHT}mm" in rule[0]


def test_pictures_of_the_second_module_are_fine_too(project: Project) -> None:
    project.replace(M02, "status: reviewed", "status: approved")
    assert shown(project.report(select=("A",)).diagnostics) == ""
