"""Digests of the program's own source, so that no change of code leaves an old result standing."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]


@cache
def code_digest(*folders: str) -> str:
    """The digest of the Python files in some folders of the program; of all when none is named.

    *Why* not a version number: nobody can forget to raise it.
    """
    whole = sha256()
    roots = [PACKAGE / folder for folder in folders] or [PACKAGE]
    for path in sorted(file for root in roots for file in root.rglob("*.py")):
        whole.update(f"{path.relative_to(PACKAGE).as_posix()}\0".encode())
        whole.update(sha256(path.read_bytes()).digest())
    return whole.hexdigest()
