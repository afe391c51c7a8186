"""The cache of laid out leaves, by the digest of everything that can change their bytes."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from ..outputs.leaf_pdf import LaidOut
from .code import code_digest
from .files import make_folder, refused, remove_leftovers, write_whole

SUFFIX = ".leaf"
BODY = ".body"
KNOWN = ".page"
FACES = ".faces"
DAY = 24 * 60 * 60
UNUSED_DAYS = 30
_PRUNED = "pruned"


def digest_of(*parts: bytes) -> str:
    """One digest over parts, none of which can pass for a piece of another."""
    whole = sha256()
    for part in parts:
        whole.update(len(part).to_bytes(8, "big"))
        whole.update(part)
    return whole.hexdigest()


def surroundings(engines: Mapping[str, str], fonts: Path, css: tuple[str, ...]) -> bytes:
    """The digest of what all leaves of a build share: layout code, engine, fonts, style sheets."""
    parts = [f"{name} {version}" for name, version in sorted(engines.items())]
    return digest_of(*(part.encode() for part in (faces_key(fonts), *parts, *css))).encode()


def faces_key(fonts: Path) -> str:
    """The name of a folder's fonts in the cache."""
    parts = [code_digest("outputs")]
    for face in sorted(fonts.glob("*.ttf")):
        parts += [face.name, sha256(face.read_bytes()).hexdigest()]
    return digest_of(*(part.encode() for part in parts))


def leaf_key(html: str, assets: Mapping[str, bytes], around: bytes) -> str:
    """The name of a leaf in the cache; another leaf, font, style or engine is another name."""
    parts = [part for name, data in assets.items() for part in (name.encode(), data)]
    return digest_of(around, html.encode(), *parts)


class Store:
    """Leaves on disk, as HTML and laid out, and what is known of them.

    A damaged entry counts as missing; none is trusted.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.leaves = folder / "leaves"
        self.workspace = folder / "engine"

    def open(self) -> None:
        """Make the folder; raises UsageError when nothing can be written there."""
        fresh = not self.folder.exists()
        for folder in (self.leaves, self.workspace):
            make_folder(folder, "cache folder", "The variable CURRICULUM_CACHE can name another.")
        if fresh:
            write_whole(self.folder / ".gitignore", b"*\n")

    def path(self, key: str) -> Path:
        return self.leaves / key[:2] / f"{key}{SUFFIX}"

    def get(self, key: str) -> LaidOut | None:
        """A leaf, or None when it is missing, cut, changed or made by another version."""
        path = self.path(key)
        try:
            leaf = LaidOut.from_bytes(path.read_bytes())
        except (OSError, ValueError, TypeError, LookupError):
            return None
        self._mark_used(path)
        return leaf

    def put(self, key: str, leaf: LaidOut) -> None:
        """Keep a leaf; raises OSError. *Why* not synced: an entry is checked when it is read."""
        path = self.path(key)
        path.parent.mkdir(exist_ok=True)
        write_whole(path, leaf.to_bytes())

    def get_text(self, key: str, suffix: str = KNOWN) -> str | None:
        """A text that was kept, or None when it is missing, cut or changed."""
        data = self.get_data(key, suffix)
        with contextlib.suppress(UnicodeDecodeError):
            return None if data is None else data.decode()
        return None

    def put_text(self, key: str, text: str, suffix: str = KNOWN) -> None:
        """Keep a text; raises CurriculumError."""
        self.put_data(key, text.encode(), suffix)

    def get_data(self, key: str, suffix: str) -> bytes | None:
        """What was kept, or None when it is missing, cut or changed."""
        path = self.path(key).with_suffix(suffix)
        try:
            digest, _, data = path.read_bytes().partition(b"\n")
        except OSError:
            return None
        if sha256(data).hexdigest().encode() != digest:
            return None
        self._mark_used(path)
        return data

    def put_data(self, key: str, data: bytes, suffix: str) -> None:
        """Keep something; raises CurriculumError."""
        path = self.path(key).with_suffix(suffix)
        try:
            path.parent.mkdir(exist_ok=True)
            write_whole(path, sha256(data).hexdigest().encode() + b"\n" + data)
        except OSError as error:
            raise refused(path, error) from error

    def prune(self) -> None:
        """Once a day, remove entries that no build has used for a month, and killed runs' rests."""
        stamp = self.leaves / _PRUNED
        now = time.time()
        if stamp.exists() and now - stamp.stat().st_mtime < DAY:
            return
        for folder in self.leaves.iterdir():
            if not folder.is_dir():
                continue
            remove_leftovers(folder)
            for entry in (
                each for kind in (SUFFIX, BODY, KNOWN, FACES) for each in folder.glob(f"*{kind}")
            ):
                with contextlib.suppress(OSError):
                    if now - entry.stat().st_mtime > UNUSED_DAYS * DAY:
                        entry.unlink()
        with contextlib.suppress(OSError):
            stamp.touch()
            os.utime(stamp, (now, now))

    def _mark_used(self, path: Path) -> None:
        with contextlib.suppress(OSError):
            if time.time() - path.stat().st_mtime > DAY:
                os.utime(path)
