"""P: practice, lectures, scenarios, contributors and groups."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .mutation import GAP, M10, Mutation
from .real import Real, assert_only_this


def _only_talk(root: Path) -> None:
    """Every exercise of M10 becomes a discussion."""
    path = root / M10
    practical = r"(?m)^    method: (?:group-work|role-play|case-study|exercise)$"
    path.write_text(re.sub(practical, "    method: discussion", path.read_text("utf-8")), "utf-8")


MUTATIONS = (
    Mutation("P101", (_only_talk,), (M10, "▸steps:\n")),
    Mutation(
        "P102",
        (
            (M10, "minutes: 20\n    method: group-work", "minutes: 20\n    method: lecture"),
            (
                M10,
                "method: pair-work\n    objectives: [O3]",
                "method: lecture\n    objectives: [O3]",
            ),
            (
                M10,
                "method: pair-work\n    objectives: [O4]",
                "method: lecture\n    objectives: [O4]",
            ),
            (M10, "method: reflection", "method: lecture"),
        ),
        (M10, "▸steps:\n"),
    ),
    Mutation(
        "P103",
        (
            (
                M10,
                "{phase: facts, question: \"What was the supervisor's first",
                "{phase: future, question: \"What was the supervisor's first",
            ),
        ),
        (M10, '{phase: ▸feelings, question: "Officers, at which'),
    ),
    Mutation(
        "P104",
        (
            (
                M10,
                f"    observer:\n      - {{id: B10{GAP}    minutes: {{brief: 4",
                "    minutes: {brief: 4",
            ),
        ),
        (M10, "id: ▸C2\n    title"),
    ),
    Mutation("P105", ((M10, "the answer from R6's secret", "the answer from ▸R1's secret"),)),
    Mutation(
        "P106", ((M10, "text: Reflect on how a prejudice", "text: ▸Explain how a prejudice"),)
    ),
    Mutation(
        "P107", ((M10, f"  role: both\n  note: |{GAP}\npurpose:", "  role: ▸none\n\npurpose:"),)
    ),
    Mutation("P108", ((M10, "group: {min: 12, max: 20}", "group: {min: 12, max: ▸30}"),)),
)


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda each: each.code)
def test_a_module_without_practice_is_reported_alone(real: Real, mutation: Mutation) -> None:
    assert_only_this(real, mutation)
