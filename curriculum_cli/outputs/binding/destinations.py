"""Named destinations: every leaf, and every anchor in one, can be linked to from anywhere."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import unquote

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, String

from .sheet import Sheet
from .source import Source

SCHEME = "leaf:"


class Destinations:
    """The places of a document by name: `M10-C1` and `M10-C1#anchor`."""

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        self._titles = {sheet.leaf: sheet.title for sheet in sheets}
        if len(self._titles) != len(sheets):
            raise ValueError("a leaf stands twice in one document")
        self._names = {
            _name(sheet.leaf, anchor) for sheet in sheets for anchor, *_ in sheet.laid_out.anchors
        }
        self._places: dict[str, Array] = {}

    def resolve_links(self, sheet: Sheet, source: Source) -> None:
        """Point a leaf's links at names of this document; drop those that lead out of it.

        A link to an anchor that its leaf does not have leads to that leaf's first page.
        """
        for page, link in source.links():
            target = _target(sheet, link)
            if target is None:
                continue
            leaf, _, anchor = target.partition("#")
            if leaf not in self._titles:
                source.drop_link(page, link)
                continue
            if "/A" in link:
                del link.A
                link.Contents = String(self._titles[leaf])
            link.Dest = String(target if anchor and target in self._names else leaf)

    def add(self, sheet: Sheet, pages: Sequence[pikepdf.Page]) -> None:
        """Note where a leaf's places are, once its pages are in the document."""
        top = float(pages[0].obj.MediaBox[3])
        self._places[sheet.leaf] = _place(pages[0].obj, 0, top)
        for anchor, number, x, y in sheet.laid_out.anchors:
            self._places[_name(sheet.leaf, anchor)] = _place(pages[number].obj, x, y)

    def finish(self, document: pikepdf.Pdf) -> None:
        """Write the names into the document, in the order that the format demands."""
        places = ((String(name), place) for name, place in self._places.items())
        names = Array(
            item for place in sorted(places, key=lambda place: bytes(place[0])) for item in place
        )
        document.Root.Names = Dictionary(Dests=document.make_indirect(Dictionary(Names=names)))


def _name(leaf: str, anchor: str) -> str:
    return f"{leaf}#{anchor}"


def _place(page: Object, x: float, y: float) -> Array:
    return Array([page, Name.XYZ, x, y, None])


def _target(sheet: Sheet, link: Object) -> str | None:
    """Return the name that a link within this curriculum asks for, or None for another link."""
    if "/Dest" in link:
        return _name(sheet.leaf, str(link.Dest))
    uri = str(link.A.URI) if "/A" in link else ""
    return unquote(uri.removeprefix(SCHEME)) if uri.startswith(SCHEME) else None
