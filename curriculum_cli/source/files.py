"""The one door for reading content: which files there are, and their text."""

from __future__ import annotations

import codecs
import os
import re
import stat
from pathlib import Path
from typing import NamedTuple

from ..diagnostics import Problem, Span, Where

MAX_BYTES = 2 << 20
MAX_ASSET_BYTES = 20 << 20
MAX_FILES = 20_000
_CONTENT = (".yaml", ".yml", ".po")
_START = Span(1, 1, 1, 2)
INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""Control characters, and line ends that only YAML counts: no text for print holds them."""


class SourceFile(NamedTuple):
    """A content file: where it is, and its name as shown and as used inside the project.

    `beside` when the folder it stands in surely lies in the project.
    """

    path: Path
    name: str
    beside: bool = False


def content_files(root: Path) -> list[SourceFile]:
    """Every YAML file below `modules/`, in a fixed order; `locale/` holds no YAML."""
    found: list[SourceFile] = []
    modules = root / "modules"
    for folder, folders, names in os.walk(modules, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        here = Path(folder)
        entries = [name for name in (*names, *folders) if name.endswith((".yaml", ".yml"))]
        folders[:] = [name for name in folders if name not in entries]
        entries += [name for name in folders if _is_linked_content(here / name)]
        beside = bool(entries) and inside(here, root)
        shown = here.relative_to(root).as_posix()
        found += [
            SourceFile(here / name, f"{shown}/{name}", beside)
            for name in sorted(entries)
            if not name.startswith(".")
        ]
        if len(found) > MAX_FILES:
            break
    return sorted(found, key=lambda file: file.name)


def other_files(root: Path) -> list[Path] | None:
    """Every file below `modules/` that is no content; None when a folder is a link to elsewhere."""
    found: list[Path] = []
    for folder, folders, names in os.walk(root / "modules", followlinks=False):
        if any((Path(folder) / name).is_symlink() for name in folders):
            return None
        folders.sort()
        others = (name for name in sorted(names) if os.path.splitext(name)[1] not in _CONTENT)  # noqa: PTH122
        found += [Path(folder) / name for name in others]
    return found


def _is_linked_content(folder: Path) -> bool:
    """A link to a folder with content: not walked into, but not passed over in silence."""
    return folder.is_symlink() and any(folder.glob("*.y*ml"))


def _refuse(name: str, code: str, message: str, help: str, span: Span = _START) -> Problem:
    return Problem(code, Where(name), message, help, span=span)


def inside(path: Path, root: Path) -> bool:
    """Whether a path, with every link followed, lies below `root`."""
    return path.resolve().is_relative_to(root.resolve())


def read_text(file: SourceFile, root: Path) -> tuple[str | None, list[Problem]]:
    """The file's text with LF line ends, or what stands in the way of reading it."""
    raw, problems = read_bytes(file, root)
    return (None, problems) if raw is None else decode(file.name, raw)


def read_bytes(file: SourceFile, root: Path) -> tuple[bytes | None, list[Problem]]:
    """The file's bytes, or what stands in the way of reading them."""
    path, name = file.path, file.name
    if file.beside and (raw := _plain_file(path)) is not None:
        return raw, []
    if path.is_symlink() and not path.exists():
        return None, [
            _refuse(name, "Y110", "this link leads nowhere", "Repair the link or delete it.")
        ]
    if not inside(path, root):
        help = "Copy the file into the project; nothing outside it is read."
        return None, [_refuse(name, "Y111", "this link leads out of the project", help)]
    if path.is_dir() and path.is_symlink():
        message = "this folder is a link; the files in it are not read"
        return None, [_refuse(name, "Y110", message, "Move the folder itself here.")]
    if path.is_dir():
        help = "Give the folder another name; only files end in .yaml."
        return None, [_refuse(name, "Y110", "this is a folder, not a file", help)]
    if not path.is_file():
        return None, [_refuse(name, "Y110", "this is not a plain file", "Delete it.")]
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            message = f"the file has {size / (1 << 20):.1f} MiB; at most 2 MiB are read"
            return None, [_refuse(name, "Y105", message, "Split it, or check what was pasted.")]
        return path.read_bytes(), []
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        return None, [
            _refuse(name, "Y110", f"the file cannot be read: {reason}", "Check its permissions.")
        ]


def _plain_file(path: Path) -> bytes | None:
    """The bytes of a file of which nothing need be said; None to look closer."""
    try:
        known = path.lstat()
        plain = stat.S_ISREG(known.st_mode) and known.st_size <= MAX_BYTES
        return path.read_bytes() if plain else None
    except OSError:
        return None


def decode(name: str, raw: bytes) -> tuple[str | None, list[Problem]]:
    """Bytes to text: UTF-8, with or without a byte order mark, no control characters."""
    raw = raw.removeprefix(codecs.BOM_UTF8)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        guess = _guess(raw)
        message = (
            f"the file is not in UTF-8{guess}: byte {raw[error.start]:#04x} makes no sense here"
        )
        help = "Save it again with the encoding UTF-8; letters would be lost otherwise."
        return None, [_refuse(name, "Y107", message, help, Span(line, column, line, column + 1))]
    if b"\r" in raw:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not _may_hold_invisible(raw):
        return text, []
    problems = []
    for match in INVISIBLE.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        column = match.start() - (text.rfind("\n", 0, match.start()) + 1) + 1
        message = f"the invisible character U+{ord(match[0]):04X} stands here"
        span = Span(line, column, line, column + 1)
        problems.append(_refuse(name, "Y107", message, "Delete it; it cannot be printed.", span))
        if len(problems) >= 20:
            break
    return (None, problems) if problems else (text, [])


_USUAL = bytes((*b"\t\n\r", *range(32, 127)))


def _may_hold_invisible(raw: bytes) -> bool:
    """A quick look: False only when nothing of INVISIBLE is in the text, which is UTF-8."""
    return INVISIBLE.search(raw.translate(None, _USUAL).decode("utf-8")) is not None


def _guess(raw: bytes) -> str:
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return " (it looks like UTF-16)"
    high = [byte for byte in raw[:4096] if byte >= 0x80]
    if high and sum(byte >= 0xC0 for byte in high) > len(high) * 0.8:
        return " (it looks like Windows-1251)"
    return ""
