"""A list of participants as a spreadsheet saves it: read, and told where it is wrong.

*Why* messages never repeat what stands in a cell: they may end up in a log, names may not.
"""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from io import StringIO

MAX_BYTES = 1 << 20
MAX_PEOPLE = 1_000
MAX_LETTERS = 120
COLUMNS = ("name", "rank", "unit")
_HEADS = {
    "name": {"name", "full name", "participant", "имя", "фио", "ф.и.о.", "ф. и. о.",
             "фамилия имя отчество", "участник", "аты-жөні", "аты жөні", "толық аты-жөні",
             "т.а.ә.", "таә", "қатысушы"},
    "rank": {"rank", "звание", "специальное звание", "чин", "атағы", "атақ", "шені", "шен"},
    "unit": {"unit", "department", "подразделение", "место службы", "орган", "бөлімше",
             "бөлімшесі", "қызмет орны"},
}  # fmt: skip
_SEPARATORS = ";,\t"
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class RowProblem:
    """What is wrong in one place; `column` counts characters of the line, both from 1."""

    line: int
    column: int
    message: str
    help: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell, trimmed, with the place where it begins."""

    text: str
    line: int
    column: int


@dataclass(frozen=True)
class PeopleList:
    """Rows of name, rank and unit, or everything that is wrong. Rows are empty when anything is."""

    rows: tuple[tuple[str, str, str], ...]
    problems: tuple[RowProblem, ...]


def read_people(raw: bytes, printable: Collection[int]) -> PeopleList:
    """Read a list in UTF-8 or Windows-1251 with commas, semicolons or tabs between its columns.

    `printable` are the code points that can be printed; none of them means all.
    """
    text, problem = _decoded(raw)
    if problem is not None:
        return PeopleList((), (problem,))
    problems: list[RowProblem] = []
    rows = [row for row in _cells(text, problems) if any(cell.text for cell in row)]
    if rows and not problems:
        order, rows = _order(rows, problems)
        people = [_person(row, order, printable, problems) for row in rows]
        _refuse_repeated(rows, people, problems)
        if not problems and people:
            return PeopleList(tuple(people), ())
    if not problems:
        help = "Write one person a line: name;rank;unit."
        problems.append(RowProblem(1, 1, "nobody stands in this list", help))
    problems.sort(key=lambda each: (each.line, each.column))
    return PeopleList((), tuple(problems))


def _decoded(raw: bytes) -> tuple[str, RowProblem | None]:
    if len(raw) > MAX_BYTES:
        return "", RowProblem(1, 1, "the list is larger than 1 MiB", "Name the right file.")
    if raw.startswith(_UTF16) or b"\0" in raw[:200]:
        help = "Save it as “CSV UTF-8 (comma delimited)”."
        return "", RowProblem(1, 1, "this is no CSV file in UTF-8 or Windows-1251", help)
    if raw.startswith(b"PK"):
        help = "Open it in the spreadsheet and save it as “CSV UTF-8 (comma delimited)”."
        return "", RowProblem(1, 1, "this is a workbook, not a CSV file", help)
    for encoding in ("utf-8-sig", "cp1251"):
        try:
            return raw.decode(encoding), None
        except UnicodeDecodeError as error:
            before = raw[: error.start]
            place = before.count(b"\n") + 1, len(before) - before.rfind(b"\n")
    help = "Save it again as “CSV UTF-8 (comma delimited)”."
    return "", RowProblem(*place, "this byte is a letter in neither UTF-8 nor Windows-1251", help)


def _cells(text: str, problems: list[RowProblem]) -> Iterator[list[Cell]]:
    """The rows with the place of each cell; a line such as `sep=;` says what is between them."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    first, _, rest = text.partition("\n")
    told = re.fullmatch(r"sep=(.)", first.strip())
    skipped = 1 if told else 0
    body = rest if told else text
    separator = told[1] if told else _separator(body)
    lines = body.split("\n")
    reader = csv.reader(StringIO(body), delimiter=separator, strict=True, skipinitialspace=True)
    line = 0
    try:
        for fields in reader:
            yield _placed(fields, lines[line : reader.line_num], line + skipped + 1, separator)
            line = reader.line_num
    except csv.Error:
        problems.append(
            RowProblem(
                line + skipped + 1,
                lines[line].find('"') + 1 or 1 if line < len(lines) else 1,
                "a quotation mark here is not closed, or stands inside a cell",
                'Close it, or write it twice: "".',
            )
        )


