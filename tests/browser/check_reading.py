"""Reading a handbook: search, keyboard, the other language at the same place, and paper."""

from __future__ import annotations

import re
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .conftest import DESK, Open

HANDBOOK = "en/trainer-handbook.html"
SEARCH = "#page-search input"


def results(page: Page) -> list[str]:
    return page.locator("#page-search ol a").all_text_contents()


def test_search_finds_a_word_and_leads_there(output: Path, open_page: Open) -> None:
    page = open_page(output / HANDBOOK)
    page.locator(SEARCH).press_sequentially("greet")
    expect(page.locator("#page-search mark").first).to_be_visible()
    assert re.search(r"\d", page.locator("#page-search [role=status]").inner_text())
    page.keyboard.press("Enter")
    first = page.locator("#page-search ol a").first
    expect(first).to_be_focused()
    title = first.inner_text()
    page.keyboard.press("Enter")
    expect(page.locator("#page-search ol")).to_be_hidden()
    target = page.locator(":target")
    assert target.inner_text().strip().startswith(title)
    bar = page.locator(".bar").bounding_box()
    box = target.bounding_box()
    assert bar
    assert box
    assert bar["y"] + bar["height"] <= box["y"] < 844


def test_escape_closes_and_nonsense_finds_nothing(output: Path, open_page: Open) -> None:
    page = open_page(output / HANDBOOK)
    field = page.locator(SEARCH)
    field.press_sequentially("module")
    expect(page.locator("#page-search ol")).to_be_visible()
    field.press("Escape")
    expect(page.locator("#page-search ol")).to_be_hidden()
    expect(field).to_be_focused()
    field.fill("zzzqqq")
    expect(page.locator("#page-search [role=status]")).to_contain_text("0")
    assert results(page) == []


@pytest.mark.parametrize(
    ("language", "asked", "heading"),
    [("ru", "цели", "Учебные цели"), ("kk", "тренер", "Тренер"), ("kk", "МАҚСАТЫ", "мақсаты")],
)
def test_search_knows_case_and_endings_of_other_languages(
    output: Path, open_page: Open, language: str, asked: str, heading: str
) -> None:
    page = open_page(output / language / "trainer-handbook.html")
    page.locator(SEARCH).press_sequentially(asked)
    expect(page.locator("#page-search ol")).to_be_visible()
    assert any(heading in title for title in results(page)), results(page)


def test_what_is_found_is_text_and_never_markup(output: Path, open_page: Open) -> None:
    page = open_page(output / HANDBOOK)
    page.evaluate("document.querySelector('main p').textContent = '<img src=x onerror=y> zebra'")
    page.locator(SEARCH).press_sequentially("zebra")
    expect(page.locator("#page-search mark").first).to_be_visible()
    assert page.locator("#page-search img").count() == 0
    assert "<img src=x" in page.locator("#page-search ol").inner_text()


def test_the_other_language_opens_at_the_same_sheet(output: Path, open_page: Open) -> None:
    page = open_page(output / HANDBOOK, "#M02", viewport=DESK)
    current = page.locator('#page-contents a[aria-current="true"]')
    expect(current).to_have_attribute("href", "#M02")
    page.locator("a[hreflang=kk]").dispatch_event("click")
    page.wait_for_url("**/kk/trainer-handbook.html#M02")
    assert page.locator("html").get_attribute("lang") == "kk"


def test_the_bar_never_hides_what_has_the_focus(output: Path, open_page: Open) -> None:
    page = open_page(output / HANDBOOK, viewport=DESK)
    hidden = []
    page.evaluate("document.querySelector('main').focus()")
    for _ in range(60):
        page.keyboard.press("Tab")
        hidden += page.evaluate(
            """() => {
              const box = document.activeElement.getBoundingClientRect();
              const bar = document.querySelector(".bar").getBoundingClientRect();
              const inBar = document.activeElement.closest(".bar");
              const behind = !inBar && bar.top <= box.top && box.bottom <= bar.bottom;
              return behind ? [document.activeElement.outerHTML] : [];
            }"""
        )
    assert hidden == []


def test_tab_stops_at_no_table_that_need_not_scroll(output: Path, open_page: Open) -> None:
    page = open_page(output / HANDBOOK, viewport=DESK)
    page.wait_for_timeout(200)
    stops = page.locator(".scroll[tabindex]")
    assert page.locator(".scroll").count() > stops.count()
    still = "boxes => boxes.every(box => box.scrollWidth > box.clientWidth)"
    assert stops.evaluate_all(still)


def test_a_browser_prints_what_the_pdf_shows(output: Path, open_page: Open, tmp_path: Path) -> None:
    page = open_page(output / "en/lesson-plans/M01-first-contact.html", color_scheme="dark")
    paper = tmp_path / "paper.pdf"
    page.pdf(path=paper, prefer_css_page_size=True)
    assert re.search(r"Page size:\s+59\d.* x 84\d.*A4", tool("pdfinfo", paper))
    sheets = [sheet for sheet in tool("pdftotext", paper, "-").split("\f") if sheet.strip()]
    assert all("trainer only" in sheet or "M01" in sheet for sheet in sheets)
    assert "TRAINER ONLY" in sheets[0]
    assert "M01 The first minute" in sheets[0]
    assert not any("Search" in sheet for sheet in sheets)
    cards = [at for at, sheet in enumerate(sheets) if "✂" in sheet]
    assert cards
    assert all(later - sooner > 1 for sooner, later in pairwise(cards))


def tool(name: str, path: Path, *more: str) -> str:
    return subprocess.run([name, path, *more], capture_output=True, text=True, check=True).stdout
