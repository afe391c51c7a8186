"""Leaves as HTML, kept between builds: what is shown has not changed, so the HTML has not either.

The key is made of all that a template can see: the leaf with its view, the facts of the edition,
every template and interface string, and this program with the libraries that render.
"""

from __future__ import annotations

import pickle
from importlib.metadata import version
from io import BytesIO
from typing import Any

from pydantic import BaseModel

from ..render.environment import Renderer
from ..settings import Settings
from ..views.document import Leaf
from .code import code_digest
from .manifest import digest
from .store import BODY, Store, digest_of

PACKAGES = ("babel", "jinja2", "markdown-it-py", "markupsafe", "mdurl", "svg.py")


class Bodies:
    """The HTML of one edition's leaves, from the cache or rendered."""

    def __init__(
        self, renderer: Renderer, store: Store, settings: Settings, *, force: bool = False
    ) -> None:
        self._renderer = renderer
        self.store = store
        self.anew = force
        self._around = digest_of(_look(settings), repr(renderer.facts).encode())

    def name_of(self, leaf: Leaf) -> str:
        """A leaf's name, which changes with all that its templates can see."""
        return digest_of(self._around.encode(), plain_bytes(leaf))

    def of(self, leaf: Leaf, name: str) -> str:
        """The HTML of a leaf of that name; one with names of people is never kept."""
        if leaf.private:
            return self._renderer.leaf_body(leaf)
        body = None if self.anew else self.store.get_text(name, BODY)
        if body is None:
            body = self._renderer.leaf_body(leaf)
            self.store.put_text(name, body, BODY)
        return body


def plain_bytes(leaf: Leaf) -> bytes:
    """All that a leaf holds, the same bytes for the same values.

    *Why* pickle, which here is only written: it leaves nothing out, whatever a view is made of.
    """
    data = BytesIO()
    _Pickler(data).dump(leaf)
    return data.getvalue()


class _Pickler(pickle.Pickler):
    """Writes values only: not which of them are one object, nor which fields a file left out."""

    def __init__(self, file: BytesIO) -> None:
        super().__init__(file, protocol=5)
        self.fast = True

    def reducer_override(self, value: object) -> Any:
        if isinstance(value, BaseModel):
            return type(value), (value.__dict__,)
        return NotImplemented


def _look(settings: Settings) -> bytes:
    """The digest of everything but content: templates, strings, this program and its libraries."""
    parts = [code_digest(), *(f"{name} {version(name)}" for name in PACKAGES)]
    for number, folder in enumerate(settings.templates):
        for pattern in ("leaves/**/*", "shells/print.html", "locale/**/*.po"):
            for path in sorted(each for each in folder.glob(pattern) if each.is_file()):
                parts += [f"{number} {path.relative_to(folder)}", digest(path.read_bytes())]
    return digest_of(*(part.encode() for part in parts)).encode()
