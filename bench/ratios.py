"""Ratios of paired runs: what was measured in one round is compared with what else was in it."""

from __future__ import annotations

import statistics
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Ratio:
    """The median of the rounds' ratios, their least and greatest, and how many there were."""

    median: float
    least: float
    most: float
    rounds: int

    def __str__(self) -> str:
        return f"{figure(self.median)} ({figure(self.least)}–{figure(self.most)})"


def ratio(of: Mapping[int, float], to: Mapping[int, float]) -> Ratio | None:
    """Compare two tasks, given seconds by round; None without a round that has both."""
    found = [of[each] / to[each] for each in sorted(of.keys() & to.keys()) if to[each] > 0]
    if not found:
        return None
    return Ratio(statistics.median(found), min(found), max(found), len(found))


def figure(value: float) -> str:
    """Two digits that count."""
    if value >= 100:
        return f"{value:.0f}"
    if value >= 10:
        return f"{value:.1f}"
    return f"{value:.2f}" if value >= 0.1 else f"{value:.3f}"
