"""V: versions and approvals tell the truth, dated facts are fresh, files are where they belong."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import PurePosixPath

from ..diagnostics import (
    ALWAYS_ERROR,
    ALWAYS_WARNING,
    WARNING_THEN_ERROR,
    Levels,
    Related,
    Severity,
    Where,
)
from ..model.kinds import FOLDERS, SINGLE
from ..model.module import Module
from ..model.reference_lists import Sources
from .rules import Finding, Reads, Subject, check

ONLY_FOR_PUBLICATION = Levels(Severity.OFF, Severity.OFF, Severity.WARNING)


def _number(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def _raised(version: str) -> str:
    whole, _, part = version.partition(".")
    return f"{whole}.{int(part) + 1}"


def _approved_version(module: Module) -> str | None:
    """The version that was approved: as stated, or the newest one up to that day."""
    if module.approved is None:
        return None
    if module.approved.version is not None:
        return module.approved.version
    before = [each.version for each in module.changes if each.on <= module.approved.on]
    return max(before, key=_number, default=None)


@check("V101", ALWAYS_ERROR, Reads.FILE)
def approvals_fit_the_text(subject: Subject) -> Iterator[Finding]:
    """A module that is approved is, word for word, the text that was approved.

    Why: An approval is given to a text; a changed text under an old signature is a forgery.
    Bad:
        status: approved
        approved: {by: …, on: 2026-11-22, digest: 3f9a01c2d4e5}    # the text is another by now
    Good:
        version: "1.3"
        status: draft
        approved: {by: …, on: 2026-11-22, version: "1.2", digest: 3f9a01c2d4e5}
    Source: ISO 9001:2015, 7.5.2 and 7.5.3: documents are approved, and their changes controlled.
    """
    for file, module in subject.curriculum.of(Module):
        approved = module.approved
        if module.status == "approved" and approved and approved.digest != module.digest:
            yield Finding(
                Where(file, ("approved", "digest")),
                f"{module.id} is not the text that was approved: its digest is {module.digest}",
                "Raise `version:`, write `status: draft`, and ask for approval again; or take the"
                " change back.",
            )


@check("V102", WARNING_THEN_ERROR, Reads.FILE)
def changed_texts_have_a_new_version(subject: Subject) -> Iterator[Finding]:
    """A text that changed since its last approval has a higher version.

    Why: Two different sheets with the same version cannot be told apart in a binder.
    Bad:
        version: "1.2"
        status: draft
        approved: {by: …, on: 2026-11-22, version: "1.2", digest: …}    # of another text
    Good:
        version: "1.3"
        changes: [{version: "1.3", on: 2027-01-15, what: Debrief of C1 made longer}, …]
    """
    for file, module in subject.curriculum.of(Module):
        before = _approved_version(module)
        if module.approved is None or before is None or module.status == "approved":
            continue
        changed = module.approved.digest != module.digest
        if changed and _number(module.version) <= _number(before):
            related = (Related(Where(file, ("approved",)), "the approval of that text"),)
            yield Finding(
                Where(file, ("version",)),
                f"{module.id} has changed since {before} was approved, its version is"
                f" {module.version}",
                f'Write `version: "{_raised(before)}"` and say in `changes:` what changed.',
                related,
            )


@check("V103", WARNING_THEN_ERROR, Reads.FILE)
def the_change_record_is_in_order(subject: Subject) -> Iterator[Finding]:
    """The change record begins with this version, and goes back in versions and days.

    Why: The record is printed; its first line tells which sheet replaces which.
    Bad:
        version: "1.3"
        changes: [{version: "1.2", on: 2026-11-20, what: …}]
    Good:
        version: "1.3"
        changes: [{version: "1.3", on: 2026-11-22, what: …}, {version: "1.2", on: 2026-11-20, …}]
    """
    for file, module in subject.curriculum.of(Module):
        newest = module.changes[0].version
        if newest != module.version:
            yield Finding(
                Where(file, ("changes", 0, "version")),
                f"the change record begins with {newest}, the version is {module.version}",
                f"Add what changed in {module.version} as the first entry.",
            )
        for index, (later, earlier) in enumerate(pairwise(module.changes), 1):
            if _number(earlier.version) >= _number(later.version):
                where = Where(file, ("changes", index, "version"))
                message = f"{earlier.version} stands below {later.version}"
                yield Finding(where, message, "Write the newest version first, each once.")
            elif earlier.on > later.on:
                where = Where(file, ("changes", index, "on"))
                message = f"{earlier.version} is dated after {later.version}"
                yield Finding(where, message, "Correct one of the days.")


@check("V104", ALWAYS_ERROR, Reads.FILE)
def the_status_is_signed(subject: Subject) -> Iterator[Finding]:
    """A module that is called reviewed or approved says by whom and when.

    Why: A status that nobody has signed is a claim on paper, and it makes other rules stricter.
    Bad:
        status: reviewed
    Good:
        status: reviewed
        reviewed: {by: Police academy, chair of tactics, on: 2026-11-22}
    """
    for file, module in subject.curriculum.of(Module):
        where = Where(file, ("status",))
        if module.status == "approved" and module.approved is None:
            example = f"approved: {{by: …, on: {subject.today}, digest: {module.digest}}}"
            yield Finding(
                where,
                f"{module.id} is called approved, and nobody has signed it",
                f"Write `{example}`, or `status: draft`.",
            )
        elif module.status == "reviewed" and module.reviewed is None:
            example = f"reviewed: {{by: …, on: {subject.today}}}"
            yield Finding(
                where,
                f"{module.id} is called reviewed, and nobody has signed it",
                f"Write `{example}`, or `status: draft`.",
            )


@check("V105", ALWAYS_WARNING, Reads.FILE)
def facts_are_checked_again(subject: Subject) -> Iterator[Finding]:
    """Laws and figures were last checked within the time that the programme sets.

    Why: A law that was amended last spring is taught wrongly with every printed sheet.
    Bad:
        checked_on: 2024-05-01    # and `checked_within: 365` in the programme
    Good:
        checked_on: 2026-11-22
    """
    within = subject.curriculum.programme.defaults.checked_within
    for file, sources in subject.curriculum.of(Sources):
        for index, source in enumerate(sources.sources):
            where = Where(file, ("sources", index, "checked_on"))
            age = (subject.today - source.checked_on).days
            if age > within:
                yield Finding(
                    where,
                    f"“{source.id}” was last checked {age} days ago; {within} are allowed",
                    "Look it up again, correct what is said of it, and write the new day.",
                )
            elif age < -1:  # a day ahead is another time zone
                message = f"{source.checked_on} lies in the future"
                yield Finding(where, message, f"Today is {subject.today}.")


@check("V106", ALWAYS_WARNING, Reads.FILE)
def files_are_where_they_belong(subject: Subject) -> Iterator[Finding]:
    """A file stands where its kind belongs, and is named after its id.

    Why: People look for module M10 in the file M10-….yaml and correct what they find there.
    Bad:
        modules/M10-stops.yaml with `id: M12`, or modules/almaty.yaml with `kind: workshop`
    Good:
        modules/M12-stops.yaml with `id: M12`, and modules/workshops/almaty.yaml
    """
    for file, part in subject.curriculum.files.items():
        kind = str(getattr(part, "kind", ""))
        place = PurePosixPath(file)
        folder = FOLDERS.get(kind)
        if kind in SINGLE and file != SINGLE[kind]:
            message = f"a file of kind “{kind}” is called {SINGLE[kind]}"
            yield Finding(Where(file, ("kind",)), message, "Rename it, or correct the kind.")
        elif folder is not None and place.parent.as_posix() != folder:
            message = f"a {kind} stands in {folder}/"
            yield Finding(Where(file, ("kind",)), message, "Move it, or correct the kind.")
        elif folder is not None and place.stem != getattr(part, "id", ""):
            yield from _misnamed(file, getattr(part, "id", ""))
        elif isinstance(part, Module):
            foreign = next(
                (name for name, each in FOLDERS.items() if place.is_relative_to(each)), None
            )
            if foreign:
                message = f"the folder {FOLDERS[foreign]}/ is for files of kind “{foreign}”"
                yield Finding(Where(file, ("kind",)), message, "Move it, or correct the kind.")
            elif place.stem.partition("-")[0] != part.id:
                yield from _misnamed(file, part.id)


def _misnamed(file: str, name: str) -> Iterator[Finding]:
    message = f"the file is not named after its id “{name}”"
    yield Finding(Where(file, ("id",)), message, "Rename the file, or correct the id.")


@check("V107", ONLY_FOR_PUBLICATION, Reads.FILE)
def published_modules_are_approved(subject: Subject) -> Iterator[Finding]:
    """What is published has been reviewed and approved by people who say so with their names.

    Only a person can give this: `--ignore V107` shows what is left to do for a program.

    Why: Whoever stands before the class relies on those who read the text before.
    Bad:
        status: draft
    Good:
        status: approved
        approved: {by: Police academy, on: 2026-11-22, digest: 3f9a01c2d4e5}
    """
    for file, module in subject.curriculum.of(Module):
        if module.status == "approved":
            continue
        lacking = "neither reviewed nor approved" if module.reviewed is None else "not approved"
        yield Finding(
            Where(file, ("status",)),
            f"{module.id} is {lacking}",
            "Whoever approves it writes `status: approved`; this check then says what to sign.",
        )
