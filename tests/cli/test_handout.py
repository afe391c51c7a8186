"""`curriculum handout` as a trainer runs it in the evening."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..project import M01, Project
from .conftest import Command

QUICK = ("handout", "two-days", "--format", "html")


def test_both_copies_come_in_the_languages_of_the_workshop(here: Project, command: Command) -> None:
    done = command(*QUICK)
    assert done.code == 0, done.err
    for language in ("ru", "kk"):
        for copy in ("participant", "trainer"):
            assert f"build/{language}/handouts/two-days-{copy}.html" in done.out
    assert not here.path("build/en").exists()


def test_another_language_one_copy_and_a_zip(here: Project, command: Command) -> None:
    done = command(*QUICK, "--language", "en", "--copy", "participant", "--zip", "--output", "out")
    assert done.code == 0, done.err
    assert here.path("out/en/handouts/two-days-participant.html").is_file()
    assert not here.path("out/en/handouts/two-days-trainer.html").exists()
    assert done.lines[-1] == "out/handouts/two-days-participant.zip"


def test_a_module_without_a_workshop(here: Project, command: Command) -> None:
    done = command("handout", "--module", "M01", "--format", "html", "--language", "en")
    assert done.code == 0, done.err
    assert here.path("build/en/handouts/M01-participant.html").is_file()
    assert here.path("build/en/handouts/M01-trainer.html").is_file()


def test_names_are_printed_and_not_said(here: Project, command: Command) -> None:
    here.write("people.csv", "ФИО;Звание\nАхметова Асель;капитан\n".encode("cp1251"))
    done = command(*QUICK, "--participants", "people.csv", "--language", "kk")
    assert done.code == 0, done.err
    assert "Ахметова" not in done.out + done.err
    assert "Ахметова Асель" in here.read("build/kk/handouts/two-days-trainer.html")
    assert "Ахметова" not in here.read("build/kk/handouts/two-days-participant.html")
    assert "Ахметова" not in here.read("build/manifest.json")


def test_a_wrong_list_is_told_line_by_line_without_a_name(here: Project, command: Command) -> None:
    here.write("people.csv", "name;rank\nАхмет?ва;\n;капитан\n")
    done = command(*QUICK, "--participants", "people.csv")
    assert done.code == 2
    assert "people.csv:2:6: a letter was lost" in done.err
    assert "people.csv:3:1: this line has no name" in done.err
    assert "Ахмет" not in done.err
    assert not here.path("build").exists()


def test_more_people_than_places_is_worth_a_line(here: Project, command: Command) -> None:
    here.write("people.csv", "\n".join(f"Person {n}" for n in range(17)))
    done = command(*QUICK, "--participants", "people.csv", "--language", "ru")
    assert done.code == 0
    assert "The list has 17 people, the workshop is for 16" in done.err


WRONG = {
    "no workshop": (("handout",), "no workshop is named", "--module M10"),
    "an unknown workshop": (("handout", "two-dais"), "there is no workshop “two-dais”", "two-days"),
    "both": (("handout", "two-days", "--module", "M01"), "do not go together", "Leave one"),
    "an unknown copy": ((*QUICK, "--copy", "teacher"), "there is no copy “teacher”", ""),
    "an unknown module": (("handout", "--module", "M77"), "there is no module “M77”", ""),
    "names for participants": (
        (*QUICK, "--copy", "participant", "--participants", "people.csv"),
        "names are printed in the trainer's copy of a workshop only",
        "--copy",
    ),
    "no such list": ((*QUICK, "--participants", "nobody.csv"), "“nobody.csv” cannot be read", ""),
    "a folder as list": ((*QUICK, "--participants", "modules"), "“modules” cannot be read", ""),
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_use_is_told_with_what_to_write(here: Project, command: Command, name: str) -> None:
    arguments, message, help = WRONG[name]
    done = command(*arguments)
    assert done.code == 2
    assert message in done.err
    assert help in done.err
    assert done.out == ""


def test_content_with_errors_is_not_printed_unless_as_a_draft(
    here: Project, command: Command
) -> None:
    here.replace(M01, "minutes: 90", "minutes: 91")
    done = command(*QUICK)
    assert done.code == 1
    assert "T101" in done.err
    assert not Path("build").exists()
    assert command(*QUICK, "--draft").code == 0
