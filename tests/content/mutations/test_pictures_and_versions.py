"""A and V: what is printed can be read, and versions and approvals tell the truth."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from ..embedded import module
from .mutation import ALMATY, FIGURE, GAP, M10, SOURCES, Edit, Mutation
from .real import Real, assert_only_this

_TITLE = "title: Stops, checks and searches without profiling"
_LAST_WORDS = "no programme of the days was read.\n"
_FIGURE = "![A decision path from top to bottom."
_ADDRESS = "](figures/stop-decision.svg)"
_IN_THE_TEXT = (M10, "](▸figures/stop-decision.")


def _drawn(more: str) -> Edit:
    return (FIGURE, "\n</svg>", f"\n{more}\n</svg>")


def _approved(status: str) -> Edit:
    """Somebody has approved M10 as it is."""
    signed = f'{{by: Academy, on: 2026-11-22, digest: {module("M10").digest}, version: "1.0"}}'
    return (M10, "status: draft", f"status: {status}\napproved: {signed}")


def _photograph(root: Path) -> None:
    Image.new("L", (300, 200)).save(root / "modules/figures/stop-decision.png")


def _rename(root: Path) -> None:
    (root / ALMATY).rename(root / MOVED)


MOVED = "modules/workshops/almaty-chiefs.yaml"

MUTATIONS = (
    Mutation("A101", ((M10, _ADDRESS, "](▸figures/stop-decisoin.svg)"),)),
    Mutation("A102", ((M10, _ADDRESS, "](▸https://example.org/map.svg)"),)),
    Mutation("A103", (_drawn("<script>1</script>"),), _IN_THE_TEXT),
    Mutation("A104", ((M10, f"{_FIGURE}{GAP}{_ADDRESS}", "![](▸figures/stop-decision.svg)"),)),
    Mutation("A105", ((M10, _TITLE, "title: Stops ▸👍 without profiling"),)),
    Mutation("A106", ((M10, "## Two memories of", "▸# Two memories of"),)),
    Mutation("A107", ((M10, _ADDRESS, _ADDRESS.replace("svg", "png")), _photograph), _IN_THE_TEXT),
    Mutation("A108", ((M10, "| № | Ask yourself |", "▸| № | |"),)),
    Mutation(
        "A109", ((M10, "([M08](M08)).\n\n      **No rule", "([here](▸M08)).\n\n      **No rule"),)
    ),
    Mutation(
        "A110",
        (
            _drawn(
                '<rect width="9" height="9" fill="#cc0000"/>'
                '<rect width="9" height="9" fill="#008000"/>'
            ),
        ),
        _IN_THE_TEXT,
    ),
    Mutation(
        "V101",
        ((M10, "Give out slips.", "Give out paper slips."),),
        (M10, f"digest: ▸{module('M10').digest}"),
        given=(_approved("approved"),),
    ),
    Mutation(
        "V102",
        ((M10, "Give out slips.", "Give out paper slips."),),
        (M10, 'version: ▸"1.0"\nstatus'),
        given=(_approved("draft"),),
    ),
    Mutation("V103", ((M10, 'changes:\n  - {version: "1.0"', 'changes:\n  - {version: ▸"1.1"'),)),
    Mutation("V104", ((M10, "status: draft", "status: ▸reviewed"),)),
    Mutation(
        "V105",
        (
            (
                SOURCES,
                f"{_LAST_WORDS}    checked_on: 2026-11-22",
                f"{_LAST_WORDS}    checked_on: ▸2024-05-01",
            ),
        ),
    ),
    Mutation("V106", (_rename,), (MOVED, "id: ▸almaty-senior")),
    Mutation(
        "V107",
        ((M10, "status: approved", "status: ▸draft"),),
        given=(_approved("approved"),),
    ),
)


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda each: each.code)
def test_a_picture_or_a_version_that_is_wrong_is_reported_alone(
    real: Real, mutation: Mutation
) -> None:
    assert_only_this(real, mutation)
