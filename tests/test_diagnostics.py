"""Words that several stages share: severities, nearest names, errors and their exit codes."""

from __future__ import annotations

import pytest
from curriculum_cli.diagnostics import (
    BuildError,
    CurriculumError,
    Diagnostic,
    Levels,
    Profile,
    Severity,
    Span,
    UsageError,
    did_you_mean,
    nearest,
)
from hypothesis import given
from hypothesis import strategies as st

METHODS = ["lecture", "discussion", "role-play"]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("lectur", "lecture"),
        ("LECTURE", "lecture"),
        ("roleplay", "role-play"),
        ("zzz", None),
        ("", None),
    ],
)
def test_the_nearest_name_is_found_or_none(wrong: str, right: str | None) -> None:
    assert nearest(wrong, METHODS) == right


def test_a_near_name_is_offered_else_a_short_list_else_nothing() -> None:
    assert did_you_mean("lectur", METHODS) == "Did you mean “lecture”?"
    assert did_you_mean("zzz", METHODS) == "Known: lecture, discussion, role-play."
    assert did_you_mean("zzz", iter(METHODS)) == "Known: lecture, discussion, role-play."
    assert did_you_mean("zzz", [f"name{n}" for n in range(12)]).startswith("Known: ")
    assert did_you_mean("zzz", [f"name{n}" for n in range(13)]) == ""
    assert did_you_mean("zzz", []) == ""


@given(st.text(), st.lists(st.text(max_size=10), max_size=5))
def test_a_name_is_only_ever_offered_from_the_list(wrong: str, right: list[str]) -> None:
    assert nearest(wrong, right) in {None, *right}


def test_severities_are_ordered_and_named_in_small_letters() -> None:
    assert Severity.INFO < Severity.WARNING < Severity.ERROR
    assert [str(each) for each in Severity] == ["off", "info", "warning", "error"]


def test_a_level_is_chosen_by_the_profile() -> None:
    levels = Levels(Severity.INFO, Severity.WARNING, Severity.ERROR)
    assert [levels.under(profile) for profile in Profile] == [
        Severity.INFO,
        Severity.WARNING,
        Severity.ERROR,
    ]


def test_each_kind_of_error_has_its_exit_code() -> None:
    codes = [kind("x").exit_code for kind in (UsageError, BuildError, CurriculumError)]
    assert codes == [2, 3, 3]
    assert UsageError("wrong", "so").help == "so"


def test_a_finding_may_stand_alone() -> None:
    found = Diagnostic("T101", Severity.ERROR, "M01.yaml", Span(1, 1, 1, 2), "wrong")
    assert (found.help, found.related, found.path, found.words) == ("", (), "", "")
