"""O: items that give nothing away, and whose entries are enough and differ."""

from __future__ import annotations

import pytest

from ..project import M01, M02, Project
from .cases import Case, assert_found, assert_silent

_LATE = "{id: c, text: It was late}"


def _choices(*keys: int, longest: bool = False) -> tuple[str, str, str]:
    """Items of three options each, with the key in these places."""
    items = []
    for number, key in enumerate(keys):
        options = [
            f"{{id: {letter}, text: {'What he did' if row == key and longest else letter * 4}"
            f"{', correct: true' if row == key else ''}}}"
            for row, letter in enumerate("abc")
        ]
        listed = ", ".join(options)
        items.append(
            f"  - {{id: Q{20 + number}, kind: multiple-choice, objective: O1, stem: Which,"
            f" options: [{listed}]}}\n"
        )
    return (M01, "reading: |\n", "".join(items) + "reading: |\n")


FAILING = {
    "all of the above": Case(
        "O112",
        ((M01, _LATE, "{id: c, text: ▸All of the above.}"),),
        "option c of Q1 speaks of the other options",
        "a checklist",
    ),
    "none of these": Case("O112", ((M01, _LATE, "{id: c, text: ▸None of these}"),), "option c"),
    "two of the others": Case("O112", ((M01, _LATE, "{id: c, text: ▸Both a and b}"),), "option c"),
    "all of the above in Russian": Case(
        "O112", ((M01, _LATE, "{id: c, text: ▸Всё вышеперечисленное}"),), "option c"
    ),
    "all of the above in Kazakh": Case(
        "O112", ((M01, _LATE, "{id: c, text: ▸Барлық жауап дұрыс}"),), "option c"
    ),
    "keys in one place": Case(
        "O113",
        (_choices(0, 0),),
        "the key is option 1 in all 3 multiple-choice items",
        "Move the key",
        (M01, "options:\n      - ▸id: a"),
    ),
    "keys that are the longest": Case(
        "O114",
        (_choices(1, 2, longest=True),),
        "the key is the longest option in all 3 multiple-choice items",
        "Shorten some keys",
        (M01, "options:\n      - ▸id: a"),
    ),
    "the same option twice": Case(
        "O115",
        ((M01, _LATE, "{id: c, text: ▸he is not from this  town.}"),),
        "Q1 has the same option twice",
    ),
    "the same left side twice": Case(
        "O115", ((M01, "left: Result", "left: ▸Day"),), "Q4 has the same left side twice"
    ),
    "the same right side twice": Case(
        "O115",
        ((M01, "right: What the stop led to", "right: ▸Why they are stopped"),),
        "Q4 has the same right side twice",
    ),
    "the same step twice": Case(
        "O115", ((M02, "Показать, Исправить", "Показать, ▸Спросить"),), "Q1 has the same step twice"
    ),
    "the same check twice": Case(
        "O115",
        ((M02, "- Записывает просьбы", "- ▸Слушает до конца"),),
        "Q2 has the same check twice",
    ),
    "two options": Case(
        "O116",
        ((M01, f"      - {_LATE}\n", ""),),
        "Q1 has only 2 options",
        "use true-false",
        (M01, "▸options:\n      - id: a"),
    ),
    "two pairs": Case(
        "O116",
        ((M01, "      - {id: d, left: Result, right: What the stop led to}\n", ""),),
        "Q4 has only 2 pairs",
        "Add a pair",
        (M01, "▸pairs:"),
    ),
    "a checklist that nobody can pass": Case(
        "O116", ((M02, "pass_at: 2", "pass_at: ▸4"),), "nobody can pass Q2: 4 ticks of 3", "Write 3"
    ),
}
PASSING = {
    "an option that speaks of above": ("O112", ((M01, _LATE, "{id: c, text: All of it}"),)),
    "keys in two places": ("O113", (_choices(0, 1),)),
    "two keys in one place": ("O113", (_choices(0),)),
    "one key that is not the longest": ("O114", (_choices(1, longest=True), _choices(2))),
    "a key as long as another option": (
        "O114",
        (
            _choices(1, 2, longest=True),
            (M01, _LATE, "{id: c, text: He turned his head and ran off a way}"),
        ),
    ),
    "the same option in two items": ("O115", (_choices(0, 1),)),
    "three options": ("O116", (_choices(0, 1),)),
}


@pytest.mark.parametrize("name", FAILING)
def test_items_that_tell_their_key_are_pointed_at(project: Project, name: str) -> None:
    assert_found(project, FAILING[name])


@pytest.mark.parametrize("name", PASSING)
def test_good_items_are_left_alone(project: Project, name: str) -> None:
    assert_silent(project, *PASSING[name])


def test_every_key_in_the_same_place_is_shown(project: Project) -> None:
    project.replace(*_choices(0, 0))
    (diagnostic,) = project.report(select=("O113",)).diagnostics
    assert [words for _, _, words in diagnostic.related] == ["the key of Q20", "the key of Q21"]
