"""Lists of participants as spreadsheets save them."""

from __future__ import annotations

import pytest
from curriculum_cli.source.people import MAX_BYTES, MAX_PEOPLE, PeopleList, read_people
from hypothesis import given
from hypothesis import strategies as st

from ..project import PRINTABLE

ONE = ("Ахметова Асель", "капитан", "РУП")


def read(text: str | bytes, encoding: str = "utf-8") -> PeopleList:
    raw = text if isinstance(text, bytes) else text.encode(encoding)
    return read_people(raw, PRINTABLE)


GOOD = {
    "heads and semicolons": "ФИО;Звание;Подразделение\nАхметова Асель;капитан;РУП\n",
    "commas": "name,rank,unit\nАхметова Асель,капитан,РУП",
    "tabs": "name\trank\tunit\nАхметова Асель\tкапитан\tРУП",
    "Kazakh heads": "Аты-жөні;Атағы;Бөлімшесі\nАхметова Асель;капитан;РУП",
    "no heads": "Ахметова Асель;капитан;РУП",
    "other order, more columns": "№;Звание;ФИО;тел.;Подразделение\n1;капитан;Ахметова Асель;5;РУП",
    "line ends of Windows": "name;rank;unit\r\nАхметова Асель;капитан;РУП\r\n",
    "line ends of old Macs": "name;rank;unit\rАхметова Асель;капитан;РУП\r",
    "empty lines and cells": "name;rank;unit\n;;\n\nАхметова Асель;капитан;РУП;;\n;;\n",
    "blanks": "name ; rank; unit\n  Ахметова   Асель ; капитан ;РУП ",
    "quotes": '"name";"rank";"unit"\n"Ахметова Асель";"капитан";"РУП"',
    "told separator": "sep=;\nАхметова Асель;капитан;РУП",
}


@pytest.mark.parametrize("name", GOOD)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251"])
def test_a_list_is_read_however_it_was_saved(name: str, encoding: str) -> None:
    if encoding == "cp1251" and name == "Kazakh heads":
        encoding = "utf-8"  # Windows-1251 has no letter for them
    assert read(GOOD[name], encoding) == PeopleList((ONE,), ())


def test_a_name_may_hold_the_separator_in_quotes_and_a_quotation_mark() -> None:
    found = read('name,rank,unit\n"Ким, Виктор",майор,"УП ""Север"""')
    assert found.rows == (("Ким, Виктор", "майор", 'УП "Север"'),)


def test_rank_and_unit_may_be_missing() -> None:
    assert read("Ахметова Асель\nКим Виктор").rows == (
        ("Ахметова Асель", "", ""),
        ("Ким Виктор", "", ""),
    )


BAD = {
    "a line without name": ("name;rank;unit\nА Б;;\n;майор;РУП", 3, 1, "no name", "delete"),
    "a lost letter": ("name;rank\nА Б;\n?сел Ким;", 3, 1, "letter was lost", "CSV UTF-8"),
    "a lost letter in the unit": ("name;rank;unit\nА Б;майор; ?ПБ", 2, 12, "unit", "CSV UTF-8"),
    "a letter no font has": ("name\nА 漢", 2, 3, "U+6F22", "another letter"),
    "a cell after quotes": ('name;rank\n"А; Б";ма漢', 2, 10, "printed in the rank", ""),
    "an open quotation mark": ('name;rank\nА Б;\n"В Г;', 3, 1, "quotation mark", "Close it"),
    "no column of names": ("rank;unit\nмайор;РУП", 1, 1, "no column is called", "“ФИО”"),
    "too many columns": ("А;Б;В;Г", 1, 7, "more than three columns", "name;rank;unit"),
    "the same person twice": ("А Б;;\nВ Г;;\nа б;;", 3, 1, "as in line 1", "Delete one"),
    "nobody": ("name;rank;unit\n", 1, 1, "nobody", "name;rank;unit"),
    "nothing": ("", 1, 1, "nobody", "one person a line"),
    "a very long name": ("А" * 121, 1, 1, "too many letters", "separator"),
    "too many": ("\n".join(f"А {n}" for n in range(MAX_PEOPLE + 1)), 1001, 1, "more than", "file"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_what_is_wrong_is_told_with_its_place_and_what_to_write(name: str) -> None:
    text, line, column, message, help = BAD[name]
    found = read(text)
    assert found.rows == ()
    first = found.problems[0]
    assert (first.line, first.column) == (line, column)
    assert message in first.message
    assert help in first.help


def test_all_mistakes_are_told_at_once() -> None:
    found = read("name;rank;unit\n?;;\n;майор;\nА ?;;\n")
    assert [each.line for each in found.problems] == [2, 3, 4]


FILES = {
    "UTF-16": ("А;Б".encode("utf-16"), "CSV UTF-8"),
    "a workbook": (b"PK\x03\x04" + b"x" * 9, "spreadsheet"),
    "a huge file": (b"x" * (MAX_BYTES + 1), "right file"),
    "a byte of no letter": (b"name\n\xc0\xe1\n\x98", "CSV UTF-8"),
}


@pytest.mark.parametrize("name", FILES)
def test_another_kind_of_file_is_refused(name: str) -> None:
    raw, help = FILES[name]
    found = read(raw)
    assert found.rows == ()
    assert help in found.problems[0].help


def test_a_byte_of_no_letter_is_pointed_at() -> None:
    problem = read(FILES["a byte of no letter"][0]).problems[0]
    assert (problem.line, problem.column) == (3, 1)


_PIECES = st.sampled_from(
    ["Қайрат", "Ivanov", ";", ",", "\t", '"', "\n", "\r\n", " ", "?", "name", "ФИО", "sep=;", "漢"]
)


@given(st.lists(_PIECES, max_size=30).map("".join) | st.binary(max_size=60))
def test_any_file_is_read_or_refused_and_no_message_repeats_a_cell(text: str | bytes) -> None:
    raw = text if isinstance(text, bytes) else text.encode()
    found = read(raw)
    assert bool(found.rows) != bool(found.problems)
    lines = raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    for problem in found.problems:
        assert 1 <= problem.line <= len(lines) + 1
        assert problem.column >= 1
        assert "Қайрат" not in problem.message + problem.help
        assert "Ivanov" not in problem.message + problem.help
