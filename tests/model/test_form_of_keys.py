"""Keys that do not belong, are missing, or hold another sort of thing (S101, S102, S103)."""

from __future__ import annotations

import pytest

from ..project import GLOSSARY, HANDBOOK, M01, WORKSHOP
from .breaking import edited, mistakes

MISTAKES: dict[str, tuple[str, str, str, str, str, str]] = {
    "a misspelt key": (
        *("S101", M01, "    title: Opening round", "    title: Opening round\n    ▸titel: x"),
        *("“titel” is not a key", "Did you mean “title”?"),
    ),
    "a misspelt key at the top": (
        *("S101", M01, "prepared_by: Test writers", "prepared_by: x\n▸reviewd: y"),
        *("“reviewd” is not a key", "Did you mean “reviewed”?"),
    ),
    "a key of nowhere": (
        *("S101", M01, "min: 10, max: 20", "min: 10, max: 20, ▸qqq: 3"),
        *("“qqq” is not a key", "Known: min, max."),
    ),
    "a misspelt key in a question": (
        *("S101", M01, "    answer: false", "    answer: false\n    ▸anser: true"),
        *("“anser” is not a key", "Did you mean “answer”?"),
    ),
    "a key of another kind of question": (
        *("S101", M01, "    answer: false", "    answer: false\n    ▸pairs: [x]"),
        *("“pairs” is not a key", ""),
    ),
    "a key that is the name of a kind": (
        *("S101", M01, "    answer: false", "    answer: false\n    ▸true-false: {x: y}"),
        *("“true-false” is not a key", ""),
    ),
    "a misspelt key in an option": (
        *("S101", M01, "{id: c, text: It was late}", "{id: c, text: x, ▸feedbak: y}"),
        *("“feedbak” is not a key", "Did you mean “feedback”?"),
    ),
    "a misspelt key in a day": (
        *("S101", WORKSHOP, "minutes: 15, note: Hall", "minutes: 15, ▸notes: Hall"),
        *("“notes” is not a key", "Did you mean “note”?"),
    ),
    "a key too many in a break": (
        *("S101", WORKSHOP, "{break: 15}", "{break: 15, ▸note: Tea}"),
        *("“note” is not a key", "Known: break."),
    ),
    "a misspelt key in a form": (
        *("S101", HANDBOOK, "        low: not at all", "        low: x\n        ▸lov: y"),
        *("“lov” is not a key", "Did you mean “low”?"),
    ),
    "a required key that is missing": (
        *("S102", M01, "  - id: S2\n    title: Two rules", "  - ▸id: S2"),
        *("the key “title” is missing", "A short name for the step. For example: Opening round"),
    ),
    "a required key missing at the top": (
        *("S102", WORKSHOP, "kind: workshop\nid: two-days\ntitle: Senior officers, two mornings"),
        *("▸kind: workshop\nid: two-days", "the key “title” is missing", "The workshop's name."),
    ),
    "a required key missing in a mapping with a name": (
        *("S102", M01, "group: {min: 10, max: 20}", "▸group: {min: 10}"),
        *("the key “max” is missing", "Most participants. Unit: participants. For example: 20"),
    ),
    "an option without text": (
        *("S102", M01, "{id: c, text: It was late}", "▸{id: c}"),
        *("the key “text” is missing", "The answer as printed."),
    ),
    "a field without its question": (
        *("S102", HANDBOOK, "{kind: open, question: What will you use first?", "▸{kind: open"),
        *("the key “question” is missing", "What is asked."),
    ),
    "an event without minutes": (
        *("S102", WORKSHOP, "{event: opening, minutes: 5}", "▸{event: opening}"),
        *("the key “minutes” is missing", "How long. Unit: minutes. For example: 15"),
    ),
    "a question without kind": (
        *("S102", M01, "  - id: Q1\n    kind: multiple-choice", "  - ▸id: Q1"),
        *("does not say what it is: `kind:` is missing", "multiple-choice"),
    ),
    "a field without kind": (
        *("S102", HANDBOOK, "- kind: blanks\n        labels", "- ▸labels"),
        *("does not say what it is: `kind:` is missing", "scale"),
    ),
    "an entry of a day that is nothing": (
        *("S102", WORKSHOP, "{lunch: 60}", "▸{dinner: 60}"),
        *("event, module, break or lunch is missing", "- {break: 15}"),
    ),
    "a file without kind": (
        *("S102", GLOSSARY, "kind: glossary\nlanguage", "▸language"),
        *("`kind:` is missing", "glossary"),
    ),
    "text for a list": (
        *("S103", M01, "audiences: [patrol, senior]\nranks", "audiences: ▸patrol\nranks"),
        *("text stands here instead of a list", "For example: [patrol, supervisor]"),
    ),
    "a mapping for a list": (
        *("S103", M01, "recommendations: [1, 2]\nminutes", "recommendations: ▸{a: b}\nminutes"),
        *("a mapping stands here instead of a list", ""),
    ),
    "a list for text": (
        *("S103", M01, "title: Opening round", "title: ▸[Opening, round]"),
        *("a list stands here instead of text", "For example: Opening round"),
    ),
    "a mapping for text": (
        *("S103", M01, "title: Opening round", "title: ▸{a: b}"),
        *("a mapping stands here instead of text", ""),
    ),
    "text for a mapping": (
        *("S103", M01, "group: {min: 10, max: 20}", "group: ▸20"),
        *("text stands here instead of a mapping", ""),
    ),
    "text for an objective": (
        *("S103", M01, "  - {id: S5, title: Tea, minutes: 10, method: break}", "  - ▸S5"),
        *("text stands here instead of a mapping", ""),
    ),
    "a list for minutes": (
        *("S103", M01, "minutes: 90", "minutes: ▸[90]"),
        *("a list stands here instead of a whole number", "For example: 180"),
    ),
    "a mapping for yes and no": (
        *("S103", M01, "correct: true", "correct: ▸{a: b}"),
        *("a mapping stands here instead of true or false", ""),
    ),
    "a list for a date": (
        *("S103", M01, "on: 2026-11-20", "on: ▸[2026]"),
        *("a list stands here instead of a date", ""),
    ),
    "a list for a time of day": (
        *("S103", WORKSHOP, 'start: "10:00"', "start: ▸[10]"),
        *("a list stands here instead of a time of day", ""),
    ),
    "text for a question": (
        *("S103", M01, "      - {id: c, text: It was late}", "      - ▸It was late"),
        *("text stands here instead of a mapping", ""),
    ),
    "text for an entry of a day": (
        *("S103", WORKSHOP, "      - {lunch: 60}", "      - ▸lunch"),
        *("text stands here instead of an entry", "- {break: 15}"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("code", "name", "old", "new", "message", "help"), MISTAKES.values(), ids=list(MISTAKES)
)
def test_a_mistake_is_pointed_at_and_explained(
    code: str, name: str, old: str, new: str, message: str, help: str
) -> None:
    text, expected = edited(name, old, new)
    ((found, place, problem),) = mistakes(name, text)
    assert (found, place) == (code, expected), problem
    assert message in problem.message
    assert help in problem.help
    assert len(problem.message) < 160
