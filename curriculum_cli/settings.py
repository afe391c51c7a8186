"""Where the project is, where the embedded curriculum is, where output goes, which day it is."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from .diagnostics import UsageError

MARKER = Path("modules") / "curriculum.yaml"


@dataclass(frozen=True, slots=True)
class Settings:
    """The folders of one run."""

    project: Path
    embedded: bool
    templates: tuple[Path, ...]
    output: Path
    cache: Path

    def asset(self, *parts: str) -> Path:
        """A file of the look: the project's own `templates/` win over the embedded ones."""
        for folder in self.templates:
            path = folder.joinpath(*parts)
            if path.exists():
                return path
        return self.templates[-1].joinpath(*parts)


def embedded_root() -> Path:
    """The folder that holds the embedded `modules/` and `templates/`."""
    package = Path(__file__).resolve().parent
    inside = package / "embedded"
    return inside if (inside / MARKER).is_file() else package.parent


def find_project(start: Path) -> Path | None:
    """The nearest folder upward that holds `modules/curriculum.yaml`."""
    for folder in (start, *start.parents):
        if os.path.lexists(folder / MARKER):  # a link to nowhere is then reported as one
            return folder
    return None


def load_settings(project: Path | None = None, output: Path | None = None) -> Settings:
    """Settings for a run from the current folder.

    Raises UsageError when `project` is given and holds no curriculum.
    """
    try:
        here = Path.cwd()
    except OSError as error:
        raise UsageError("the current folder is gone", "Go to one that exists.") from error
    root: Path | None
    if project is not None:
        root = Path(os.path.realpath(project))
        if not root.is_dir():
            raise UsageError(f"there is no folder “{project}”", "Check the name after --project.")
        if not os.path.lexists(root / MARKER):
            raise UsageError(
                f"“{project}” holds no curriculum: {MARKER.as_posix()} is missing in it",
                "Name the folder above `modules/`, or leave --project out.",
            )
    else:
        root = find_project(here)
    source = embedded_root()
    embedded = root is None
    base = here if root is None else root
    own = base / "templates"
    templates = (own, source / "templates") if own.is_dir() and base != source else ()
    cache = os.environ.get("CURRICULUM_CACHE")
    return Settings(
        project=source if root is None else root,
        embedded=embedded,
        templates=templates or (source / "templates",),
        output=(output or base / "build").absolute(),
        cache=Path(cache).absolute() if cache else base / ".curriculum",
    )


def day_from_environment() -> date | None:
    """The day (UTC) of SOURCE_DATE_EPOCH, the convention of reproducible builds.

    Raises UsageError when it is no number of seconds.
    """
    value = os.environ.get("SOURCE_DATE_EPOCH")
    if not value:
        return None
    try:
        return datetime.fromtimestamp(int(value), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError(
            f"SOURCE_DATE_EPOCH is “{value}”", "It counts the seconds since 1970-01-01."
        ) from error


def today() -> date:
    """The day on which what grows old is judged: that of SOURCE_DATE_EPOCH, else the clock's."""
    return day_from_environment() or date.today()  # noqa: DTZ011 — the author's own day
