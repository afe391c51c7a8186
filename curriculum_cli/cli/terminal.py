"""Rich's console, loaded only when there is something to say."""

from __future__ import annotations

from rich.console import Console

from .console import hang_up


class Terminal(Console):
    """A console that goes on when nobody reads what it says."""

    def on_broken_pipe(self) -> None:
        """Say the rest to nobody."""
        hang_up(self.file)
