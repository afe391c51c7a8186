"""Every kind of page in every language: axe, narrow screens, no script, nothing from outside."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from .conftest import DESK, NARROWEST, PHONE, Open

EVERY_RULE = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
LAID_OUT = "main > article.leaf { content-visibility: visible !important }"


def findings(page: Page) -> list[str]:
    """What axe finds, its best practices and target sizes included, on a page laid out whole."""
    page.add_style_tag(content=LAID_OUT)
    page.wait_for_timeout(100)
    found = Axe().run(page, options=EVERY_RULE).response["violations"]
    return [f"{each['id']}: {node['html'][:120]}" for each in found for node in each["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_axe_finds_nothing(
    pages: list[Path], open_page: Open, size: dict[str, int], scheme: str
) -> None:
    found = {}
    for path in pages:
        page = open_page(path, viewport=size, color_scheme=scheme)
        found[path.parent.name, path.name] = findings(page)
        page.close()
    assert {name: each for name, each in found.items() if each} == {}


def test_axe_sees_what_is_wrong(pages: list[Path], open_page: Open) -> None:
    page = open_page(pages[0])
    page.locator("main").evaluate(
        """main => main.insertAdjacentHTML("afterbegin",
          '<img src="data:,"><p style="color: #aaa">too pale <button>x</button></p>')"""
    )
    found = " ".join(findings(page))
    assert "image-alt" in found
    assert "color-contrast" in found


def test_no_page_is_wider_than_the_narrowest_telephone(pages: list[Path], open_page: Open) -> None:
    wide = []
    for path in pages:
        page = open_page(path, viewport=NARROWEST)
        page.add_style_tag(content=LAID_OUT)
        if page.evaluate("document.documentElement.scrollWidth") > NARROWEST["width"]:
            wide.append(str(path))
        page.close()
    assert wide == []


def test_a_page_reads_without_script(pages: list[Path], open_page: Open) -> None:
    for path in pages:
        page = open_page(path, java_script_enabled=False)
        assert page.locator("main h2").first.is_visible()
        assert page.locator("form:visible").count() == 0
        page.close()


def test_a_page_asks_for_nothing_and_complains_of_nothing(
    pages: list[Path], open_page: Open
) -> None:
    for path in pages:
        page = open_page(pages[0])
        asked: list[str] = []
        said: list[str] = []
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        page.on("console", lambda message, said=said: said.append(message.text))
        page.on("pageerror", lambda error, said=said: said.append(str(error)))
        page.goto(path.as_uri())
        assert [url for url in asked if not url.startswith("data:")] == [path.as_uri()]
        assert said == []
        page.close()
