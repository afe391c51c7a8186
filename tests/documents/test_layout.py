"""The printed pages of the embedded curriculum: nothing runs out, nothing is empty or nameless."""

from __future__ import annotations

import json
import os
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from tests.editions import catalogue

from .embedded import DOCUMENTS, LANGUAGES
from .printed import (
    Printed,
    Word,
    foot_faults,
    in_the_margin,
    is_blank_back,
    is_painted,
    printed,
    tab,
)

pytestmark = pytest.mark.xdist_group("embedded")

pages_of = cache(printed)


def inner_pages(built: Path, name: str) -> list[Printed]:
    """The pages of a document but for covers and certificates, which keep no margins."""
    labels = catalogue(name.partition("/")[0])
    bare = {labels.text("label.cover"), labels.text("pack-label.certificate")}
    pages = pages_of(built / f"{name}.pdf")
    return [page for page in pages if page.label.rpartition("-")[0] not in bare]


def said(built: Path) -> list[str]:
    return (built.parent / "said.txt").read_text("utf-8").splitlines()


def test_the_build_names_no_page_to_look_at(built: Path) -> None:
    """Headings, rows, overflow, narrow columns: see `tests/outputs/test_measures.py`."""
    assert [line for line in said(built) if line.startswith("look:")] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_word_stands_in_the_margin(built: Path, name: str) -> None:
    found = [each for page in inner_pages(built, name) for each in in_the_margin(page)]
    assert found == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_page_has_its_head_and_its_whole_foot(built: Path, name: str) -> None:
    language = name.partition("/")[0]
    pages = [page for page in inner_pages(built, name) if not is_blank_back(page, language)]
    assert [each for page in pages for each in foot_faults(page)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_module_has_its_tab_at_one_height_below_the_one_before(
    built: Path, language: str
) -> None:
    heights: dict[str, set[float]] = {}
    for page in inner_pages(built, f"{language}/trainer-handbook"):
        if re.match(r"M\d\d-", page.label) and not is_blank_back(page, language):
            found = tab(page)
            assert found, page.label
            heights.setdefault(found.text, set()).add(round(found.top))
    assert len(heights) == 14
    assert all(len(each) == 1 for each in heights.values()), heights
    in_order = [max(heights[module]) for module in sorted(heights)]
    assert in_order == sorted(set(in_order))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_page_is_empty_but_backs_that_say_so(built: Path, name: str) -> None:
    language, path = name.partition("/")[0], built / f"{name}.pdf"
    for number, page in enumerate(pages_of(path)):
        if is_blank_back(page, language):
            assert not page.right_hand, page.label
        else:
            assert page.body or is_painted(path, number), page.label


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_letter_is_a_letter(built: Path, name: str) -> None:
    text = "".join(word.text for page in pages_of(built / f"{name}.pdf") for word in page.words)
    assert not set(text) & {"\ufffd", "\0", "\u25a1"}


COUNTS = Path(__file__).parent / "page-counts.json"


def test_no_document_has_jumped_in_length(built: Path) -> None:
    """A jump over 15 % is meant, or it is a fault of the look; then the record is made anew."""
    files = json.loads((built / "manifest.json").read_text("utf-8"))["files"]
    printed_in_english = [each for each in files if each["pages"] and each["language"] == "en"]
    now = {each["path"]: each["pages"] for each in printed_in_english}
    if os.environ.get("GOLDEN") == "update":
        COUNTS.write_text(json.dumps(now, indent=1) + "\n", "utf-8")
    known = json.loads(COUNTS.read_text("utf-8"))
    assert now.keys() == known.keys()
    assert {path: n for path, n in now.items() if abs(n - known[path]) > 0.15 * known[path]} == {}


GOOD = Printed(
    "M10-3", True, 595.3, 841.9,
    (
        Word(74, 50, 130, 60, "Policing"),
        Word(74, 100, 130, 110, "Text"),
        Word(74, 795, 400, 805, "M10 version 1.0 637aeea8"),
        Word(520, 795, 552, 805, "M10-3"),
    ),
)  # fmt: skip


def with_word(word: Word) -> Printed:
    return replace(GOOD, words=(*GOOD.words, word))


def test_a_word_in_a_margin_is_found() -> None:
    assert list(in_the_margin(GOOD)) == []
    for word in (
        Word(60, 100, 90, 110, "inner"),
        Word(530, 100, 570, 110, "outer"),
        Word(100, 835, 120, 845, "below"),
    ):
        assert list(in_the_margin(with_word(word))) == [f"M10-3: {word.text}"]
    assert list(in_the_margin(replace(GOOD, right_hand=False))) != []


def test_a_foot_that_lacks_something_is_found() -> None:
    head, text, digest, label = GOOD.words
    assert list(foot_faults(GOOD)) == []
    assert len(list(foot_faults(replace(GOOD, words=(text, digest, label))))) == 1
    assert len(list(foot_faults(replace(GOOD, words=(head, text, label))))) == 1
    assert len(list(foot_faults(replace(GOOD, words=(head, text, digest))))) == 1


def test_only_a_page_with_nothing_else_is_a_blank_back() -> None:
    note = Word(150, 50, 400, 60, catalogue("en").text("foot.blank"))
    assert is_blank_back(replace(GOOD, words=(note, *GOOD.words[2:])), "en")
    assert not is_blank_back(with_word(note), "en")
