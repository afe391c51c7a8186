"""The pictures that a leaf's HTML names, read through one door."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from ..checks.addresses import picture_path, refusal
from ..diagnostics import BuildError, CurriculumError
from ..settings import Settings
from ..source.files import MAX_ASSET_BYTES, inside
from .look import coloured

_NAMED = re.compile(r'"asset:([^"]*)"')
_BEFORE = ("src=", "url(")
ICONS = "icons/"


class AssetMissingError(CurriculumError):
    """A page names a picture that cannot be printed: the author's turn, exit 1."""

    exit_code = 1


class Assets:
    """Reads each picture once."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._read: dict[str, bytes] = {}

    def of(self, html: str) -> dict[str, bytes]:
        """The bytes of every asset that a page names, by name, in a fixed order."""
        names = {unquote(unescape(name)) for name in _named(html)}
        return {name: self.read(name) for name in sorted(names)}

    def as_written(self, html: str) -> dict[str, bytes]:
        """The same by the names as the page writes them, escapes of addresses and all."""
        names = {unescape(name) for name in _named(html)}
        return {name: self.read(unquote(name)) for name in sorted(names)}

    def read(self, name: str) -> bytes:
        """One asset; raises AssetMissingError, or BuildError for one of the look."""
        if name not in self._read:
            self._read[name] = self._icon(name) if name.startswith(ICONS) else self._picture(name)
        return self._read[name]

    def _picture(self, name: str) -> bytes:
        why = refusal(name)
        path = picture_path(self._settings.project, name)
        if not why and not inside(path, self._settings.project / "modules"):
            why = "leads out of the project"
        if not why and not path.is_file():
            why = "does not exist"
        if not why and path.stat().st_size > MAX_ASSET_BYTES:
            why = "is too large"
        if why:
            raise AssetMissingError(
                f"the picture “{name}” {why}", "`curriculum check` shows where it is named."
            )
        try:
            return path.read_bytes()
        except OSError as error:
            raise AssetMissingError(
                f"the picture “{name}” cannot be read: {error.strerror}"
            ) from error

    def _icon(self, name: str) -> bytes:
        path: Path = self._settings.asset(*name.split("/"))
        root = next(f for f in self._settings.templates if path.is_relative_to(f))
        try:
            if not inside(path, root) or path.stat().st_size > MAX_ASSET_BYTES:
                raise BuildError(f"the icon “{name}” lies outside templates/icons or is too large")
            data = path.read_bytes()
        except OSError as error:
            raise BuildError(f"the icon “{name}” cannot be read: {error.strerror}") from error
        return coloured(data, self._settings) if path.suffix == ".svg" else data


def _named(html: str) -> set[str]:
    """The assets that a page names.

    *Why* what stands before is looked at afterwards: a pattern that begins with plain letters is
    found ten times as fast.
    """
    found = _NAMED.finditer(html)
    return {each[1] for each in found if html.endswith(_BEFORE, 0, each.start())}
