"""One copy of each font and image in a document, however many leaves bring it."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

import pikepdf
from pikepdf import Dictionary, Name, Object

Slot = tuple[Object, str]
"""A dictionary of resources and the name under which it holds a font or an image."""


class SharedResources:
    """The fonts and images of the document being bound, each known by its content.

    *Why* they are taken out of a leaf before its pages move: what is not moved needs no memory.
    """

    def __init__(self, document: pikepdf.Pdf) -> None:
        self._document = document
        self._shared: dict[bytes, Object] = {}

    def take_out(self, pages: list[pikepdf.Page]) -> None:
        """Replace each font and image that the pages of one leaf use by a mark."""
        marks: dict[tuple[int, int], Name] = {}
        for resources, name in _slots(pages):
            held = resources[name]
            if held.objgen not in marks:
                key = _content(held)
                if key not in self._shared:
                    self._shared[key] = self._document.copy_foreign(held)
                marks[held.objgen] = Name(f"/{key.hex()}")
            resources[name] = marks[held.objgen]

    def put_back(self, pages: list[pikepdf.Page]) -> None:
        """Replace the marks in pages of the document by the one shared copy."""
        for resources, name in _slots(pages):
            if isinstance(resources[name], Name):
                resources[name] = self._shared[bytes.fromhex(str(resources[name])[1:])]


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


def _content(held: Object) -> bytes:
    """Return a digest of what a font or an image shows."""
    return _font_content(held) if held.get("/Type") == Name.Font else _image_content(held)


def _font_content(font: Object) -> bytes:
    program = font.DescendantFonts[0].FontDescriptor.FontFile2
    parts = (bytes(font.BaseFont), program.read_raw_bytes(), font.ToUnicode.read_raw_bytes())
    return sha256(b"".join(sha256(part).digest() for part in parts)).digest()


def _image_content(image: Object) -> bytes:
    digest = sha256(image.read_raw_bytes())
    for key, value in sorted(image.stream_dict.items()):
        shown = _image_content(value) if key == "/SMask" else repr(value).encode()
        digest.update(key.encode() + shown)
    return digest.digest()
