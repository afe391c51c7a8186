"""P: practice, scenarios, contributors and groups."""

from __future__ import annotations

import pytest

from ..project import M01, M02, Project
from .cases import Case, assert_found, assert_silent

_GROUP_WORK = "    minutes: 40\n    method: group-work"
_SECRET = "        secret: |\n          You have had no break since six.\n"
_ROLES_OF_C2 = (
    "    roles:\n"
    "      - {id: R3, name: Head of the station, card: You ask what the sheet shows., count: 3}\n"
)
_OFFICER = "      - id: R1\n        name: Patrol officer\n"
_HIS_CARD = "        card: |\n          You are on foot patrol.\n"
_TRADER = "      - id: R2\n        name: Trader\n"
_HER_CARD = "        card: You wait to set up your stall.\n        count: 2\n"
_OBSERVER_OF_C2 = "    observer:\n      - {id: B3, text: Asks how many grounds are missing}\n"
_FEELINGS = "      - {phase: feelings, question: How was it to wait?}\n"
_FINDINGS = "      - {phase: findings, question: What was the ground?}\n"
_NO_OTHER_METHOD = (
    M02,
    "    minutes: 20\n    method: brainstorm",
    "    minutes: 20\n    method: lecture",
)

FAILING = {
    "no practice": Case(
        "P101",
        ((M02, "method: group-work", "method: discussion"),),
        "the module has no practical exercise",
        "case-study, exercise",
        (M02, "▸steps:\n"),
    ),
    "no practice for one audience": Case(
        "P101",
        ((M01, "method: table-top\n    objectives", "method: reading\n    objectives"),),
        "the module has no practical exercise for senior",
        "",
        (M01, "▸steps:\n  - id: S1"),
    ),
    "many lectures": Case(
        "P102",
        (
            _NO_OTHER_METHOD,
            (M02, _GROUP_WORK, "    minutes: 30\n    method: group-work"),
        ),
        "20 of 50 minutes are lecture, more than a third",
        "Turn 4 minutes or more into an exercise.",
        (M02, "▸steps:\n"),
    ),
    "a phase that is missing": Case(
        "P103",
        ((M01, _FEELINGS, ""),),
        "the debrief of C1 asks nothing about feelings",
        "`phase: feelings`",
        (M01, "- id: ▸C1\n"),
    ),
    "phases out of order": Case(
        "P103",
        ((M01, _FEELINGS + _FINDINGS, _FINDINGS + _FEELINGS.replace("phase: f", "phase: ▸f")),),
        "C1 asks about feelings after findings",
        "facts, feelings, findings, future",
    ),
    "no roles": Case(
        "P104",
        ((M01, _ROLES_OF_C2, ""),),
        "scenario C2 has no roles",
        "under `roles:`",
        (M01, "- id: ▸C2\n"),
    ),
    "a role-play of one": Case(
        "P104",
        (
            (
                M01,
                _TRADER + _HER_CARD,
                "",
            ),
        ),
        "role-play C1 has only one player",
        "",
        (M01, "- id: ▸C1\n"),
    ),
    "nothing to observe": Case(
        "P104",
        ((M01, _OBSERVER_OF_C2, ""),),
        "scenario C2 has no observer's sheet",
        "seen or heard",
        (M01, "- id: ▸C2\n"),
    ),
    "a role-play without secrets": Case(
        "P105",
        ((M01, _SECRET, ""),),
        "no role of C1 has a secret",
        "told only when asked well",
        (M01, "- id: ▸C1\n"),
    ),
    "a secret that is only spoken of": Case(
        "P105",
        ((M01, "setup: Two tables make the gate.", "setup: Two tables. ▸R2's secret comes last."),),
        "R2 of C1 has no secret",
        "under `secret:` of R2",
    ),
    "a secret that is only spoken of in Russian": Case(
        "P105",
        ((M01, "setup: Two tables make the gate.", "setup: В конце ▸секрет R2."),),
        "R2 of C1 has no secret",
    ),
    "no contributor and no reason": Case(
        "P107",
        ((M02, "{role: none, note: Занятие идёт по открытым данным.}", "{role: ▸none}"),),
        "no community contributor takes part, and no reason is given",
        "Write the reason under `note:`",
    ),
    "a large group": Case(
        "P108",
        ((M01, "{min: 10, max: 20}", "{min: 10, max: ▸30}"),),
        "a group of 30 is outside the programme's 8 to 20",
        "Write 20, or change `defaults:` in modules/curriculum.yaml",
    ),
    "a small group": Case(
        "P108", ((M01, "{min: 10, max: 20}", "{min: ▸4, max: 20}"),), "a group of 4 is outside"
    ),
    "a group turned round": Case(
        "P108",
        ((M01, "{min: 10, max: 20}", "{min: ▸20, max: 10}"),),
        "the smallest group, 20, is larger than the largest, 10",
        "Write `group: {min: 10, max: 20}`",
    ),
}
PASSING = {
    "any practical method": ("P101", ((M02, "method: group-work", "method: case-study"),)),
    "a third of lecture": ("P102", (_NO_OTHER_METHOD,)),
    "several questions of a phase": ("P103", ((M01, _FEELINGS, _FEELINGS * 2),)),
    "one card for two players": (
        "P104",
        (
            (
                M01,
                _OFFICER + _HIS_CARD + _SECRET,
                "",
            ),
        ),
    ),
    "a secret that the notes speak of": (
        "P105",
        ((M01, "setup: Two tables make the gate.", "setup: Two tables. R1's secret comes last."),),
    ),
    "a table-top without secrets": ("P105", ()),
    "no contributor with a reason": ("P107", ()),
    "a contributor without a note": (
        "P107",
        ((M02, "{role: none, note: Занятие идёт по открытым данным.}", "{role: planning}"),),
    ),
    "the programme's own group": ("P108", ((M01, "{min: 10, max: 20}", "{min: 8, max: 20}"),)),
}


@pytest.mark.parametrize("name", FAILING)
def test_what_is_not_practised_is_pointed_at(project: Project, name: str) -> None:
    assert_found(project, FAILING[name])


@pytest.mark.parametrize("name", PASSING)
def test_practice_is_left_alone(project: Project, name: str) -> None:
    assert_silent(project, *PASSING[name])
