"""Reading a bound PDF back: labels, links, names, outline, streams."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
from pikepdf import Name, Stream

PAGES = ["M10-1", "M10-2", "M10-C1-1", "M10-C1-2", "M10-H1-1", "M10-H1-2"]
"""The labels of the bound test leaves; the second and the last are blank backs."""


def run(*command: str | Path) -> str:
    return subprocess.run(command, capture_output=True, check=True).stdout.decode()


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(data))


def labels(pdf: pikepdf.Pdf) -> list[str]:
    return [str(page.label) for page in pdf.pages]


def streams(pdf: pikepdf.Pdf, key: str, value: Name) -> list[Stream]:
    found = (held for held in pdf.objects if isinstance(held, Stream))
    return [stream for stream in found if stream.get(key) == value]


def links(pdf: pikepdf.Pdf, label: str) -> list[tuple[str, str]]:
    """Return what each link on a page says, and where it leads: a name or a website."""
    page = pdf.pages[labels(pdf).index(label)]
    annotations = page.obj.get("/Annots", pikepdf.Array()).as_list()
    return [(str(link.Contents), str(link.get("/Dest") or link.A.URI)) for link in annotations]


def destinations(pdf: pikepdf.Pdf) -> dict[str, tuple[str, float]]:
    """Return the label of the page that each name leads to, and the height on it."""
    names = pdf.Root.Names.Dests.Names.as_list()
    by_page = {page.obj.objgen: label for page, label in zip(pdf.pages, labels(pdf), strict=True)}
    return {
        str(name): (by_page[place[0].objgen], float(place[3]))
        for name, place in zip(names[::2], names[1::2], strict=True)
    }


def outline(pdf: pikepdf.Pdf) -> list[tuple[int, str]]:
    def walk(items: list[pikepdf.OutlineItem], depth: int) -> Iterator[tuple[int, str]]:
        for item in items:
            yield depth, item.title
            yield from walk(item.children, depth + 1)

    with pdf.open_outline() as opened_outline:
        return list(walk(opened_outline.root, 1))
