"""The coverage on a screen of any width: holes, what is left out, then the matrix."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from ..model.coverage import LEAST_STEP, Part
from ..views.coverage_report import Cell, CoverageReport, ItemCoverage

PARTS: dict[Part, str] = {
    "objective": "no objective",
    "step": f"no step of {LEAST_STEP} minutes or more",
    "item": "no test item",
}
_TITLE, _WIDEST_TITLE = 16, 48
_STYLE = {"hole": "bold red", "left-out": "yellow", "served": ""}


def coverage_lines(
    report: CoverageReport, audiences: Mapping[str, str], width: int
) -> Iterator[Text]:
    """Every line, none wider than the screen."""
    yield from _wrapped("", _summary(report), width)
    holes = [each for each in report.items if each.state == "hole"]
    if holes:
        yield Text()
        yield Text("Holes", style="bold red")
        for each in holes:
            lacking = ", ".join(missing(each, audiences))
            yield from _wrapped(f"  {_number(each)}  ", f"{_title(each)}: {lacking}", width)
    suspect = report.links("suspect")
    if suspect:
        yield Text()
        why = "Suspect links: the module or the item changed since they were confirmed"
        yield from _wrapped("", why, width)
        for name in dict.fromkeys(module for module, _ in suspect):
            numbers = ", ".join(str(number) for module, number in suspect if module == name)
            remedy = f"{numbers} (curriculum coverage --confirm {name})"
            yield from _wrapped(f"  {name}  ", remedy, width)
    yield from _left_out(report, width)
    yield from _matrix(report, width)


def _summary(report: CoverageReport) -> str:
    served = len(report.items) - report.count("hole")
    text = f"{report.standard.short}: {served} of {len(report.items)} items are covered"
    if report.count("left-out"):
        text += f", {report.count('left-out')} of them with something left out on purpose"
    return text + "."


def missing(item: ItemCoverage, audiences: Mapping[str, str]) -> list[str]:
    """What an item lacks and nobody has accepted, in words."""
    if not item.cells and item.row.open_parts:
        return ["no module serves it"]
    parts = [PARTS[each] for each in item.row.open_parts]
    return [*parts, *(f"not for {audiences.get(each, each)}" for each in item.row.open_audiences)]


def _number(item: ItemCoverage) -> str:
    return f"{item.row.recommendation.number:>3}"


def _title(item: ItemCoverage) -> str:
    return item.row.recommendation.title


def _left_out(report: CoverageReport, width: int) -> Iterator[Text]:
    found = [(each, hole) for each in report.items for hole in each.accepted]
    if found:
        yield Text()
        yield Text("Left out on purpose", style="bold")
    for each, hole in found:
        whom = f"for {hole.audience}: " if hole.audience else ""
        by = f" (accepted by {hole.accepted_by})"
        yield from _wrapped(f"  {_number(each)}  ", f"{whom}{hole.reason}{by}", width)


def _wrapped(head: str, text: str, width: int) -> Iterator[Text]:
    """A paragraph beside its head, in the width of the screen."""
    indent = " " * len(head)
    for line in wrap(text, max(30, width), initial_indent=head, subsequent_indent=indent):
        yield Text(line)


def _signs() -> tuple[str, str, str]:
    """Whole, in part, not at all: in signs that the screen has."""
    signs = "●○·"
    try:
        signs.encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return ("#", "o", ".")
    return ("●", "○", "·")


def _matrix(report: CoverageReport, width: int) -> Iterator[Text]:
    """The matrix, in as many blocks of modules as the width needs."""
    column = max((cell_len(name) for name in report.modules), default=3) + 1
    longest = max((cell_len(_title(each)) for each in report.items), default=0)
    wanted = column * len(report.modules)
    room = max(_TITLE, min(_WIDEST_TITLE, longest, width - 7 - wanted))
    fit = max(1, (width - 7 - room) // column)
    signs = _signs()
    for first in range(0, len(report.modules), fit):
        modules = report.modules[first : first + fit]
        yield Text()
        head = "".join(f"{name:>{column}}" for name in modules)
        yield Text(" " * (7 + room - 1) + head, style="bold")
        for each in report.items:
            title = _cut(_title(each), room)
            cells = _cells(each, modules, column, signs)
            yield Text.assemble((f"  {_number(each)} {title}", _STYLE[each.state]), *cells)
    yield Text()
    whole, part, none = signs
    legend = f"{whole} stated, taught and measured  {part} in part  {none} not"
    yield from _wrapped("", legend + ("  ? suspect" if report.links("suspect") else ""), width)


def _cut(title: str, room: int) -> str:
    if cell_len(title) <= room:
        return set_cell_size(title, room)
    return set_cell_size(f"{set_cell_size(title, room - 1).rstrip()}…", room)


def _cells(
    item: ItemCoverage, modules: Sequence[str], column: int, signs: tuple[str, str, str]
) -> Iterator[tuple[str, str]]:
    for name in modules:
        sign, style = _sign(item.cells.get(name), signs)
        yield f"{sign:>{column}}", style


def _sign(cell: Cell | None, signs: tuple[str, str, str]) -> tuple[str, str]:
    whole, part, none = signs
    if cell is None:
        return none, "dim"
    sign = whole if cell.service.whole else part
    return (f"?{sign}", "yellow") if cell.link == "suspect" else (sign, "green")
