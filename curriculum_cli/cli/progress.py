"""What a build is doing, on stderr: a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import time
from types import TracebackType

from rich import progress as bars

from .console import Screen

EVERY = 5.0
"""Seconds between two plain lines of one stage."""


class Progress:
    """The reporter of the command line.

    *Why* no automatic refresh: it would need a thread, and a process with threads forks badly.
    """

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._bar: bars.Progress | None = None
        self._task = bars.TaskID(0)
        self._what = ""
        self._total = self._done = 0
        self._said = 0.0

    def __enter__(self) -> Progress:
        if self._screen.err.is_terminal and not self._screen.quiet:
            self._bar = bars.Progress(
                bars.TextColumn("{task.description}"),
                bars.BarColumn(),
                bars.MofNCompleteColumn(),
                bars.TimeElapsedColumn(),
                bars.TextColumn("{task.fields[now]}", markup=False),
                console=self._screen.err,
                auto_refresh=False,
                transient=True,
            )
            self._bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def stage(self, what: str, total: int, done: int = 0) -> None:
        """Begin a stage: a bar of its own, or a line."""
        self._what, self._total, self._done = what, total, done
        self._said = time.monotonic()
        if self._bar is not None:
            for task in self._bar.task_ids:
                self._bar.remove_task(task)
            self._task = self._bar.add_task(what, total=total, completed=done, now="")
            self._bar.refresh()
        elif self._screen.verbose or total - done > 1:
            self._screen.note(f"{what}: {total - done}")

    def step(self, what: str) -> None:
        """Count one thing done, and name it."""
        self._done += 1
        now = time.monotonic()
        if self._bar is not None:
            self._bar.update(self._task, advance=1, now=what[:40])
            if now - self._said > 0.05 or self._done == self._total:
                self._said = now
                self._bar.refresh()
        elif now - self._said > EVERY:
            self._said = now
            self._screen.note(f"{self._what}: {self._done} of {self._total}")

    def note(self, message: str) -> None:
        """A line of its own."""
        self._screen.note(message)
