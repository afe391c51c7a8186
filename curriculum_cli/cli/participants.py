"""The list of participants that a trainer names, read once and kept in memory only."""

from __future__ import annotations

from pathlib import Path

from ..diagnostics import UsageError
from ..model.people import Person
from ..settings import Settings
from ..source.people import MAX_BYTES, read_people
from .console import shown
from .project import printable

_SHOWN = 20


def participants(path: Path, settings: Settings) -> tuple[Person, ...]:
    """The people of a list; raises UsageError with every place that is wrong, and no name."""
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UsageError(f"the list “{shown(path)}” cannot be read: {reason}") from error
    found = read_people(raw, printable(settings))
    if found.problems:
        lines = [
            f"  {shown(path)}:{each.line}:{each.column}: {each.message}\n    help: {each.help}"
            for each in found.problems[:_SHOWN]
        ]
        rest = len(found.problems) - _SHOWN
        if rest > 0:
            lines.append(f"  … and {rest} more")
        raise UsageError(
            "\n".join(["the list of participants cannot be used as it is", *lines]),
            "It needs one person a line: name;rank;unit. Nothing was printed.",
        )
    return tuple(Person(*row) for row in found.rows)
