"""The coverage matrix: Recommendations by module, and what is left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..model.coverage import service
from ..model.programme import LeftOut
from ..model.standard import Recommendation, StandardPart
from .document import Leaf
from .edition import Edition
from .reference_leaves import shared_leaf


class MatrixRow(NamedTuple):
    """A Recommendation with the modules that serve it and the ids of their objectives."""

    recommendation: Recommendation
    served: tuple[tuple[str, str], ...]


class MatrixView(NamedTuple):
    """Recommendations by module, and what is left out on purpose."""

    parts: tuple[tuple[StandardPart, tuple[MatrixRow, ...]], ...]
    short: str
    left_out: tuple[tuple[LeftOut, str], ...]


def coverage_matrix(edition: Edition) -> Leaf | None:
    """Recommendations by module, with the objectives that serve each."""
    standard = edition.curriculum.standard
    if standard is None:
        return None
    parts = []
    for part in standard.parts:
        rows = tuple(
            MatrixRow(each, tuple(_served(edition, each.number)))
            for each in standard.recommendations
            if each.part == part.id
        )
        parts.append((part, rows))
    titles = edition.curriculum.audiences
    holes = edition.curriculum.programme.left_out
    left_out = tuple((hole, titles.get(hole.audience or "", "")) for hole in holes)
    view = MatrixView(tuple(parts), standard.short, left_out)
    title = edition.t("matrix.title")
    return shared_leaf(edition, "matrix", "matrix.html", title, view, "label.matrix")


def _served(edition: Edition, number: int) -> Iterator[tuple[str, str]]:
    for module in edition.modules:
        found = service(module, number).objectives
        if found:
            yield module.id, ", ".join(found)
