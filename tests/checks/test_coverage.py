"""C: every item of the standard is stated, taught, measured, and reaches its main audiences."""

from __future__ import annotations

import pytest

from ..project import M01, M02, PROGRAMME, STANDARD, Project
from .cases import Case, assert_found, assert_silent

_HOLE = "left_out:\n  - recommendation: 3\n    audience: patrol\n"
_ALL = "left_out:\n  - recommendation: 3\n"
_O1_OF_M02 = "    level: create\n    recommendations: [3]\n"
_NO_OBJECTIVE = (M02, _O1_OF_M02, "    level: create\n    recommendations: []\n")

FAILING = {
    "an item that no module serves": Case(
        "C101",
        (_NO_OBJECTIVE,),
        "Recommendation 3 is served by no module",
        "list it under `left_out:` in modules/curriculum.yaml",
        (STANDARD, "number: ▸3"),
    ),
    "an item taught in passing only": Case(
        "C101",
        (
            (M02, "title: Чей это план\n    minutes: 20", "title: План\n    minutes: 9"),
            (M02, "title: Пять пунктов\n    minutes: 40", "title: Пункты\n    minutes: 9"),
        ),
        "Recommendation 3 is served by no step of 10 minutes or more",
        "",
        (STANDARD, "number: ▸3"),
    ),
    "a main audience that is not reached": Case(
        "C102",
        ((PROGRAMME, _HOLE, _HOLE.replace("patrol", "senior")),),
        "no module serves Recommendation 3 for Patrol officers",
        "Open a module that serves it to `patrol`",
        (STANDARD, "pages: p. 5\n    audiences:\n      - {audience: ▸patrol"),
    ),
    "a hole that is filled": Case(
        "C103",
        ((PROGRAMME, _HOLE, "left_out:\n  - ▸recommendation: 2\n    audience: patrol\n"),),
        "Recommendation 2 is not left out for patrol: M01 serves it",
        "Take the entry out.",
    ),
    "a hole that never was one": Case(
        "C103",
        ((PROGRAMME, _HOLE, "left_out:\n  - ▸recommendation: 3\n    audience: senior\n"),),
        "not left out for senior: the standard does not name it a main audience",
    ),
    "a hole of everybody that is filled": Case(
        "C103",
        ((PROGRAMME, _HOLE, "left_out:\n  - ▸recommendation: 3\n"),),
        "Recommendation 3 is not left out: M02 serves it",
    ),
}
PASSING = {
    "an item left out with a reason": ("C101", (_NO_OBJECTIVE, (PROGRAMME, _HOLE, _ALL))),
    "an audience left out with a reason": ("C102", ()),
    "nothing for an item that no module serves": (
        "C102",
        (_NO_OBJECTIVE, (PROGRAMME, _HOLE, _ALL)),
    ),
    "a hole of everybody": ("C103", (_NO_OBJECTIVE, (PROGRAMME, _HOLE, _ALL))),
    "an item moved to another module": (
        "C101",
        (_NO_OBJECTIVE, (M01, "    recommendations: [1]\n", "    recommendations: [1, 3]\n")),
    ),
}


@pytest.mark.parametrize("name", FAILING)
def test_holes_in_the_coverage_are_pointed_at(project: Project, name: str) -> None:
    assert_found(project, FAILING[name])


@pytest.mark.parametrize("name", PASSING)
def test_a_covered_standard_is_left_alone(project: Project, name: str) -> None:
    code, edits = PASSING[name]
    assert_silent(project, code, edits)
