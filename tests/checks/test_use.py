"""R: what is defined is used, and what is used is listed."""

from __future__ import annotations

import pytest

from ..project import GLOSSARY, M01, M02, SOURCES, Project
from .cases import Case, assert_found, assert_silent

_TERMS = "terms: [ground]"
_READING = "  People judge the whole service by it.\n"
_TERM = "    definition: The officer whom people may call by name.\n"


def _term(name: str, term: str, *forms: str) -> tuple[str, str, str]:
    """One more term in the glossary, which nothing refers to."""
    listed = ", ".join(forms)
    entry = f"  - {{id: {name}, term: {term}, forms: [{listed}], definition: x}}\n"
    return (GLOSSARY, _TERM, _TERM + entry)


def _chapter(text: str) -> tuple[str, str, str]:
    return (M01, _READING, f"{_READING}  {text}\n")


_RUSSIAN = (GLOSSARY, "language: en", "language: ru")

FAILING = {
    "a handout that no step gives out": Case(
        "R105",
        ((M01, "    handouts: [H2]\n", ""),),
        "no step uses handout H2",
        "Add it to `handouts:` of the step",
        (M01, "- id: ▸H2\n"),
    ),
    "a handout that reaches some only": Case(
        "R105",
        ((M01, "    kind: worksheet\n    audiences: [senior]\n", "    kind: worksheet\n"),),
        "no step uses handout H2 for patrol",
        "Narrow its `audiences:`",
        (M01, "- id: ▸H2\n"),
    ),
    "a scenario that no step plays": Case(
        "R105",
        ((M01, "    scenario: C2\n", ""),),
        "no step uses scenario C2",
        "Add it to `scenario:`",
        (M01, "- id: ▸C2\n"),
    ),
    "a thing that nobody needs": Case(
        "R105",
        ((M01, "    materials: [flipchart, cards]\n", ""),),
        "no step uses material cards",
        "`materials:`",
        (M01, "- {id: ▸cards"),
    ),
    "a source that nothing cites": Case(
        "R106",
        ((M01, "origin: town-law", "origin: fictional"),),
        "nothing cites the source town-law",
        "under `standing:`",
        (SOURCES, "- id: ▸town-law"),
    ),
    "a term that the text does not use": Case(
        "R107",
        ((M01, _TERMS, "terms: [ground, ▸contact-point]"),),
        "the text of M01 does not use “contact point”",
        "`forms:`",
    ),
    "a term of two words that is not listed": Case(
        "R108",
        (_chapter("Write to the ▸contact\n  Point of the town."),),
        "M01 uses “contact point”, but does not list it",
        "Add contact-point to `terms:`.",
    ),
    "a term of one word that is used often": Case(
        "R108",
        (_term("queue", "queue"), _chapter("▸Queue, queue, queue, queue and queue.")),
        "M01 uses “queue”, but does not list it",
    ),
    "a Russian term in another case": Case(
        "R108",
        (
            _RUSSIAN,
            _term("plan", "план работы"),
            (M02, "reading: Полиция", "reading: О ▸планах работы. Полиция"),
        ),
        "M02 uses “план работы”, but does not list it",
        "Add plan to",
    ),
    "a term that nothing refers to": Case(
        "R109",
        (_term("queue", "queue"),),
        "no module lists the term queue",
        "or take it out",
        (GLOSSARY, "{id: ▸queue"),
    ),
}
PASSING = {
    "a handout that a lesson elsewhere gives out": (
        "R105",
        ((M01, "    handouts: [H1]\n", ""),),
    ),
    "a material that one audience needs": ("R105", ()),
    "a source that says what it is for": (
        "R106",
        (
            (M01, "origin: town-law", "origin: fictional"),
            (SOURCES, '    year: "2019"\n', '    year: "2019"\n    standing: For trainers.\n'),
        ),
    ),
    "a term used in another form": (
        "R107",
        ((M01, "  - Behaviour is a ground; origin never is.", "  - Behaviour has grounds."),),
    ),
    "a term in a module of another language": ("R107", ()),
    "a common word used four times": (
        "R108",
        (_term("queue", "queue"), _chapter("Queue, queue, queue, queue.")),
    ),
    "a form that is a common word": (
        "R108",
        (
            _term("waiting", "people who wait", "queue"),
            _chapter("Queue, queue, queue, queue and queue."),
        ),
    ),
    "a term within a longer one that is listed": (
        "R108",
        (
            _term("point", "point"),
            (M01, _TERMS, "terms: [ground, contact-point]"),
            _chapter(
                "A contact point, this contact point, one contact point, a point and a point."
            ),
        ),
    ),
    "a term that the handbook uses": ("R109", (_term("doubt", "doubt"),)),
    "a term seen from another": (
        "R109",
        (
            _term("queue", "queue"),
            (GLOSSARY, "see: [contact-point]", "see: [contact-point, queue]"),
        ),
    ),
}


@pytest.mark.parametrize("name", FAILING)
def test_what_nothing_uses_is_pointed_at(project: Project, name: str) -> None:
    assert_found(project, FAILING[name])


@pytest.mark.parametrize("name", PASSING)
def test_what_is_used_is_left_alone(project: Project, name: str) -> None:
    assert_silent(project, *PASSING[name])
