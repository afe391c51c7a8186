"""Findings as workflow commands, which GitHub shows beside the changed lines.

Source: GitHub documentation, “Workflow commands”: what is escaped in messages and properties.
"""

from __future__ import annotations

from ...diagnostics import Severity
from .result import Result

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def as_github(result: Result) -> str:
    """One line for each finding; empty when there is none."""
    lines = []
    for each in result.report.diagnostics:
        span = each.span
        properties = {"file": result.shown(each.file), "line": span.line, "endLine": span.end_line}
        if span.line == span.end_line:  # columns count only within one line
            properties |= {"col": span.column, "endColumn": span.end_column}
        properties["title"] = each.code
        shown = ",".join(f"{k}={str(v).translate(_IN_PROPERTY)}" for k, v in properties.items())
        message = f"{each.message}\n{each.help}" if each.help else each.message
        lines.append(f"::{_COMMANDS[each.severity]} {shown}::{message.translate(_IN_MESSAGE)}")
    return "\n".join(lines)
