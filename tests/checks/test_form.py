"""Rules of form (Y, S) as a whole project shows them; the details are in tests/source and model."""

from __future__ import annotations

import pytest

from ..project import GLOSSARY, HANDBOOK, M01, M02, PROGRAMME, WORDING, WORKSHOP, Project, shown
from .cases import Case, apply, assert_silent

FAILING = {
    case.code: case
    for case in (
        Case("Y101", ((M01, "title: Two rules", "title: Two rules▸: a start"),), "not YAML"),
        Case(
            "Y102", ((M01, "trainers: 2", "trainers: 2\n▸trainers: 3"),), "“trainers” stands twice"
        ),
        Case("Y103", ((M01, "title: Two rules", "title: ▸&t Two rules"),), "the anchor &t"),
        Case("Y104", ((M01, "minutes: 90", "minutes: ▸!!int 90"),), "the tag"),
        Case("Y105", (("modules/big.yaml", "", "▸#" + "x" * (2 << 20)),), "at most 2 MiB"),
        Case("Y106", ((M01, "[ground]", "[" * 49 + "▸[" + "]" * 50),), "more than 50 deep"),
        Case("Y107", ((M01, "title: Two rules", "title: Two▸\u2028rules"),), "U+2028"),
        Case("Y108", ((M02, "minutes: 60", "minutes: 60\n▸---\na: 1"),), "second document"),
        Case("Y109", (("modules/new.yaml", "", "▸# nothing\n"),), "empty"),
        Case("Y112", ((M01, "title: Two rules", "▸title:"),), "has no value"),
        Case("Y113", ((M01, "trainers: 2", "▸[trainers]: 2"),), "cannot be a key"),
        Case(
            "Y201", ((M01, "trainers: 2", "trainers: 2 ▸# curriculum: ignore[T101]"),), "no reason"
        ),
        Case("Y202", ((M01, "trainers: 2", "trainers: 2 ▸# curriculum: ignore[T101] x"),), "T101"),
        Case(
            "Y203",
            ((PROGRAMME, "left_out:\n", "checks: {select: [T, ▸T9]}\nleft_out:\n"),),
            "no rule begins with “T9”",
        ),
        Case("S101", ((M01, "title: Two rules", "title: Two\n    ▸titel: x"),), "“titel”"),
        Case("S102", ((WORKSHOP, "{lunch: 60}", "▸{dinner: 60}"),), "lunch is missing"),
        Case("S103", ((M01, "title: Two rules", "title: ▸[Two, rules]"),), "instead of text"),
        Case("S104", ((M01, "method: lecture", "method: ▸talk"),), "“talk”"),
        Case("S105", ((M01, "minutes: 90", "minutes: ▸1:30"),), "“1:30”"),
        Case("S106", ((M01, "2026-11-20", "▸20.11.2026"),), "“20.11.2026”"),
        Case("S107", ((M01, "[patrol, senior]\nranks", "▸[]\nranks"),), "at least 1"),
        Case("S108", ((GLOSSARY, "kind: glossary", "kind: ▸glosary"),), "“glosary”"),
        Case("S109", ((M01, "id: M01\n", "id: ▸Module one\n"),), "“Module one”"),
        Case(
            "S110",
            (
                (
                    "modules/w2.yaml",
                    "",
                    (
                        "kind: ▸wording\nentries:\n  - {id: a, language: en,"
                        " avoid: [x], write: y, why: z}\n"
                    ),
                ),
            ),
            "a second file of kind “wording”",
        ),
    )
}

