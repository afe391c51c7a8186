"""Put new files in place: which old ones go, the index, and the manifest last."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from .manifest import FileRecord, untouched
from .request import HANDOUT, LESSON_PLAN, Request


@dataclass(frozen=True)
class Inventory:
    """What stands in the output folder after a build: kept and new files, and those to remove."""

    files: tuple[FileRecord, ...]
    stale: tuple[FileRecord, ...]


def inventory(
    request: Request,
    before: Iterable[FileRecord],
    made: Iterable[FileRecord],
    spared: Collection[str],
    output: Path,
) -> Inventory:
    """Sort old records into kept and stale; `spared` are paths that failed to be made this time.

    A file somebody changed since is not ours any more: it is neither removed nor listed.
    """
    new = {record.path: record for record in made}
    kept: list[FileRecord] = []
    stale: list[FileRecord] = []
    for record in before:
        if record.path in new or not untouched(output, record):
            continue
        wanted = record.path in spared or not _made_by(request, record)
        (kept if wanted else stale).append(record)
    files = sorted([*kept, *new.values()], key=lambda record: record.path)
    return Inventory(tuple(files), tuple(stale))


def _made_by(request: Request, record: FileRecord) -> bool:
    """Whether this build would have made the file, if it were still wanted.

    A build of some packs says nothing about the others.
    """
    if record.document == HANDOUT and (request.workshop or request.modules or request.copies):
        return False
    same = (
        record.language in request.languages
        and record.document in request.documents
        and record.format in request.formats
        and record.audience == request.audience
    )
    if not same or not request.modules:
        return same and not record.selection
    if record.document == LESSON_PLAN:
        return set(record.modules) <= set(request.modules)
    return record.selection == request.modules


def remove(stale: Iterable[FileRecord], output: Path) -> tuple[str, ...]:
    """Remove stale files, and folders that are empty without them."""
    removed = []
    for record in stale:
        path = output / record.path
        with contextlib.suppress(OSError):
            path.unlink()
            removed.append(record.path)
        with contextlib.suppress(OSError):
            for folder in path.relative_to(output).parents:
                if folder != Path():
                    (output / folder).rmdir()
    return tuple(removed)
