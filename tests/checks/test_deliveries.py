"""W3: notes after delivery that fit the workshop they speak of."""

from __future__ import annotations

import pytest

from ..project import DELIVERY, Project
from .cases import Case, assert_found, assert_silent

FAILING = {
    "a day that the workshop has not": Case(
        "W301",
        ((DELIVERY, "{day: 2, module: M01, step: S6", "{day: ▸3, module: M01, step: S6"),),
        "two-days has no day 3",
        "from 1 to 2",
    ),
    "a step noted twice": Case(
        "W302",
        ((DELIVERY, "module: M01, step: S2", "module: M01, step: ▸S1"),),
        "M01 S1 is noted twice for day 1",
        "add the minutes up",
    ),
}
PASSING = {
    "the last day": (
        "W301",
        ((DELIVERY, "{day: 1, module: M01, step: S4", "{day: 2, module: M01, step: S4"),),
    ),
    "the same step on two days": (
        "W302",
        ((DELIVERY, "{day: 2, module: M01, step: S6", "{day: 2, module: M01, step: S1"),),
    ),
}


@pytest.mark.parametrize("name", FAILING)
def test_notes_that_do_not_fit_are_pointed_at(project: Project, name: str) -> None:
    assert_found(project, FAILING[name])


@pytest.mark.parametrize("name", PASSING)
def test_notes_that_fit_pass(project: Project, name: str) -> None:
    assert_silent(project, *PASSING[name])


def test_notes_of_a_workshop_that_does_not_exist_are_one_finding(project: Project) -> None:
    project.replace(DELIVERY, "workshop: two-days", "workshop: two-day")
    (found,) = project.report().diagnostics
    assert found.code == "R102"
