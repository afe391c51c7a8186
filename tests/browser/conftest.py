"""A real browser, and the small project's pages for the screen in three languages.

`make test` reads this file too and has no Playwright, so that only the fixture imports it.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from curriculum_cli.views.catalogue import NAMES

from tests.build.town import Town
from tests.editions import LANGUAGES

from ..project import Project

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PHONE = {"width": 390, "height": 844}
NARROWEST = {"width": 320, "height": 640}
DESK = {"width": 1280, "height": 900}

Open = Callable[..., "Page"]


@pytest.fixture(scope="session")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    town = Town(Project.copy(tmp_path_factory.mktemp("browser") / "town"))
    town.build(formats=("html",), documents=NAMES, languages=LANGUAGES)
    return town.output


@pytest.fixture(scope="session")
def pages(output: Path) -> list[Path]:
    """Every page that was built: all kinds, all languages, and the index."""
    found = sorted(output.rglob("*.html"))
    assert {path.relative_to(output).parts[0] for path in found} == {*LANGUAGES, "index.html"}
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    names = ("chromium", "chromium-browser", "google-chrome")
    program = next(filter(None, map(shutil.which, names)), None)
    assert program, "no Chromium is installed: `make browser` says how"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Open]:
    """Opens a file; `place` is a fragment, the rest are options of the browser's context."""
    contexts = []

    def open_page(path: Path, place: str = "", **options: object) -> Page:
        context = browser.new_context(**{"viewport": PHONE, **options})  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.goto(path.as_uri() + place)
        return page

    yield open_page
    for context in contexts:
        context.close()
