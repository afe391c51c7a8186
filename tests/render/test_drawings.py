"""Pictures that the program draws: described, whole, and without crossings that can be spared."""

from __future__ import annotations

import re

import pytest
from curriculum_cli.render.coverage_drawing import coverage_drawing
from curriculum_cli.render.layered import columns
from curriculum_cli.render.prerequisites_picture import prerequisites_picture
from curriculum_cli.views.coverage_picture import CoveragePictureView, coverage_picture
from curriculum_cli.views.prerequisites import PrerequisitesView, prerequisites
from defusedxml.ElementTree import fromstring
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from tests.editions import LANGUAGES, ROOT, TEMPLATES, edition
from tests.project import CASES

SVG = "{http://www.w3.org/2000/svg}"


def view(titles: dict[str, str], *needs: tuple[str, str]) -> PrerequisitesView:
    first = tuple(name for name in titles if name not in {after for _, after in needs})
    rest = tuple(name for name in titles if name not in first)
    return PrerequisitesView(titles, tuple(filter(None, (first, rest))), needs, (), "What it shows")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("root", [ROOT, CASES / "project"], ids=["embedded", "small"])
def test_both_pictures_are_well_formed_and_described(root: object, language: str) -> None:
    shown = edition(root, language)  # type: ignore[arg-type]
    order, coverage = prerequisites(shown), coverage_picture(shown)
    assert coverage is not None
    assert isinstance(order.view, PrerequisitesView)
    assert isinstance(coverage.view, CoveragePictureView)
    for drawn, about in (
        (prerequisites_picture(order.view), order.view.description),
        (coverage_drawing(coverage.view), coverage.view.description),
    ):
        picture = fromstring(drawn)
        title = picture.find(f"{SVG}title")
        assert title.text == about
        assert picture.get("role") == "img"
        assert picture.get("aria-labelledby") == title.get("id")
        assert "opacity" not in drawn


def test_every_module_is_in_its_box_and_every_need_is_an_arrow() -> None:
    drawn = fromstring(prerequisites_picture(view({"M01": "One", "M02": "Two"}, ("M01", "M02"))))
    texts = [each.text for each in drawn.iter(f"{SVG}text")]
    assert texts == ["M01", "One", "M02", "Two"]
    assert len(list(drawn.iter(f"{SVG}polygon"))) == 1


def test_signs_of_markup_in_a_title_are_text() -> None:
    drawn = fromstring(prerequisites_picture(view({"M01": "<b>A & B</b>"})))
    assert "".join(each.text or "" for each in drawn.iter(f"{SVG}text")) == "M01<b>A & B</b>"


def test_a_long_title_stays_inside_its_box() -> None:
    drawn = fromstring(prerequisites_picture(view({"M01": "Слово " * 60})))
    lines = [each.text or "" for each in drawn.iter(f"{SVG}text")]
    assert len(lines) == 4
    assert lines[-1].endswith("…")


TITLES = (
    "Disorder: de-escalation, mediation, minimum force, and what comes after it in the station",
    "Щит и широкая площадь: деэскалация, посредничество и применение минимальной силы в толпе",
    "Қоғамдық тәртіпсіздік: шиеленісті бәсеңдету, бітімгершілік және күшті барынша аз қолдану",
    "MMMM WWWW MMMM WWWW",
)


@pytest.mark.parametrize("title", TITLES)
def test_lines_of_type_fit_their_box_when_measured_in_the_real_font(title: str) -> None:
    font = TTFont(TEMPLATES / "fonts" / "NotoSans-Regular.ttf")
    glyphs, widths, units = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    drawn = fromstring(prerequisites_picture(view({"M01": title, "M02": "x"}, ("M01", "M02"))))
    frame = next(drawn.iter(f"{SVG}rect"))
    right = float(frame.get("x")) + float(frame.get("width"))
    for each in list(drawn.iter(f"{SVG}text"))[1:-2]:
        size = float(each.get("font-size"))
        width = sum(widths[glyphs[ord(letter)]][0] for letter in each.text) * size / units
        assert float(each.get("x")) + width <= right, each.text


def test_lines_that_need_not_cross_do_not() -> None:
    cells, _ = columns([["a", "b"], ["x", "y"]], [("a", "y"), ("b", "x")])
    assert [name for name, _ in cells[1]] == ["y", "x"]


def test_a_line_over_a_column_has_a_place_of_its_own_there() -> None:
    cells, (path, *_) = columns([["a"], ["b"], ["c"]], [("a", "c"), ("a", "b")])
    assert path == [("a", "a"), ("a", "c"), ("c", "c")]
    assert sorted(cells[1]) == [("a", "c"), ("b", "b")]


@given(st.lists(st.integers(1, 5), min_size=1, max_size=5), st.data())
def test_nothing_is_lost_when_columns_are_sorted(sizes: list[int], data: st.DataObject) -> None:
    layers = [[f"{i}.{j}" for j in range(size)] for i, size in enumerate(sizes)]
    pairs = [
        (a, b)
        for i, left in enumerate(layers)
        for right in layers[i + 1 :]
        for a in left
        for b in right
    ]
    links = data.draw(st.lists(st.sampled_from(pairs), unique=True, max_size=8)) if pairs else []
    cells, paths = columns(layers, links)
    boxes = [sorted(a for a, b in column if a == b) for column in cells]
    assert boxes == [sorted(layer) for layer in layers]
    assert [(path[0][0], path[-1][0]) for path in paths] == links


def test_marks_differ_in_shape_and_not_in_colour() -> None:
    shown = coverage_picture(edition(CASES / "project"))
    assert shown is not None
    assert isinstance(shown.view, CoveragePictureView)
    colours = set(re.findall(r'(?:fill|stroke)="([^"]*)"', coverage_drawing(shown.view)))
    assert colours <= {"black", "none", "white"}
