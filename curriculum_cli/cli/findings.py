"""Findings on the screen: place, source line, caret, help, summary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import StringIO
from pathlib import Path

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from ..checks.report import Report
from ..diagnostics import Diagnostic, Severity
from .console import Screen, shown
from .reports.as_json import statistics
from .reports.output import NOTHING_FOUND
from .reports.result import Result

_STYLE = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold cyan"}


def print_report(
    screen: Screen,
    report: Report,
    texts: Mapping[str, str],
    root: Path,
    *,
    quiet: bool = False,
    stderr: bool = False,
) -> None:
    """Every finding with its source line and caret, then a summary."""
    console = screen.err if stderr else screen.out
    _print(console, report, texts, root)
    if not (quiet and not report.diagnostics):
        console.print(summary(report), soft_wrap=True)


def _print(console: Console, report: Report, texts: Mapping[str, str], root: Path) -> None:
    for diagnostic in report.diagnostics:
        for line in _lines(diagnostic, texts, root, console.width):
            console.print(line, soft_wrap=True)


def summary(report: Report) -> Text:
    """Counts by severity."""
    if not report.diagnostics:
        text = Text(NOTHING_FOUND, style="green")
    else:
        parts = []
        for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO):
            count = report.count(severity)
            if count:
                word = {"info": "remark"}.get(str(severity), str(severity))
                parts.append(f"{count} {word}{'' if count == 1 else 's'}")
        text = Text(", ".join(parts) + ".")
    if report.ignored:
        text.append(f" {report.ignored} ignored.")
    return text


def _lines(
    diagnostic: Diagnostic, texts: Mapping[str, str], root: Path, width: int
) -> Iterator[Text]:
    span = diagnostic.span
    place = f"{shown(root / diagnostic.file)}:{span.line}:{span.column}: "
    yield Text.assemble(
        (place, "bold"),
        (str(diagnostic.severity), _STYLE[diagnostic.severity]),
        f" {diagnostic.code} {diagnostic.message}",
    )
    yield from _excerpt(diagnostic, texts.get(diagnostic.file), width)
    if diagnostic.help:
        yield Text.assemble(("    help: ", "cyan"), diagnostic.help)
    for file, related, message in diagnostic.related:
        yield Text(f"    see {shown(root / file)}:{related.line}:{related.column}: {message}")


def _excerpt(diagnostic: Diagnostic, text: str | None, width: int) -> Iterator[Text]:
    """The source line, cut to the screen around the caret, and the caret below it."""
    span = diagnostic.span
    lines = text.split("\n") if text is not None else []
    if not 0 < span.line <= len(lines):
        return
    source = lines[span.line - 1].replace("\t", " ")
    if not source.strip():
        return
    start = min(span.column - 1, len(source))
    end = span.end_column - 1 if span.end_line == span.line else len(source)
    end = max(start + 1, min(end, len(source)))
    room = max(30, min(width, 110) - 12)
    first = 0
    if start > room - 10:
        first = max(0, start - room // 3)
    shown_source = source[first : first + room]
    head = "…" if first else ""
    tail = "…" if first + room < len(source) else ""
    number = str(span.line)
    gutter = " " * len(number)
    yield Text.assemble((f"  {number} | ", "dim"), head + shown_source + tail)
    before = cell_len(head + source[first:start])
    under = max(1, cell_len(source[start : min(end, first + room)]))
    style = _STYLE[diagnostic.severity]
    yield Text.assemble((f"  {gutter} | ", "dim"), " " * before, ("^" * under, style))


def print_statistics(screen: Screen, result: Result) -> None:
    """How often each rule found something, then the summary."""
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(justify="right")
    table.add_column(style="bold", no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column()
    for each in statistics(result):
        style = _STYLE[Severity[each.severity.upper()]]
        table.add_row(str(each.count), each.code, Text(each.severity, style=style), each.rule)
    if table.row_count:
        screen.out.print(table)
    if not (screen.quiet and not result.report.diagnostics):
        screen.out.print(summary(result.report), soft_wrap=True)


def as_text(report: Report, texts: Mapping[str, str], root: Path) -> str:
    """What the screen shows, as a plain log."""
    console = Console(
        file=StringIO(), width=120, color_system=None, highlight=False, emoji=False, markup=False
    )
    _print(console, report, texts, root)
    console.print(summary(report), soft_wrap=True)
    return console.file.getvalue()  # type: ignore[attr-defined, no-any-return]
