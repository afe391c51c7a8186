"""Where to put things that follow one another, so that few lines cross."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

Cell = tuple[str, str]
"""What stands in a column: a thing (its name twice), or a line that passes by (its two ends)."""

SWEEPS = 4


def columns(
    layers: Sequence[Sequence[str]], links: Iterable[tuple[str, str]]
) -> tuple[list[list[Cell]], list[list[Cell]]]:
    """The cells of each column from top to bottom, and those that each link runs through.

    A link over several columns has a cell in each, so that no box lies upon it. Cells are sorted
    by the mean place of their neighbours, from the left and from the right in turn.
    """
    column_of = {name: index for index, layer in enumerate(layers) for name in layer}
    cells: list[list[Cell]] = [[(name, name) for name in layer] for layer in layers]
    paths: list[list[Cell]] = []
    for before, after in links:
        between = range(column_of[before] + 1, column_of[after])
        for index in between:
            cells[index].append((before, after))
        paths.append([(before, before), *[(before, after)] * len(between), (after, after)])
    joined = [pair for path in paths for pair in pairwise(path)]
    last = len(cells) - 1
    for sweep in range(SWEEPS):
        if sweep % 2 == 0:
            for index in range(1, last + 1):
                _sort(cells[index], cells[index - 1], joined)
        else:
            back = [(there, here) for here, there in joined]
            for index in range(last - 1, -1, -1):
                _sort(cells[index], cells[index + 1], back)
    return cells, paths


def _sort(column: list[Cell], beside: Sequence[Cell], joined: Iterable[tuple[Cell, Cell]]) -> None:
    """Sort by the mean place of the neighbours in the column beside; who has none stays."""
    places = {cell: place for place, cell in enumerate(beside)}
    found: dict[Cell, list[int]] = {}
    for here, there in joined:
        if here in places:
            found.setdefault(there, []).append(places[here])
    scale = len(beside) / max(len(column), 1)
    means = {
        cell: sum(found[cell]) / len(found[cell]) if cell in found else place * scale
        for place, cell in enumerate(column)
    }
    column.sort(key=lambda cell: means[cell])
