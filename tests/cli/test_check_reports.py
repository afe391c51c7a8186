"""`check` for other programs: JSON, SARIF, GitHub and JUnit, from one result."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest
from curriculum_cli.checks.registry import RULES
from curriculum_cli.checks.report import Report
from curriculum_cli.cli.reports.github import as_github
from curriculum_cli.cli.reports.junit import as_junit
from curriculum_cli.cli.reports.output import FORMATS, writer
from curriculum_cli.cli.reports.result import Result as Found
from curriculum_cli.diagnostics import Diagnostic, Severity, Span, printable
from defusedxml import ElementTree
from hypothesis import given
from hypothesis import strategies as st

from ..project import M01, M02, PROGRAMME, WORKSHOP, Project
from .conftest import Command

SARIF = json.loads((Path(__file__).parents[1] / "data/sarif-schema-2.1.0.json").read_text("utf-8"))


def spoil(project: Project) -> None:
    project.replace(M01, "minutes: 90", "minutes: 85")
    project.replace(M01, "{id: c, text", "{id: a, text")
    project.replace(WORKSHOP, 'end: "12:10"', 'end: "13:10"')
    project.replace(PROGRAMME, "[M01, M02]", "[M01, M02, M01]")


def break_form(project: Project) -> None:
    project.write("modules/x.yaml", b"\xff\xfe")
    project.write("modules/пустой, файл%:1.yaml", "")
    project.replace(M01, "minutes: 90", "minutes: soon")


STATES = {"sound": lambda project: None, "spoilt": spoil, "without form": break_form}


@pytest.mark.parametrize("state", STATES)
def test_json_is_of_the_form_that_schema_findings_writes(
    here: Project, command: Command, state: str
) -> None:
    STATES[state](here)
    schema = command("schema", "findings").json
    jsonschema.Draft202012Validator.check_schema(schema)
    body = command("check", "--format", "json").json
    jsonschema.validate(body, schema, jsonschema.Draft202012Validator)
    assert sum(each["count"] for each in body["statistics"]) == len(body["findings"])


@pytest.mark.parametrize("state", STATES)
def test_sarif_is_valid_against_the_official_schema(
    here: Project, command: Command, state: str
) -> None:
    STATES[state](here)
    log = command("check", "--format", "sarif").json
    jsonschema.validate(log, SARIF, jsonschema.Draft4Validator)
    assert len(log["runs"][0]["results"]) == len(
        command("check", "--format", "json").json["findings"]
    )


def test_sarif_holds_rules_with_help_and_results_with_places(
    here: Project, command: Command
) -> None:
    spoil(here)
    (run,) = command("check", "--format", "sarif").json["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in RULES]
    assert all("Why: " in rule["help"]["text"] for rule in rules)
    assert all(rules[each["ruleIndex"]]["id"] == each["ruleId"] for each in run["results"])
    (time,) = [each for each in run["results"] if each["ruleId"] == "T101"]
    (place,) = time["locations"]
    assert place["physicalLocation"] == {
        "artifactLocation": {"uri": M01, "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 10, "startColumn": 10, "endLine": 10, "endColumn": 12},
    }
    assert place["logicalLocations"] == [{"fullyQualifiedName": "minutes", "kind": "member"}]
    (twice,) = [each for each in run["results"] if each["ruleId"] == "R101"]
    assert twice["relatedLocations"][0]["message"]["text"] == "first used here"
    assert run["columnKind"] == "unicodeCodePoints"


def test_sarif_names_a_file_by_an_address(here: Project, command: Command) -> None:
    here.write("modules/пять %20.yaml", "")
    (run,) = command("check", "--format", "sarif").json["runs"]
    (result,) = run["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.isascii()
    assert unquote(uri) == "modules/пять %20.yaml"


def fingerprints(command: Command) -> dict[tuple[str, str], str]:
    (run,) = command("check", "--format", "sarif").json["runs"]
    return {
        (each["ruleId"], each["message"]["text"]): each["partialFingerprints"][
            "curriculumFinding/v1"
        ]
        for each in run["results"]
    }


def test_fingerprints_stay_when_lines_and_entries_move(here: Project, command: Command) -> None:
    spoil(here)
    here.replace(M02, "[Спросить, Записать,", "[Спросить, '☎ ☎', Записать,")
    before = fingerprints(command)
    assert len(set(before.values())) == len(before) >= 5
    for name in (M01, M02, WORKSHOP, PROGRAMME):
        here.write(name, "# a line\n\n# and another\n" + here.read(name))
    here.replace(M01, "\nsteps:\n", "\n# more\nsteps:\n")
    assert fingerprints(command) == before


def test_a_fingerprint_outlives_an_edit_that_mends_nothing(here: Project, command: Command) -> None:
    here.replace(M01, "minutes: 90", "minutes: 85")
    (before,) = fingerprints(command).values()
    here.replace(M01, "minutes: 85", "minutes: 80")
    assert list(fingerprints(command).values()) == [before]


def test_fingerprints_of_broken_files_stay_when_lines_move(here: Project, command: Command) -> None:
    here.write("modules/x.yaml", "kind: module\na: [1\nb: 2\n")
    before = fingerprints(command)
    here.write("modules/x.yaml", "kind: module\n# so\n\na: [1\nb: 2\n")
    assert list(fingerprints(command).values()) == list(before.values())


def test_junit_has_a_suite_for_each_file_and_errors_are_failures(
    here: Project, command: Command
) -> None:
    spoil(here)
    root = ElementTree.fromstring(command("check", "--format", "junit").out)
    suites = {suite.get("name"): suite for suite in root}
    files = [each.relative_to(here.root).as_posix() for each in here.root.rglob("*.yaml")]
    assert sorted(suites) == sorted(files)
    assert (root.get("failures"), suites[M01].get("failures")) == ("3", "2")
    assert int(root.get("tests")) == sum(int(suite.get("tests")) for suite in suites.values())
    assert len(suites[M02]) == 1
    assert suites[M02][0].find("failure") is None
    failure = suites[M01].find("testcase/failure")
    assert failure.get("type") == "T101"
    assert failure.text.startswith(f"{M01}:10:10: error T101 the steps add up")
    warning = suites[PROGRAMME].find("testcase")
    assert warning.find("failure") is None
    assert "R104" in warning.findtext("system-out")


def test_github_gets_one_escaped_line_for_each_finding(here: Project, command: Command) -> None:
    here.replace(M01, "minutes: 90", "minutes: 85")
    here.write("modules/a,b%:c.yaml", "")
    lines = command("check", "--format", "github").lines
    assert lines == [
        (
            "::error file=modules/a%2Cb%25%3Ac.yaml,line=1,endLine=1,col=1,endColumn=2,title=Y109"
            "::the file is empty%0ABegin with `kind:` and the fields of that kind."
        )
    ]
    here.path("modules/a,b%:c.yaml").unlink()
    (line,) = command("check", "--format", "github").lines
    assert line.startswith(f"::error file={M01},line=10,endLine=10,col=10,endColumn=12,title=T101")


def test_github_says_nothing_when_all_is_well(here: Project, command: Command) -> None:
    assert command("check", "--format", "github").out == ""


texts = st.text(st.characters(codec="utf-8")).map(printable)
files = st.text(st.characters(codec="utf-8", exclude_characters="/\0"), min_size=1)
spans = st.builds(Span, *[st.integers(1, 99)] * 4)
findings = st.builds(
    Diagnostic,
    code=st.sampled_from([rule.code for rule in RULES]),
    severity=st.sampled_from([Severity.ERROR, Severity.WARNING, Severity.INFO]),
    file=files,
    span=spans,
    message=texts | st.just("a\r\nb::c%0A"),
    help=texts,
    related=st.lists(st.tuples(files, spans, texts), max_size=2).map(tuple),
    path=texts,
    words=texts,
)


def result(found: Iterable[Diagnostic]) -> Found:
    return Found(Report(tuple(found)), (), {}, Path.cwd())


@given(st.lists(findings))
def test_no_finding_breaks_a_line_or_a_document(found: list[Diagnostic]) -> None:
    lines = as_github(result(found)).split("\n") if found else []
    assert len(lines) == len(found)
    assert all("\r" not in line for line in lines)
    root = ElementTree.fromstring(as_junit(result(found)))
    assert len(root.findall("testsuite/testcase")) == len(found)


@given(st.lists(findings, max_size=4))
def test_any_finding_makes_valid_sarif_and_json(found: list[Diagnostic]) -> None:
    log = json.loads(writer("sarif")(result(found)))
    _sarif_results.validate(log["runs"][0]["results"])
    assert len(json.loads(writer("json")(result(found)))["findings"]) == len(found)


def _part(schema: dict[str, Any], name: str) -> dict[str, Any]:
    """The schema of a list of one of its definitions: the rules would be judged again each time."""
    return {
        "definitions": schema["definitions"],
        "type": "array",
        "items": {"$ref": f"#/definitions/{name}"},
    }


_sarif_results = jsonschema.Draft4Validator(_part(SARIF, "result"))


def test_several_formats_come_from_one_run(here: Project, command: Command) -> None:
    spoil(here)
    alone = {name: command("check", "--format", name).out for name in FORMATS[1:]}
    plain = command("check").out
    done = command(
        *("check", "--format", "text,json,sarif,junit"),
        *("--output-file", "a.json", "--output-file", "a.sarif", "--output-file", "a.xml"),
    )
    assert (done.code, done.out) == (1, plain)
    assert here.read("a.json") == alone["json"]
    assert here.read("a.sarif") == alone["sarif"]
    assert here.read("a.xml") == alone["junit"]


def test_one_format_goes_into_one_file_whatever_its_name(here: Project, command: Command) -> None:
    spoil(here)
    for name in FORMATS[1:]:
        alone = command("check", "--format", name).out
        done = command("check", "--format", name, "--output-file", "report")
        assert (done.code, done.out) == (1, "")
        assert done.err == "3 errors, 1 warning. Written to report.\n"
        assert here.read("report") == alone
    command("check", "--format", "text", "--output-file", "report")
    assert here.read("report").splitlines() == command("check").lines


def test_a_file_alone_is_written_beside_the_text(here: Project, command: Command) -> None:
    done = command("check", "--output-file", "a.sarif")
    assert done.out == "No problems found.\n"
    assert json.loads(here.read("a.sarif"))["version"] == "2.1.0"
    command("check", "--format", "sarif,text", "--output-file", "b.json")
    assert here.read("b.json") == here.read("a.sarif")


WRONG = {
    "an unknown format": (("--format", "sariff"), "sarif"),
    "two documents on one stream": (("--format", "json,sarif"), "--output-file"),
    "a name that says nothing": (("--format", "json,sarif", "--output-file", "a"), ".sarif"),
    "a name for no format": (("--format", "json,sarif", "--output-file", "a.xml"), ".xml"),
    "two files of one form": (("--output-file", "a.xml", "--output-file", "b.xml"), "junit"),
    "a folder that is not there": (("--output-file", "no/a.json"), "folder"),
    "a folder": (("--output-file", "modules", "--format", "json"), "cannot be written"),
}


@pytest.mark.parametrize("what", WRONG)
def test_a_wrong_wish_is_wrong_use(here: Project, command: Command, what: str) -> None:
    arguments, right = WRONG[what]
    done = command("check", *arguments)
    assert done.code == 2
    assert right in done.err


def test_only_files_below_the_paths_have_suites(here: Project, command: Command) -> None:
    spoil(here)
    root = ElementTree.fromstring(command("check", "--format", "junit", M02).out)
    assert [suite.get("name") for suite in root] == [M02]


def test_statistics_count_findings_by_rule_the_most_frequent_first(
    here: Project, command: Command
) -> None:
    here.replace(M01, "minutes: 90", "minutes: 85")
    here.replace(PROGRAMME, "[M01, M02]", "[M01, M02, M01, M02]")
    done = command("check", "--statistics")
    assert done.code == 1
    assert [line.split()[:3] for line in done.lines[:-1]] == [
        ["2", "R104", "warning"],
        ["1", "T101", "error"],
    ]
    assert done.lines[-1] == "1 error, 2 warnings."
    assert command("check", "--statistics", M02).out == "No problems found.\n"
