"""`rule`, `list`, `schema`, `--version`, `--help`."""

from __future__ import annotations

import json

import pytest
import typer.main
from curriculum_cli import __version__
from curriculum_cli.checks.registry import RULES
from curriculum_cli.checks.rules import Rule
from curriculum_cli.cli.app import app
from curriculum_cli.cli.commands import COMMANDS, loaded
from curriculum_cli.cli.rule_command import SUBJECTS
from curriculum_cli.model.kinds import KINDS
from curriculum_cli.model.schema import json_schema

from ..project import M02, PROGRAMME, WORKSHOP, Project
from .conftest import Command


def test_the_version_is_one_line(command: Command) -> None:
    assert command("--version").out == f"curriculum {__version__}\n"


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_every_option_and_argument_has_a_help_text(command: Command, name: str) -> None:
    found = loaded(name) if name else typer.main.get_command(app)
    assert (found.help or "").strip()
    for parameter in found.params:
        assert getattr(parameter, "help", ""), f"{name} {parameter.name}"
    for flag in ("--help", "-h"):
        result = command(*filter(None, [name, flag]))
        assert (result.code, result.err) == (0, "")
        assert result.out.startswith("Usage: curriculum")


def test_a_short_word_about_each_command_is_not_cut(command: Command) -> None:
    listed = command("--help").out.partition("Commands:")[2]
    assert "..." not in listed
    for name in ("check", "rule", "list", "schema"):
        assert f"  {name} " in listed


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_is_explained_with_all_its_parts(command: Command, rule: Rule) -> None:
    result = command("rule", rule.code.lower())
    assert result.code == 0
    text = " ".join(result.out.split())
    for part in (rule.code, rule.what, f"Why: {rule.why}", "Not so:", "But so:", "Severity"):
        assert " ".join(part.split()) in text
    for line in (*rule.bad.split("\n"), *rule.good.split("\n")):
        assert f"    {line}" in result.lines
    assert ("Silence it" in text) == (rule.check is not None)


def test_all_rules_are_listed_with_their_severities(command: Command) -> None:
    lines = command("rule").lines
    assert lines[0].split() == ["Code", "What", "it", "asks", "draft", "review", "publish"]
    listed = [line.split()[0] for line in lines[1:] if not line.startswith(" ")]
    assert listed == [rule.code for rule in RULES]


def test_rules_as_json_hold_every_part(command: Command) -> None:
    one = command("rule", "T101", "--format", "json").json
    assert one["subject"] == "time"
    assert set(one) == {
        *("code", "subject", "title", "what", "why", "bad", "good", "source", "severity")
    }
    everything = command("rule", "--format", "json").json
    assert [each["code"] for each in everything] == [rule.code for rule in RULES]
    assert one in everything
    assert {rule.code[0] for rule in RULES} <= set(SUBJECTS)


def test_modules_are_listed_in_the_order_of_the_programme(here: Project, command: Command) -> None:
    here.replace(PROGRAMME, "[M01, M02]", "[M02, M01]")
    lines = command("list").lines
    assert lines == command("list", "modules").lines
    assert [line.split()[0] for line in lines] == ["Module", "M02", "M01"]
    assert "План вместе с городом" in lines[1]
    assert lines[2].split()[-3:] == ["senior", "1,", "2"]


@pytest.mark.parametrize(
    ("kind", "first", "words"),
    [
        ("workshops", "two-days", "Senior officers, two mornings"),
        ("recommendations", "1", "Greet and explain"),
        ("terms", "ground", "ground for a stop"),
        ("documents", "lesson-plan", "trainer"),
        ("audiences", "patrol", "Patrol officers"),
        ("sources", "rpst", "2026-11-02"),
    ],
)
def test_other_things_are_listed(
    here: Project, command: Command, kind: str, first: str, words: str
) -> None:
    line = command("list", kind).lines[1]
    assert line.split()[0] == first
    assert words in line


def test_a_recommendation_that_no_module_serves_shows_a_dash(
    here: Project, command: Command
) -> None:
    here.replace(M02, "recommendations: [3, 1]\nprereq", "recommendations: [1]\nprereq")
    assert command("list", "recommendations").lines[3].split()[-1] == "–"


def test_a_list_as_json_keeps_numbers_and_lists(here: Project, command: Command) -> None:
    first = command("list", "modules", "--format", "json").json[0]
    assert (first["module"], first["minutes"]) == ("M01", 90)
    assert (first["audiences"], first["recommendations"]) == (["patrol", "senior"], [1, 2])
    assert command("list", "sources", "--format", "json").json[1]["checked_on"] == "2026-10-15"
    here.path(WORKSHOP).unlink()
    assert command("list", "workshops", "--format", "json").json == []


def test_a_list_as_csv_has_a_head_and_a_line_for_each(here: Project, command: Command) -> None:
    lines = command("list", "--format", "csv").lines
    assert lines[0] == "Module,Title,Minutes,Version,Status,Audiences,Recommendations"
    assert lines[2] == "M02,План вместе с городом,60,0.3,reviewed,senior,3 1"
    assert len(lines) == 3


@pytest.mark.parametrize(
    ("old", "new", "state"),
    [
        ("level: create\n    recommendations: [3]\n", "level: create\n", "hole"),
        ("title: Чей", "title: Чей", "left out"),
    ],
)
def test_recommendations_are_listed_with_their_coverage(
    here: Project, command: Command, old: str, new: str, state: str
) -> None:
    here.replace(M02, old, new)
    found = command("list", "recommendations", "--format", "json").json
    assert [each["coverage"] for each in found] == ["covered", "covered", state]


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_of_a_kind_is_json_alone(command: Command, kind: str) -> None:
    result = command("schema", kind)
    assert (result.code, result.err) == (0, "")
    assert json.loads(result.out) == json_schema(kind)


def test_kinds_of_file_are_listed_with_a_word_each(command: Command) -> None:
    lines = command("schema").lines
    assert [line.split()[0] for line in lines[1:]] == [*KINDS, "findings"]
    assert lines[1].rstrip().endswith("The curriculum's own facts.")
