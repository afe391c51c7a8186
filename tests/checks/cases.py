"""A case of a rule: what to change in the small project, and what must then be said."""

from __future__ import annotations

from dataclasses import dataclass

from ..marks import MARK, Place
from ..project import Project, only, place, shown

Edit = tuple[str, str, str]
"""A file, the text to change in it (empty: write the file anew), and the new text."""


@dataclass(frozen=True, slots=True)
class Case:
    """One change that breaks one rule. The place is where the mark stands.

    The mark is in the new text; or, when another place is to blame, in `at`: a file and a
    piece of its text after the change.
    """

    code: str
    edits: tuple[Edit, ...]
    message: str
    help: str = ""
    at: tuple[str, str] | None = None


def apply(project: Project, edits: tuple[Edit, ...]) -> tuple[str, Place] | None:
    """Make the changes; the file and place of the mark, if there is one."""
    found = None
    for name, old, new in edits:
        if old:
            at = project.replace(name, old, new)
        else:
            project.write(name, new)
            lines = new.partition(MARK)[0].split("\n")
            at = Place(len(lines), len(lines[-1]) + 1) if MARK in new else None
        found = (name, at) if at else found
    return found


def assert_found(project: Project, case: Case) -> None:
    """The rule, run alone, finds this one thing, says so, and points at the right place."""
    marked = apply(project, case.edits)
    if case.at is not None:
        marked = (case.at[0], project.place(*case.at))
    assert marked is not None, "the case marks no place"
    diagnostic = only(project.report(select=(case.code,)))
    assert diagnostic.code == case.code
    assert (diagnostic.file, place(diagnostic)) == marked, diagnostic
    assert case.message in diagnostic.message
    assert case.help in diagnostic.help


def assert_silent(project: Project, code: str, edits: tuple[Edit, ...]) -> None:
    """The rule has nothing against this change."""
    apply(project, edits)
    assert shown(project.report(select=(code,)).diagnostics) == ""
