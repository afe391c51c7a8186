"""Small real leaves, laid out once for all tests of the outputs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from curriculum_cli.outputs.binder import Sheet, bind
from curriculum_cli.outputs.font_pack import FONTS_FOLDER
from curriculum_cli.outputs.leaf_pdf import LaidOut, lay_out

from ..printed import faces
from .leaves import ASSETS, BLANK_CSS, CSS, HANDOUT, PLAN, SCENARIO, page_of

Lay = Callable[..., LaidOut]
Bind = Callable[..., bytes]


@pytest.fixture(scope="session")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("layout")


@pytest.fixture(scope="session")
def lay(workspace: Path) -> Lay:
    """Lay out the body of a leaf in the test style."""

    def lay_body(body: str, language: str = "kk", css: str = CSS) -> LaidOut:
        return lay_out(
            page_of(body, language),
            css=(css,),
            assets=ASSETS,
            fonts=FONTS_FOLDER,
            workspace=workspace,
        )

    return lay_body


@pytest.fixture(scope="session")
def blank_back(lay: Lay) -> LaidOut:
    return lay("", css=BLANK_CSS)


@pytest.fixture(scope="session")
def sheets(lay: Lay) -> list[Sheet]:
    """Return a plan of one page, a scenario of two and a handout of one."""
    plan, scenario, handout = lay(PLAN), lay(SCENARIO, "ru"), lay(HANDOUT, "en")
    return [
        Sheet("M10", plan, "M10-", "Тоқтату және тексеру", 1, "kk"),
        Sheet("M10-C1", scenario, "M10-C1-", "Ролевая игра", 2, "ru"),
        Sheet("M10-H1", handout, "M10-H1-", "Handout 1", 2, "en"),
    ]


@pytest.fixture(scope="session")
def bind_sheets(blank_back: LaidOut) -> Bind:
    """Bind sheets with the same title and blank back each time."""

    def bind_them(sheets: Sequence[Sheet], *, duplex: bool = True) -> bytes:
        return bind(
            sheets,
            title="Жаттықтырушы <кітабы> & «құқық»",
            language="kk",
            subject="Trainer's handbook",
            faces=faces(),
            blank_back=blank_back if duplex else None,
        )

    return bind_them


@pytest.fixture(scope="session")
def bound(sheets: list[Sheet], bind_sheets: Bind) -> bytes:
    return bind_sheets(sheets)


@pytest.fixture(scope="session")
def book(bound: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(bound))


@pytest.fixture(scope="session")
def file(bound: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("bound") / "bound.pdf"
    path.write_bytes(bound)
    return path
