"""T: short lectures, breaks in time, long debriefs, minutes that were planned."""

from __future__ import annotations

import pytest

from ..project import M01, M02, Project, shown
from .cases import Case, assert_found, assert_silent

_TEA = "{id: S5, title: Tea, minutes: 10, method: break}"
_FIRST = "    minutes: 15\n    method: discussion"
_RULES = "title: Two rules\n    minutes: 10"
_MORE = "    content: Группа пишет пять пунктов и показывает соседям.\n"
_STEPS = "".join(
    f"  - {{id: S{n}, title: x, minutes: 10, method: exercise, objectives: [O1]}}\n"
    for n in range(3, 8)
)

FAILING = {
    "a long lecture": Case(
        "T105",
        ((M01, _RULES, "title: Two rules\n    minutes: ▸25"),),
        "step S2 is 25 minutes of lecture, more than 20",
        "in between",
    ),
    "two lectures that follow one another": Case(
        "T105",
        ((M01, _FIRST, "    minutes: 15\n    method: lecture"),),
        "steps S1 to S2 are 25 minutes of lecture, more than 20",
        "",
        (M01, "title: Two rules\n    minutes: ▸10"),
    ),
    "two lectures between which only others work": Case(
        "T105",
        (
            (M01, "title: At the market gate\n    minutes: 40", "title: Gate\n    minutes: 5"),
            (M01, _TEA, "{id: S5, title: Tea, minutes: ▸15, method: lecture, objectives: [O1]}"),
            (M01, "minutes: 40\n    method: table-top", "minutes: 40\n    method: lecture"),
            (
                M01,
                "title: The record of stops\n    minutes: 40",
                "title: The record\n    minutes: 6",
            ),
        ),
        "steps S2 to S5 are 31 minutes of lecture for senior, more than 20",
    ),
    "no break": Case(
        "T106",
        (
            (M01, _TEA, _TEA.replace("break", "film")),
            (M01, _FIRST, "    minutes: 30\n    method: film"),
        ),
        "steps S1 to S6 last 105 minutes without a break, more than 100",
        "Put a step with `method: break` before S6.",
        (M01, "title: Test and close\n    minutes: ▸15"),
    ),
    "no break for one audience": Case(
        "T106",
        ((M01, "title: At the market gate\n    minutes: 40", "title: Gate\n    minutes: ▸80"),),
        "steps S1 to S3 last 105 minutes without a break for patrol, more than 100",
    ),
    "a first step that is too long": Case(
        "T106",
        ((M02, "title: Чей это план\n    minutes: 20", "title: План\n    minutes: ▸101"),),
        "steps S1 to S2 last 141 minutes",
        "Divide the step, with a break in between.",
    ),
    "a short debrief": Case(
        "T107",
        ((M01, "play: 15, debrief: 20", "play: 15, debrief: ▸10"),),
        "the debrief of C1 takes 10 minutes, the play 15",
        "Give the debrief 15 minutes",
    ),
    "minutes that were guessed": Case(
        "T108",
        ((M02, _MORE, _MORE + _STEPS),),
        "the minutes of all 7 steps are multiples of ten",
        "how long it really takes",
        (M02, "▸steps:\n"),
    ),
}
PASSING = {
    "twenty minutes of lecture": ("T105", ((M01, _RULES, "title: Two rules\n    minutes: 20"),)),
    "two lectures with an exercise between": (
        "T105",
        ((M01, _TEA, _TEA.replace("10, method: break", "15, method: lecture, objectives: [O1]")),),
    ),
    "a break after a hundred minutes": (
        "T106",
        (
            (M01, "title: At the market gate\n    minutes: 40", "title: Gate\n    minutes: 75"),
            (M01, "title: The record of stops\n    minutes: 40", "title: Record\n    minutes: 75"),
        ),
    ),
    "a debrief as long as the play": ("T107", ((M01, "15, debrief: 20", "15, debrief: 15"),)),
    "one step that was planned": (
        "T108",
        ((M02, _MORE, _MORE + _STEPS.replace("10, method", "12, method", 1)),),
    ),
    "six steps of tens": ("T108", ((M02, _MORE, _MORE + _STEPS[: _STEPS.rindex("  - ")]),)),
}


@pytest.mark.parametrize("name", FAILING)
def test_a_plan_that_tires_is_pointed_at(project: Project, name: str) -> None:
    assert_found(project, FAILING[name])


@pytest.mark.parametrize("name", PASSING)
def test_a_plan_that_breathes_is_left_alone(project: Project, name: str) -> None:
    assert_silent(project, *PASSING[name])


def test_each_stretch_that_is_too_long_is_a_finding(project: Project) -> None:
    project.replace(M01, _FIRST, "    minutes: 101\n    method: discussion")
    project.replace(M01, "title: Test and close\n    minutes: 15", "title: Test\n    minutes: 120")
    found = project.report(select=("T106",)).diagnostics
    assert [each.message.partition(" last")[0] for each in found] == [
        "steps S1 to S3",
        "steps S1 to S4",
        "step S6",
    ], shown(found)
