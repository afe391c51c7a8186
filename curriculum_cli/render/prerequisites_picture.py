"""The order of modules as a picture: boxes in columns, arrows from left to right."""

from __future__ import annotations

import svg
from markupsafe import Markup

from ..views.prerequisites import PrerequisitesView
from .drawing import WIDTH, box, picture, words, wrapped
from .layered import Cell, columns

TYPE = 2.9
LEADING = 3.7
WIDEST, GAP = 74.0, 18.0
SPACE = 2.6
HEAD = 1.7
NAME = 9.5
BROAD = 45.0
"""From this width on a box has room for the id beside the title."""


def prerequisites_picture(view: PrerequisitesView) -> Markup:
    """The picture of a prerequisites view."""
    cells, paths = columns(view.layers, view.needs)
    count = max(1, len(cells))
    gap = min(GAP, WIDTH / (4 * count))
    wide = min(WIDEST, (WIDTH - gap * (count - 1)) / count)
    wide -= 0.6
    broad = wide >= BROAD
    room, most = (wide - NAME - 3, 3) if broad else (wide - 3, 6)
    texts = {name: wrapped(title, room, TYPE, most) for name, title in view.titles.items()}
    rows = max(map(len, texts.values()), default=1) + (0 if broad else 1)
    high = rows * LEADING + 3
    gap += 0.6
    tall = max((_height(column, high) for column in cells), default=high)
    tops: list[dict[Cell, float]] = []
    for column in cells:
        y = (tall - _height(column, high)) / 2
        tops.append({})
        for cell in column:
            tops[-1][cell] = y
            y += _size(cell, high) + SPACE
    parts: list[svg.Element] = []
    column_of = {cell: index for index, column in enumerate(cells) for cell in column}
    for path in paths:
        first = column_of[path[0]]
        points = [
            (tops[index][cell] + _size(cell, high) / 2, index * (wide + gap))
            for index, cell in enumerate(path, first)
        ]
        parts += _arrow(points, wide)
    for index, column in enumerate(cells):
        for cell in column:
            name, other = cell
            if name == other:
                x, y = index * (wide + gap) + 0.3, tops[index][cell]
                parts += _box(name, texts[name], x, y, wide, high)
    width = count * (wide + gap) - gap + 0.6
    return picture(width, tall + 0.6, parts, view.description, "prerequisites")


def _size(cell: Cell, high: float) -> float:
    """A box is as high as its text; a line that passes by needs little."""
    return high if cell[0] == cell[1] else 1.0


def _height(column: list[Cell], high: float) -> float:
    return sum(_size(cell, high) for cell in column) + SPACE * (len(column) - 1)


def _box(
    name: str, lines: list[str], x: float, y: float, wide: float, high: float
) -> list[svg.Element]:
    """A box with the module's id before its title, or above it where the box is narrow."""
    broad = wide >= BROAD
    rows = len(lines) if broad else len(lines) + 1
    first = y + (high - rows * LEADING) / 2 + TYPE
    left, below = (x + NAME, first) if broad else (x + 2, first + LEADING)
    return [
        box(x, y + 0.3, wide, high),
        words(name, x + 2, first, TYPE, bold=True),
        *(words(text, left, below + i * LEADING, TYPE) for i, text in enumerate(lines)),
    ]


def _arrow(points: list[tuple[float, float]], wide: float) -> list[svg.Element]:
    """A curve through the gaps between columns, with a head where it ends."""
    steps: list[svg.PathData] = []
    y, x = points[0]
    x += wide
    steps.append(svg.M(round(x, 2), round(y, 2)))
    for row, (next_y, next_x) in enumerate(points[1:], 1):
        last = row == len(points) - 1
        end = next_x - (HEAD if last else 0)
        half = (end - x) / 2
        steps.append(svg.C(*(round(v, 2) for v in (x + half, y, end - half, next_y, end, next_y))))
        x, y = (end, next_y) if last else (next_x + wide, next_y)
        if not last:
            steps.append(svg.L(round(x, 2), round(y, 2)))
    curve = svg.Path(class_=["ink"], d=steps, fill="none", stroke="black", stroke_width=0.35)
    corners = ((x + HEAD, y), (x, y - HEAD / 2), (x, y + HEAD / 2))
    points_of_head = [svg.Point(round(a, 2), round(b, 2)) for a, b in corners]
    head = svg.Polygon(class_=["solid"], points=points_of_head, fill="black")
    return [curve, head]
