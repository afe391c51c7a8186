"""G: words to avoid, names with an office, and the demands of the content pack."""

from __future__ import annotations

import pytest

from ..project import GLOSSARY, M01, M02, PROGRAMME, WORDING, Project
from .cases import Case, assert_found, assert_silent

PACK = "modules/content-rules.yaml"
_PATROL = "          You are on foot patrol.\n"

FAILING = {
    "a word to avoid": Case(
        "G101",
        ((M01, "title: Two rules", "title: Two rules for ▸Bad   Families"),),
        "“Bad Families” is a wording to avoid: Acts have suspects; families do not.",
        "Write the suspects, by what they did.",
    ),
    "a word to avoid over two lines of a block": Case(
        "G101",
        ((M01, _PATROL, "          You look for ▸criminal\n          families here.\n"),),
        "“criminal families” is a wording to avoid",
    ),
    "a Russian word to avoid with another ending": Case(
        "G101",
        ((M02, "Не спорить; записать всё.", "Не писать о ▸лицах национальности."),),
        "“лицах национальности”",
        "Write люди, жители.",
    ),
    "a Russian word in an English file": Case(
        "G101", ((PROGRAMME, "Two short modules", "Two ▸лица национальности modules"),), "“лица"
    ),
    "a captain with a name": Case(
        "G102",
        ((M01, _PATROL, "          You obey ▸Captain Serikov.\n"),),
        "“Captain Serikov” reads like a real person",
        "Write the function",
    ),
    "a minister with initials": Case(
        "G102", ((M01, _PATROL, "          The ▸minister A. B. Serikova comes.\n"),), "Serikova”"
    ),
    "a Russian rank with a name": Case(
        "G102",
        ((M02, "записать всё", "записать, что сказал ▸майор Д. Иванов"),),
        "“майор Д. Иванов”",
    ),
    "a demand that a module does not meet": Case(
        "G103",
        (
            (M01, "one sentence about behaviour", "one sentence"),
            (M01, "The ground is *behaviour*, as", "The ground is there, as"),
            (M01, "Origin is not behaviour.", "Origin is none."),
            (M01, "- Behaviour is a ground; origin never is.", "- Origin never is."),
        ),
        "nothing says: behaviour (grounds-are-behaviour)",
        "Say what the person did. Origin is no ground. Item 2, p. 3.",
        (M01, "text: State the ▸ground"),
    ),
    "something forbidden in a scenario": Case(
        "G103",
        ((M01, _PATROL, "          You stand and ▸you must not move.\n"),),
        "this must not be said here: A scenario gives no orders to players. (no-orders",
    ),
}
PASSING = {
    "a word in quotation marks": (
        "G101",
        ((M01, "title: Two rules", "title: Not “bad families”"),),
    ),
    "a word in italics": ("G101", ((M01, "*behaviour*", "never *bad families*"),)),
    "a part of a longer word": ("G101", ((M01, "title: Two rules", "title: Nonbad families"),)),
    "a word explained in the glossary": (
        "G101",
        ((GLOSSARY, "What a person does", "Unlike bad families, what a person does"),),
    ),
    "a programme without a list": ("G101", ((WORDING, "avoid: [criminal", "avoid: [no such"),)),
    "an office without a name": (
        "G102",
        ((M01, _PATROL, "          Ask the captain. The man left.\n"),),
    ),
    "two offices": ("G102", ((M01, _PATROL, "          You call Major Captain.\n"),)),
    "an initial that ends a sentence": (
        "G102",
        ((M01, _PATROL, "          See captain L. Seven go.\n"),),
    ),
    "a Russian office with a capital": ("G102", ((M02, "записать всё", "начальник Управления"),)),
    "a forbidden word outside its unit": (
        "G103",
        ((M01, "Begin with yourself.", "Say: you must not move."),),
    ),
    "a module in another language": ("G103", ((M02, "записать всё", "ground ground ground"),)),
    "a demand of another item": (
        "G103",
        ((PACK, "recommendations: [2]\n", "recommendations: [3]\n"),),
    ),
}


@pytest.mark.parametrize("name", FAILING)
def test_what_must_not_be_said_is_pointed_at(project: Project, name: str) -> None:
    assert_found(project, FAILING[name])


@pytest.mark.parametrize("name", PASSING)
def test_plain_words_are_left_alone(project: Project, name: str) -> None:
    assert_silent(project, *PASSING[name])


def test_without_a_pack_nothing_is_asked(project: Project) -> None:
    project.path(PACK).unlink()
    assert_silent(project, "G", ((M01, "title: Two rules", "title: Major Ivanov"),))
