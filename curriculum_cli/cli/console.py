"""The two streams: results to stdout, progress and problems of the program to stderr."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import IO, TYPE_CHECKING

from ..build.unchanged import Question
from ..diagnostics import CurriculumError, printable

if TYPE_CHECKING:
    from rich.console import Console

    from ..build.executor import ForkedWorkers


_LOOKS = ("FORCE_COLOR", "TTY_COMPATIBLE")


def hang_up(stream: IO[str]) -> None:
    """Nobody reads on: what is still to be said goes nowhere, and the exit code stays right."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def looks_matter() -> bool:
    """Whether what is written to stdout may be coloured: to a terminal, or by the user's wish."""
    return sys.stdout.isatty() or any(os.environ.get(name) for name in _LOOKS)


@dataclass
class Screen:
    """How much to say, and in which colours."""

    project: Path | None = None
    quiet: bool = False
    verbose: bool = False
    no_color: bool = False
    question: Question | None = None
    workers: ForkedWorkers | None = None
    """Those that began before the command line was read."""

    @cached_property
    def out(self) -> Console:
        """Results."""
        return self._console(stderr=False)

    @cached_property
    def err(self) -> Console:
        """Progress, notes and problems of the program."""
        return self._console(stderr=True)

    def _console(self, *, stderr: bool) -> Console:
        from .terminal import Terminal

        terminal = (sys.stderr if stderr else sys.stdout).isatty()
        return Terminal(
            stderr=stderr,
            no_color=self.no_color or bool(os.environ.get("NO_COLOR")) or None,
            highlight=False,
            emoji=False,
            markup=False,
            soft_wrap=not terminal,
            width=None if terminal or "COLUMNS" in os.environ else 120,
        )

    def write(self, text: str) -> None:
        """A result for another program: to stdout as it is, without wrapping or colour."""
        try:
            sys.stdout.write(text + "\n")
            sys.stdout.flush()
        except BrokenPipeError:
            hang_up(sys.stdout)

    def note(self, message: str) -> None:
        """One line about what goes on; silent with --quiet."""
        if not self.quiet:
            self.complain(message)

    def complain(self, message: str) -> None:
        """Plain words about what went wrong, also with --quiet."""
        _print(self.err, message)

    def say(self, message: str) -> None:
        """Plain words that are the result."""
        _print(self.out, message)

    def fail(self, error: CurriculumError) -> None:
        """One clear line about what went wrong, and what to do about it."""
        from rich.text import Text

        line = Text.assemble(("error: ", "bold red"), error.message)
        self.err.print(line, soft_wrap=True)
        if error.help:
            self.err.print(Text("  " + error.help), soft_wrap=True)


def _print(console: Console, message: str) -> None:
    from rich.text import Text

    console.print(Text(message), soft_wrap=True)


def shown(path: Path) -> str:
    """A path as seen from where the user stands."""
    try:
        relative = os.path.relpath(path)
    except (OSError, ValueError):  # no current folder, or another drive
        relative = str(path)
    name = str(path) if relative.count("..") > 3 else Path(relative).as_posix()
    return printable(name)
