"""The embedded curriculum under the strictest profile."""

from __future__ import annotations

from curriculum_cli.checks.project import check_project
from curriculum_cli.checks.report import Choice
from curriculum_cli.diagnostics import Profile

from ..editions import ROOT
from ..project import TODAY, shown

ONLY_A_PERSON = ("V107", "L102")
"""Rules that ask for a reviewer's or an approver's name, or for the work of translators."""


def test_nothing_is_found_but_what_only_a_person_can_give() -> None:
    choice = Choice(Profile.PUBLISH, ignore=ONLY_A_PERSON)
    outcome = check_project(ROOT, choice, day=TODAY)
    assert outcome.checked is not None
    assert shown(outcome.report.diagnostics) == ""
