"""What a build is doing, on stderr: a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import time
from collections.abc import Sequence
from types import TracebackType
from typing import TYPE_CHECKING, cast

from .console import Screen

if TYPE_CHECKING:
    from rich import progress as bars

EVERY = 5.0
"""Seconds between two plain lines of one stage, and before a guess at how long it will take."""
FEWEST = 4
"""Steps that must be done before such a guess."""


class Progress:
    """The reporter of the command line.

    *Why* no automatic refresh: it would need a thread, and a process with threads forks badly.
    """

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._bar: bars.Progress | None = None
        self._task = cast("bars.TaskID", 0)
        self._what = ""
        self._total = self._done = 0
        self._said = self._began = 0.0
        self._first = 0

    def __enter__(self) -> Progress:
        if self._screen.err.is_terminal and not self._screen.quiet:
            from rich import progress as bars

            self._bar = bars.Progress(
                bars.TextColumn("{task.description}"),
                bars.BarColumn(),
                bars.MofNCompleteColumn(),
                bars.TimeElapsedColumn(),
                bars.TextColumn("{task.fields[left]}"),
                bars.TextColumn("{task.fields[reused]}"),
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
        self._said = self._began = time.monotonic()
        self._first = done
        if self._bar is not None:
            for task in self._bar.task_ids:
                self._bar.remove_task(task)
            self._task = self._bar.add_task(
                what, total=total, completed=done, now="", left="", reused=""
            )
            self._bar.refresh()
        elif self._screen.verbose or total - done > 1:
            self._screen.note(f"{what}: {total - done}")

    def step(self, what: str) -> None:
        """Count one thing done, and name it."""
        self._done += 1
        now = time.monotonic()
        if self._bar is not None:
            self._bar.update(self._task, advance=1, now=what[:40], left=self._left(now))
            if now - self._said > 0.05 or self._done == self._total:
                self._said = now
                self._bar.refresh()
        elif now - self._said > EVERY:
            self._said = now
            left = self._left(now)
            more = f", {left}" if left else ""
            self._screen.note(f"{self._what}: {self._done} of {self._total}{more}")

    def at_work(self, things: Sequence[str], reused: int = 0) -> None:
        """Name what is under way; at least once a second while there is anything."""
        if self._bar is not None:
            again = f"{reused} reused" if reused else ""
            left = self._left(time.monotonic())
            self._bar.update(self._task, now=", ".join(things)[:40], reused=again, left=left)
            self._bar.refresh()

    def _left(self, now: float) -> str:
        """How long the stage will still take, once enough of it is done to tell."""
        steps, seconds = self._done - self._first, now - self._began
        if steps < FEWEST or seconds < EVERY or self._done >= self._total:
            return ""
        rest = round(seconds / steps * (self._total - self._done))
        return f"about {rest // 60} min left" if rest >= 100 else f"about {rest} s left"

    def note(self, message: str) -> None:
        """A line of its own."""
        self._screen.note(message)
