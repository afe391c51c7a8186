"""Words, numbers, dates, lengths and ids that are not well-formed (S104 to S109)."""

from __future__ import annotations

import pytest

from ..project import HANDBOOK, M01, PROGRAMME, SOURCES, STANDARD, WORDING, WORKSHOP
from .breaking import edited, mistakes

MISTAKES: dict[str, tuple[str, str, str, str, str, str]] = {
    "a word that the field does not know": (
        *("S104", M01, "method: lecture", "method: ▸lectur"),
        *("“lectur” is not one of the words", "Did you mean “lecture”?"),
    ),
    "a word far from all": (
        *("S104", M01, "per: room", "per: ▸zzz"),
        *("“zzz” is not one of the words", "Known: room, group, participant, trainer."),
    ),
    "a kind of question that does not exist": (
        *("S104", M01, "kind: true-false", "kind: ▸true-or-false"),
        *("“true-or-false” is not one of the words", "Did you mean “true-false”?"),
    ),
    "a kind of field that does not exist": (
        *("S104", HANDBOOK, "kind: blanks", "kind: ▸blank"),
        *("“blank” is not one of the words", "Did you mean “blanks”?"),
    ),
    "an event that does not exist": (
        *("S104", WORKSHOP, "event: wrap-up", "event: ▸wrapup"),
        *("“wrapup” is not one of the words", "Did you mean “wrap-up”?"),
    ),
    "a list where a word is meant": (
        *("S104", M01, "method: lecture", "method: ▸[lecture, test]"),
        *("a list", "Choose from: "),
    ),
    "a kind of question that is a list": (
        *("S104", M01, "kind: true-false", "kind: ▸[true-false]"),
        *("a list", "true-false"),
    ),
    "a language that documents do not have": (
        *("S104", PROGRAMME, "[en, ru, kk]", "[en, ru, ▸kz]"),
        *("“kz” is not one of the words", "Known: en, ru, kk."),
    ),
    "a time zone that does not exist": (
        *("S104", PROGRAMME, '"09:00"\n', '"09:00"\n  time_zone: ▸Asia/Alma-Ata\n'),
        *("“Asia/Alma-Ata” is not a time zone", "Did you mean “Asia/Almaty”?"),
    ),
    "minutes in words": (
        *("S105", M01, "minutes: 90", "minutes: ▸an hour"),
        *("“an hour” is not a whole number", "For example: 180"),
    ),
    "minutes as a clock time": (
        *("S105", M01, "minutes: 90", "minutes: ▸1:30"),
        *("“1:30” is not a whole number", ""),
    ),
    "minutes with a fraction": (
        *("S105", M01, "minutes: 90", "minutes: ▸90.0"),
        *("“90.0” is not a whole number", ""),
    ),
    "minutes in other digits": (
        *("S105", M01, "minutes: 90", "minutes: ▸٩٠"),
        *("“٩٠” is not a whole number", ""),
    ),
    "minutes with five thousand digits": (
        *("S105", M01, "minutes: 90", "minutes: ▸" + "9" * 5_000),
        *("” is not a whole number", ""),
    ),
    "no minutes": (
        *("S105", M01, "minutes: 90", "minutes: ▸0"),
        *("0 is out of range: at least 1", ""),
    ),
    "too many minutes": (
        *("S105", M01, "minutes: 90", "minutes: ▸6001"),
        *("6001 is out of range: at most 6000", ""),
    ),
    "an event with minutes in words": (
        *("S105", WORKSHOP, "registration, minutes: 15", "registration, minutes: ▸few"),
        *("“few” is not a whole number", ""),
    ),
    "a break with minutes in words": (
        *("S105", WORKSHOP, "{break: 15}", "{break: ▸short}"),
        *("“short” is not a whole number", ""),
    ),
    "too few lines": (
        *("S105", M01, "    lines: 8\n", "    lines: ▸61\n"),
        *("61 is out of range: at most 60", "Ruled lines"),
    ),
    "yes for true": (
        *("S105", M01, "correct: true", "correct: ▸yes"),
        *("“yes” is neither true nor false", "Write true or false."),
    ),
    "a title over two lines": (
        *("S105", M01, "title: Opening round", "▸title: |\n      Opening\n      round"),
        *("several lines", "Join it"),
    ),
    "a date the other way round": (
        *("S106", M01, "on: 2026-11-20", "on: ▸20.11.2026"),
        *("“20.11.2026” is not a date", "2027-03-09"),
    ),
    "a day that the calendar has not": (
        *("S106", SOURCES, "checked_on: 2026-11-02", "checked_on: ▸2026-02-30"),
        *("“2026-02-30” is not a day of the calendar", ""),
    ),
    "a date in other digits": (
        *("S106", M01, "on: 2026-11-20", "on: ▸٢٠٢٦-١١-٢٠"),
        *("is not a date", ""),
    ),
    "a time without a nought": (
        *("S106", WORKSHOP, '"10:00"', "▸9:30"),
        *("“9:30” is not a time of day", '"09:30"'),
    ),
    "a time past midnight": (
        *("S106", WORKSHOP, '"10:00"', '▸"24:00"'),
        *("“24:00” is not a time of day", ""),
    ),
    "a time in other digits": (
        *("S106", WORKSHOP, '"10:00"', '▸"1٠:00"'),
        *("is not a time of day", ""),
    ),
    "an empty list": (
        *("S107", M01, "audiences: [patrol, senior]\nranks", "audiences: ▸[]\nranks"),
        *("0 entries stand here; at least 1", ""),
    ),
    "a wrong entry of a list that is not too short": (
        *("S109", M01, "audiences: [patrol, senior]\nranks", "audiences: [▸Patrol]\nranks"),
        *("“Patrol” is not a well-formed", ""),
    ),
    "a list that is too long": (
        *("S107", PROGRAMME, "[en, ru, kk]", "▸[en, ru, kk, en]"),
        *("4 entries stand here; at most 3", ""),
    ),
    "an empty text": (
        *("S107", M01, "title: Opening round", 'title: ▸""'),
        *("the text is empty", "For example: Opening round"),
    ),
    "a text of blanks": (
        *("S107", M01, "title: Opening round", 'title: ▸"  "'),
        *("the text is empty", ""),
    ),
    "prose of blanks": (
        *("S107", M01, "Tell one contact in one sentence.", '▸" "'),
        *("the text is empty", ""),
    ),
    "prose of blank lines": (
        *("S107", M01, "Tell one contact in one sentence.", '▸" \\n \\n"'),
        *("the text is empty", ""),
    ),
    "a title that is too long": (
        *("S107", M01, "title: Opening round", "title: ▸" + "x" * 601),
        *("too long to print here: at most 600 characters", ""),
    ),
    "a kind of file that does not exist": (
        *("S108", M01, "kind: module", "kind: ▸modul"),
        *("“modul” is not a kind of file", "Did you mean “module”?"),
    ),
    "a kind of file far from all": (
        *("S108", WORDING, "kind: wording", "kind: ▸zzz"),
        *("“zzz” is not a kind of file", "Known: curriculum, standard"),
    ),
    "a kind of file that is a list": (
        *("S108", M01, "kind: module", "kind: ▸[module]"),
        *("is not a kind of file", "module"),
    ),
    "an id in words": (
        *("S109", M01, "- id: S2", "- id: ▸Step two"),
        *("“Step two” is not a well-formed id", "For example: S1"),
    ),
    "an id of another sort": (
        *("S109", M01, "- id: S2", "- id: ▸O2"),
        *("“O2” is not a well-formed id", "S and a number"),
    ),
    "an id in other digits": (
        *("S109", M01, "- id: S2", "- id: ▸S٢"),
        *("“S٢” is not a well-formed id", ""),
    ),
    "an id with a capital": (
        *("S109", STANDARD, "id: town-2020", "id: ▸Town-2020"),
        *("“Town-2020” is not a well-formed id", ""),
    ),
    "a version in one number": (
        *("S109", PROGRAMME, 'version: "1.0"', "version: ▸1"),
        *("“1” is not a well-formed version", ""),
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
