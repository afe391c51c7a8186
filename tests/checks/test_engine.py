"""The engine: profiles, choosing rules, sorting, and everything from one run."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from curriculum_cli.checks.engine import run
from curriculum_cli.checks.report import Choice, Report
from curriculum_cli.checks.rules import Finding, Rule, Subject
from curriculum_cli.diagnostics import Levels, Problem, Profile, Related, Severity, Where

from ..project import GLOSSARY, M01, M02, PROGRAMME, WORKSHOP, Project, only, shown


def rule(code: str, *places: Where, levels: Levels | None = None, doc: str = "It is so.") -> Rule:
    """A rule that finds fault with these places, whatever is there."""

    def find(subject: Subject) -> Iterator[Finding]:
        for where in places:
            yield Finding(where, f"found by {code}")

    return Rule(code, levels or RISING, doc, find)


RISING = Levels(Severity.INFO, Severity.WARNING, Severity.ERROR)
QUIET = Levels(Severity.OFF, Severity.OFF, Severity.ERROR)


def judged(project: Project, *rules: Rule, choice: Choice | None = None) -> Report:
    outcome = project.outcome()
    subject = Subject(project.curriculum(), outcome.read.trees, project.root)
    return run(subject, choice or Choice(), rules)


def test_a_modules_status_decides_how_strictly_it_is_judged(project: Project) -> None:
    places = (Where(M01, ("title",)), Where(M02, ("title",)))
    severities = [str(each.severity) for each in judged(project, rule("X1", *places)).diagnostics]
    assert severities == ["info", "warning"], "M01 is a draft, M02 is reviewed"
    project.replace(M01, "status: draft", "status: approved")
    severities = [str(each.severity) for each in judged(project, rule("X1", *places)).diagnostics]
    assert severities == ["error", "warning"]


@pytest.mark.parametrize("name", [PROGRAMME, GLOSSARY, WORKSHOP])
def test_shared_files_are_judged_like_the_least_finished_module(
    project: Project, name: str
) -> None:
    report = judged(project, rule("X1", Where(name)))
    assert only(report).severity is Severity.INFO
    project.replace(M01, "status: draft", "status: approved")
    assert only(judged(project, rule("X1", Where(name)))).severity is Severity.WARNING


@pytest.mark.parametrize(
    ("profile", "severity"), [("draft", "info"), ("review", "warning"), ("publish", "error")]
)
def test_a_chosen_profile_wins_over_every_status(
    project: Project, profile: str, severity: str
) -> None:
    places = (Where(M01), Where(M02), Where(GLOSSARY))
    report = judged(project, rule("X1", *places), choice=Choice(Profile(profile)))
    assert {str(each.severity) for each in report.diagnostics} == {severity}


def test_a_rule_that_is_off_says_nothing(project: Project) -> None:
    loud = rule("X1", Where(M01), levels=QUIET)
    assert judged(project, loud).diagnostics == ()
    assert len(judged(project, loud, choice=Choice(Profile.PUBLISH)).diagnostics) == 1


def test_only_errors_count_as_errors(project: Project) -> None:
    report = judged(project, rule("X1", Where(M01), Where(M02), Where(M02, ("title",))))
    counts = [report.count(level) for level in (Severity.INFO, Severity.WARNING, Severity.ERROR)]
    assert (counts, report.errors) == ([1, 2, 0], 0)


SPOILT = (
    (M01, "minutes: 90", "minutes: 85"),
    (M01, "correct: true", "correct: false"),
    (M01, "terms: [ground]", "terms: [grounds]"),
    (M01, "(figures/path.svg)", "(/etc/passwd)"),
    (M02, "id: S2", "id: S1"),
    (WORKSHOP, 'end: "12:10"', 'end: "13:10"'),
)


def spoil(project: Project) -> None:
    for edit in SPOILT:
        project.replace(*edit)


def codes(project: Project, **choice: tuple[str, ...]) -> set[str]:
    return {each.code for each in project.report(**choice).diagnostics}


def test_everything_wrong_is_found_in_one_run_in_order_of_place(project: Project) -> None:
    spoil(project)
    diagnostics = project.report().diagnostics
    assert {each.code for each in diagnostics} >= {"T101", "O105", "R101", "R102", "W101", "A102"}
    keys = [(each.file, each.span.line, each.span.column) for each in diagnostics]
    assert keys == sorted(keys)
    assert len(set(diagnostics)) == len(diagnostics)


def test_rules_are_selected_and_ignored_by_code_and_by_letter(project: Project) -> None:
    spoil(project)
    everything = codes(project)
    assert codes(project, select=("T101",)) == {"T101"}
    assert codes(project, select=("R",)) == {"R101", "R102"}
    assert codes(project, select=("R101", "W")) == {"R101", "W101"}
    assert codes(project, select=("R",), ignore=("R101",)) == {"R102"}
    assert codes(project, ignore=("R", "A102")) == everything - {"R101", "R102", "A102"}
    assert codes(project, select=("T1",)) == {"T101"}


def test_rules_of_form_can_be_neither_left_out_nor_ignored(project: Project) -> None:
    project.replace(M01, "minutes: 90", "minutes: x")
    assert codes(project, select=("T",)) == {"S105"}
    assert codes(project, ignore=("S", "Y")) == {"S105"}


def test_problems_of_earlier_stages_are_stamped_and_sorted_in(project: Project) -> None:
    outcome = project.outcome()
    subject = Subject(project.curriculum(), outcome.read.trees, project.root)
    early = Problem("T101", Where(GLOSSARY, ("terms",)), "early")
    late = rule("X1", Where(M01))
    report = run(subject, Choice(), [late], [early])
    assert [each.message for each in report.diagnostics] == ["found by X1", "early"]
    assert report.diagnostics[1].span.line == 4, "the first entry of the list"


def test_the_same_finding_twice_is_shown_once(project: Project) -> None:
    assert len(judged(project, rule("X1", Where(M01), Where(M01))).diagnostics) == 1


def test_a_place_in_a_file_that_is_not_there_is_its_first_line(project: Project) -> None:
    diagnostic = only(judged(project, rule("X1", Where("modules/none.yaml", ("a", 1)))))
    assert (diagnostic.span.line, diagnostic.span.column) == (1, 1)


def test_related_places_are_resolved_like_the_first(project: Project) -> None:
    def find(subject: Subject) -> Iterator[Finding]:
        related = (Related(Where(GLOSSARY, ("language",), key=True), "see here"),)
        yield Finding(Where(M01, ("title",)), "found", related=related)

    diagnostic = only(judged(project, Rule("X1", RISING, "It is so.", find)))
    ((file, span, message),) = diagnostic.related
    assert (file, span.line, span.column, message) == (GLOSSARY, 2, 1, "see here")


def test_a_rule_of_ones_own_can_be_ignored_by_its_code(project: Project) -> None:
    project.replace(M01, "minutes: 90", "minutes: 90 # curriculum: ignore[X1] we know")
    report = judged(project, rule("X1", Where(M01, ("minutes",))))
    assert (shown(report.diagnostics), report.ignored) == ("", 1)
