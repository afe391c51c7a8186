"""Y and S: breaches of form in the real files."""

from __future__ import annotations

from pathlib import Path

import pytest

from ...marks import Place
from .mutation import GLOSSARY, M10, PROGRAMME, Mutation
from .real import Real, assert_only_this

_TITLE = "title: Stops, checks and searches without profiling"
_TRAINERS = "trainers: 2\ncommunity"
_LISTED = "recommendations: [16]\nprerequisites"
_START = (M10, "▸kind: module")
_NEW = "modules/glossary-of-our-academy.yaml"


def _fill_up(root: Path) -> None:
    with (root / M10).open("a", encoding="utf-8") as file:
        file.write("#" + "x" * (2 << 20))


def _make_a_folder(root: Path) -> tuple[str, Place]:
    (root / M10).unlink()
    (root / M10).mkdir()
    return M10, Place(1, 1)


def _link_out(root: Path) -> None:
    outside = root.parent / "outside.yaml"
    outside.write_bytes((root / M10).read_bytes())
    (root / M10).unlink()
    (root / M10).symlink_to(outside)


MUTATIONS = (
    Mutation("Y101", ((M10, _TITLE, "title: Stops▸: checks and searches"),)),
    Mutation("Y102", ((M10, _TRAINERS, "trainers: 2\n▸trainers: 3\ncommunity"),)),
    Mutation("Y103", ((M10, _TITLE, "title: ▸&t Stops, checks and searches"),)),
    Mutation("Y104", ((M10, "minutes: 180", "minutes: ▸!!int 180"),)),
    Mutation("Y105", (_fill_up,), _START),
    Mutation("Y106", ((M10, _LISTED, "recommendations: " + "[" * 49 + "▸[" + "]" * 50 + "\na"),)),
    Mutation("Y107", ((M10, _TITLE, "title: Stops,▸\u2028checks and searches"),)),
    Mutation("Y108", ((M10, 'First complete edition"}', 'First"}\n▸---\nkind: module'),)),
    Mutation("Y109", ((GLOSSARY, "", "▸# to be written\n"),)),
    Mutation("Y110", (_make_a_folder,)),
    Mutation("Y111", (_link_out,), _START),
    Mutation("Y112", ((M10, _TRAINERS, "▸trainers:\ncommunity"),)),
    Mutation("Y113", ((M10, _TRAINERS, "▸[trainers]: 2\ncommunity"),)),
    Mutation("Y201", ((M10, _TRAINERS, "trainers: 2 ▸# curriculum: ignore[T101]\ncommunity"),)),
    Mutation("Y202", ((M10, _TRAINERS, "trainers: 2 ▸# curriculum: ignore[T101] yes\ncommunity"),)),
    Mutation(
        "Y203",
        ((PROGRAMME, "defaults:\n", "checks: {ignore: [{rules: ▸T9, reason: No.}]}\ndefaults:\n"),),
    ),
    Mutation(
        "S101", ((M10, "title: The reason I was", "title: The\n    ▸titel: The reason I was"),)
    ),
    Mutation(
        "S102",
        ((M10, "minutes: 9\n    method: discussion\n", "minutes: 9\n"),),
        (M10, "  - ▸id: S1\n"),
    ),
    Mutation("S103", ((M10, "audiences: [patrol, supervisor, recruit]", "audiences: ▸patrol"),)),
    Mutation("S104", ((M10, "method: lecture", "method: ▸talk"),)),
    Mutation("S105", ((M10, "minutes: 180", "minutes: ▸3 hours"),)),
    Mutation("S106", ((M10, "on: 2026-11-22", "on: ▸22.11.2026"),)),
    Mutation("S107", ((M10, _LISTED, "recommendations: ▸[]\nprerequisites"),)),
    Mutation("S108", ((M10, "kind: module", "kind: ▸modul"),)),
    Mutation("S109", ((M10, "id: M10\n", "id: ▸Module 10\n"),)),
    Mutation(
        "S110",
        (
            (
                _NEW,
                "",
                "kind: ▸glossary\nterms:\n  - {id: akim, term: akim, definition: A head.}\n",
            ),
        ),
    ),
)


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda each: each.code)
def test_a_breach_of_form_is_reported_alone(real: Real, mutation: Mutation) -> None:
    assert_only_this(real, mutation)
