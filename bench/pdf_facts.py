"""What a PDF can do, read from it with poppler and pikepdf; nothing is taken on trust."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf

_NUMBERED = re.compile(r"\S(?:\s*\.){0,}\s+\S*\d+$")
_BROKEN = re.compile(r"(\w+)[-‐\u00ad]$")
_SAMPLE = 40
"""Pages looked at for running heads and contents."""
CONTENTS_LINES = 15
"""So many lines that end with a page number within two pages are a table of contents."""


@dataclass(frozen=True)
class Facts:
    """Pages, words and abilities of a PDF."""

    pages: int
    words: int
    bytes: int
    tagged: bool
    pdf_ua: bool
    labels: bool
    outline: bool
    heads: bool
    contents: bool

    def row(self) -> dict[str, Any]:
        return asdict(self)


def facts_of(path: Path) -> Facts:
    """Look at a PDF; raises OSError or pikepdf.PdfError when it is none."""
    with pikepdf.open(path) as pdf:
        root = pdf.Root
        marked = "/MarkInfo" in root and "/Marked" in root.MarkInfo and bool(root.MarkInfo.Marked)
        tagged = "/StructTreeRoot" in root and marked
        with pdf.open_metadata() as metadata:
            pdf_ua = "pdfuaid:part" in metadata
        with pdf.open_outline() as outline:
            entries = len(outline.root)
        pages = len(pdf.pages)
        labels = "/PageLabels" in root
    texts = _texts(path)
    return Facts(
        pages=pages,
        words=sum(len(text.split()) for text in texts),
        bytes=path.stat().st_size,
        tagged=tagged,
        pdf_ua=pdf_ua,
        labels=labels,
        outline=entries > 1,
        heads=_heads(texts),
        contents=_contents(texts),
    )


def hyphenated(path: Path, words: set[str]) -> int:
    """How many of these words are divided at the end of a line."""
    lines = [line.strip() for text in _texts(path) for line in text.splitlines() if line.strip()]
    count = 0
    for line, after in pairwise(lines):
        broken = _BROKEN.search(line)
        if broken:
            joined = broken[1] + re.split(r"\W", after, maxsplit=1)[0]
            count += joined.casefold() in words
    return count


def _texts(path: Path) -> list[str]:
    done = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True)
    return done.stdout.decode("utf-8", "replace").split("\f")[:-1]


def _heads(texts: list[str]) -> bool:
    """Whether most sampled pages begin or end with words that other pages begin or end with."""
    edges = [edge for edge in map(_edges, texts[:_SAMPLE]) if edge]
    often = Counter(each for edge in edges for each in edge)
    return len(edges) > 2 and 2 * sum(any(often[e] > 2 for e in edge) for edge in edges) > len(
        edges
    )


def _edges(text: str) -> set[str]:
    """The beginnings of a page's first and last line, without numbers; nothing of a bare page."""
    lines = [re.sub(r"\d+", "", line).strip() for line in text.splitlines() if line.strip()]
    return (
        {line[:25] for line in (lines[0], lines[-1]) if len(line) > 5} if len(lines) > 4 else set()
    )


def _contents(texts: list[str]) -> bool:
    numbered = [
        sum(bool(_NUMBERED.search(line.strip())) for line in text.splitlines())
        for text in texts[: _SAMPLE // 4]
    ]
    pairs = zip(numbered, [*numbered[1:], 0], strict=True)
    return any(one + other >= CONTENTS_LINES for one, other in pairs)
