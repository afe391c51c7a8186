"""What every form of report is written from."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from ...checks.report import Report
from ...diagnostics import Diagnostic
from ..console import shown


class Result(NamedTuple):
    """The findings, the files that were looked at, and the texts they point into."""

    report: Report
    files: tuple[str, ...]
    texts: Mapping[str, str]
    root: Path

    def shown(self, file: str) -> str:
        """A file's name as seen from where the user stands."""
        return shown(self.root / file)

    def line(self, diagnostic: Diagnostic) -> str:
        """The source line a finding points at; empty when there is none."""
        lines = self.texts.get(diagnostic.file, "").split("\n")
        number = diagnostic.span.line
        return lines[number - 1] if number <= len(lines) else ""

    def fingerprints(self) -> list[str]:
        """A name for each finding, in order, that stays when lines move above or around it.

        The rule, the file and what the finding is about, by ids; without such a path, its line.
        Findings that are alike in all this are numbered.
        """
        seen: dict[str, int] = {}
        names = []
        for each in self.report.diagnostics:
            about = each.path or self.line(each).strip()
            whole = "\0".join((each.code, each.file, about, each.words))
            number = seen[whole] = seen.get(whole, 0) + 1
            digest = sha256(f"{whole}\0{number}".encode("utf-8", "backslashreplace"))
            names.append(digest.hexdigest()[:32])
        return names
