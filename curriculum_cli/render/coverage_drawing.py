"""The coverage of the standard as a picture: a table of marks that differ in shape, not colour."""

from __future__ import annotations

import svg
from markupsafe import Markup

from ..views.coverage_picture import CoveragePictureView, Mark
from .drawing import WIDTH, line, picture, words, wrapped

TITLES = 78.0
ROW = 5.2
TYPE = 2.6
HEAD = 13.0
DOT = 1.55


def coverage_drawing(view: CoveragePictureView) -> Markup:
    """The picture of a coverage view: a row for each item, a column for each module."""
    count = len(view.modules) + 1
    wide = min(8.0, (WIDTH - TITLES) / count)
    right = TITLES + wide * count
    parts: list[svg.Element] = []
    for column, name in enumerate((view.together, *view.modules)):
        x = TITLES + wide * (column + 0.5) + TYPE * 0.35
        parts.append(words(name, x, HEAD - 1.5, TYPE, bold=column == 0, turned=True))
    y = HEAD
    for title, rows in view.parts:
        parts.append(line(0, y, right, y, 0.4))
        parts.append(words(wrapped(title, right, TYPE, 1)[0], 0, y + 3.7, TYPE, bold=True))
        y += ROW
        for row in rows:
            item = row.recommendation
            parts.append(line(0, y, right, y))
            parts.append(words(str(item.number), 5, y + 3.6, TYPE, anchor="end"))
            parts.append(words(wrapped(item.title, TITLES - 8, TYPE, 1)[0], 7, y + 3.6, TYPE))
            for column, mark in enumerate((row.together, *row.marks)):
                x = TITLES + wide * (column + 0.5)
                parts += _mark(mark, x, y + ROW / 2, alone=column == 0)
            y += ROW
    parts.append(line(0, y, right, y, 0.4))
    parts.append(line(TITLES + wide, HEAD, TITLES + wide, y, 0.4))
    y += 2
    for mark, word in view.legend:
        parts += _mark(mark, 3, y + ROW / 2, alone=True)
        parts.append(words(word, 7, y + 3.6, TYPE))
        y += ROW
    return picture(max(right, 120.0), y, parts, view.description, "coverage")


def _mark(mark: Mark, x: float, y: float, *, alone: bool) -> list[svg.Element]:
    """Filled, half filled, empty, crossed; one module that does not serve an item gets nothing."""
    ring = svg.Circle(
        class_=["ink"], cx=round(x, 2), cy=round(y, 2), r=DOT, fill="none", stroke="black",
        stroke_width=0.35,
    )  # fmt: skip
    if mark == "whole":
        return [svg.Circle(class_=["solid"], cx=round(x, 2), cy=round(y, 2), r=DOT, fill="black")]
    if mark == "part":
        half: list[svg.PathData] = [
            svg.M(round(x, 2), round(y - DOT, 2)),
            svg.Arc(DOT, DOT, 0, False, False, round(x, 2), round(y + DOT, 2)),
            svg.Z(),
        ]
        return [ring, svg.Path(class_=["solid"], d=half, fill="black")]
    if not alone:
        return []
    if mark == "none":
        return [ring]
    arm = DOT * 0.7
    return [
        ring,
        line(x - arm, y - arm, x + arm, y + arm, 0.35),
        line(x - arm, y + arm, x + arm, y - arm, 0.35),
    ]
