"""The small project as a thing to break in one place and to read the report of."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from curriculum_cli.checks.project import Outcome, check_project
from curriculum_cli.checks.report import Choice, Report
from curriculum_cli.diagnostics import Diagnostic, Profile
from curriculum_cli.model.curriculum import Curriculum
from curriculum_cli.source.tree import Tree

from .marks import MARK, Place, place_in

CASES = Path(__file__).parent / "cases"
PROGRAMME = "modules/curriculum.yaml"
STANDARD = "modules/standards/town-2020.yaml"
GLOSSARY = "modules/glossary.yaml"
SOURCES = "modules/sources.yaml"
WORDING = "modules/wording.yaml"
VERBS = "modules/verbs.yaml"
HANDBOOK = "modules/handbook.yaml"
M01 = "modules/M01-first-contact.yaml"
M02 = "modules/M02-local-plan.yaml"
INTEGRATION = "modules/integration.yaml"
WORKSHOP = "modules/workshops/two-days.yaml"
DELIVERY = "modules/deliveries/two-days-2027-03-09.yaml"
LINKS = "modules/links.yaml"

TODAY = date(2026, 11, 22)
"""The day on which tests judge what grows old."""

PRINTABLE = frozenset({*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x400, 0x530)}) | frozenset(
    map(ord, "–—‘’“”…")
)
"""Code points that the tests' imaginary font has."""


@dataclass(frozen=True, slots=True)
class Project:
    """A curriculum project in a folder of its own."""

    root: Path

    @classmethod
    def copy(cls, root: Path) -> Project:
        shutil.copytree(
            CASES / "project", root, ignore=shutil.ignore_patterns(".curriculum", "build")
        )
        return cls(root)

    def path(self, name: str) -> Path:
        return self.root / name

    def read(self, name: str) -> str:
        return self.path(name).read_text("utf-8")

    def write(self, name: str, text: str | bytes) -> None:
        """Write a file, new or not; a mark in the text is left out."""
        path = self.path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.replace(MARK, "").encode())

    def replace(self, name: str, old: str, new: str) -> Place | None:
        """Put `new` for the one `old`; the place of the mark in `new`, if it has one."""
        text = self.read(name)
        assert text.count(old) == 1, f"“{old}” occurs {text.count(old)} times in {name}"
        before, after = text.split(old)
        self.write(name, before + new + after)
        if MARK not in new:
            return None
        start = len(before) + new.index(MARK)
        lines = (before + new)[:start].split("\n")
        return Place(len(lines), len(lines[-1]) + 1)

    def place(self, name: str, pattern: str) -> Place:
        """Where the mark of `pattern` stands in a file."""
        return place_in(self.read(name), pattern)

    def outcome(
        self,
        *,
        profile: Profile | None = None,
        select: tuple[str, ...] = (),
        ignore: tuple[str, ...] = (),
    ) -> Outcome:
        return check_project(self.root, Choice(profile, select, ignore), PRINTABLE, TODAY)

    def report(self, **choice: tuple[str, ...]) -> Report:
        return self.outcome(**choice).report  # type: ignore[arg-type]

    def tree(self, name: str) -> Tree:
        return self.outcome().read.trees[name]

    def curriculum(self) -> Curriculum:
        """The decoded project; the test fails when it does not decode."""
        outcome = self.outcome()
        assert outcome.checked is not None, shown(outcome.report.diagnostics)
        return outcome.checked.curriculum


def place(diagnostic: Diagnostic) -> Place:
    """Where a finding points."""
    return Place(diagnostic.span.line, diagnostic.span.column)


def shown(diagnostics: tuple[Diagnostic, ...]) -> str:
    """Findings in few words, for the message of a failed test."""
    return "\n".join(
        f"{each.file}:{each.span.line}:{each.span.column} {each.code} {each.message}"
        for each in diagnostics
    )


def only(report: Report) -> Diagnostic:
    """The one finding of a report that should have one."""
    assert len(report.diagnostics) == 1, shown(report.diagnostics) or "nothing was found"
    return report.diagnostics[0]
