"""O: what is promised is taught, measured and traced, for everyone it is promised to."""

from __future__ import annotations

import pytest

from ..project import M01, M02, Project, place
from .cases import Case, assert_found, assert_silent

_OBJECTIVE = "{id: ▸O4, text: Greet, domain: skill, level: apply, recommendations: [1]}"
_ONE_MORE = (M01, "audiences: [senior]\nsteps:", f"audiences: [senior]\n  - {_OBJECTIVE}\nsteps:")
_TAUGHT = "{id: S5, title: Tea, minutes: 10, method: reading, objectives: [O4]"

FAILING = {
    "an objective that no step teaches": Case(
        "O101", (_ONE_MORE,), "no step teaches objective O4", "Add O4 to the `objectives:`"
    ),
    "an objective that only a break teaches": Case(
        "O101",
        (_ONE_MORE, (M01, "method: break}", "method: break, objectives: [O4]}")),
        "no step teaches objective O4",
    ),
    "an objective taught to some only": Case(
        "O101",
        (
            _ONE_MORE,
            (
                M01,
                "{id: S5, title: Tea, minutes: 10, method: break",
                _TAUGHT + ", audiences: [patrol]",
            ),
        ),
        "no step teaches objective O4 for senior",
    ),
    "an objective that nothing measures": Case(
        "O102", (_ONE_MORE,), "no item measures objective O4", "with `objective: O4`"
    ),
    "an objective measured for some only": Case(
        "O102",
        (
            (M01, "    answer: false", "    answer: false\n    audiences: [patrol]"),
            (
                M01,
                "kind: short-answer\n    objective: O1",
                "kind: short-answer\n    objective: O2",
            ),
        ),
        "no item measures objective O1 for senior",
        "",
        (M01, "- id: ▸O1\n"),
    ),
    "an objective that serves nothing": Case(
        "O103",
        (
            (M01, "level: apply\n    recommendations: [1]\n", "level: apply\n"),
            (M01, "[1, 2]\nminutes", "[2]\nminutes"),
        ),
        "objective O1 serves no Recommendation",
        "the module serves 2",
        (M01, "- id: ▸O1\n"),
    ),
    "a Recommendation that is only claimed": Case(
        "O103", ((M01, "[1, 2]\nminutes", "[1, 2, ▸3]\nminutes"),), "claims Recommendation 3"
    ),
    "a step that serves nothing": Case(
        "O104",
        (
            (
                M01,
                "{id: S5, title: Tea, minutes: 10, method: break}",
                "{id: ▸S5, title: Tea, minutes: 10, method: film}",
            ),
        ),
        "step S5 serves no objective",
        "make it a break",
    ),
    "a step for those without its objective": Case(
        "O104",
        (
            (
                M01,
                "objectives: [O3]\n    audiences: [senior]\n    handouts",
                "objectives: [O3]\n    handouts",
            ),
        ),
        "step S4 is for patrol too, who have none of O3",
        "Narrow",
        (M01, "- id: ▸S4"),
    ),
    "a scenario for those without its objective": Case(
        "O104",
        ((M01, "kind: table-top\n    audiences: [senior]", "kind: table-top"),),
        "scenario C2 is for patrol too",
        "",
        (M01, "- id: ▸C2"),
    ),
    "an item for those without its objective": Case(
        "O104",
        ((M01, "stem: Which of these", "audiences: [senior]\n    stem: Which of these"),),
        "item Q1 is for senior, who do not have O2",
        "",
        (M01, "- id: ▸Q1"),
    ),
    "a choice without key": Case(
        "O105",
        ((M01, "correct: true", "correct: false"),),
        "item Q1 has no key",
        "exactly one option",
        (M01, "- id: ▸Q1"),
    ),
    "a choice with two keys": Case(
        "O105",
        ((M01, "text: It was late", "text: It was late, correct: true"),),
        "item Q1 has 2 keys",
        "",
        (M01, "- id: ▸Q1"),
    ),
}
FAILING |= {
    "too few objectives for one audience": Case(
        "O111",
        (
            (
                M01,
                "recommendations: [2]\n    audiences: [senior]\nsteps",
                "audiences: [patrol]\nsteps",
            ),
        ),
        "2 objectives for senior: fewer than 3",
        "join the module to another",
        (M01, "▸objectives:\n  - id: O6"),
    ),
    "too many objectives": Case(
        "O111",
        (
            (
                M02,
                "\nobjectives:\n",
                "\n▸objectives:\n"
                + "".join(
                    f"  - {{id: O{n}, text: Назвать {n}, domain: knowledge, level: remember}}\n"
                    for n in range(4, 8)
                ),
            ),
        ),
        "7 objectives: more than 6",
        "Join objectives",
    ),
}
PASSING = {
    "an objective more": ("O111", (_ONE_MORE,)),
    "an objective taught to each audience by its own step": (
        "O101",
        ((M01, "objectives: [O1, O2, O3]\n    content: |", "objectives: [O1]\n    content: |"),),
    ),
    "an objective measured by an item of any kind": (
        "O102",
        (
            (
                M02,
                "kind: ordering\n    objective: O1",
                "audiences: [senior]\n    kind: ordering\n    objective: O1",
            ),
        ),
    ),
    "a Recommendation served by two objectives": (
        "O103",
        (
            (
                M01,
                "level: apply\n    recommendations: [1]\n",
                "level: apply\n    recommendations: [1, 2]\n",
            ),
        ),
    ),
    "a break that serves nothing": ("O104", ((M01, "title: Tea", "title: Tea and bread"),)),
    "an item narrowed to who has its objective": (
        "O104",
        ((M01, "stem: Which of these", "audiences: [patrol]\n    stem: Which of these"),),
    ),
    "a key moved": (
        "O105",
        (
            (M01, "correct: true", "correct: false"),
            (M01, "text: It was late", "text: It was late, correct: true"),
        ),
    ),
}


@pytest.mark.parametrize("name", FAILING)
def test_a_broken_chain_is_pointed_at(project: Project, name: str) -> None:
    assert_found(project, FAILING[name])


@pytest.mark.parametrize("name", PASSING)
def test_a_whole_chain_passes(project: Project, name: str) -> None:
    assert_silent(project, *PASSING[name])


def test_two_keys_are_both_shown(project: Project) -> None:
    project.replace(M01, "text: It was late", "text: It was late, correct: true")
    (diagnostic,) = project.report(select=("O105",)).diagnostics
    wanted = [project.place(M01, "- ▸id: a\n        text"), project.place(M01, "▸{id: c, text")]
    found = [(span.line, span.column) for _, span, _ in diagnostic.related]
    assert found == [(each.line, each.column) for each in wanted]


def test_an_unknown_objective_is_left_to_the_rule_of_references(project: Project) -> None:
    project.replace(M01, "objective: O3\n", "objective: O9\n")
    found = project.report(ignore=("O102",)).diagnostics
    assert [each.code for each in found] == ["R102"]
    assert place(found[0]) == project.place(M01, "objective: ▸O9")


@pytest.mark.parametrize(
    ("code", "what"), [("O101", "no step teaches"), ("O102", "no item measures")]
)
def test_no_audience_is_named_when_none_is_served(project: Project, code: str, what: str) -> None:
    project.replace(*(text.replace("▸", "") for text in _ONE_MORE))
    (diagnostic,) = project.report(select=(code,)).diagnostics
    assert diagnostic.message == f"{what} objective O4"