PASSING: dict[str, tuple[tuple[str, str, str], ...]] = {
    "Y101": ((M01, "title: Two rules", 'title: "Two rules: a start"'),),
    "Y203": ((PROGRAMME, "left_out:\n", "checks: {select: [T, T101]}\nleft_out:\n"),),
    "Y102": ((M01, "trainers: 2", "# trainers: 3\ntrainers: 2"),),
    "Y103": ((M01, "title: Two rules", "title: Two & three *rules*"),),
    "Y104": ((M01, "title: Two rules", "title: Two !rules"),),
    "Y105": ((M02, "kind: module", "#" + "x" * (1 << 20) + "\nkind: module"),),
    "Y106": ((M02, "[contact-point]", "  [ contact-point ]"),),
    "Y107": ((M02, "title: Пять пунктов", 'title: "Бес \\u04D9 тармақ"'),),
    "Y108": ((M02, "kind: module", "---\nkind: module"),),
    "Y109": ((M02, "kind: module", "# a word before\n\nkind: module"),),
    "Y110": (("modules/M01.txt", "", "no content file"),),
    "Y111": (("modules/extra/notes.txt", "", "no content file"),),
    "Y112": ((M01, "    answer: false", "    answer: false\n    feedback: x"),),
    "Y113": ((M01, "trainers: 2", "? trainers\n: 2"),),
    "Y201": ((M01, "minutes: 90", "minutes: 95 # curriculum: ignore[T101] tried so"),),
    "Y202": ((M01, "minutes: 90", "minutes: 95 # curriculum: ignore[T101] tried so"),),
    "S101": ((M01, "    answer: false", "    answer: false\n    feedback: x"),),
    "S102": ((M01, "ranks: sergeant to colonel\n", ""),),
    "S103": ((M01, "handouts: [H1]", "handouts:\n      - H1"),),
    "S104": ((M01, "method: lecture", "method: demonstration"),),
    "S105": ((M01, "    lines: 8\n", '    lines: "08"\n'),),
    "S106": ((M01, "on: 2026-11-20", 'on: "2024-02-29"'),),
    "S107": ((HANDBOOK, "labels: [Date, Place]", "labels: [Date]"),),
    "S108": ((WORDING, "kind: wording", 'kind: "wording"'),),
    "S109": ((M01, "- id: Q4", "- id: Q400"),),
    "S110": (
        (
            "modules/standards/two.yaml",
            "",
            (
                "kind: standard\nid: two\ntitle: T\nshort: T\n"
                "source: rpst\nparts: [{id: I, title: T, pages: 1}]\n"
                "recommendations: [{number: 1, part: I, title: T, summary: T, pages: 1}]\n"
            ),
        ),
    ),
}


@pytest.mark.parametrize("case", FAILING.values(), ids=list(FAILING))
def test_a_breach_of_form_is_found(project: Project, case: Case) -> None:
    expected = apply(project, case.edits)
    report = project.report()
    first = report.diagnostics[0]
    where = (first.file, first.span.line, first.span.column)
    assert expected is not None
    assert (first.code, where) == (case.code, (expected[0], expected[1].line, expected[1].column))
    assert case.message in first.message


@pytest.mark.parametrize("code", PASSING)
def test_what_is_well_formed_passes(project: Project, code: str) -> None:
    assert_silent(project, code, PASSING[code])


def test_a_link_to_nowhere_is_found(project: Project) -> None:
    project.path("modules/M03.yaml").symlink_to("nowhere")
    assert (
        shown(project.report().diagnostics) == "modules/M03.yaml:1:1 Y110 this link leads nowhere"
    )


def test_a_link_out_of_the_project_is_found(project: Project) -> None:
    outside = project.root.parent / "outside.yaml"
    outside.write_text("kind: module\n")
    project.path("modules/M03.yaml").symlink_to(outside)
    (diagnostic,) = project.report().diagnostics
    assert (diagnostic.code, diagnostic.file) == ("Y111", "modules/M03.yaml")


def test_rules_of_content_wait_until_every_file_decodes(project: Project) -> None:
    project.replace(M01, "minutes: 90", "minutes: 95")
    project.replace(M02, "minutes: 60", "minutes: an hour")
    assert [each.code for each in project.report().diagnostics] == ["S105"]


def test_form_is_judged_in_all_files_at_once(project: Project) -> None:
    project.replace(M01, "minutes: 90", "minutes: x")
    project.replace(M02, "minutes: 60", "minutes:")
    project.replace(GLOSSARY, "kind: glossary", "kind: glosary")
    project.write("modules/w2.yaml", project.read(WORDING))
    codes = [each.code for each in project.report().diagnostics]
    assert codes == ["S105", "Y112", "S108", "S110"]


def test_an_unreadable_programme_is_not_called_missing(project: Project) -> None:
    project.replace(PROGRAMME, "version:", "&v version:")
    project.write("modules/w2.yaml", project.read(WORDING))
    codes = [(each.file, each.code) for each in project.report().diagnostics]
    assert codes == [(PROGRAMME, "Y103"), ("modules/w2.yaml", "S110")]


def test_a_project_without_programme_says_so_beside_other_mistakes(project: Project) -> None:
    project.path(PROGRAMME).unlink()
    project.write("modules/old-curriculum.yaml", "a:\n")
    codes = [(each.file, each.code) for each in project.report().diagnostics]
    assert codes == [(PROGRAMME, "S110"), ("modules/old-curriculum.yaml", "Y112")]
