"""Rules that hold for each audience, once steps of other audiences fall away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from ..model.module import Module

T = TypeVar("T")


def whom(some: list[str], all_of: tuple[str, ...]) -> str:
    """“ for patrol, desk”; nothing when it is everyone."""
    return "" if len(some) == len(all_of) else f" for {', '.join(some)}"


def outcomes(module: Module, judge: Callable[[str], Iterator[T]]) -> Iterator[tuple[T, str]]:
    """What `judge` finds for one audience after another, each thing once, and for whom."""
    found: dict[T, list[str]] = {}
    for audience in module.audiences:
        for outcome in judge(audience):
            found.setdefault(outcome, []).append(audience)
    for outcome, audiences in found.items():
        yield outcome, whom(audiences, module.audiences)
