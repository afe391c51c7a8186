"""What several commands begin with: find the project, check it, name its things."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from ..diagnostics import UsageError, did_you_mean
from ..settings import Settings, load_settings
from .console import Screen, shown

if TYPE_CHECKING:
    from ..checks.engine import Choice
    from ..checks.project import Outcome

EMBEDDED = "No curriculum in this folder or above it: using the embedded one."


def settings_for(screen: Screen, output: Path | None = None) -> Settings:
    """The run's folders; says so when it is the embedded curriculum that is used."""
    settings = load_settings(screen.project, output)
    if settings.embedded:
        screen.note(EMBEDDED)
    elif screen.verbose:
        screen.note(f"Project: {shown(settings.project)}")
    return settings


def printable(settings: Settings) -> frozenset[int]:
    """Code points that every face of the print fonts has."""
    path = settings.asset("fonts", "characters.txt")
    points: set[int] = set()
    try:
        lines = path.read_text("utf-8").splitlines()
    except OSError:
        return frozenset()
    for line in lines:
        text = line.partition("#")[0].strip().replace("U+", "")
        if text:
            first, _, last = text.split()[0].partition("-")
            points.update(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(points)


def judged(settings: Settings, choice: Choice | None = None) -> Outcome:
    """Read and check the project."""
    from ..checks.engine import Choice
    from ..checks.project import check_project

    return check_project(settings.project, choice or Choice(), printable(settings))


def one_of(wanted: str, known: Iterable[str], word: str, help: str = "") -> str:
    """`wanted` when it exists; raises UsageError with the nearest right name, or `help`."""
    names = list(known)
    if wanted in names:
        return wanted
    raise UsageError(f"there is no {word} “{wanted}”", did_you_mean(wanted, names) or help)


def listed(value: str | None, known: Iterable[str], word: str) -> tuple[str, ...]:
    """A comma-separated option as names that exist; raises UsageError."""
    if value is None:
        return ()
    names = [name.strip() for name in value.split(",") if name.strip()]
    if not names:
        raise UsageError(f"no {word} is named", f"Known: {', '.join(known)}.")
    choices = list(known)
    return tuple(dict.fromkeys(one_of(name, choices, word) for name in names))