def _separator(text: str) -> str:
    """Whatever of `;`, `,` and tab is most frequent in the first line that is not empty."""
    first = next((line for line in text.split("\n") if line.strip()), "")
    first = re.sub(r'"[^"]*"', "", first)
    return max(_SEPARATORS, key=first.count)


def _placed(fields: list[str], lines: list[str], line: int, separator: str) -> list[Cell]:
    """Cells with their places; in a row of several lines, all begin at its first."""
    if len(lines) != 1:
        return [Cell(" ".join(field.split()), line, 1) for field in fields]
    cells = []
    start = 0
    for field in fields:
        quoted = re.compile(r'\s*"(?:[^"]|"")*"[^' + re.escape(separator) + "]*")
        match = quoted.match(lines[0], start)
        end = match.end() if match else lines[0].find(separator, start)
        end = len(lines[0]) if end < 0 else end
        blank = len(lines[0][start:end]) - len(lines[0][start:end].lstrip())
        cells.append(Cell(" ".join(field.split()), line, start + blank + 1))
        start = end + 1
    return cells


def _order(
    rows: list[list[Cell]], problems: list[RowProblem]
) -> tuple[tuple[int | None, ...], list[list[Cell]]]:
    """Where name, rank and unit stand, and the rows below the heads; no heads means that order."""
    heads = [cell.text.casefold() for cell in rows[0]]
    found = tuple(
        next((i for i, head in enumerate(heads) if head in _HEADS[name]), None) for name in COLUMNS
    )
    if all(place is None for place in found):
        for row in rows:
            if len(row) > len(COLUMNS) and any(cell.text for cell in row[len(COLUMNS) :]):
                extra = row[len(COLUMNS)]
                help = "Write a first line that names them: name;rank;unit."
                problems.append(
                    RowProblem(extra.line, extra.column, "there are more than three columns", help)
                )
        return (0, 1, 2), rows
    if found[0] is None:
        cell = rows[0][0]
        help = "Call the column with the names “name”, “ФИО” or “аты-жөні”."
        problems.append(RowProblem(cell.line, cell.column, "no column is called “name”", help))
    return found, rows[1:]


def _person(
    row: list[Cell],
    order: tuple[int | None, ...],
    printable: Collection[int],
    problems: list[RowProblem],
) -> tuple[str, str, str]:
    values = ["", "", ""]
    for number, (word, place) in enumerate(zip(COLUMNS, order, strict=True)):
        if place is None or place >= len(row):
            continue
        cell = row[place]
        values[number] = cell.text
        fault = _fault(cell, printable)
        if fault is not None:
            offset, message, help = fault
            problems.append(
                RowProblem(cell.line, cell.column + offset, f"{message} in the {word}", help)
            )
    if order[0] is not None and not values[0]:
        cell = row[min(order[0], len(row) - 1)]
        help = "Write the name, or delete the line."
        problems.append(RowProblem(cell.line, cell.column, "this line has no name", help))
    return values[0], values[1], values[2]


def _fault(cell: Cell, printable: Collection[int]) -> tuple[int, str, str] | None:
    """The offset of what cannot be printed in a cell, what it is, and what to do."""
    if len(cell.text) > MAX_LETTERS:
        help = f"Shorten it to {MAX_LETTERS} letters; perhaps a separator is missing."
        return 0, "there are too many letters", help
    for offset, letter in enumerate(cell.text):
        if letter in "?\ufffd":
            help = (
                "Windows-1251 has no Ә, Ғ, Қ, Ң, Ө, Ұ, Ү, Һ: write the letter again and save the"
                " list as “CSV UTF-8 (comma delimited)”."
            )
            return offset, "a letter was lost and a “?” stands", help
        if not letter.isprintable() or (printable and ord(letter) not in printable):
            help = "Delete it or write another letter."
            return offset, f"the character U+{ord(letter):04X} cannot be printed", help
    return None


def _refuse_repeated(
    rows: list[list[Cell]], people: list[tuple[str, str, str]], problems: list[RowProblem]
) -> None:
    first: dict[tuple[str, ...], int] = {}
    for row, person in zip(rows, people, strict=True):
        key = tuple(part.casefold() for part in person)
        line = first.setdefault(key, row[0].line)
        if line != row[0].line and person[0]:
            message = f"the same person as in line {line}"
            help = "Delete one of the two, or add what tells them apart."
            problems.append(RowProblem(row[0].line, row[0].column, message, help))
    if len(rows) > MAX_PEOPLE:
        cell = rows[MAX_PEOPLE][0]
        message = f"there are more than {MAX_PEOPLE} people"
        problems.append(RowProblem(cell.line, cell.column, message, "Name the right file."))
