"""What tells a changed file from an unchanged one, at the price of asking for its marks.

A file is the same when its size, both its times and its number on disk are the same, or else when
its digest is. *Why* so few imports: see `unchanged`.
"""

from __future__ import annotations

import os
import time

SETTLED = 2_000_000_000
"""Nanoseconds after which a second change of a file shows in its times, on any file system."""

PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

Marks = tuple[int, int, int, int]
"""Size, time of change, time of change of the entry, and number of a file."""

Seen = dict[str, tuple[Marks | None, str]]
"""Files by path with their marks, None where those cannot be trusted yet, and their digest."""


def marks_of(path: str) -> Marks:
    """The marks of a file; raises OSError."""
    return _marks(os.stat(path))


def begin(roots: list[str]) -> Seen | None:
    """The marks of everything before it is read, with a digest of what was changed just now."""
    found = look(roots)
    if found is None:
        return None
    now = time.time_ns()
    return {
        p: (m, "" if settled(m, now) or is_folder(p) else digest_of(p)) for p, m in found.items()
    }


def roots_of(project: str, templates: list[str]) -> list[str]:
    """Everything whose change may change a document: content, look, program, its libraries."""
    from importlib.util import find_spec

    engine = find_spec("weasyprint")
    site = os.path.dirname(os.path.dirname(engine.origin)) if engine and engine.origin else ""
    own = [os.path.join(project, room) for room in ("modules", "templates")]
    return list(dict.fromkeys([*own, *templates, PACKAGE, os.path.join(site, ".")]))


def look(roots: list[str]) -> dict[str, Marks] | None:
    """The marks of every file below some folders; of a folder itself when its path ends in a dot.

    None when there is a link to a folder, behind which things may change unseen.
    """
    found: dict[str, Marks] = {}
    todo = list(roots)
    while todo:
        folder = todo.pop()
        if is_folder(folder):
            found[folder] = _marks(os.stat(folder))
            continue
        try:
            entries = list(os.scandir(folder))
        except FileNotFoundError:
            continue
        except OSError:
            return None
        for entry in entries:
            try:
                if entry.is_dir(follow_symlinks=False):
                    if entry.name != "__pycache__":
                        todo.append(entry.path)
                elif entry.is_dir():
                    return None
                else:
                    found[entry.path] = _marks(entry.stat())
            except OSError:
                return None
    return found


def same(now: dict[str, Marks], known: Seen) -> Seen | None:
    """What is known, with the marks of now where only those differ; None for a real change."""
    seen: Seen = {}
    for path, marks in now.items():
        before, digest = known[path]
        if before != marks and (not digest or digest_of(path) != digest):
            return None
        seen[path] = (marks, digest)
    return seen


def trusted(now: Seen, known: Seen) -> dict[str, str]:
    """The digests of files whose marks are those that are known, and so need not be read."""
    found = {}
    for path, (marks, _) in now.items():
        before, digest = known.get(path, (None, ""))
        if digest and before == marks:
            found[path] = digest
    return found


def settled(marks: Marks, now: int) -> bool:
    """Whether a change after these marks were made would show in them."""
    return max(marks[1:3]) < now - SETTLED


def is_folder(path: str) -> bool:
    """Whether a path stands for a folder itself."""
    return path.endswith(os.sep + ".")


def _marks(stat: os.stat_result) -> Marks:
    return stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino


def digest_of(path: str) -> str:
    """The SHA-256 of a file; raises OSError."""
    import hashlib

    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
