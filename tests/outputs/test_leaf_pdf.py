"""A leaf is laid out without loss, on our own fonts, and the same way each time."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from curriculum_cli.outputs.font_pack import FONTS_FOLDER
from curriculum_cli.outputs.leaf_pdf import (
    Bookmark,
    LaidOut,
    LayoutFailed,
    engine_versions,
    lay_out,
    loaded_pango_version,
    warm_up,
)

from ..printed import printed
from .conftest import Lay
from .leaves import ASSETS, CSS, KAZAKH, PLAN, page_of


def text_of(pdf: bytes, folder: Path) -> str:
    (folder / "leaf.pdf").write_bytes(pdf)
    command = ["pdftotext", str(folder / "leaf.pdf"), "-"]
    done = subprocess.run(command, capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())


def font_names(pdf: bytes) -> set[str]:
    with pikepdf.open(BytesIO(pdf)) as opened:
        fonts = opened.pages[0].Resources.Font.as_dict()
        return {str(font.BaseFont) for font in fonts.values()}


def test_pages_anchors_and_bookmarks_are_reported(lay: Lay) -> None:
    leaf = lay('<h1 id="a">One</h1><h3 id="b">Two</h3><h2 class="page" id="c">Three</h2>')
    assert leaf.pages == 2
    assert [(name, page) for name, page, *_ in leaf.anchors] == [("a", 0), ("b", 0), ("c", 1)]
    assert [(mark.level, mark.label, mark.page) for mark in leaf.bookmarks] == [
        (1, "One", 0),
        (2, "Two", 0),
        (2, "Three", 1),
    ]


def test_places_are_points_from_the_lower_left_corner(lay: Lay) -> None:
    leaf = lay('<p id="a" style="margin: 0">x')
    _, _, x, y = leaf.anchors[0]
    margin, body = 20 / 25.4 * 72, 8 * 0.75
    assert x == pytest.approx(margin + body, abs=0.1)
    assert y == pytest.approx(841.89 - margin - body, abs=0.1)


def test_an_anchor_that_goes_on_over_pages_stands_on_the_first(lay: Lay) -> None:
    leaf = lay('<div id="a"><p>x<p class="page">y</div>')
    assert [(name, page) for name, page, *_ in leaf.anchors] == [("a", 0)]


def test_a_closed_bookmark_is_told_from_an_open_one(lay: Lay) -> None:
    leaf = lay('<h1>One</h1><h2 style="bookmark-state: closed">Two</h2>')
    assert [mark.open for mark in leaf.bookmarks] == [True, False]


def test_kazakh_text_can_be_read_back(lay: Lay, tmp_path: Path) -> None:
    leaf = lay(f"<p>{KAZAKH}</p><p><b>{KAZAKH}</b></p><p><i>{KAZAKH} <b>{KAZAKH}</b></i></p>")
    assert text_of(printed(leaf), tmp_path).count(KAZAKH) == 4


def test_kazakh_words_are_hyphenated(lay: Lay, tmp_path: Path) -> None:
    leaf = lay('<div style="width: 60px">жаттықтырушылар</div>')
    assert "жаттық‐ тыру‐ шылар" in text_of(printed(leaf), tmp_path)


@pytest.mark.parametrize("family", ["DejaVu Sans", "Liberation Serif", "monospace", "Unheard Of"])
def test_fonts_of_the_machine_do_not_reach_the_paper(lay: Lay, family: str) -> None:
    leaf = lay(f"<p style='font-family: \"{family}\"'>Әділет</p>")
    assert font_names(printed(leaf)) == {"/NotoSans-Regular"}


def test_a_leaf_names_its_fonts_and_does_not_hold_them(lay: Lay) -> None:
    leaf = lay("<p>a <b>b</b></p>")
    pdf = pikepdf.open(BytesIO(leaf.pdf))
    fonts = pdf.pages[0].Resources.Font.as_dict()
    assert len(set(map(str, fonts.values()))) == 2
    assert all(isinstance(font, pikepdf.Name) for font in fonts.values())
    assert len(leaf.pdf) < 10_000


def test_each_used_face_is_embedded_whole(lay: Lay) -> None:
    leaf = lay("<p>a <b>b</b> <i>i <b>b</b></i></p>")
    pdf = pikepdf.open(BytesIO(printed(leaf)))
    programs = {
        font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()
        for font in pdf.pages[0].Resources.Font.as_dict().values()
    }
    assert programs == {file.read_bytes() for file in FONTS_FOLDER.glob("*.ttf")}


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<p>a \U0001f600", "U\\+1F600"),
        ('<p><a href="#nowhere">a</a>', "No anchor #nowhere"),
        ('<p id="a">a<p id="a">b', "Anchor defined twice"),
        ('<img src="asset:figures/map.svg">', "alt"),
        ('<img alt="a" src="asset:broken.png">', "broken.png"),
        ('<img alt="a" src="asset:broken.svg">', "broken.svg"),
        ("<div>" * 400 + "a", "nested too deeply"),
    ],
)
def test_a_loss_is_an_error(body: str, reason: str, workspace: Path) -> None:
    assets = {**ASSETS, "broken.png": b"\x89PNG\r\n\x1a\n", "broken.svg": b"<svg"}
    with pytest.raises(LayoutFailed, match=reason):
        lay_out(page_of(body), css=(CSS,), assets=assets, fonts=FONTS_FOLDER, workspace=workspace)


def test_an_image_with_too_many_pixels_is_an_error(workspace: Path) -> None:
    from PIL import Image

    stream = BytesIO()
    Image.new("1", (5_000, 5_000)).save(stream, "PNG")
    body = '<img alt="a" src="asset:huge.png">'
    with pytest.raises(LayoutFailed, match=r"huge\.png"):
        lay_out(
            page_of(body),
            css=(),
            assets={"huge.png": stream.getvalue()},
            fonts=FONTS_FOLDER,
            workspace=workspace,
        )


def test_a_document_without_language_is_an_error(workspace: Path) -> None:
    with pytest.raises(LayoutFailed, match="lang"):
        lay_out(
            "<html><head><title>x</title></head><body>a</body></html>",
            css=(),
            assets={},
            fonts=FONTS_FOLDER,
            workspace=workspace,
        )


def test_nothing_is_printed_or_logged(
    lay: Lay, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(LayoutFailed):
        lay("<p style='colour: red'>\U0001f600")
    assert capfd.readouterr() == ("", "")
    assert caplog.records == []
    assert not logging.getLogger("weasyprint").handlers[1:]


def test_a_complaint_about_a_style_sheet_is_not_a_loss(lay: Lay) -> None:
    assert lay("<p style='colour: red'>a").pages == 1


def test_counter_styles_of_a_style_sheet_are_used(lay: Lay, tmp_path: Path) -> None:
    css = "@counter-style signs { system: cyclic; symbols: '☑'; suffix: ' ' }"
    leaf = lay("<ul style='list-style: signs'><li>a</ul>", css=CSS + css)
    assert "☑" in text_of(printed(leaf), tmp_path)


def test_the_same_leaf_gives_the_same_bytes_in_another_process(lay: Lay, tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; "
        "from curriculum_cli.outputs.font_pack import FONTS_FOLDER; "
        "from curriculum_cli.outputs.leaf_pdf import lay_out; "
        "from tests.outputs.leaves import *; "
        "leaf = lay_out(page_of(PLAN), css=(CSS,), assets=ASSETS, fonts=FONTS_FOLDER, "
        "workspace=Path(sys.argv[1])); "
        "sys.stdout.buffer.write(leaf.to_bytes())"
    )
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", script, str(tmp_path)]
    environment = {"PYTHONHASHSEED": "7", "PYTHONPATH": str(root), "LANG": "C", "PATH": ""}
    done = subprocess.run(command, capture_output=True, check=True, cwd=root, env=environment)
    assert done.stdout == lay(PLAN).to_bytes()
    assert done.stderr == b""


def test_a_leaf_survives_the_cache(lay: Lay) -> None:
    leaf = lay(PLAN)
    assert leaf.bookmarks
    assert LaidOut.from_bytes(leaf.to_bytes()) == leaf


@pytest.mark.parametrize("change", ["cut", "changed", "empty", "foreign", "older"])
def test_a_damaged_leaf_is_refused(change: str) -> None:
    mark = Bookmark(1, "Тақырып", 0, 1.5, 2.25, open=True)
    data = LaidOut(b"%PDF", 1, (("a", 0, 1.0, 2.0),), (mark,)).to_bytes()
    damaged = {
        "cut": data[:-1],
        "changed": data[:-1] + b"x",
        "empty": b"",
        "foreign": b"%PDF-1.7" + data,
        "older": data.replace(b"leaf 3", b"leaf 2"),
    }
    with pytest.raises(ValueError, match="not a whole"):
        LaidOut.from_bytes(damaged[change])


def test_versions_are_told_without_loading_the_engine_and_stay_the_same_with_it(
    workspace: Path,
) -> None:
    script = (
        "import json, sys; from curriculum_cli.outputs.leaf_pdf import *; "
        "assert loaded_pango_version() is None; "
        "heavy = {'weasyprint', 'fontTools', 'pydyf', 'PIL'} & set(sys.modules); "
        "assert not heavy, heavy; print(json.dumps(engine_versions()))"
    )
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, capture_output=True, check=True, cwd=Path(__file__).parents[2])
    warm_up(FONTS_FOLDER, workspace)
    assert json.loads(done.stdout) == engine_versions()
    assert engine_versions()["weasyprint"].startswith("70.")


def test_pango_tells_its_version_once_loaded(workspace: Path) -> None:
    warm_up(FONTS_FOLDER, workspace)
    version = loaded_pango_version()
    assert version is not None
    assert version.startswith("1.")
