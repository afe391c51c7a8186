"""`checks:` in the programme file: which rules a programme is judged by."""

from __future__ import annotations

from curriculum_cli.diagnostics import Severity

from ..project import M01, PROGRAMME, Project, only, place, shown
from .test_engine import SPOILT

KEY = "left_out:\n"


def spoilt(project: Project, checks: str) -> None:
    for edit in SPOILT:
        project.replace(*edit)
    project.replace(PROGRAMME, KEY, f"checks: {checks}\n{KEY}")


def codes(project: Project, **choice: tuple[str, ...]) -> set[str]:
    return {each.code for each in project.report(**choice).diagnostics}


def test_a_programme_leaves_rules_out_with_a_reason(project: Project) -> None:
    spoilt(project, "{ignore: [{rules: T101, reason: We add a step.}, {rules: A, reason: No.}]}")
    found = codes(project)
    assert "R101" in found
    assert not {code for code in found if code == "T101" or code[0] == "A"}


def test_a_rule_is_not_left_out_without_a_reason(project: Project) -> None:
    spoilt(project, "{ignore: [{rules: T101}]}")
    assert codes(project) == {"S102"}


def test_a_programme_selects_rules(project: Project) -> None:
    spoilt(project, "{select: [T101, R]}")
    assert codes(project) == {"T101", "R101", "R102"}


def test_the_command_wins_over_the_programme(project: Project) -> None:
    spoilt(project, "{select: [R], ignore: [{rules: T101, reason: We add a step.}]}")
    assert codes(project, select=("T101",)) == {"T101"}
    assert codes(project, select=("W",)) == {"W101"}
    assert codes(project, ignore=("R101",)) == {"R102"}


def test_a_programme_chooses_how_strictly_it_is_judged(project: Project) -> None:
    project.replace(PROGRAMME, KEY, f"checks: {{profile: review, select: [L102]}}\n{KEY}")
    assert {each.severity for each in project.report().diagnostics} == {Severity.INFO}


def test_rules_of_form_cannot_be_left_out(project: Project) -> None:
    expected = project.replace(
        PROGRAMME, KEY, f"checks: {{ignore: [{{rules: ▸S105, reason: No.}}]}}\n{KEY}"
    )
    diagnostic = only(project.report())
    assert (diagnostic.code, place(diagnostic)) == ("Y203", expected)
    assert "rules of form cannot be left out" in diagnostic.message


def test_an_ignore_comment_of_a_rule_that_is_left_out_is_no_finding(project: Project) -> None:
    project.replace(PROGRAMME, KEY, f"checks: {{ignore: [{{rules: T, reason: No.}}]}}\n{KEY}")
    project.replace(M01, "minutes: 90", "minutes: 90 # curriculum: ignore[T101] we add a step")
    assert shown(project.report().diagnostics) == ""
