"""V: versions, approvals, dated facts, and files in their place."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from curriculum_cli.checks.project import check_project
from curriculum_cli.checks.report import Choice
from curriculum_cli.diagnostics import Profile, Severity

from ..project import GLOSSARY, M01, M02, SOURCES, STANDARD, WORKSHOP, Project, only, shown
from .cases import Case, assert_found, assert_silent

_SIGNED = "prepared_by: Test writers\n"
_OLD = "approved: {by: Town police, on: 2026-11-20, digest: ▸000000000000}\n"
_BEFORE = _OLD.replace("▸", "")
_SAME = _BEFORE.replace("digest", 'version: "1.2", digest')

FAILING = {
    "an approval of another text": Case(
        "V101",
        ((M01, "status: draft", "status: approved"), (M01, _SIGNED, _SIGNED + _OLD)),
        "M01 is not the text that was approved: its digest is ",
        "Raise `version:`, write `status: draft`",
    ),
    "a change without a new version": Case(
        "V102",
        (
            (M01, _SIGNED, _SIGNED + _SAME),
            (M01, 'version: "1.2"\nstatus', 'version: ▸"1.2"\nstatus'),
        ),
        "M01 has changed since 1.2 was approved, its version is 1.2",
        'Write `version: "1.3"`',
    ),
    "a version that went back": Case(
        "V102",
        (
            (M01, _SIGNED, _SIGNED + _SAME.replace("1.2", "1.10")),
            (M01, 'version: "1.2"\nstatus', 'version: ▸"1.9"\nstatus'),
        ),
        "since 1.10 was approved, its version is 1.9",
        'Write `version: "1.11"`',
    ),
    "an approval that names no version": Case(
        "V102",
        (
            (M01, _SIGNED, _SIGNED + _BEFORE),
            (M01, 'version: "1.2"\nstatus', 'version: ▸"1.2"\nstatus'),
        ),
        "since 1.2 was approved",
    ),
    "a change record that lags behind": Case(
        "V103",
        ((M01, 'version: "1.2"\nstatus', 'version: "1.3"\nstatus'),),
        "the change record begins with 1.2, the version is 1.3",
        "Add what changed in 1.3",
        (M01, '{version: ▸"1.2", on'),
    ),
    "a change record with the oldest first": Case(
        "V103",
        ((M01, '{version: "1.0", on', '{version: ▸"1.10", on'),),
        "1.10 stands below 1.2",
    ),
    "a change record that goes forth and back": Case(
        "V103",
        ((M01, 'version: "1.0", on: 2026-09-01', 'version: "1.0", on: ▸2026-12-01'),),
        "1.0 is dated after 1.2",
    ),
    "an approval that nobody has signed": Case(
        "V104",
        ((M01, "status: draft", "status: ▸approved"),),
        "M01 is called approved, and nobody has signed it",
        "Write `approved: {by: …, on: 2026-11-22, digest: ",
    ),
    "a review that nobody has signed": Case(
        "V104",
        ((M01, "status: draft", "status: ▸reviewed"),),
        "M01 is called reviewed, and nobody has signed it",
        "Write `reviewed: {by: …, on: 2026-11-22}`",
    ),
    "a law that was checked long ago": Case(
        "V105",
        ((SOURCES, "checked_on: 2026-10-15", "checked_on: ▸2025-11-21"),),
        "“town-law” was last checked 366 days ago; 365 are allowed",
        "Look it up again",
    ),
    "a law that will have been checked": Case(
        "V105",
        ((SOURCES, "checked_on: 2026-10-15", "checked_on: ▸2026-12-15"),),
        "2026-12-15 lies in the future",
        "Today is 2026-11-22",
    ),
}
PASSING = {
    "a change after an approval, with a new version": (
        "V102",
        ((M01, _SIGNED, _SIGNED + _SAME.replace("1.2", "1.1")),),
    ),
    "a new version since the approval": (
        "V102",
        (
            (M01, _SIGNED, _SIGNED + _BEFORE.replace("11-20", "10-01")),
            (M01, 'version: "1.0", on: 2026-09-01', 'version: "1.1", on: 2026-09-01'),
        ),
    ),
    "two versions in one day": ("V103", ((M01, "on: 2026-09-01", "on: 2026-11-20"),)),
    "a review that is signed": ("V104", ()),
    "a law checked a year ago": ("V105", ((SOURCES, "2026-10-15", "2025-11-22"),)),
    "a law checked where the sun rises earlier": ("V105", ((SOURCES, "2026-10-15", "2026-11-23"),)),
}


@pytest.mark.parametrize("name", FAILING)
def test_a_claim_that_is_not_true_is_pointed_at(project: Project, name: str) -> None:
    assert_found(project, FAILING[name])


@pytest.mark.parametrize("name", PASSING)
def test_a_claim_that_is_true_passes(project: Project, name: str) -> None:
    assert_silent(project, *PASSING[name])


def test_an_approval_fits_until_a_word_changes(project: Project) -> None:
    digest = project.curriculum().modules["M01"].digest
    project.replace(M01, "status: draft", "status: approved")
    project.replace(M01, _SIGNED, _SIGNED + _BEFORE.replace("0" * 12, digest))
    assert shown(project.report(select=("V",)).diagnostics) == ""
    project.replace(M01, "Greet first; the", "Greet first: the")
    assert only(project.report(select=("V",))).code == "V101"


def test_only_publication_asks_for_approval(project: Project) -> None:
    def found(profile: Profile | None) -> list[tuple[str, str]]:
        outcome = project.outcome(profile=profile, select=("V107",))
        return [(each.file, each.message) for each in outcome.report.diagnostics]

    assert found(None) == found(Profile.REVIEW) == []
    assert found(Profile.PUBLISH) == [
        (M01, "M01 is neither reviewed nor approved"),
        (M02, "M02 is not approved"),
    ]


def test_an_approved_module_is_ready_to_be_published(project: Project) -> None:
    project.replace(M01, "status: draft", "status: approved")
    outcome = project.outcome(profile=Profile.PUBLISH, select=("V107",))
    diagnostic = only(outcome.report)
    assert (diagnostic.file, diagnostic.severity) == (M02, Severity.WARNING)


MOVES = {
    "a module called after another": (M01, "modules/M10-first-contact.yaml", "after its id “M01”"),
    "a module with a longer number": (M01, "modules/M011-contact.yaml", "after its id “M01”"),
    "a module among the workshops": (M01, "modules/workshops/M01.yaml", "of kind “workshop”"),
    "a workshop among the modules": (WORKSHOP, "modules/two-days.yaml", "modules/workshops/"),
    "a workshop below its folder": (
        *(WORKSHOP, "modules/workshops/2027/two-days.yaml", "a workshop stands in"),
    ),
    "a workshop called otherwise": (WORKSHOP, "modules/workshops/two.yaml", "“two-days”"),
    "a standard among the modules": (STANDARD, "modules/town-2020.yaml", "modules/standards/"),
    "a glossary called otherwise": (GLOSSARY, "modules/terms.yaml", "is called modules/glossary"),
}
GOOD_MOVES = {
    "a module in a folder of its own": (M01, "modules/contact/M01-first.yaml"),
    "a module called by its id alone": (M01, "modules/M01.yaml"),
}


def _move(project: Project, old: str, new: str) -> None:
    project.write(new, project.read(old))
    project.path(old).unlink()


@pytest.mark.parametrize("name", MOVES)
def test_a_file_in_the_wrong_place_is_pointed_at(project: Project, name: str) -> None:
    old, new, message = MOVES[name]
    _move(project, old, new)
    diagnostic = only(project.report(select=("V106",)))
    assert diagnostic.file == new
    assert message in diagnostic.message
    key = "id" if "named after" in diagnostic.message else "kind"
    line = project.read(new).splitlines()[diagnostic.span.line - 1]
    assert line.startswith(f"{key}:")


@pytest.mark.parametrize("name", GOOD_MOVES)
def test_a_file_where_it_belongs_is_left_alone(project: Project, name: str) -> None:
    _move(project, *GOOD_MOVES[name])
    assert shown(project.report(select=("V106",)).diagnostics) == ""


def test_the_day_is_that_of_the_environment(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(datetime(2030, 1, 1, tzinfo=UTC).timestamp())))
    found = check_project(project.root, Choice(select=("V105",))).report.diagnostics
    assert ["days ago" in each.message for each in found] == [True, True]
