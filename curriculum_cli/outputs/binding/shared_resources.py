"""One copy of each font and image in a document, however many leaves show it."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from io import BytesIO

import pikepdf
from pikepdf import Dictionary, Name, Object

Slot = tuple[Object, str]
"""A dictionary of resources and the name under which it holds a font or an image."""


class SharedResources:
    """The fonts and images of the document being bound; `faces` are all fonts by their marks.

    A leaf comes with marks in place of its fonts. Its images get theirs, made of their content,
    before its pages move. *Why*: what is not moved needs no memory.
    """

    def __init__(self, document: pikepdf.Pdf, faces: bytes) -> None:
        self._document = document
        self._opened = pikepdf.open(BytesIO(faces))
        self._faces = self._opened.pages[0].Resources.Font
        self._shared: dict[str, Object] = {}

    def take_out(self, pages: list[pikepdf.Page]) -> None:
        """Replace each image that the pages of one leaf show by a mark, as its fonts are."""
        marks: dict[tuple[int, int], Name] = {}
        for resources, name in _slots(pages):
            held = resources[name]
            if isinstance(held, Name):
                continue
            if held.objgen not in marks:
                mark = Name(f"/{_content(held).hex()}")
                if str(mark) not in self._shared:
                    self._shared[str(mark)] = self._document.copy_foreign(held)
                marks[held.objgen] = mark
            resources[name] = marks[held.objgen]

    def put_back(self, pages: list[pikepdf.Page]) -> None:
        """Replace the marks in pages of the document by the one shared copy.

        Raise ValueError for a font that is not among the faces.
        """
        for resources, name in _slots(pages):
            if isinstance(resources[name], Name):
                resources[name] = self._held(str(resources[name]))

    def _held(self, mark: str) -> Object:
        if mark not in self._shared:
            if mark not in self._faces:
                raise ValueError(f"there is no font {mark}")
            self._shared[mark] = self._document.copy_foreign(self._faces[mark])
        return self._shared[mark]


def _slots(pages: list[pikepdf.Page]) -> Iterator[Slot]:
    """Yield the fonts and images of some pages, also those that drawings and patterns use."""
    seen: set[tuple[int, int]] = set()
    waiting = [page.obj.Resources for page in pages]
    while waiting:
        resources = waiting.pop()
        if resources.is_indirect and resources.objgen in seen:
            continue
        seen.add(resources.objgen)
        fonts = resources.get("/Font", Dictionary())
        if not fonts.is_indirect or fonts.objgen not in seen:
            seen.add(fonts.objgen)
            yield from ((fonts, name) for name in sorted(fonts.keys()))
        drawings = resources.get("/XObject", Dictionary())
        for name, drawing in list(drawings.items()):
            if isinstance(drawing, Name) or drawing.Subtype == Name.Image:
                yield drawings, name
            else:
                waiting += _own_resources(drawing)
        for pattern in dict(resources.get("/Pattern", Dictionary())).values():
            waiting += _own_resources(pattern)
        for state in dict(resources.get("/ExtGState", Dictionary())).values():
            mask = state.get("/SMask")
            if isinstance(mask, Dictionary):
                waiting += _own_resources(mask.G)


def _own_resources(drawing: Object) -> list[Object]:
    return [drawing.Resources] if "/Resources" in drawing else []


def _content(image: Object) -> bytes:
    """Return a digest of what an image shows."""
    digest = sha256(image.read_raw_bytes())
    for key, value in sorted(image.stream_dict.items()):
        shown = _content(value) if key == "/SMask" else repr(value).encode()
        digest.update(key.encode() + shown)
    return digest.digest()
