"""What an earlier build knew of a page, so that it need not be rendered to find it in the cache."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

from .assets import Assets
from .store import Store, digest_of

_KEY = re.compile("[0-9a-f]{64}")
Titles = tuple[tuple[str, str], ...]
"""The parts of a leaf that stand in the contents: anchor and title."""


@dataclass(frozen=True)
class KnownPage:
    """A page's name in the cache, the pictures it names with a digest of them, and its parts."""

    key: str
    pictures: tuple[str, ...]
    seen: str
    listed: Titles


class KnownPages:
    """Kept in the cache by a name that changes with all that a page is made of but pictures."""

    def __init__(self, store: Store, assets: Assets) -> None:
        self._store = store
        self._assets = assets

    def find(self, name: str) -> KnownPage | None:
        """What is known; None when it is damaged, or a picture has changed since.

        Raises AssetMissingError when a picture is gone.
        """
        text = self._store.get_text(name)
        try:
            key, pictures, seen, listed = json.loads(text or "null")
            titles = tuple((str(anchor), str(title)) for anchor, title in listed)
            page = KnownPage(key, tuple(map(str, pictures)), seen, titles)
            sound = _KEY.fullmatch(key) is not None
        except (ValueError, TypeError):
            return None
        return page if sound and seen == self._digest(page.pictures) else None

    def keep(self, name: str, key: str, pictures: Iterable[str], listed: Titles) -> None:
        """Keep it; raises CurriculumError."""
        names = tuple(pictures)
        known = [key, names, self._digest(names), listed]
        self._store.put_text(name, json.dumps(known, ensure_ascii=False))

    def _digest(self, names: tuple[str, ...]) -> str:
        return digest_of(*(part for n in names for part in (n.encode(), self._assets.read(n))))
