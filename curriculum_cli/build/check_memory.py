"""What `check` keeps between runs: a line for each content file, in the user's own cache folder.

*Why* not in the project: what comes with other people's files must not hide what is wrong in them.
"""

from __future__ import annotations

import json
import os
import stat
import sys
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from zlib import crc32

from .code import PACKAGE
from .files import write_whole

_MOST = 512 << 20


def memory_file(project: Path, profile: str) -> Path | None:
    """Where a project is remembered as judged: in CURRICULUM_CACHE, or the user's cache folder."""
    name = sha256(os.fsencode(project.resolve())).hexdigest()[:32]
    name += f"{profile and '-'}{profile}.txt"
    chosen, home = os.environ.get("CURRICULUM_CACHE"), os.environ.get("XDG_CACHE_HOME")
    if chosen:
        return Path(chosen).absolute() / "check" / name
    try:
        base = Path(home) if home and Path(home).is_absolute() else Path.home() / ".cache"
    except RuntimeError:
        return None
    return base / "curriculum" / "check" / name


class CheckMemory:
    """Texts of one line by name in one file; where nothing can be written, nothing is kept."""

    def __init__(self, file: Path | None) -> None:
        self._file = file

    def load(self) -> dict[str, str]:
        """Everything that was kept whole, by this user; a damaged line is not there."""
        found: dict[str, str] = {}
        try:
            if self._file is None or not _own(self._file):
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


def _own(path: Path) -> bool:
    """Whether a file is the user's, and nobody else may write to it."""
    known = path.lstat()
    ours = not hasattr(os, "geteuid") or known.st_uid == os.geteuid()
    alone = not known.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    return stat.S_ISREG(known.st_mode) and ours and alone and known.st_size <= _MOST


def program_digest() -> str:
    """The digest of the program, and of the libraries that read for it."""
    import markdown_it
    import pydantic
    import yaml

    versions = (sys.version, pydantic.VERSION, yaml.__version__, markdown_it.__version__)
    whole = sha256(repr(versions).encode())
    roots = [PACKAGE / name for name in ("checks", "model", "source")]
    files = [path for root in roots for path in root.rglob("*") if path.suffix in (".py", ".toml")]
    for path in sorted((*files, PACKAGE / "diagnostics.py", PACKAGE / "settings.py")):
        whole.update(f"{path.relative_to(PACKAGE).as_posix()}\0".encode())
        whole.update(sha256(path.read_bytes()).digest())
    return whole.hexdigest()
