"""The documents of the embedded curriculum, built as a user does and read with other tools."""

from __future__ import annotations

import json
import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import page
import pikepdf
import pytest
from curriculum_cli.views.front import PRINT_TEST

from tests.editions import ROOT, edition
from tests.views.test_trainer_only import leaks, secrets, words

from .embedded import DOCUMENTS, HANDBOOKS, LANGUAGES, build, run

OPEN = re.compile("participant|overview")
"""Documents that people see who must not read a key or a secret."""

pytestmark = pytest.mark.xdist_group("embedded")


def test_every_promised_file_is_there(built: Path) -> None:
    names = {path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file()}
    wanted = {f"{each}.{suffix}" for each in DOCUMENTS for suffix in ("pdf", "html")}
    assert names == wanted | {"index.html", "manifest.json"}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_qpdf_finds_nothing(built: Path, name: str) -> None:
    done = run("qpdf", "--check", f"{built}/{name}.pdf")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", DOCUMENTS)
def test_an_accessibility_checker_finds_nothing(built: Path, name: str) -> None:
    report = page.validate_pdf_bytes((built / f"{name}.pdf").read_bytes(), profile="ua1")
    assert [f"{each.rule_id}: {each.message}" for each in report.failures] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_font_is_embedded_and_none_twice(built: Path, name: str) -> None:
    rows = run("pdffonts", f"{built}/{name}.pdf").stdout.splitlines()[2:]
    names = [row.split()[0] for row in rows]
    assert 2 <= len(names) <= 4
    assert len(set(names)) == len(names)
    assert all(re.search(r"\s(yes)\s+(yes|no)\s+(yes)\s+\d+\s+\d+$", row) for row in rows), rows


@pytest.mark.parametrize("name", HANDBOOKS)
def test_the_kazakh_letters_are_on_the_page(built: Path, name: str) -> None:
    text = run("pdftotext", f"{built}/{name}.pdf", "-").stdout
    assert PRINT_TEST in " ".join(text.split())


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_says_what_it_is(built: Path, name: str) -> None:
    with pikepdf.open(built / f"{name}.pdf") as pdf:
        assert str(pdf.Root.Lang) == name.split("/")[0]
        assert str(pdf.docinfo["/Title"])
        assert len(pdf.pages) % 2 == 0
        assert "/Outlines" in pdf.Root
        assert "/PageLabels" in pdf.Root


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_link_of_a_document_leads_to_a_page_of_it(built: Path, name: str) -> None:
    with pikepdf.open(built / f"{name}.pdf") as pdf:
        known = {str(each) for each in pikepdf.NameTree(pdf.Root.Names.Dests)}
        targets = [
            str(note.Dest)
            for sheet in pdf.pages
            for note in sheet.get("/Annots", [])
            if "/Dest" in note
        ]
        assert targets
        assert sorted(set(targets) - known) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_contents_name_the_page_where_a_sheet_begins(built: Path, language: str) -> None:
    with pikepdf.open(built / language / "trainer-handbook.pdf") as pdf:
        labels = [sheet.label for sheet in pdf.pages]
        at = {sheet.objgen: index for index, sheet in enumerate(pdf.pages)}
        tree = pikepdf.NameTree(pdf.Root.Names.Dests)
        places = {str(name): labels[at[tree[name][0].objgen]] for name in tree}
    pages = f"{built}/{language}/trainer-handbook.pdf"
    text = run("pdftotext", "-layout", pages, "-").stdout
    for leaf in ("M10", "M10-C1", "M10-H1", "M10-K", "M08"):
        assert places[leaf] == f"{leaf}-1"
        assert re.search(rf"\s{leaf}-1$", text, re.MULTILINE), leaf


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pictures_of_the_overview_are_figures_with_words_for_them(
    built: Path, language: str
) -> None:
    with pikepdf.open(built / language / "overview.pdf") as pdf:
        figures = [
            str(each.get("/Alt", ""))
            for each in pdf.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Figure"
        ]
    assert len(figures) == 2
    for words_for_it in ("M01", "RPMES"):
        assert any(words_for_it in each for each in figures), figures


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_role_card_slips_to_the_back_of_another(built: Path, language: str) -> None:
    name = built / language / "trainer-handbook.pdf"
    pages = run("pdftotext", str(name), "-").stdout.split("\f")
    with pikepdf.open(name) as pdf:
        labels = [str(sheet.label) for sheet in pdf.pages]
    cards = [(at, label) for at, label in enumerate(labels) if re.match(r"M\d\d-C\d+R-", label)]
    assert cards
    for at, label in cards:
        begins_a_sheet = "✂" in pages[at]
        assert begins_a_sheet == bool(re.search(r"\bR\d", pages[at])), label
        assert not begins_a_sheet or at % 2 == 0, label


@pytest.mark.parametrize("name", [each for each in DOCUMENTS if OPEN.search(each)])
@pytest.mark.parametrize("suffix", ["pdf", "html"])
def test_what_others_get_holds_nothing_of_the_trainers(built: Path, name: str, suffix: str) -> None:
    path = built / f"{name}.{suffix}"
    if suffix == "pdf":
        text = run("pdftotext", str(path), "-").stdout
        text = re.sub(r"[-\u00ad\u2010]\n", "", text)
    else:
        text = unescape(re.sub(r"<[^>]*>", " ", path.read_text("utf-8")))
    assert leaks(secrets(edition(ROOT, name[:2])), words(text)) == []


class Addresses(HTMLParser):
    """Everything that a page would fetch, and its ids and inner links."""

    def __init__(self) -> None:
        super().__init__()
        self.fetched: list[str] = []
        self.ids: list[str] = []
        self.inner: list[str] = []
        self.scripts = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.scripts += tag == "script"
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "a" and values.get("href", "").startswith("#"):
            self.inner.append(values["href"][1:])
        elif tag != "a":
            self.fetched += [values[name] for name in ("src", "href") if name in values]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_screen_edition_is_one_file_without_loose_ends(built: Path, name: str) -> None:
    reader = Addresses()
    text = (built / f"{name}.html").read_text("utf-8")
    reader.feed(text)
    assert reader.scripts == 1
    assert [each for each in reader.fetched if not each.startswith("data:")] == []
    assert not re.search(r"url\((?!\s*[\"']?(?:data:|#))", text)
    assert len(set(reader.ids)) == len(reader.ids)
    assert set(reader.inner) <= set(reader.ids)


def test_the_manifest_lists_every_document_with_its_digest(built: Path) -> None:
    import hashlib

    manifest = json.loads((built / "manifest.json").read_text("utf-8"))
    digests = {each["path"]: each["sha256"] for each in manifest["files"]}
    for name in DOCUMENTS:
        data = (built / f"{name}.pdf").read_bytes()
        assert digests[f"{name}.pdf"] == hashlib.sha256(data).hexdigest()


def test_a_second_build_lays_out_nothing(built: Path) -> None:
    after_the_packs = build(built)
    assert "laid out 0 of" in after_the_packs.stderr
    before = {path: path.stat().st_mtime_ns for path in built.rglob("*.pdf")}
    done = build(built)
    assert done.returncode == 0, done.stderr
    assert "up to date" in done.stderr.lower()
    assert {path: path.stat().st_mtime_ns for path in built.rglob("*.pdf")} == before
