"""What laying out a leaf gives: its pages, and the places in them that a binder points to."""

from __future__ import annotations

import json
from dataclasses import astuple, dataclass
from hashlib import sha256

MAGIC = b"leaf 3\n"
DIGEST_SIZE = sha256().digest_size
LENGTH_SIZE = 4
POINTS_PER_PIXEL = 0.75
"""CSS fixes the pixel at a 96th of an inch, PDF the point at a 72nd."""


class LayoutFailed(Exception):  # noqa: N818
    """A leaf cannot be laid out without losing something its author wrote."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry for the outline; `level` counts from 1, `page` from 0, `x` and `y` are points."""

    level: int
    label: str
    page: int
    x: float
    y: float
    open: bool


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that a reader stumbles over: its kind, the page (from 0) and the words there."""

    kind: str
    page: int
    words: str


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A leaf's PDF with its anchors (name, page from 0, x and y in points), bookmarks and faults.

    Points are counted from the lower left corner of the page, as PDF does. The PDF names its
    fonts and does not hold them; the binder puts them in.
    """

    pdf: bytes
    pages: int
    anchors: tuple[tuple[str, int, float, float], ...]
    bookmarks: tuple[Bookmark, ...]
    faults: tuple[Fault, ...] = ()

    def to_bytes(self) -> bytes:
        """Return everything as one file for a cache: magic, digest, length of header, header, PDF.

        *Why* not pickle: reading a cache must never run what somebody put there.
        """
        lists = [[astuple(each) for each in many] for many in (self.bookmarks, self.faults)]
        facts = [self.pages, self.anchors, *lists]
        header = json.dumps(facts, ensure_ascii=False, separators=(",", ":")).encode()
        body = len(header).to_bytes(LENGTH_SIZE, "big") + header + self.pdf
        return MAGIC + sha256(body).digest() + body

    @classmethod
    def from_bytes(cls, data: bytes) -> LaidOut:
        """Read what `to_bytes` wrote; raise ValueError for anything cut, changed or older."""
        body_starts = len(MAGIC) + DIGEST_SIZE
        digest, body = data[len(MAGIC) : body_starts], data[body_starts:]
        if not data.startswith(MAGIC) or sha256(body).digest() != digest:
            raise ValueError("not a whole laid out leaf")
        pdf_starts = LENGTH_SIZE + int.from_bytes(body[:LENGTH_SIZE], "big")
        pages, anchors, bookmarks, faults = json.loads(body[LENGTH_SIZE:pdf_starts])
        return cls(
            pdf=body[pdf_starts:],
            pages=pages,
            anchors=tuple((name, page, x, y) for name, page, x, y in anchors),
            bookmarks=tuple(Bookmark(*bookmark) for bookmark in bookmarks),
            faults=tuple(Fault(*fault) for fault in faults),
        )
