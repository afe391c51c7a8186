"""The two streams: results to stdout, progress and problems of the program to stderr."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from rich.console import Console
from rich.text import Text

from ..build.unchanged import Question
from ..diagnostics import CurriculumError


@dataclass
class Screen:
    """How much to say, and in which colours."""

    project: Path | None = None
    quiet: bool = False
    verbose: bool = False
    no_color: bool = False
    question: Question | None = None

    @cached_property
    def out(self) -> Console:
        """Results."""
        return self._console(stderr=False)

    @cached_property
    def err(self) -> Console:
        """Progress, notes and problems of the program."""
        return self._console(stderr=True)

    def _console(self, *, stderr: bool) -> Console:
        terminal = (sys.stderr if stderr else sys.stdout).isatty()
        return Console(
            stderr=stderr,
            no_color=self.no_color or "NO_COLOR" in os.environ or None,
            highlight=False,
            emoji=False,
            markup=False,
            soft_wrap=not terminal,
            width=None if terminal or "COLUMNS" in os.environ else 120,
        )

    def note(self, message: str) -> None:
        """One line about what goes on; silent with --quiet."""
        if not self.quiet:
            self.err.print(Text(message), soft_wrap=True)

    def fail(self, error: CurriculumError) -> None:
        """One clear line about what went wrong, and what to do about it."""
        line = Text.assemble(("error: ", "bold red"), error.message)
        self.err.print(line, soft_wrap=True)
        if error.help:
            self.err.print(Text("  " + error.help), soft_wrap=True)


def shown(path: Path) -> str:
    """A path as seen from where the user stands."""
    try:
        here = Path.cwd()
    except OSError:
        return str(path)
    if path.is_relative_to(here):
        return path.relative_to(here).as_posix() or "."
    relative = os.path.relpath(path, here)
    return relative if relative.count("..") <= 3 else str(path)
