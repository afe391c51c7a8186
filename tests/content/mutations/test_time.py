"""T: minutes that add up, and a plan that people can follow."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .mutation import INTEGRATION, M04, M10, Mutation
from .real import Real, assert_only_this


def _round_all_minutes(root: Path) -> None:
    """Every step of M04 in tens, and their sum for the module."""
    path = root / M04
    whole = path.read_text("utf-8").replace("\nminutes: 150\n", "\nminutes: 160\n")
    head, steps = whole.split("\nsteps:\n", 1)
    steps, rest = steps.split("\nmaterials:\n", 1)
    steps = re.sub(
        r"(?m)^    minutes: (\d+)$", lambda found: f"    minutes: {round(int(found[1]), -1)}", steps
    )
    path.write_text(f"{head}\nsteps:\n{steps}\nmaterials:\n{rest}", "utf-8")


MUTATIONS = (
    Mutation("T101", ((M10, "minutes: 180", "minutes: ▸190"),)),
    Mutation(
        "T102",
        (
            (
                M10,
                "minutes: {brief: 4, play: 11, debrief: 13}",
                "minutes: {brief: 4, play: 11, debrief: 20}",
            ),
        ),
        (M10, "minutes: ▸29"),
    ),
    Mutation(
        "T103",
        (
            (
                INTEGRATION,
                "handouts: [H2, H3]\n        minutes: 28",
                "handouts: [H2, H3]\n        minutes: ▸30",
            ),
        ),
    ),
    Mutation(
        "T104",
        ((INTEGRATION, "human-rights law\n    hours: 60", "human-rights law\n    hours: ▸1"),),
    ),
    Mutation(
        "T105",
        ((M10, "minutes: 9\n    method: discussion", "minutes: 9\n    method: lecture"),),
        (M10, "minutes: ▸15\n    method: lecture"),
    ),
    Mutation(
        "T106",
        ((M10, "method: break", "method: discussion\n    objectives: [O2]"),),
        (M10, "minutes: ▸39"),
        ("W109",),
    ),
    Mutation("T107", ((M10, "play: 12, debrief: 18}", "play: 16, debrief: ▸14}"),)),
    Mutation("T108", (_round_all_minutes,), (M04, "▸steps:\n")),
)


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda each: each.code)
def test_minutes_that_do_not_fit_are_reported_alone(real: Real, mutation: Mutation) -> None:
    assert_only_this(real, mutation)
