"""How a build tells what it is doing; the command line shows it, tests collect it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class Reporter(Protocol):
    """Hears what goes on. Called from the main thread only."""

    def stage(self, what: str, total: int, done: int = 0) -> None:
        """A new stage begins, with `total` things to do, of which some are done already."""

    def step(self, what: str) -> None:
        """One of the stage's things is done."""

    def at_work(self, things: Sequence[str], reused: int = 0) -> None:
        """These things are being done now; so many more were there already."""

    def note(self, message: str) -> None:
        """Something worth a line of its own."""


class Silence:
    """A reporter that says nothing."""

    def stage(self, what: str, total: int, done: int = 0) -> None:
        """Say nothing."""

    def step(self, what: str) -> None:
        """Say nothing."""

    def at_work(self, things: Sequence[str], reused: int = 0) -> None:
        """Say nothing."""

    def note(self, message: str) -> None:
        """Say nothing."""
