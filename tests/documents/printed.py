"""Printed pages, read back with poppler: the words on them, and what is wrong with their places.

It knows nothing of the engine that laid them out, so that it does not share its mistakes.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pikepdf

from tests.editions import catalogue

MM = 72 / 25.4
TOP, BOTTOM = 23 * MM, 21 * MM
INNER, OUTER = 26 * MM, 15 * MM
SLACK = 1.5
"""Points by which the box of a slanted or bold letter may stand out."""
PAINTS = {"f", "S", "B", "f*", "re", "Do"}

_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
_WORD = re.compile(
    r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>'
)
_DIGEST = re.compile(r"\b[0-9a-f]{8}\b")


@dataclass(frozen=True)
class Word:
    """A word with its box, in points from the upper left corner of the page."""

    left: float
    top: float
    right: float
    bottom: float
    text: str


@dataclass(frozen=True)
class Printed:
    """One page: its label in the viewer, whether it is a right-hand page, and its words."""

    label: str
    right_hand: bool
    width: float
    height: float
    words: tuple[Word, ...]

    @property
    def head(self) -> str:
        return self._said(lambda word: word.bottom <= TOP)

    @property
    def body(self) -> str:
        return self._said(lambda word: word.bottom > TOP and word.top < self.height - BOTTOM)

    @property
    def foot(self) -> str:
        return self._said(lambda word: word.top >= self.height - BOTTOM)

    def _said(self, where: object) -> str:
        return " ".join(word.text for word in self.words if where(word))  # type: ignore[operator]


def printed(path: Path) -> list[Printed]:
    """Every page of a PDF."""
    with pikepdf.open(path) as pdf:
        labels = [str(page.label) for page in pdf.pages]
    command = ["pdftotext", "-bbox", str(path), "-"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    pages = []
    for number, (width, height, inside) in enumerate(_PAGE.findall(text)):
        words = tuple(
            Word(*map(float, place), unescape(said)) for *place, said in _WORD.findall(inside)
        )
        right_hand = number % 2 == 0
        pages.append(Printed(labels[number], right_hand, float(width), float(height), words))
    return pages


def is_blank_back(page: Printed, language: str) -> bool:
    """Whether a page says that it is blank, and says nothing else."""
    return " ".join((page.head, page.body)).strip() == catalogue(language).text("foot.blank")


def tab(page: Printed) -> Word | None:
    """The module's tab at the outer edge of a page."""
    for word in page.words:
        outside = word.left > page.width - OUTER if page.right_hand else word.right < OUTER
        if outside and word.text == page.label.partition("-")[0]:
            return word
    return None


def in_the_margin(page: Printed) -> Iterator[str]:
    """Words that stand in a margin, or off the page; a head and a foot keep to their columns."""
    left, right = (INNER, OUTER) if page.right_hand else (OUTER, INNER)
    for word in page.words:
        if word == tab(page):
            continue
        beside = word.left < left - SLACK or word.right > page.width - right + SLACK
        beyond = word.top < 0 or word.bottom > page.height
        if beside or beyond:
            yield f"{page.label}: {word.text}"


def foot_faults(page: Printed) -> Iterator[str]:
    """What is missing in a running foot: the digest of its source, or its own label."""
    if not _DIGEST.search(page.foot):
        yield f"{page.label}: no digest in “{page.foot}”"
    if not page.foot.endswith(page.label):
        yield f"{page.label}: no label in “{page.foot}”"
    if not page.head:
        yield f"{page.label}: no head"


def is_painted(pdf: Path, number: int) -> bool:
    """Whether anything but words is drawn on a page, such as lines to write on."""
    with pikepdf.open(pdf) as opened:
        commands = pikepdf.parse_content_stream(opened.pages[number])
        return any(str(command.operator) in PAINTS for command in commands)
