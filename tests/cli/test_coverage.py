"""`curriculum coverage`: holes first, in every format, and links confirmed."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from ..project import LINKS, M01, M02, PROGRAMME, STANDARD, Project
from .conftest import Command

_O1_OF_M02 = "    level: create\n    recommendations: [3]\n"
HOLE = "left_out:\n  - recommendation: 3\n    audience: patrol\n"


def break_item(here: Project) -> None:
    here.replace(M02, _O1_OF_M02, "    level: create\n    recommendations: []\n")


def test_a_covered_standard_ends_with_0(here: Project, command: Command) -> None:
    result = command("coverage")
    assert (result.code, result.err) == (0, "")
    assert result.lines[0] == (
        "RPST: 3 of 3 items are covered, 1 of them with something left out on purpose."
    )
    assert "Holes" not in result.lines
    assert "for patrol: Taught on the job. (accepted by Town police)" in result.out


def test_holes_come_first_and_end_with_1(here: Project, command: Command) -> None:
    break_item(here)
    result = command("coverage")
    assert result.code == 1
    assert result.lines[0].startswith("RPST: 2 of 3 items are covered")
    assert result.lines[2:4] == ["Holes", "    3  Plan with the town: no module serves it"]
    matrix = [line.split()[0] for line in result.lines if re.match(r" +\d .*[●○·]", line)]
    assert matrix == ["3", "1", "2"]


def test_what_is_missing_is_said(here: Project, command: Command) -> None:
    here.replace(PROGRAMME, HOLE, HOLE.replace("patrol", "senior"))
    here.replace(M02, "title: Чей это план\n    minutes: 20", "title: План\n    minutes: 9")
    here.replace(M02, "title: Пять пунктов\n    minutes: 40", "title: Пункты\n    minutes: 9")
    result = command("coverage")
    assert (
        "Plan with the town: no step of 10 minutes or more, not for Patrol officers" in result.out
    )
    row = next(line for line in result.lines if line.startswith("    3 Plan"))
    assert row.split()[-2:] == ["·", "?○"]


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_no_line_is_wider_than_the_screen(
    here: Project, command: Command, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    title = "Қала тұрғындарымен бірге жоспарлау " * 3
    here.replace(STANDARD, "title: Plan with the town", f"title: {title}")
    monkeypatch.setenv("COLUMNS", str(width))
    lines = command("coverage").lines
    assert all(cell_len(line) <= width for line in lines)
    assert [line.split() for line in lines if "M01" in line] == [["M01", "M02"]]


def test_many_modules_are_shown_in_blocks(
    here: Project, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3, 20):
        text = here.read(M02).replace("id: M02", f"id: M{number:02d}")
        here.write(f"modules/M{number:02d}-x.yaml", text)
    monkeypatch.setenv("COLUMNS", "60")
    result = command("coverage")
    heads = [
        line.split() for line in result.lines if re.fullmatch(r"[ M\d]+", line) and "M" in line
    ]
    assert [name for head in heads for name in head] == [
        f"M{number:02d}" for number in range(1, 20)
    ]
    assert len(heads) > 1
    assert all(len(line) <= 60 for line in result.lines)


def test_a_suspect_link_is_shown_with_its_remedy(here: Project, command: Command) -> None:
    here.replace(STANDARD, "looked at again every year", "looked at again")
    result = command("coverage")
    assert result.code == 0
    assert "  M02  3 (curriculum coverage --confirm M02)" in result.lines
    assert "?●" in result.out
    assert result.lines[-1].endswith("? suspect")


def test_json_holds_everything(here: Project, command: Command) -> None:
    break_item(here)
    result = command("coverage", "--format", "json")
    assert result.code == 1
    found = result.json
    assert (found["standard"], found["modules"]) == ("town-2020", ["M01", "M02"])
    assert found["counts"] == {
        "items": 3,
        "holes": 1,
        "left_out": 0,
        "served": 2,
        "suspect_links": 0,
        "unconfirmed_links": 3,
    }
    hole, first, _ = found["items"]
    assert (hole["state"], hole["missing"]) == ("hole", ["objective", "step", "item"])
    assert hole["left_out"] == [
        {"audience": "patrol", "reason": "Taught on the job.", "accepted_by": "Town police"}
    ]
    assert [each["module"] for each in first["modules"]] == ["M01", "M02"]
    assert first["modules"][:1] == [
        {
            "module": "M01",
            "objectives": ["O6", "O1"],
            "steps": ["S1", "S2", "S3", "S6"],
            "items": ["Q2", "Q3", "Q5"],
            "audiences": ["patrol", "senior"],
            "link": "unconfirmed",
        }
    ]


def test_csv_has_a_row_for_each_item_and_module(here: Project, command: Command) -> None:
    break_item(here)
    here.replace(STANDARD, "title: Plan with the town", 'title: "=1+1"')
    rows = list(csv.DictReader(io.StringIO(command("coverage", "--format", "csv").out)))
    assert [(row["recommendation"], row["module"]) for row in rows] == [
        ("3", ""),
        ("1", "M01"),
        ("1", "M02"),
        ("2", "M01"),
    ]
    assert rows[0]["title"] == "'=1+1", "a spreadsheet must not run it"
    assert (rows[0]["state"], rows[0]["missing"]) == ("hole", "objective step item")
    assert rows[3]["objectives"] == "O6 O2 O3"


@pytest.mark.parametrize(
    ("language", "words"), [("en", "Holes"), ("ru", "Пробелы"), ("kk", "Олқылықтар")]
)
def test_the_page_is_whole_and_in_its_language(
    here: Project, command: Command, language: str, words: str
) -> None:
    break_item(here)
    here.replace(STANDARD, "title: Judge by behaviour", "title: Judge <b>by</b> behaviour")
    result = command("coverage", "--format", "html", "--language", language)
    assert result.code == 1
    assert result.out.startswith("<!DOCTYPE html>")
    assert f'<html lang="{language}">' in result.out
    assert f"<h2>{words}</h2>" in result.out
    assert "Judge &lt;b&gt;by" in result.out
    assert not re.search(r'(?:src|href)=|@import|url\("http', result.out)


def test_the_page_is_in_the_language_of_the_programme(here: Project, command: Command) -> None:
    assert '<html lang="en">' in command("coverage", "--format", "html").out


WRONG = {
    "a language without a page": (["--language", "ru"], "Add --format html"),
    "an unknown language": (["--format", "html", "--language", "kz"], "Known: en, ru, kk."),
    "an unknown module": (["--confirm", "M10"], "there is no module “M10”"),
    "no module": (["--confirm", " , "], "no module is named"),
    "an unknown format": (["--format", "xlsx"], "xlsx"),
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_use_ends_with_2(here: Project, command: Command, name: str) -> None:
    arguments, message = WRONG[name]
    before = here.read(LINKS)
    result = command("coverage", *arguments)
    assert (result.code, result.out) == (2, "")
    assert message in result.err
    assert here.read(LINKS) == before


def test_what_does_not_decode_ends_with_1(here: Project, command: Command) -> None:
    here.replace(M01, "minutes: 90", "minutes: x")
    result = command("coverage", "--format", "json")
    assert (result.code, result.out) == (1, "")
    assert "S105" in result.err


def test_a_standard_that_is_not_there_ends_with_1(here: Project, command: Command) -> None:
    here.replace(PROGRAMME, "standard: town-2020", "standard: town-2021")
    result = command("coverage")
    assert (result.code, result.out) == (1, "")
    assert "there is no standard “town-2021”" in result.err


@pytest.mark.parametrize("wanted", ["all", "M01,M02", "M02, M01"])
def test_modules_are_confirmed(here: Project, command: Command, wanted: str) -> None:
    result = command("coverage", "--confirm", wanted)
    assert (result.code, result.out) == (0, "")
    assert result.err.startswith("Confirmed 4 links of M0")
    assert command("coverage", "--format", "json").json["counts"]["unconfirmed_links"] == 0
    assert here.read(LINKS).count("on: 2026-11-22") == 4


def test_the_embedded_curriculum_is_never_changed(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = command("coverage", "--confirm", "all")
    assert result.code == 2
    assert "the embedded curriculum cannot be changed" in result.err
