"""Pages for the screen: landmarks, headings, names and nothing from outside, in every language."""

from __future__ import annotations

import base64
import re
from collections import Counter
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.editions import LANGUAGES

from ..project import Project
from .town import Town

NAMES = ("participant-handbook", "trainer-handbook", "lesson-plans/M01-first-contact")
PAGES = ["index", *(f"{language}/{name}" for language in LANGUAGES for name in NAMES)]
VOID = {"meta", "br", "img", "input", "hr", "link"}


class Page(HTMLParser):
    """What somebody who does not see a page goes by."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.headings: list[int] = []
        self.scripts: list[str] = []
        self.labelled: list[bool] = []
        self._open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag == "input":
            self.labelled.append("label" in self._open)
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] == "script":
            self.scripts.append(data)

    def each(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.tags if name == tag]

    @property
    def policy(self) -> str:
        return next(m["content"] for m in self.each("meta") if "http-equiv" in m)


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    town = Town(Project.copy(tmp_path_factory.mktemp("screens") / "town"))
    names = ("lesson-plan", "trainer-handbook", "participant-handbook")
    town.build(formats=("html",), documents=names, languages=LANGUAGES)
    return town.output


@pytest.fixture(params=PAGES)
def page(output: Path, request: pytest.FixtureRequest) -> Page:
    return Page((output / f"{request.param}.html").read_text("utf-8"))


def skips(headings: list[int]) -> list[tuple[int, int]]:
    """Steps from one heading to the next that leave a level out."""
    return [(a, b) for a, b in zip([0, *headings], headings, strict=False) if b > a + 1]


def test_headings_leave_no_level_out(page: Page) -> None:
    assert page.headings.count(1) == 1
    assert skips(page.headings) == []


def test_a_level_left_out_is_found() -> None:
    assert skips(Page("<h1>a</h1><h3>b</h3>").headings) == [(1, 3)]


def test_there_is_one_main_part_and_every_navigation_has_a_name_of_its_own(page: Page) -> None:
    assert [each["id"] for each in page.each("main")] == ["text"]
    names = Counter(each["aria-label"] for each in page.each("nav"))
    assert names
    assert max(names.values()) == 1


def test_ids_are_unique_and_links_inside_the_page_lead_somewhere(page: Page) -> None:
    ids = Counter(each["id"] for _, each in page.tags if "id" in each)
    assert [id for id, count in ids.items() if count > 1] == []
    inner = {a["href"][1:] for a in page.each("a") if a["href"].startswith("#")}
    assert "text" in inner
    assert inner <= ids.keys()


def test_nothing_is_fetched_and_only_the_page_s_own_script_may_run(page: Page) -> None:
    assert "default-src 'none'" in page.policy
    allowed = re.findall(r"'sha256-([^']*)'", page.policy)
    digests = [sha256("".join(page.scripts).encode()).digest()] if page.scripts else []
    assert allowed == [base64.b64encode(each).decode() for each in digests]
    assert all(not script for script in page.each("script"))
    fetched = [each["src"] for _, each in page.tags if "src" in each]
    assert [address for address in fetched if not address.startswith("data:")] == []
    assert page.each("link") == []


def test_every_field_has_its_label_and_waits_for_script(page: Page) -> None:
    assert all(page.labelled)
    assert all("hidden" in each for each in page.each("form"))
    assert len(page.each("form")) == len(page.each("script"))


@pytest.mark.parametrize("name", NAMES)
def test_a_document_leads_to_its_editions_and_says_which_it_is(output: Path, name: str) -> None:
    path = output / "kk" / f"{name}.html"
    page = Page(path.read_text("utf-8"))
    leads = {a["hreflang"]: a["href"] for a in page.each("a") if "hreflang" in a}
    assert leads.keys() == {"en", "ru"}
    assert all((path.parent / address).resolve().is_file() for address in leads.values())
    assert '<strong aria-current="true">қазақша</strong>' in page.text


def test_contents_list_every_sheet_once(output: Path) -> None:
    page = Page((output / "en/trainer-handbook.html").read_text("utf-8"))
    contents = page.text.partition('id="page-contents"')[2].partition("<main")[0]
    listed = re.findall(r'href="#([^"]+)"', contents)
    sheets = [each["id"] for each in page.each("article") if "cover" not in each["class"]]
    assert [each for each in listed if each in sheets] == sheets
    assert len(set(listed)) == len(listed)


def test_paper_shows_what_the_foot_of_the_printed_sheet_says(output: Path) -> None:
    text = (output / "en/lesson-plans/M01-first-contact.html").read_text("utf-8")
    paper = text.partition('<style media="print">')[2].partition("</style>")[0]
    assert re.search(r'@bottom-left \{ content: "M01 version [^"]*trainer only" \}', paper)
    assert '[id="M01-C1"] { page: n' in paper
