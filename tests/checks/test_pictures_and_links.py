"""A101, A102, A104, A105, A106: what texts may show, where they may lead, and their letters."""

from __future__ import annotations

import pytest

from ..project import M01, M02, PROGRAMME, WORKSHOP, Project, only, place, shown
from .cases import Case, assert_found, assert_silent

IMAGE = "figures/path.svg"
LINK = "[the second module](M02)"


def _image(address: str, message: str, help: str = "", code: str = "A102") -> Case:
    return Case(code, ((M01, f"({IMAGE})", f"(▸{address})"),), message, help)


def _link(address: str) -> Case:
    return Case(
        "A102", ((M01, LINK, f"[x](▸{address})"),), "a link may not lead to", "Link to a module"
    )


FAILING = {
    "a picture that is missing": _image(
        "figures/pat.svg", "there is no image “figures/pat.svg”", "“figures/path.svg”?", "A101"
    ),
    "a picture missing in a folder": _image(
        "figures/m1/street.jpg", "there is no image", "“figures/m01/street.jpg”?", "A101"
    ),
    "a picture with a Cyrillic name missing": _image(
        "figures/схема.svg", "there is no image “figures/схема.svg”", "", "A101"
    ),
    "a picture without address": _image("", "there is no image “”", "", "A101"),
    "a folder as picture": _image("figures/m01", "there is no image", "", "A101"),
    "an address of the web": _image("https://example.org/a.png", "leads out of the project"),
    "an address without scheme": _image("//example.org/a.png", "leads out of the project"),
    "a local address": _image("file:///etc/passwd", "leads out of the project"),
    "a short local address": _image("file:/etc/passwd", "uses “file:”"),
    "data": _image("data:image/svg+xml;base64,PHN2Zy8+", "uses “data:”"),
    "a script": _image("javascript:alert%281%29", "uses “javascript:”"),
    "a script in disguise": _image("java&#115;cript:x", "uses “javascript:”"),
    "a drive": _image("C:/windows/a.png", "uses “C:”"),
    "an absolute path": _image("/etc/passwd", "is an absolute path"),
    "a home": _image("~/a.png", "is an absolute path"),
    "a path upward": _image("figures/../../secret.png", "leads out of the project"),
    "a path upward at once": _image("../curriculum.svg", "leads out of the project"),
    "a path upward, escaped": _image("figures/%2e%2e/%2e%2e/secret.png", "leads out"),
    "a path upward, escaped in part": _image(".%2E/secret.png", "leads out of the project"),
    "a path upward with a slash escaped": _image("..%2fsecret.png", "leads out of the project"),
    "a path upward the Windows way": _image("figures%5c..%5c..%5cx.png", "leads out"),
    "a path upward as an entity": _image("&#46;&#46;/x.png", "leads out of the project"),
    "an escaped null": _image("figures/a%00.svg", "holds an invisible character"),
    "an escaped terminal code": _image("figures/%1b%5b31m.svg", "holds an invisible character"),
    "a name that no disk takes": _image("figures/" + "a" * 300 + ".svg", "is too long"),
    "a link to a script": _link("javascript:alert%281%29"),
    "a link to a file": _link("file:///etc/passwd"),
    "a link to data": _link("data:text/html,x"),
    "a link to a path": _link("/etc/passwd"),
    "a link to a picture": _link("figures/path.svg"),
    "a link without scheme": _link("//example.org"),
    "a link to nothing": _link(""),
    "a picture without description": Case(
        "A104",
        ((M01, "![A path with three stations: greet, explain, listen]", "![  ]"),),
        "has no description",
        "between the square brackets",
        (M01, f"(▸{IMAGE})"),
    ),
    "a letter that no font has": Case(
        "A105",
        ((M01, "title: Two rules", "title: Two ▸👍 rules"),),
        "no font has the character “👍” (U+1F44D, thumbs up sign)",
        "words",
    ),
    "a letter in a block": Case(
        "A105", ((M01, "   You are on foot patrol.", "   You are ▸步 on foot."),), "U+6B65"
    ),
    "a letter in quotes": Case(
        "A105", ((WORKSHOP, "note: Hall", 'note: "A \\"▸☎\\" Hall"'),), "black telephone"
    ),
    "a letter in folded text": Case(
        "A105",
        ((M02, "purpose: Руководители", "purpose: >\n  Раз\n  два\n\n  три ▸☎\n  руководители"),),
        "U+260E",
    ),
    "a heading of the first level": Case(
        "A106", ((M01, "      ## Rule one", "      ▸# Rule one"),), "first level", "Write `## `"
    ),
    "a heading that skips a level": Case(
        "A106",
        ((M01, "  ### What to say", "  ▸#### What to say"),),
        "skips a level",
        "Write ### here",
    ),
    "a first heading too low": Case(
        "A106",
        ((PROGRAMME, "  Two short modules", "  ▸### Aim\n\n  Two short modules"),),
        "skips a level",
        "Write ## here",
    ),
}

