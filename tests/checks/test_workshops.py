"""W: modules that a workshop's people can take, dates, and pauses."""

from __future__ import annotations

import pytest

from ..project import M02, PROGRAMME, WORKSHOP, Project, only, place, shown
from .cases import Case, assert_found, assert_silent

_FIRST = "      - {module: M01, steps: [S1, S2]}\n"
_RECORD = "      - {module: M01, steps: [S4], note: Room 2}\n"
_LAST = "      - {module: M01, steps: [S6]}\n"
_SECOND = "      - {module: M02}\n"
_FRIDAY = (WORKSHOP, "[2027-03-09, 2027-03-10]", "[2027-03-12, 2027-03-13]")
_TO_NOON = (WORKSHOP, 'start: "09:00"', 'start: "10:30"')
_PAUSE = "      - {event: prayer-pause, minutes: 60}\n"

FAILING = {
    "a module that is taught before what it needs": Case(
        "W102",
        (
            (WORKSHOP, _FIRST, "      - {module: ▸M02}\n" + _FIRST),
            (WORKSHOP, "{break: 10}\n" + _SECOND, "{break: 10}\n"),
        ),
        "M02 needs M01, which comes after it",
        "Teach M01 before it",
    ),
    "a module whose prerequisite is missing": Case(
        "W102",
        (
            (WORKSHOP, _FIRST + "      - {break: 15}\n" + _RECORD, ""),
            (WORKSHOP, _LAST, ""),
            (WORKSHOP, _SECOND, "      - {module: ▸M02}\n"),
        ),
        "M02 needs M01, which is not taught",
        "say under `left_out:` why its people know it",
    ),
    "a programme in the wrong order": Case(
        "W102",
        ((PROGRAMME, "modules: [M01, M02]", "modules: [▸M02, M01]"),),
        "M02 needs M01, which comes after it",
        "Change the order.",
    ),
    "a step that is forgotten": Case(
        "W103",
        ((WORKSHOP, "steps: [S1, S2]", "steps: ▸[S1]"),),
        "S2 of M01 is not taught",
        "write `left_out: [{module: M01, steps: [S2], reason: …}]`",
        (WORKSHOP, "module: M01, steps: ▸[S6]"),
    ),
    "a step that is taught twice": Case(
        "W103",
        ((WORKSHOP, "steps: [S6]", "steps: [▸S4, S6]"),),
        "S4 of M01 is taught a second time",
    ),
    "a whole module again": Case(
        "W103",
        ((WORKSHOP, _SECOND, _SECOND + "      - {module: ▸M02}\n"),),
        "S1, S2 of M02 are taught a second time",
    ),
    "steps in another order": Case(
        "W103",
        ((WORKSHOP, "steps: [S1, S2]", "steps: [S2, ▸S1]"),),
        "S1 of M01 is taught after S2",
    ),
    "a step of other people": Case(
        "W103",
        ((WORKSHOP, "steps: [S4]", "steps: [▸S3, S4]"),),
        "S3 of M01 is not for senior",
        "its minutes are not counted",
    ),
    "a step left out and yet taught": Case(
        "W103",
        ((WORKSHOP, "note: Bring", "left_out: [{module: M01, steps: [▸S2], reason: x}]\nnote: B"),),
        "S2 of M01 is left out, yet it is taught",
    ),
    "a module left out and yet taught": Case(
        "W103",
        ((WORKSHOP, "note: Bring", "left_out: [{module: ▸M01, reason: x}]\nnote: B"),),
        "M01 is left out, yet it is taught",
        "Name the `steps:`",
    ),
    "a step left out of a module that is not there": Case(
        "W103",
        (
            (WORKSHOP, _SECOND, ""),
            (
                WORKSHOP,
                "note: Bring",
                "left_out: [{module: M02, steps: [▸S1], reason: x}]\nnote: B",
            ),
        ),
        "M02 is not part of this workshop",
    ),
    "a step left out that the module has not": Case(
        "R102",
        ((WORKSHOP, "note: Bring", "left_out: [{module: M02, steps: [▸S7], reason: x}]\nnote: B"),),
        "there is no step of M02 “S7”",
    ),
    "a module for other people": Case(
        "W104",
        (
            (WORKSHOP, "audience: senior", "audience: patrol"),
            (WORKSHOP, _SECOND, "      - {module: ▸M02}\n"),
        ),
        "M02 is not written for patrol",
        "It is for senior.",
    ),
    "too many participants": Case(
        "W105",
        ((WORKSHOP, "participants: 16", "participants: ▸21"),),
        "21 participants are more than M01, M02 are written for: up to 16",
        "Invite up to 16",
    ),
    "too few participants": Case(
        "W105",
        ((WORKSHOP, "participants: 16", "participants: ▸9"),),
        "9 participants are fewer than M01 is written for: from 10",
    ),
    "a day without a date": Case(
        "W106",
        ((WORKSHOP, "[2027-03-09, 2027-03-10]", "▸[2027-03-09]"),),
        "the workshop has 2 days, but 1 date",
        "Add a date",
    ),
    "a date too many": Case(
        "W106",
        ((WORKSHOP, "2027-03-10]", "2027-03-10, 2027-03-11]"),),
        "the workshop has 2 days, but 3 dates",
        "Take a date out",
        (WORKSHOP, "dates: ▸["),
    ),
    "dates in the wrong order": Case(
        "W106",
        ((WORKSHOP, "[2027-03-09, 2027-03-10]", "[2027-03-10, ▸2027-03-09]"),),
        "2027-03-09 comes after 2027-03-10",
    ),
    "one date for two days": Case(
        "W106",
        ((WORKSHOP, "[2027-03-09, 2027-03-10]", "[2027-03-10, ▸2027-03-10]"),),
        "2027-03-10 is there twice",
    ),
    "a feast": Case(
        "W107",
        ((WORKSHOP, "[2027-03-09, 2027-03-10]", "[2027-03-20, ▸2027-03-23]"),),
        "2027-03-23 is a day off: Nauryz",
        "`days_off:` in modules/curriculum.yaml",
    ),
    "a Friday without its pause": Case(
        "W108",
        (_TO_NOON, (WORKSHOP, "[2027-03-09, 2027-03-10]", "[▸2027-03-12, 2027-03-13]")),
        "2027-03-12 is a Friday, and day 1 has no pause for prayer",
        "beside the lunch",
    ),
    "a Friday pause in the evening": Case(
        "W108",
        (
            _FRIDAY,
            _TO_NOON,
            (WORKSHOP, "minutes: 10, title: What stays}\n", "minutes: 60}\n" + _PAUSE),
        ),
        "the Friday pause lies outside 12:30 to 14:00",
        "",
        (WORKSHOP, "{event: ▸prayer-pause"),
    ),
    "a Friday pause on a Tuesday": Case(
        "W108",
        ((WORKSHOP, _RECORD, "      - {event: ▸prayer-pause, minutes: 60}\n" + _RECORD),),
        "a Friday pause on a Tuesday: 2027-03-09",
    ),
    "two hours on a chair": Case(
        "W109",
        ((WORKSHOP, "      - {break: 10}\n      - {module: M02}", "      - ▸{module: M02}"),),
        "day 2 has no pause from 10:00 to 12:00: 120 minutes",
        "{break: 15}",
        (WORKSHOP, "      - ▸event: evaluation"),
    ),
}
PASSING = {
    "what is known from before": (
        "W102",
        (
            (WORKSHOP, _FIRST + "      - {break: 15}\n" + _RECORD, ""),
            (WORKSHOP, _LAST, ""),
            (WORKSHOP, "note: Bring", "left_out: [{module: M01, reason: In spring.}]\nnote: Bring"),
        ),
    ),
    "a step left out with a reason": (
        "W103",
        (
            (WORKSHOP, "steps: [S1, S2]", "steps: [S1]"),
            (WORKSHOP, "note: Bring", "left_out: [{module: M01, steps: [S2], reason: x}]\nnote: B"),
        ),
    ),
    "people for whom a module is open": ("W104", ((WORKSHOP, _SECOND, ""),)),
    "the largest group": ("W105", ((M02, "max: 16", "max: 18"), (WORKSHOP, "s: 16", "s: 18"))),
    "dates a week apart": ("W106", ((WORKSHOP, "2027-03-10]", "2027-03-17]"),)),
    "the day after a feast": ("W107", ((WORKSHOP, "2027-03-10]", "2027-03-24]"),)),
    "a Friday morning": ("W108", (_FRIDAY,)),
    "a Friday pause after lunch": (
        "W108",
        (_FRIDAY, _TO_NOON, (WORKSHOP, "{lunch: 60}\n", "{lunch: 60}\n" + _PAUSE)),
    ),
    "a break of the module": (
        "W109",
        (
            (M02, "minutes: 40\n    method: group-work", "minutes: 40\n    method: break"),
            (WORKSHOP, "minutes: 40", "minutes: 90"),
        ),
    ),
}


