"""C and W: the standard is served, and workshops can be held."""

from __future__ import annotations

from pathlib import Path

import pytest
from curriculum_cli.build.confirm import confirm
from curriculum_cli.model.delivery_form import delivery_form

from ...editions import ROOT, checked
from ...project import TODAY
from ..embedded import curriculum
from .mutation import ALMATY, GAP, M10, PROGRAMME, SOUTH, SOUTH_SENIOR, STANDARD, Mutation
from .real import Real, assert_only_this

DELIVERY = "modules/deliveries/almaty-senior-2027-04-13.yaml"

_NO_HOLE = """\
left_out:
  - ▸recommendation: 16
    audience: patrol
    reason: Later.
    accepted_by: Curriculum project
"""


def _serve_another_item(root: Path) -> None:
    """Everything that M10 does for Recommendation 16 it does for 17 now."""
    path = root / M10
    text = path.read_text("utf-8").replace("recommendations: [16]", "recommendations: [17]")
    path.write_text(text, "utf-8")


def _compare_with_the_standard(root: Path) -> None:
    """Somebody has read M10 beside Recommendation 16, and confirmed the link."""
    confirm(root, checked(ROOT), ["M10"], TODAY)


def _hold_the_workshop(root: Path) -> None:
    """Somebody has begun the notes after the workshop."""
    workshop = curriculum().workshops["almaty-senior"]
    path = root / DELIVERY
    path.parent.mkdir()
    path.write_text(delivery_form(workshop, curriculum().modules, workshop.dates[0]), "utf-8")


MUTATIONS = (
    Mutation(
        "C101",
        (_serve_another_item,),
        (STANDARD, "number: ▸16\n"),
    ),
    Mutation(
        "C102",
        ((PROGRAMME, f"  - recommendation: 20\n{GAP}course\n", ""),),
        (STANDARD, "{audience: ▸policy, weight: main, named: note}\n  - number: 21"),
    ),
    Mutation(
        "C103",
        (
            (
                PROGRAMME,
                "left_out:\n",
                _NO_HOLE,
            ),
        ),
    ),
    Mutation(
        "C104",
        ((M10, "Give out slips.", "Give out paper slips."),),
        (M10, "recommendations: ▸[16]\nprerequisites"),
        given=(_compare_with_the_standard,),
    ),
    Mutation("W101", ((ALMATY, 'end: "17:30"', 'end: ▸"17:40"'),)),
    Mutation("W102", ((PROGRAMME, "modules: [M01, M02,", "modules: [▸M02, M01,"),)),
    Mutation(
        "W103",
        ((SOUTH_SENIOR, f"left_out:\n{GAP}items.}}\n", ""),),
        (SOUTH_SENIOR, "steps: ▸[S1, S2, S3, S4, S5, S8, S9"),
    ),
    Mutation("W104", ((ALMATY, "module: M13\n", "module: ▸M08\n"),), follows=("W101",)),
    Mutation("W105", ((ALMATY, "participants: 16", "participants: ▸30"),)),
    Mutation("W106", ((ALMATY, "2027-04-14, 2027-04-15]", "2027-04-15, ▸2027-04-14]"),)),
    Mutation("W107", ((ALMATY, "dates: [2027-04-13", "dates: [▸2027-03-22"),)),
    Mutation(
        "W108",
        ((SOUTH, f"event: prayer-pause{GAP}- event", "break: 60\n      - event"),),
        (SOUTH, "2027-06-03, ▸2027-06-04]"),
    ),
    Mutation(
        "W109",
        (
            (
                ALMATY,
                "      - break: 15\n      - event: wrap-up",
                "      - ▸event: review\n        minutes: 15\n      - event: wrap-up",
            ),
        ),
    ),
    Mutation(
        "W301",
        ((DELIVERY, "{day: 3, module: M14, step: S1,", "{day: ▸4, module: M14, step: S1,"),),
        given=(_hold_the_workshop,),
    ),
    Mutation(
        "W302",
        ((DELIVERY, "{day: 3, module: M14, step: S2,", "{day: 3, module: M14, step: ▸S1,"),),
        given=(_hold_the_workshop,),
    ),
)


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda each: each.code)
def test_a_hole_or_a_broken_day_is_reported_alone(real: Real, mutation: Mutation) -> None:
    assert_only_this(real, mutation)
