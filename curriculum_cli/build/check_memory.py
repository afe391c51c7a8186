"""What `check` keeps between runs: a line for each content file, in the user's own cache folder."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from zlib import crc32

from .code import PACKAGE
from .files import write_whole
from .places import is_own, user_cache

_READ_FOR_US = ("pydantic", "pydantic_core", "yaml", "markdown_it", "babel", "PIL", "defusedxml")


def memory_file(project: Path, profile: str) -> Path | None:
    """Where a project is remembered as judged: in CURRICULUM_CACHE, or the user's cache folder."""
    name = sha256(os.fsencode(project.resolve())).hexdigest()[:32]
    name += f"{profile and '-'}{profile}.txt"
    base = user_cache()
    return Path(base, "check", name) if base else None


class CheckMemory:
    """Texts of one line by name in one file; where nothing can be written, nothing is kept."""

    def __init__(self, file: Path | None) -> None:
        self._file = file

    def load(self) -> dict[str, str]:
        """Everything that was kept whole, by this user; a damaged line is not there."""
        found: dict[str, str] = {}
        try:
            if self._file is None or not is_own(str(self._file)):
                return {}
            with self._file.open(encoding="ascii", newline="\n") as file:
                for line in file:
                    check, _, rest = line.rstrip("\n").partition("\t")
                    name, _, text = rest.partition("\t")
                    if check == f"{crc32(rest.encode()):08x}":
                        found[str(json.loads(name))] = text
        except (OSError, ValueError, RecursionError):
            return {}
        return found

    def save(self, texts: Mapping[str, str]) -> None:
        """Keep these, and nothing else."""
        if self._file is None:
            return
        rows = [f"{json.dumps(name)}\t{text}" for name, text in texts.items()]
        data = "".join(f"{crc32(row.encode()):08x}\t{row}\n" for row in rows)
        with suppress(OSError, UnicodeError):
            self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            write_whole(self._file, data.encode("ascii"))
            self._file.chmod(0o600)


def program_digest() -> str:
    """The digest of the program, and of the libraries that read for it."""
    whole = sha256(repr((sys.version, _libraries())).encode())
    roots = [PACKAGE / name for name in ("checks", "model", "source")]
    files = [path for root in roots for path in root.rglob("*") if path.suffix in (".py", ".toml")]
    for path in sorted((*files, PACKAGE / "diagnostics.py", PACKAGE / "settings.py")):
        whole.update(f"{path.relative_to(PACKAGE).as_posix()}\0".encode())
        whole.update(sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def _libraries() -> list[str]:
    """All that is installed where those libraries are, with versions, by the names of folders.

    *Why* not asked of each: reading what packages say of themselves takes longer than a rule.
    """
    from importlib.util import find_spec

    found = (find_spec(name) for name in _READ_FOR_US)
    sites = {Path(each.origin).parents[1] for each in found if each and each.origin}
    folders = sorted(path for site in sites for path in site.glob("*-info"))
    return [path.name for path in folders]
