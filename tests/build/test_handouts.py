"""Packs as they come out of a build: files, cache, manifest, zip, and where names are not."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import page
import pytest
from curriculum_cli.build.parcel import write_parcel
from curriculum_cli.build.request import Request
from curriculum_cli.model.people import Person
from curriculum_cli.outputs.laid_out import LaidOut

from tests.editions import edition
from tests.views.test_trainer_only import leaks, secrets, words

from ..printed import printed
from ..project import M01, Project
from .town import Town, digests

PEOPLE = (Person("Zhuldyz Ivanova", "captain", "Station 7"), Person("Pavel Omarov"))
PACK = Request(documents=("handout",), languages=("ru",), workshop="two-days")
NAMED = replace(PACK, people=PEOPLE)
COPIES = ("participant", "trainer")


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Town:
    """The small project with the papers of its workshop, with names."""
    town = Town(Project.copy(tmp_path_factory.mktemp("packs") / "town"))
    town.build(NAMED)
    return town


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Town:
    """The same without names."""
    town = Town(Project.copy(tmp_path_factory.mktemp("blank") / "town"))
    town.build(PACK)
    return town


def pdf(town: Town, copy: str) -> Path:
    return town.output / f"ru/handouts/two-days-{copy}.pdf"


def text(path: Path) -> str:
    run = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True)
    return re.sub(r"[-\u00ad\u2010]\n", "", run.stdout)


@pytest.mark.parametrize("copy", COPIES)
def test_checkers_find_nothing_in_a_pack(packed: Town, copy: str) -> None:
    path = pdf(packed, copy)
    report = page.validate_pdf_bytes(path.read_bytes(), profile="ua1")
    assert [f"{each.rule_id}: {each.message}" for each in report.failures] == []
    done = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("suffix", ["pdf", "html"])
def test_the_participants_copy_holds_nothing_of_the_trainers(packed: Town, suffix: str) -> None:
    path = pdf(packed, "participant").with_suffix(f".{suffix}")
    found = text(path) if suffix == "pdf" else re.sub(r"<[^>]*>", " ", path.read_text("utf-8"))
    assert leaks(secrets(edition(packed.root, "ru")), words(found)) == []
    assert not any(person.name in found for person in PEOPLE)


def test_names_are_printed_in_the_trainers_copy(packed: Town) -> None:
    found = " ".join(text(pdf(packed, "trainer")).split())
    for person in PEOPLE:
        assert found.count(person.name) >= 3, "register, plate, certificate"
    html = pdf(packed, "trainer").with_suffix(".html").read_text("utf-8")
    assert all(person.name in html for person in PEOPLE)


def everything(folder: Path) -> str:
    """All that stands below a folder: the bytes as they are, and the text of each kept leaf."""
    parts = []
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            data = path.read_bytes()
            parts.append(data.decode("utf-8", "replace"))
            parts.append(data.decode("utf-16-be", "replace"))
            if path.suffix == ".leaf":
                sheet = folder / "sheet.pdf"
                sheet.write_bytes(printed(LaidOut.from_bytes(data)))
                parts.append(text(sheet))
                sheet.unlink()
    return "\n".join(parts)


def test_names_are_neither_in_the_cache_nor_in_the_manifest(packed: Town, blank: Town) -> None:
    private = {"workshop-register", "workshop-plates", "workshop-certificate"}
    for record in packed.records().values():
        for leaf in record.leaves:
            hidden = leaf.id in private and record.path.rpartition("-")[2].startswith("trainer")
            assert (leaf.digest == "") == hidden, f"{record.path}: {leaf.id}"
    assert len(packed.entries()) == len(blank.entries()) - len(private)
    own = {path.name for path in packed.entries()} - {path.name for path in blank.entries()}
    assert len(own) == 1, "the list of copies only, without the sheets printed by name"
    kept = everything(packed.cache) + (packed.output / "manifest.json").read_text("utf-8")
    assert "Greet first" in kept, "leaves are read as text"
    for person in PEOPLE:
        for part in (person.name, *person.name.split()):
            assert part not in kept


def test_a_second_pack_lays_out_only_the_sheets_with_names(packed: Town) -> None:
    before = digests(packed.output)
    assert packed.build(NAMED).laid_out == 3
    assert digests(packed.output) == before


def test_a_second_pack_without_names_lays_out_nothing(blank: Town) -> None:
    before = digests(blank.output)
    assert blank.build(PACK).laid_out == 0
    assert digests(blank.output) == before


def test_a_changed_step_of_another_audience_changes_no_word(blank: Town, tmp_path: Path) -> None:
    shutil.copytree(blank.root, tmp_path / "town")
    town = Town(Project(tmp_path / "town"))
    town.project.replace(M01, "trainer: Stop when voices rise a second time.", "trainer: Go on.")
    town.build(PACK, formats=("html",))
    assert "Go on." not in pdf(town, "trainer").with_suffix(".html").read_text("utf-8")


def test_packs_of_others_and_all_other_documents_stay(town: Town) -> None:
    before = set(town.files())
    town.build(PACK, formats=("html",))
    town.build(replace(PACK, workshop=None, modules=("M01",)), formats=("html",))
    town.build(replace(PACK, copies=("participant",)), formats=("html",))
    found = set(town.files())
    wanted = {f"ru/handouts/{name}-{copy}.html" for name in ("two-days", "M01") for copy in COPIES}
    assert found == before | wanted


def test_all_packs_are_a_document_of_a_build(town: Town) -> None:
    result = town.build(
        Request(documents=("handout",), languages=("en", "ru", "kk"), formats=("html",))
    )
    assert sorted(record.path for record in result.made) == [
        f"{language}/handouts/two-days-{copy}.html" for language in ("kk", "ru") for copy in COPIES
    ]


def test_a_zip_holds_the_pack_with_the_digest_of_each_file(blank: Town) -> None:
    result = blank.build(PACK)
    path = write_parcel(PACK, blank.output, result.made)
    assert path == blank.output / "handouts/two-days.zip"
    first = path.read_bytes()
    with ZipFile(path) as archive:
        listed = {f["path"]: f for f in json.loads(archive.read("manifest.json"))["files"]}
        names = [name for name in archive.namelist() if name != "manifest.json"]
        assert sorted(names) == sorted(listed)
        assert len(names) == 4
        for name in names:
            data = archive.read(name)
            assert listed[name]["sha256"] == sha256(data).hexdigest()
            assert data == (blank.output / name).read_bytes()
    assert write_parcel(PACK, blank.output, result.made).read_bytes() == first


def test_a_zip_for_participants_says_so_and_holds_no_trainers_copy(blank: Town) -> None:
    request = replace(PACK, copies=("participant",))
    path = write_parcel(request, blank.output, blank.build(request).made)
    assert path.name == "two-days-participant.zip"
    with ZipFile(path) as archive:
        assert not [name for name in archive.namelist() if "trainer" in name]
