"""Findings as one JSON object; its form is what `curriculum schema findings` writes."""

from collections import Counter
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from ...diagnostics import Severity, Span
from .result import Result

Level = Literal["error", "warning", "info"]


class _Written(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Place(_Written):
    """A range in a file, counted in characters from 1; the end is one past the last."""

    file: str = Field(description="Path from the folder in which the command was run.")
    line: int = Field(ge=1)
    column: int = Field(ge=1)
    end_line: int = Field(ge=1)
    end_column: int = Field(ge=1)


class RelatedPlace(Place):
    """A second place that helps to understand a finding."""

    message: str


class FoundItem(Place):
    """One finding."""

    code: str = Field(description="The rule; `curriculum rule CODE` explains it.")
    severity: Level
    message: str = Field(description="What is wrong.")
    help: str = Field(description="What to write instead; may be empty.")
    rule: str = Field(description="What the rule asks, in one line.")
    path: str = Field(description="What it is about, by ids, as steps/S3/minutes; may be empty.")
    fingerprint: str = Field(description="A name that stays the same when lines move.")
    related: tuple[RelatedPlace, ...] = ()


class RuleCount(_Written):
    """How often one rule found something."""

    code: str
    severity: Level = Field(description="The highest severity among its findings.")
    count: int = Field(ge=1)
    rule: str


class Counts(_Written):
    """Findings by severity."""

    error: int = Field(ge=0)
    warning: int = Field(ge=0)
    info: int = Field(ge=0)


class Findings(_Written):
    """What `curriculum check --format json` writes."""

    version: Literal[1] = 1
    findings: tuple[FoundItem, ...] = Field(description="By file, line, column and code.")
    counts: Counts
    ignored: int = Field(ge=0, description="Findings silenced by a comment with a reason.")
    statistics: tuple[RuleCount, ...] = Field(description="The most frequent rule first.")


def schema() -> dict[str, Any]:
    """The JSON Schema of the report."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:curriculum:schema:findings",
        **Findings.model_json_schema(mode="serialization"),
        "title": "curriculum: findings",
    }


def title(code: str) -> str:
    """What a rule asks; empty for a code that is not in the registry."""
    from ...checks.registry import BY_CODE  # a report without findings needs no rules

    return BY_CODE[code].title if code in BY_CODE else ""


def statistics(result: Result) -> tuple[RuleCount, ...]:
    """How often each rule found something, the most frequent first."""
    counted = Counter(each.code for each in result.report.diagnostics)
    highest: dict[str, Severity] = {}
    for each in result.report.diagnostics:
        highest[each.code] = max(each.severity, highest.get(each.code, each.severity))
    order = sorted(counted, key=lambda code: (-counted[code], code))
    return tuple(
        RuleCount(code=code, severity=_level(highest[code]), count=counted[code], rule=title(code))
        for code in order
    )


def as_json(result: Result) -> str:
    """The report as indented JSON, letters as they are."""
    report = result.report
    found = tuple(
        FoundItem(
            code=each.code,
            severity=_level(each.severity),
            **_place(result, each.file, each.span),
            message=each.message,
            help=each.help,
            rule=title(each.code),
            path=each.path,
            fingerprint=fingerprint,
            related=tuple(
                RelatedPlace(**_place(result, file, span), message=message)
                for file, span, message in each.related
            ),
        )
        for each, fingerprint in zip(report.diagnostics, result.fingerprints(), strict=True)
    )
    counts = {str(level): report.count(level) for level in Severity if level is not Severity.OFF}
    whole = Findings(
        findings=found,
        counts=Counts(**counts),
        ignored=report.ignored,
        statistics=statistics(result),
    )
    return whole.model_dump_json(indent=2)


def _level(severity: Severity) -> Level:
    levels: dict[Severity, Level] = {
        Severity.ERROR: "error",
        Severity.WARNING: "warning",
        Severity.INFO: "info",
    }
    return levels[severity]


def _place(result: Result, file: str, span: Span) -> dict[str, Any]:
    return {
        "file": result.shown(file),
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }
