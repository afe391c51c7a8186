"""Which items the pre-test and the post-test of a workshop ask: the same objectives in both."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from itertools import combinations
from typing import NamedTuple

from ..model.assessment import Item
from ..model.module import Module, Objective

OPEN = "short-answer"
SHORT = ("multiple-choice", "true-false", "matching", "ordering", OPEN)
"""Kinds that fit a paper test; a checklist needs an assessor, an essay an evening."""


class Drawn(NamedTuple):
    """One objective with the item that each test asks about it; the same where there is but one."""

    module: Module
    objective: Objective
    before: Item
    after: Item


def draw(modules: Iterable[Module], seed: str) -> tuple[Drawn, ...]:
    """One row for each objective that short items measure; the same rows for the same seed.

    Items to write on only where an objective has no others; two different items wherever there are
    two; of several pairs, one of the same kind first. *Why*: half an hour must be enough, and the
    two tests must be as hard, and as quick to mark.
    """
    rows = []
    for module in modules:
        for objective in module.objectives:
            pool = sorted(_pool(module, objective), key=lambda item: _lot(module, item, seed))
            if pool:
                pairs = list(combinations(pool, 2)) or [(pool[0], pool[0])]
                rows.append(Drawn(module, objective, *min(pairs, key=_unlike)))
    return tuple(rows)


def _unlike(pair: tuple[Item, Item]) -> bool:
    before, after = pair
    return before.kind != after.kind


def untested(modules: Iterable[Module]) -> tuple[tuple[Module, Objective], ...]:
    """The objectives that no short item measures."""
    return tuple(
        (module, objective)
        for module in modules
        for objective in module.objectives
        if not _pool(module, objective)
    )


def _pool(module: Module, objective: Objective) -> list[Item]:
    short = [
        each for each in module.assessment if each.objective == objective.id and each.kind in SHORT
    ]
    return [each for each in short if each.kind != OPEN] or short


def _lot(module: Module, item: Item, seed: str) -> bytes:
    return sha256(f"{seed}|{module.id}|{item.id}".encode()).digest()
