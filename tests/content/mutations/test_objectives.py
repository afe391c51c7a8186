"""O: objectives taught and measured, verbs that can be observed, fair test items."""

from __future__ import annotations

import pytest

from .mutation import ALMATY, GAP, M02, M10, M13, Edit, Mutation
from .real import Real, assert_only_this

_TEXT_OF_O1 = "text: Distinguish profiling from a decision based on behaviour in described cases"
_SKILL = "one thing not shown are named\n    domain: skill\n    level: evaluate"
_ON_NO_PAPER = """\
    kind: checklist
    objective: O1
    stem: Sort.
    checks: [Sorts the lines, Names each sort]
    pass_at: 1
"""
_LAST = "\nsteps:\n  - id: S1\n    title: The reason"
_LAST_STEP = "method: reflection\n    objectives: [O5]"
_TASK = "Draft a code for stops from a sheet, alone and in ten minutes, so that six lines stand"


def _objective(name: str, mark: str = "") -> str:
    return (
        f"  - id: {mark}{name}\n    text: {_TASK} in version {name}\n"
        "    domain: skill\n    level: create\n    recommendations: [16]\n"
    )


def _item(name: str, objective: str) -> str:
    return (
        f"  - id: {name}\n    kind: short-answer\n    objective: {objective}\n"
        "    stem: Draft the code.\n    answer: Six lines.\n"
    )


def _objectives(*texts: str) -> Edit:
    """More objectives at the end of the list of M10."""
    return (M10, _LAST, "".join(texts) + _LAST)


def _items(*texts: str) -> Edit:
    return (M10, "assessment:\n", "assessment:\n" + "".join(texts))


def _taught(objectives: str) -> Edit:
    return (M10, _LAST_STEP, f"method: reflection\n    objectives: [{objectives}]")


MUTATIONS = (
    Mutation("O101", (_objectives(_objective("O6", "▸")), _items(_item("Q12", "O6")))),
    Mutation("O102", (_objectives(_objective("O6", "▸")), _taught("O5, O6"))),
    Mutation(
        "O103",
        (
            (
                M10,
                f"{_SKILL}\n    recommendations: [16]",
                f"{_SKILL}\n    recommendations: []",
            ),
        ),
        (M10, "  - id: ▸O4\n"),
    ),
    Mutation("O104", ((M10, _LAST_STEP, "method: reflection"),), (M10, "  - id: ▸S11\n")),
    Mutation(
        "O105",
        (
            (
                M10,
                "feedback: True only of one group, and rests",
                "correct: true\n        feedback: True only of one group, and rests",
            ),
        ),
        (M10, "  - id: ▸Q3\n"),
    ),
    Mutation("O106", ((M10, _TEXT_OF_O1, "text: ▸Understand profiling in described cases"),)),
    Mutation("O107", ((M10, _TEXT_OF_O1, "text: ▸Profiling and decisions based on behaviour"),)),
    Mutation("O108", ((M10, _TEXT_OF_O1, _TEXT_OF_O1 + " and ▸explain the difference"),)),
    Mutation(
        "O109",
        (
            (
                M10,
                "domain: knowledge\n    level: understand",
                "domain: knowledge\n    level: ▸remember",
            ),
        ),
    ),
    Mutation(
        "O110",
        (
            (
                M10,
                "domain: knowledge\n    level: understand",
                "domain: knowledge\n    level: ▸apply",
            ),
        ),
    ),
    Mutation(
        "O111",
        (
            _objectives(_objective("O6"), _objective("O7")),
            _items(_item("Q12", "O6"), _item("Q13", "O7")),
            _taught("O5, O6, O7"),
        ),
        (M10, "▸objectives:\n  - id: O1"),
    ),
    Mutation(
        "O112",
        (
            (
                M10,
                f"text: Watching, before anything else{GAP}parked lorry",
                "text: ▸All of the above",
            ),
        ),
    ),
    Mutation(
        "O113",
        (
            (M13, "nobody says why\n        correct: true\n", "nobody says why\n"),
            (
                M13,
                "quarrelled over it again\n",
                "quarrelled over it again\n        correct: true\n",
            ),
            (M13, "and from whom?\n        correct: true\n", "and from whom?\n"),
            (M13, "You can say it to me.\n", "You can say it to me.\n        correct: true\n"),
        ),
        (M13, "      - ▸id: b\n        text: Two neighbours have"),
    ),
    Mutation(
        "O114",
        (
            (M13, "nobody says why\n", "nobody in either of them says why it does so\n"),
            (
                M13,
                "What exactly did you hear, and from whom?\n",
                "What exactly did you hear, from whom, and when was that?\n",
            ),
            (
                M13,
                "the works office and the akimat should lead.\n",
                "the works office and the akimat should lead on it together.\n",
            ),
        ),
        (M13, "      - ▸id: a\n        text: Two villages"),
    ),
    Mutation("O115", ((M10, "- Greet\n      - Say who I am", "- Greet\n      - ▸Greet"),)),
    Mutation("O116", ((M10, "pass_at: 7", "pass_at: ▸10"),)),
    Mutation(
        "O117", ((ALMATY, "event: post-test", "event: review"),), (ALMATY, "event: ▸pre-test")
    ),
    Mutation(
        "O118",
        (
            (
                M02,
                "    kind: multiple-choice\n    objective: O1\n",
                "    kind: multiple-choice\n    objective: O2\n",
            ),
            (
                M02,
                "    kind: matching\n    objective: O1\n",
                _ON_NO_PAPER + "\n  - id: Q13\n    kind: matching\n    objective: O2\n",
            ),
        ),
        (ALMATY, "module: ▸M02"),
    ),
)


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda each: each.code)
def test_a_broken_objective_or_item_is_reported_alone(real: Real, mutation: Mutation) -> None:
    assert_only_this(real, mutation)
