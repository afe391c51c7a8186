"""`check`: JSON, chosen rules, profiles and paths."""

from __future__ import annotations

import json

from ..project import GLOSSARY, M01, M02, PROGRAMME, WORKSHOP, Project
from .conftest import Command


def spoil(project: Project) -> None:
    project.replace(M01, "minutes: 90", "minutes: 85")
    project.replace(M01, "{id: c, text", "{id: a, text")
    project.replace(WORKSHOP, 'end: "12:10"', 'end: "13:10"')
    project.replace(PROGRAMME, "[M01, M02]", "[M01, M02, M01]")


def codes(command: Command, *arguments: str) -> set[str]:
    result = command("check", "--format", "json", *arguments)
    return {each["code"] for each in result.json["findings"]}


def test_json_holds_all_that_the_text_says(here: Project, command: Command) -> None:
    spoil(here)
    result = command("check", "--format", "json", "--select", "R101,T101")
    assert (result.code, result.err) == (1, "")
    assert result.json["version"] == 1
    assert result.json["counts"] == {"error": 2, "warning": 0, "info": 0}
    assert result.json["ignored"] == 0
    first, second = result.json["findings"]
    assert len(first.pop("fingerprint")) == 32
    assert first == {
        "code": "T101",
        "severity": "error",
        "file": M01,
        "line": 10,
        "column": 10,
        "end_line": 10,
        "end_column": 12,
        "message": "the steps add up to 90 minutes, the module has 85",
        "help": "There are 5 too many: change a step, or write `minutes: 90`.",
        "rule": "The minutes of the steps add up to the module's, for every audience",
        "path": "minutes",
        "related": [],
    }
    (related,) = second["related"]
    assert related["message"] == "first used here"
    assert (related["file"], related["line"]) == (M01, here.place(M01, "▸text: He turned").line - 1)


def test_json_of_a_sound_project_is_json_too(here: Project, command: Command) -> None:
    result = command("check", "--format", "json")
    assert (result.code, result.err) == (0, "")
    assert result.json["findings"] == []


def test_json_keeps_letters_as_they_are(here: Project, command: Command) -> None:
    here.replace(M02, "terms: [contact-point]", "terms: [contact-point, contact-point-қала]")
    assert "contact-point-қала" in command("check", "--format", "json").out


def test_rules_are_chosen_by_code_and_letter_in_any_case(here: Project, command: Command) -> None:
    spoil(here)
    assert codes(command) == {"T101", "R101", "W101", "R104"}
    assert codes(command, "--select", "t101") == {"T101"}
    assert codes(command, "--select", "R, w101") == {"R101", "R104", "W101"}
    assert codes(command, "--ignore", "R") == {"T101", "W101"}
    assert codes(command, "--select", "R", "--ignore", "R104,") == {"R101"}


def test_only_findings_below_the_paths_are_shown_and_counted(
    here: Project, command: Command
) -> None:
    spoil(here)
    assert codes(command, "modules/workshops") == {"W101"}
    assert codes(command, M01) == {"T101", "R101"}
    assert codes(command, M01, WORKSHOP) == {"T101", "R101", "W101"}
    assert codes(command, ".") == codes(command)
    assert command("check", PROGRAMME).code == 0, "a warning only"
    assert command("check", M02).out == "No problems found.\n"
    assert command("check", GLOSSARY).code == 0


def test_a_profile_is_accepted_and_the_status_is_the_default(
    here: Project, command: Command
) -> None:
    spoil(here)
    assert codes(command, "--profile", "draft") == codes(command)
    assert codes(command, "--profile", "review") == {*codes(command), "L102"}
    assert codes(command, "--profile", "publish") == {*codes(command), "L102", "V107"}


def test_findings_of_form_are_json_too(here: Project, command: Command) -> None:
    here.replace(M01, "minutes: 90", "minutes:")
    here.write("modules/x.yaml", b"\xff\xfe")
    result = command("check", "--format", "json")
    found = [(each["file"], each["code"], each["line"]) for each in result.json["findings"]]
    assert found == [(M01, "Y112", 10), ("modules/x.yaml", "Y107", 1)]


def test_json_is_all_that_is_on_stdout_with_every_switch(here: Project, command: Command) -> None:
    for switch in ("--quiet", "--verbose", "--no-color"):
        result = command(switch, "check", "--format", "json")
        assert json.loads(result.out)["findings"] == []
    assert command("--verbose", "check", "--format", "json").err == "Project: .\n"
