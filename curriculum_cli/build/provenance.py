"""Where an edition comes from: commit, day of the source, digests of the content files."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

from .. import __version__
from ..checks.project import Outcome
from ..model.module import Module
from ..settings import MARKER, day_from_environment
from ..views.edition import Provenance

NO_COMMIT = "–"
CHANGED = "+"
COMMIT_LENGTH = 10
PROGRAM = f"curriculum {__version__}"


def provenance(project: Path, outcome: Outcome) -> Provenance:
    """What an edition says about its source; the same for the same source, whatever the clock."""
    commit, committed_on = _commit(project)
    built_on = day_from_environment() or committed_on or _newest_change(outcome)
    return Provenance(commit, built_on, PROGRAM)


def _newest_change(outcome: Outcome) -> date:
    assert outcome.checked is not None
    days = [module.revised for _, module in outcome.checked.curriculum.of(Module)]
    return max(days, default=date(1970, 1, 1))


def _commit(project: Path) -> tuple[str, date | None]:
    """The short commit of the project, marked when its files differ from it, and its day.

    *Why* the marker file is asked for: a project inside somebody else's repository has no commit.
    """
    if _git(project, "ls-tree", "--name-only", "HEAD", MARKER.as_posix()) is None:
        return NO_COMMIT, None
    found = _git(project, "log", "-1", "--format=%H %cs")
    if found is None:
        return NO_COMMIT, None
    name, _, day = found.partition(" ")
    changed = _git(project, "status", "--porcelain", "--", "modules", "templates")
    mark = CHANGED if changed else ""
    return name[:COMMIT_LENGTH] + mark, date.fromisoformat(day)


def _git(project: Path, *arguments: str) -> str | None:
    """The answer of a git command that changes and runs nothing; None without one."""
    command = ["git", "--no-optional-locks", "-c", "core.fsmonitor=false", *arguments]
    try:
        run = subprocess.run(  # noqa: S603
            command, cwd=project, capture_output=True, timeout=30, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return (run.stdout.decode("utf-8", "replace").strip() or None) if not run.returncode else None
