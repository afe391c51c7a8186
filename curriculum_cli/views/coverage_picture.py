"""The coverage of the standard as a picture: what is stated, taught and measured, and where."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from ..model.coverage import LEAST_STEP, Service, row
from ..model.module import Module
from ..model.programme import LeftOut
from ..model.standard import Recommendation
from .document import Leaf
from .edition import Edition
from .reference_leaves import shared_leaf

Mark = Literal["whole", "part", "none", "left-out"]
MARKS: tuple[Mark, ...] = ("whole", "part", "none", "left-out")


class PictureRow(NamedTuple):
    """One item of the standard: a mark for all modules together, and one for each."""

    recommendation: Recommendation
    together: Mark
    marks: tuple[Mark, ...]


class CoveragePictureView(NamedTuple):
    """Rows by part of the standard. `counts` are of items, by mark; `legend` explains each mark."""

    modules: tuple[str, ...]
    parts: tuple[tuple[str, tuple[PictureRow, ...]], ...]
    together: str
    legend: tuple[tuple[Mark, str], ...]
    counts: tuple[tuple[Mark, str, int], ...]
    short: str
    least_step: int
    description: str


def coverage_picture(edition: Edition) -> Leaf | None:
    """The picture for the edition's modules; None where there is no standard."""
    standard = edition.curriculum.standard
    if standard is None:
        return None
    modules = edition.modules
    holes = edition.curriculum.programme.left_out
    parts = []
    every: list[PictureRow] = []
    for part in standard.parts:
        rows = tuple(
            _row(each, modules, holes) for each in standard.recommendations if each.part == part.id
        )
        every += rows
        parts.append((f"{edition.t('matrix.part', id=part.id)}: {part.title}", rows))
    words = {mark: edition.t(f"coverage.{mark}") for mark in MARKS}
    counts = tuple((m, words[m], sum(each.together == m for each in every)) for m in MARKS)
    description = edition.t(
        "coverage.description",
        standard=standard.short,
        counts="; ".join(f"{word} – {count}" for _, word, count in counts if count),
    )
    view = CoveragePictureView(
        modules=tuple(module.id for module in modules),
        parts=tuple(parts),
        together=edition.t("coverage.together"),
        legend=tuple(words.items()),
        counts=counts,
        short=standard.short,
        least_step=LEAST_STEP,
        description=description,
    )
    title = edition.t("coverage.title", standard=standard.short)
    return shared_leaf(edition, "coverage", "coverage.html", title, view, "label.coverage")


def _row(item: Recommendation, modules: tuple[Module, ...], holes: Iterable[LeftOut]) -> PictureRow:
    found = row(item, modules, holes)
    by_module = {each.module: each for each in found.services}
    marks = tuple(_mark(by_module.get(module.id)) for module in modules)
    if not found.missing:
        return PictureRow(item, "whole", marks)
    if found.services:
        return PictureRow(item, "part", marks)
    return PictureRow(item, "left-out" if found.left_out else "none", marks)


def _mark(found: Service | None) -> Mark:
    if found is None:
        return "none"
    return "whole" if found.whole else "part"
