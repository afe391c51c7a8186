"""T and W: minutes that add up."""

from __future__ import annotations

import pytest

from ..project import INTEGRATION, M01, M02, WORKSHOP, Project, place
from .cases import Case, assert_found, assert_silent

FAILING = {
    "steps that take too long": Case(
        "T101",
        ((M01, "minutes: 90", "minutes: ▸85"),),
        "add up to 90 minutes, the module has 85",
        "5 too many: change a step, or write `minutes: 90`",
    ),
    "steps that leave time over": Case(
        "T101", ((M02, "minutes: 60", "minutes: ▸75"),), "add up to 60 minutes", "15 too few"
    ),
    "steps of one audience only": Case(
        "T101",
        ((M01, "title: At the market gate\n    minutes: 40", "title: Gate\n    minutes: 45"),),
        "add up to 95 minutes for patrol, the module has 90",
        "5 too many",
        (M01, "minutes: ▸90"),
    ),
    "a scenario longer than its step": Case(
        "T102",
        ((M01, "play: 15, debrief: 20", "play: 20, debrief: 20"),),
        "C1 takes 45 minutes, its step S3 has 40",
        "Give the step 45 minutes",
        (M01, "title: At the market gate\n    minutes: ▸40"),
    ),
    "a lesson shorter than what goes into it": Case(
        "T103",
        ((INTEGRATION, "minutes: 50", "minutes: ▸45"),),
        "the steps of M01 take 50 minutes, the lesson has 45",
        "Write `minutes: 50`",
    ),
    "more than a subject holds": Case(
        "T104",
        ((INTEGRATION, "hours: 40", "hours: ▸2"), (INTEGRATION, "minutes: 40", "minutes: 41")),
        "91 minutes go into Patrol service, which has 90",
        "Move an insertion",
    ),
    "a day that ends too early": Case(
        "W101",
        ((WORKSHOP, 'end: "12:10"', 'end: ▸"11:10"'),),
        "day 2 holds 130 minutes, but lasts 70",
        "It ends at 12:10",
    ),
    "a day that runs past midnight": Case(
        "W101",
        ((WORKSHOP, 'start: "10:00"', 'start: "22:00"'), (WORKSHOP, '"12:10"', '▸"23:59"')),
        "day 2 holds 130 minutes, but lasts 119",
        "It ends at 00:10",
    ),
    "a day that ends before it begins": Case(
        "W101", ((WORKSHOP, 'end: "11:45"', 'end: ▸"08:45"'),), "holds 165 minutes, but lasts -15"
    ),
    "a step of a module that grew": Case(
        "W101",
        ((M01, "title: The record of stops\n    minutes: 40", "title: R\n    minutes: 50"),),
        "day 1 holds 175 minutes, but lasts 165",
        "11:55",
        (WORKSHOP, 'end: ▸"11:45"'),
    ),
}
PASSING = {
    "minutes moved from step to step": (
        "T101",
        (
            (M02, "title: Чей это план\n    minutes: 20", "title: План\n    minutes: 25"),
            (M02, "title: Пять пунктов\n    minutes: 40", "title: Пункты\n    minutes: 35"),
        ),
    ),
    "a scenario that leaves time in its step": (
        "T102",
        ((M01, "play: 15, debrief: 20", "play: 5, debrief: 20"),),
    ),
    "a lesson without steps": ("T103", ((INTEGRATION, "minutes: 30", "minutes: 25"),)),
    "a subject filled to the last minute": ("T104", ((INTEGRATION, "hours: 40", "hours: 2"),)),
    "a day over noon": (
        "W101",
        ((WORKSHOP, 'start: "10:00"', 'start: "11:00"'), (WORKSHOP, '"12:10"', '"13:10"')),
    ),
}


@pytest.mark.parametrize("name", FAILING)
def test_minutes_that_do_not_add_up_are_pointed_at(project: Project, name: str) -> None:
    assert_found(project, FAILING[name])


@pytest.mark.parametrize("name", PASSING)
def test_minutes_that_add_up_pass(project: Project, name: str) -> None:
    assert_silent(project, *PASSING[name])


def test_two_audiences_with_two_wrong_sums_are_two_findings(project: Project) -> None:
    project.replace(M01, "minutes: 90", "minutes: 88")
    project.replace(M01, "title: At the market gate\n    minutes: 40", "title: x\n    minutes: 41")
    found = project.report(select=("T101",)).diagnostics
    assert [each.message.partition(",")[0] for each in found] == [
        "the steps add up to 90 minutes for senior",
        "the steps add up to 91 minutes for patrol",
    ]
    assert {place(each) for each in found} == {project.place(M01, "minutes: ▸88")}


def test_an_audience_without_the_module_gets_all_its_steps(project: Project) -> None:
    project.replace(WORKSHOP, "audience: senior", "audience: patrol")
    (diagnostic,) = project.report(select=("W101",)).diagnostics
    assert "day 1 holds 125 minutes" in diagnostic.message, "S4 is not for patrol, M02 is for none"