@pytest.mark.parametrize("name", FAILING)
def test_a_workshop_that_cannot_be_held_so_is_pointed_at(project: Project, name: str) -> None:
    assert_found(project, FAILING[name])


@pytest.mark.parametrize("name", PASSING)
def test_a_workshop_that_can_be_held_passes(project: Project, name: str) -> None:
    assert_silent(project, *PASSING[name])


def test_several_forgotten_steps_are_one_finding(project: Project) -> None:
    project.replace(WORKSHOP, _FIRST, "")
    project.replace(WORKSHOP, _RECORD, "")
    found = only(project.report(select=("W103",)))
    assert found.message == "S1, S2, S4 of M01 are not taught"
    assert place(found) == project.place(WORKSHOP, "module: M01, steps: ▸[S6]")


def test_the_pause_of_a_day_is_no_pause_of_the_next(project: Project) -> None:
    project.replace(WORKSHOP, "      - {lunch: 60}\n", "")
    project.replace(WORKSHOP, "{break: 15}", "{break: 5}")
    assert shown(project.report(select=("W109",)).diagnostics) == ""


def test_a_prerequisite_shows_where_it_is_asked_for(project: Project) -> None:
    project.replace(PROGRAMME, "modules: [M01, M02]", "modules: [M02, M01]")
    ((file, _, message),) = only(project.report(select=("W102",))).related
    assert (file, message) == (M02, "M02 says so here")
