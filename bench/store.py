"""Every measurement is written down as it is made, so that a stopped run goes on where it was."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .project import ROOT

MEASURED = ("curriculum_cli", "templates", "modules", "bench")


def fingerprint(**options: object) -> str:
    """Of all that the figures depend on: program, looks, text and the bench itself."""
    whole = hashlib.sha256(json.dumps(options, sort_keys=True, default=str).encode())
    for folder in MEASURED:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and path.suffix in (".py", ".html", ".css", ".yaml", ".po", ".ttf"):
                whole.update(path.relative_to(ROOT).as_posix().encode())
                whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()[:16]


class Rows:
    """Rows of one run in a file, one a line; those of another state of the program are dropped."""

    def __init__(self, path: Path, state: str, *, fresh: bool = False) -> None:
        self._path = path
        self._rows: list[dict[str, Any]] = []
        if not fresh:
            self._rows = [row for row in _read(path) if row.get("state") == state]
        self._state = state
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(map(_line, self._rows)), "utf-8")

    def add(self, kind: str, **facts: Any) -> None:
        """Write a row at once."""
        row = {"state": self._state, "kind": kind, **facts}
        self._rows.append(row)
        with self._path.open("a", encoding="utf-8") as file:
            file.write(_line(row))

    def of(self, kind: str, **wanted: Any) -> Iterator[dict[str, Any]]:
        """The rows of a kind whose facts are these."""
        for row in self._rows:
            if row["kind"] == kind and all(row.get(k) == v for k, v in wanted.items()):
                yield row

    def one(self, kind: str, **wanted: Any) -> dict[str, Any] | None:
        """The newest of them."""
        return next(reversed(list(self.of(kind, **wanted))), None)


def _line(row: dict[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False) + "\n"


def _read(path: Path) -> Iterator[dict[str, Any]]:
    if not path.exists():
        return
    for line in path.read_text("utf-8").splitlines():
        try:
            yield json.loads(line)
        except ValueError:
            continue