PASSING = {
    "a picture in a folder": ("A101", ((M01, f"({IMAGE})", "(figures/m01/street.jpg)"),)),
    "a picture with an escaped name": ("A101", ((M01, f"({IMAGE})", "(figures/%70ath.svg)"),)),
    "dots in a name": ("A102", ((M01, f"({IMAGE})", "(figures/a..b.svg)"),)),
    "a link to the web": ("A102", ((M01, LINK, "[x](https://example.org/a?b=../c)"),)),
    "a link to a mailbox": ("A102", ((M01, LINK, "[x](mailto:a@example.org)"),)),
    "an address only written": ("A102", ((M01, LINK, "javascript:alert(1) file:///etc"),)),
    "a description of one word": (
        "A104",
        ((M01, "![A path with three stations: greet, explain, listen]", "![Path]"),),
    ),
    "Kazakh letters": ("A105", ((M01, "title: Two rules", "title: Әділ қызмет — «екі» ереже"),)),
    "headings that go back up": ("A106", ((M01, "  ### What to say", "  ## What to say"),)),
}


@pytest.mark.parametrize("name", FAILING)
def test_what_may_not_be_printed_is_pointed_at(project: Project, name: str) -> None:
    assert_found(project, FAILING[name])


@pytest.mark.parametrize("name", PASSING)
def test_what_may_be_printed_passes(project: Project, name: str) -> None:
    assert_silent(project, *PASSING[name])


def test_a_picture_that_is_a_link_out_of_the_modules_is_refused(project: Project) -> None:
    outside = project.root.parent / "secret.svg"
    outside.write_bytes(project.path(f"modules/{IMAGE}").read_bytes())
    project.path("modules/figures/out.svg").symlink_to(outside)
    expected = project.replace(M01, f"({IMAGE})", "(▸figures/out.svg)")
    diagnostic = only(project.report())
    assert (diagnostic.code, place(diagnostic)) == ("A102", expected)
    assert "a link that leads out of modules/" in diagnostic.message


def test_a_folder_of_pictures_that_leads_out_is_refused(project: Project) -> None:
    outside = project.root / "shared"
    project.path("modules/figures/m01").rename(outside)
    project.path("modules/figures/m01").symlink_to(outside)
    diagnostic = only(project.report())
    assert (diagnostic.code, "figures/m01/street.jpg" in diagnostic.message) == ("A102", True)


def test_a_picture_that_links_to_itself_is_missing(project: Project) -> None:
    project.path(f"modules/{IMAGE}").unlink()
    project.path(f"modules/{IMAGE}").symlink_to("path.svg")
    assert only(project.report()).code == "A101"


def test_no_other_rule_says_a_second_thing_about_a_refused_address(project: Project) -> None:
    project.replace(M01, f"({IMAGE})", "(https://example.org/a.webp)")
    project.replace(M01, LINK, "[x](javascript:x)")
    assert [each.code for each in project.report().diagnostics] == ["A102", "A102"]


def test_each_text_tells_of_its_first_unprintable_letter(project: Project) -> None:
    project.replace(M01, "title: Two rules", "title: 👍👍")
    project.replace(M01, "title: Tea", "title: ☕")
    assert len(project.report().diagnostics) == 2, shown(project.report().diagnostics)
