"""The page of all rules in `docs/`, and what runs the checks for others."""

from __future__ import annotations

import yaml
from curriculum_cli.checks.registry import RULES
from curriculum_cli.cli.rule_command import SUBJECTS
from curriculum_cli.cli.rules_page import rules_page

from ..editions import ROOT
from ..project import Project
from .conftest import Command

PAGE = ROOT / "docs" / "rules.md"
AGAIN = "run: curriculum rule --format markdown > docs/rules.md"


def test_the_page_of_rules_says_what_the_rules_say(here: Project, command: Command) -> None:
    assert command("rule", "--format", "markdown").out == PAGE.read_text("utf-8"), AGAIN


def test_the_page_shows_every_rule_once() -> None:
    page = rules_page(RULES, SUBJECTS)
    for rule in RULES:
        assert page.count(f"### {rule.code}: {rule.title}\n") == 1


def test_one_rule_is_shown_as_markdown_too(here: Project, command: Command) -> None:
    out = command("rule", "T101", "--format", "markdown").out
    assert "### T101: " in out
    assert "### T102: " not in out


def test_the_hook_runs_a_command_that_there_is(here: Project, command: Command) -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    name, *arguments = hook["entry"].split()
    assert name == "curriculum"
    assert command(*arguments).code == 0
