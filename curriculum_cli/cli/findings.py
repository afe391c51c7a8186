"""Findings on the screen and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from rich.cells import cell_len
from rich.text import Text

from ..checks.engine import Report
from ..checks.registry import BY_CODE
from ..diagnostics import Diagnostic, Severity
from .console import Screen, shown

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
    for diagnostic in report.diagnostics:
        for line in _lines(diagnostic, texts, root, console.width):
            console.print(line, soft_wrap=True)
    if not (quiet and not report.diagnostics):
        console.print(summary(report), soft_wrap=True)


def summary(report: Report) -> Text:
    """Counts by severity."""
    if not report.diagnostics:
        text = Text("No problems found.", style="green")
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


def as_json(report: Report, root: Path) -> str:
    """The report as one JSON object; the schema is that of `curriculum schema report`."""

    def place(file: str, span: object) -> dict[str, object]:
        return {
            "file": shown(root / file),
            "line": getattr(span, "line", 1),
            "column": getattr(span, "column", 1),
            "end_line": getattr(span, "end_line", 1),
            "end_column": getattr(span, "end_column", 2),
        }

    findings = [
        {
            "code": each.code,
            "severity": str(each.severity),
            **place(each.file, each.span),
            "message": each.message,
            "help": each.help,
            "rule": BY_CODE[each.code].title if each.code in BY_CODE else "",
            "related": [
                {**place(file, span), "message": message} for file, span, message in each.related
            ],
        }
        for each in report.diagnostics
    ]
    counts = {
        str(level): report.count(level)
        for level in (Severity.ERROR, Severity.WARNING, Severity.INFO)
    }
    body = {"version": 1, "findings": findings, "counts": counts, "ignored": report.ignored}
    return json.dumps(body, ensure_ascii=False, indent=2)
