"""What a check is asked for, and what came of it; and how a report is kept.

*Why* apart from the engine: to repeat a report, no rule and no model need be loaded.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from ..diagnostics import Diagnostic, Profile, Severity, Span
from .late import Late

if TYPE_CHECKING:
    from ..model.chosen_rules import ChosenRules

UNREADABLE = (ValueError, TypeError, LookupError, AttributeError, RecursionError)
"""What reading something kept raises when it is not what was written."""
_MOST_TEXTS = 16


class Choice(NamedTuple):
    """Which rules to run, and how strictly; `profile` None means by each module's status."""

    profile: Profile | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def filled_from(self, checks: ChosenRules | None) -> Choice:
        """The choice with the programme's own where the command says nothing.

        A rule that the command selects runs, whatever the programme leaves out.
        """
        if checks is None:
            return self
        left_out = tuple(each.rules for each in checks.ignore if each.rules not in self.select)
        profile = Profile(checks.profile) if checks.profile else None
        return Choice(self.profile or profile, self.select or checks.select, self.ignore + left_out)

    def wants(self, code: str) -> bool:
        """Rules of form always run: nothing else can be trusted without them."""
        if code[0] in "YS":
            return True
        chosen = not self.select or code.startswith(self.select)
        return chosen and not (self.ignore and code.startswith(self.ignore))


@dataclass(frozen=True, slots=True)
class Report:
    """All findings, sorted by place, and how many were silenced by comments."""

    diagnostics: tuple[Diagnostic, ...]
    ignored: int = 0

    def count(self, severity: Severity) -> int:
        return sum(each.severity is severity for each in self.diagnostics)

    @property
    def errors(self) -> int:
        return self.count(Severity.ERROR)


class Quick(NamedTuple):
    """A report, the files that were looked at, and their texts."""

    report: Report
    files: tuple[str, ...]
    texts: Mapping[str, str]

    def to_text(self) -> str:
        """Report and files in one line."""
        found = [
            [
                *(each.code, each.severity, each.file, each.span, each.message, each.help),
                *(each.related, each.path, each.words),
            ]
            for each in self.report.diagnostics
        ]
        return json.dumps([found, self.report.ignored, self.files], separators=(",", ":"))


def from_text(text: str, read: Callable[[str], str | None]) -> Quick:
    """What `to_text` wrote, and how to read a file; raises one of UNREADABLE for anything else."""
    found, ignored, files = json.loads(text)
    report = Report(tuple(map(_found, found)), int(ignored))
    names = (*map(str, files), *(each.file for each in report.diagnostics))
    return Quick(report, names[: len(files)], Late(names, read, _MOST_TEXTS))


def _found(kept: list[Any]) -> Diagnostic:
    code, severity, file, span, message, help, related, path, words = kept
    near = tuple((name, Span(*place), said) for name, place, said in related)
    return Diagnostic(
        str(code),
        Severity(severity),
        str(file),
        Span(*span),
        str(message),
        str(help),
        near,
        str(path),
        str(words),
    )
