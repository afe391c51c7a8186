"""The outline: an entry for each leaf at its depth, and the leaf's own bookmarks below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, String

from .sheet import Sheet


@dataclass
class Entry:
    """A line of the outline with the lines below it; a closed one hides them at first."""

    label: str
    place: Array
    open: bool
    below: list[Entry] = field(default_factory=list)

    def shown(self) -> int:
        """Count the lines below that show when this one is open."""
        return sum(1 + (entry.shown() if entry.open else 0) for entry in self.below)


class Outline:
    """The outline of the document being bound.

    Leaves are closed, so that a handbook opens on its modules and not on a thousand headings.
    """

    def __init__(self) -> None:
        self._top = Entry("", Array(), open=True)
        self._path: list[tuple[int, Entry]] = [(0, self._top)]

    def add(self, sheet: Sheet, pages: Sequence[pikepdf.Page]) -> None:
        """Add the entries of a leaf whose pages are in the document."""
        for depth, entry in _entries(sheet, pages):
            while self._path[-1][0] >= depth:
                self._path.pop()
            self._path[-1][1].below.append(entry)
            self._path.append((depth, entry))

    def finish(self, document: pikepdf.Pdf) -> None:
        """Write the outline into the document."""
        outlines = document.make_indirect(Dictionary(Type=Name.Outlines))
        _write(document, self._top, outlines)
        document.Root.Outlines = outlines
        document.Root.PageMode = Name.UseOutlines


def _entries(sheet: Sheet, pages: Sequence[pikepdf.Page]) -> Iterator[tuple[int, Entry]]:
    top = float(pages[0].obj.MediaBox[3])
    yield sheet.depth, Entry(sheet.title, _place(pages[0], 0, top), open=False)
    bookmarks = list(sheet.laid_out.bookmarks)
    if bookmarks and (bookmarks[0].label, bookmarks[0].page) == (sheet.title, 0):
        bookmarks.pop(0)
    for bookmark in bookmarks:
        place = _place(pages[bookmark.page], bookmark.x, bookmark.y)
        yield sheet.depth + bookmark.level, Entry(bookmark.label, place, bookmark.open)


def _place(page: pikepdf.Page, x: float, y: float) -> Array:
    return Array([page.obj, Name.XYZ, x, y, None])


def _write(document: pikepdf.Pdf, entry: Entry, parent: Object) -> None:
    """Write the lines below an entry and chain them to it and to each other."""
    if not entry.below:
        return
    lines = [
        document.make_indirect(Dictionary(Title=String(line.label), Dest=line.place, Parent=parent))
        for line in entry.below
    ]
    for before, after in pairwise(lines):
        before.Next, after.Prev = after, before
    parent.First, parent.Last = lines[0], lines[-1]
    parent.Count = entry.shown() if entry.open else -entry.shown()
    for line, written in zip(entry.below, lines, strict=True):
        _write(document, line, written)
