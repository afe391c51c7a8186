"""O: tests of a workshop come in pairs and can measure what was taught."""

from __future__ import annotations

import pytest

from ..project import M01, M02, WORKSHOP, Project
from .cases import Case, assert_found, assert_silent

_OPENING = "{event: opening, minutes: 5}"
_TESTED = (WORKSHOP, _OPENING, "{event: pre-test, minutes: 5}")
_AFTER = (WORKSHOP, "event: evaluation", "event: post-test")
_SHORT = (
    "    kind: short-answer\n    objective: O3\n"
    "    stem: Почему план без жителей остаётся бумагой?\n    answer: Его некому исполнить.\n"
)
_SEEN = (
    "    kind: checklist\n    objective: O3\n"
    "    stem: Объясняет план\n    checks: [Говорит кратко, Говорит ясно]\n    pass_at: 2\n"
)

FAILING = {
    "a test before and none after": Case(
        "O117",
        ((WORKSHOP, _OPENING, "{event: ▸pre-test, minutes: 5}"),),
        "the workshop has a pre-test and no post-test",
        "Add `event: post-test`",
    ),
    "a test after and none before": Case(
        "O117",
        ((WORKSHOP, "event: evaluation", "event: ▸post-test"),),
        "the workshop has a post-test and no pre-test",
    ),
    "an objective that no test on paper can measure": Case(
        "O118",
        (_TESTED, _AFTER, (M02, _SHORT, _SEEN)),
        "no test can measure O3 of M02 on paper",
        "Write an item for O3 in M02 that is not a checklist.",
        (WORKSHOP, "{module: ▸M02}"),
    ),
    "an objective that only others are asked about": Case(
        "O118",
        (
            _TESTED,
            _AFTER,
            (M01, "    kind: essay\n", "    kind: essay\n    audiences: [patrol]\n"),
        ),
        "no test can measure O6 of M01 on paper",
        "",
        (WORKSHOP, "{module: ▸M01, steps: [S1, S2]}"),
    ),
}
PASSING = {
    "a test before and after": ("O117", (_TESTED, _AFTER)),
    "no tests": ("O118", ((M02, _SHORT, _SEEN),)),
    "steps that do not teach the objective": (
        "O118",
        (
            _TESTED,
            _AFTER,
            (M01, "    kind: essay\n", "    kind: essay\n    audiences: [patrol]\n"),
            (WORKSHOP, "{module: M01, steps: [S1, S2]}", "{module: M01, steps: [S2]}"),
        ),
    ),
    "a skill that is seen and not read": (
        "O118",
        (
            _TESTED,
            _AFTER,
            (M02, "kind: ordering\n    objective: O1", "kind: ordering\n    objective: O2"),
            (M02, "kind: essay\n    objective: O1", "kind: essay\n    objective: O2"),
        ),
    ),
    "a module that is not for them": (
        "O118",
        (_TESTED, _AFTER, (WORKSHOP, "audience: senior", "audience: patrol")),
    ),
}


@pytest.mark.parametrize("name", FAILING)
def test_what_cannot_be_measured_is_pointed_at(project: Project, name: str) -> None:
    assert_found(project, FAILING[name])


@pytest.mark.parametrize("name", PASSING)
def test_what_can_be_measured_is_left_alone(project: Project, name: str) -> None:
    assert_silent(project, *PASSING[name])
