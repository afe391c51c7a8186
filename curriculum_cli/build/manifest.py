"""The record of what was built: every file with its digest and what it is made of."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any

NAME = "manifest.json"
INDEX = "index.html"
SCHEMA = 1


@dataclass(frozen=True)
class LeafRecord:
    """A leaf in a document; `digest` is over all that it is made from, `pages` 0 on screen."""

    id: str
    label: str
    pages: int
    digest: str


@dataclass(frozen=True)
class FileRecord:
    """One file: `path` below the output folder, `pages` as printed with blank backs, 0 on screen.

    `selection` names the modules that a handbook was cut down to; `recipe` is the digest of all
    that was put together.
    """

    path: str
    sha256: str
    bytes: int
    document: str
    title: str
    language: str
    format: str
    paper: str
    draft: bool
    audience: str | None
    selection: tuple[str, ...]
    commit: str
    recipe: str
    pages: int
    modules: Mapping[str, str]
    leaves: tuple[LeafRecord, ...]


@dataclass(frozen=True)
class Manifest:
    """The whole record of an output folder."""

    program: str
    engines: Mapping[str, str]
    commit: str
    built_on: str
    title: str
    languages: tuple[str, ...]
    files: tuple[FileRecord, ...]
    index: str = ""

    def to_bytes(self) -> bytes:
        """As JSON, the same bytes for the same record."""
        body = {
            "schema": SCHEMA,
            "program": self.program,
            "engines": dict(sorted(self.engines.items())),
            "source": {
                "title": self.title,
                "commit": self.commit,
                "built_on": self.built_on,
            },
            "languages": list(self.languages),
            "index": {"path": INDEX, "sha256": self.index},
            "files": [asdict(each) for each in self.files],
        }
        return (json.dumps(body, ensure_ascii=False, indent=1) + "\n").encode()


def previous_files(output: Path) -> tuple[FileRecord, ...]:
    """What the last build recorded; nothing when there is no record, or none that makes sense."""
    try:
        body = json.loads((output / NAME).read_bytes())
        if body["schema"] != SCHEMA:
            return ()
        return tuple(_file(each) for each in body["files"])
    except (OSError, ValueError, TypeError, LookupError, RecursionError):
        return ()


def _file(body: dict[str, Any]) -> FileRecord:
    names = {field.name for field in fields(FileRecord)}
    if set(body) != names or not safe(body["path"]):
        raise ValueError("not a record of this schema")
    leaves = tuple(LeafRecord(**each) for each in body["leaves"])
    return FileRecord(**{**body, "leaves": leaves, "selection": tuple(body["selection"])})


def safe(path: object) -> bool:
    """Whether a recorded path stays inside the output folder."""
    if not isinstance(path, str) or not path or "\\" in path or "\0" in path:
        return False
    parts = PurePosixPath(path)
    return not parts.is_absolute() and ".." not in parts.parts


def untouched(output: Path, record: FileRecord) -> bool:
    """Whether a recorded file is still there with the recorded bytes."""
    path = output / record.path
    try:
        if path.is_symlink() or path.stat().st_size != record.bytes:
            return False
        return file_digest(path) == record.sha256
    except OSError:
        return False


def file_digest(path: Path) -> str:
    """The SHA-256 of a file, without holding it in memory."""
    import hashlib

    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def digest(data: bytes) -> str:
    return sha256(data).hexdigest()
