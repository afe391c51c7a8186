"""Comments that silence a finding: where they may stand, and what is said of poor ones."""

from __future__ import annotations

import pytest

from ..project import M01, M02, WORKSHOP, Project, only, place, shown

OVERRUN = ("minutes: 90", "minutes: 85")
NOTE = "# curriculum: ignore[T101] the academy adds a step"


def found(project: Project) -> list[str]:
    return [each.code for each in project.report().diagnostics]


@pytest.mark.parametrize(
    "text",
    [
        f"minutes: 85  {NOTE}",
        f"minutes: 85 {NOTE.replace('T101', 't101')}",
        f"minutes: 85 {NOTE.replace('T101', 'T101, T101')}",
        f"minutes: 85 {NOTE.replace('# curriculum: ', '#curriculum:')}",
        f"{NOTE}\nminutes: 85",
        f"{NOTE}\n# and a word about it\nminutes: 85",
        f"# a word before\n{NOTE}\nminutes: 85",
        f"minutes:  {NOTE}\n  85",
    ],
    ids=[
        *("same line", "small letters", "twice", "no blanks", "line above", "two lines above"),
        *("below another comment", "line of the key"),
    ],
)
def test_a_comment_with_a_reason_silences_the_finding(project: Project, text: str) -> None:
    project.replace(M01, "minutes: 90", text)
    report = project.report()
    assert (shown(report.diagnostics), report.ignored) == ("", 1)


@pytest.mark.parametrize(
    "text",
    [
        f"minutes: 85\n{NOTE}",
        f"{NOTE}\n\nminutes: 85",
        f"{NOTE}\ntrainers: 2\nminutes: 85",
        f"trainers: 2 {NOTE}\nminutes: 85",
    ],
    ids=["line below", "blank line between", "other line between", "end of the line above"],
)
def test_a_comment_elsewhere_silences_nothing_and_is_reported(project: Project, text: str) -> None:
    project.replace(M01, "trainers: 2\n", "")
    if "trainers" not in text:
        text = "trainers: 2\n" + text
    project.replace(M01, "minutes: 90", text)
    assert sorted(found(project)) == ["T101", "Y202"]


def test_a_block_is_silenced_in_its_head_or_above(project: Project) -> None:
    note = "# curriculum: ignore[A105] a test of fonts"
    project.replace(M01, "purpose: |\n  The first", f"purpose: |  {note}\n  ☎ The first")
    project.replace(M02, "content: |\n      План", f"{note}\n    content: |\n      ☎ План")
    report = project.report(ignore=("C104",))
    assert (shown(report.diagnostics), report.ignored) == ("", 2)


def test_a_block_in_a_list_is_silenced_in_its_head(project: Project) -> None:
    note = "# curriculum: ignore[A105] a test of fonts"
    project.replace(M01, "  - Greet first.\n", f"  - >-  {note}\n    Greet\n    ☎ first.\n")
    report = project.report()
    assert (shown(report.diagnostics), report.ignored) == ("", 1)


def test_a_hash_inside_a_block_is_no_comment(project: Project) -> None:
    project.replace(M01, *OVERRUN)
    project.replace(M01, "  Say who you are", f"  {NOTE}\n\n  Say who you are")
    assert found(project) == ["T101", "A106"], "it prints, and as a heading at that"


def test_one_comment_may_name_two_rules(project: Project) -> None:
    note = "# curriculum: ignore[O101,O102] taught next year"
    objective = "{id: O4, text: Greet, domain: skill, level: apply, recommendations: [1]}"
    project.replace(
        M01, "audiences: [senior]\nsteps:", f"audiences: [senior]\n  - {objective} {note}\nsteps:"
    )
    report = project.report()
    assert (shown(report.diagnostics), report.ignored) == ("", 2)


def test_a_comment_silences_its_own_file_only(project: Project) -> None:
    line = project.read(M01).split("\n").index("minutes: 90")
    text = project.read(WORKSHOP).replace("{break: 15}", "{break: 20}").split("\n")
    text[line : line + 1] = [NOTE, text[line]]
    project.write(WORKSHOP, "\n".join(text))
    project.replace(M01, *OVERRUN)
    assert "T101" in found(project)


@pytest.mark.parametrize(
    ("comment", "code", "message"),
    [
        ("# curriculum: ignore[T101]", "Y201", "gives no reason"),
        ("# curriculum: ignore[T101]   ", "Y201", "gives no reason"),
        ("# curriculum: ignore T101 because", "Y201", "is not well-formed"),
        ("# curriculum ignore[T101] because", "Y201", "is not well-formed"),
        ("# Curriculum: Ignore[T101] because", "Y201", "is not well-formed"),
        ("# curriculum: ignore[] because", "Y201", "is not well-formed"),
        ("# curriculum: ignore[T101,] because", "Y201", "is not well-formed"),
        ("# curriculum: ignore[T-101] because", "Y201", "is not well-formed"),
        ("# curriculum: ignore[T999] because", "Y202", "there is no rule T999"),
        ("# curriculum: ignore[O101] because", "Y202", "nothing is silenced here: no O101"),
        ("# curriculum: ignore[S104] because", "Y202", "nothing is silenced here: no S104"),
        ("# curriculum: ignore[Y202] because", "Y202", "nothing is silenced here: no Y202"),
    ],
)
def test_a_poor_comment_silences_nothing_and_is_a_warning(
    project: Project, comment: str, code: str, message: str
) -> None:
    expected = project.replace(M01, "minutes: 90", f"minutes: 85  ▸{comment}")
    finding, poor = project.report().diagnostics
    assert finding.code == "T101"
    assert (poor.code, place(poor), str(poor.severity)) == (code, expected, "warning")
    assert message in poor.message
    assert poor.span.end_column == place(poor).column + len(comment.rstrip())


def test_a_code_too_many_is_reported_beside_one_that_helps(project: Project) -> None:
    project.replace(M01, "minutes: 90", "minutes: 85 # curriculum: ignore[T101,O105] for now")
    report = project.report()
    assert report.ignored == 1
    assert "no O105 on this line" in only(report).message


def test_a_comment_for_a_rule_that_does_not_run_is_not_called_useless(project: Project) -> None:
    project.replace(M01, "minutes: 90", f"minutes: 90 {NOTE}")
    assert [each.code for each in project.report(select=("R",)).diagnostics] == []
    assert [each.code for each in project.report(ignore=("T",)).diagnostics] == []
    assert found(project) == ["Y202"]


def test_mistakes_of_form_cannot_be_silenced(project: Project) -> None:
    project.replace(M01, "minutes: 90", "minutes: x # curriculum: ignore[S105] for now")
    assert found(project) == ["S105"]


def test_an_ordinary_comment_is_left_alone(project: Project) -> None:
    project.replace(M01, "minutes: 90", "minutes: 90 # the curriculum asks us to ignore[T101] this")
    assert found(project) == []
