"""Findings as SARIF 2.1.0, the form that code hosts read.

Source: OASIS, Static Analysis Results Interchange Format 2.1.0, errata 01.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

from ... import __version__
from ...checks.registry import RULES
from ...checks.rules import Rule
from ...diagnostics import Diagnostic, Severity, Span
from .result import Result

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def as_sarif(result: Result) -> str:
    """The report as one SARIF log with one run; columns count code points."""
    pairs = zip(result.report.diagnostics, result.fingerprints(), strict=True)
    run = {
        "tool": {
            "driver": {
                "name": "curriculum",
                "semanticVersion": __version__,
                "rules": [_rule(each) for each in RULES],
            }
        },
        "automationDetails": {"id": "curriculum/check/"},
        "invocations": [{"executionSuccessful": True}],
        "columnKind": "unicodeCodePoints",
        "results": [_result(result, each, fingerprint) for each, fingerprint in pairs],
        "properties": {"ignored": result.report.ignored},
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _rule(rule: Rule) -> dict[str, Any]:
    examples = "".join(
        f"\n\n{word}:\n\n{_indented(text)}"
        for word, text in (("Not so", rule.bad), ("But so", rule.good))
        if text
    )
    source = f"\n\nSource: {rule.source}" if rule.source else ""
    text = f"{rule.what}\n\nWhy: {rule.why}{examples}{source}"
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": f"{rule.what}\n\n{rule.why}"},
        "help": {"text": text, "markdown": text},
        "defaultConfiguration": {"level": _LEVELS.get(rule.levels.publish, "none")},
    }


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.split("\n"))


def _result(result: Result, found: Diagnostic, fingerprint: str) -> dict[str, Any]:
    message = f"{found.message}. {found.help}" if found.help else found.message
    codes = [rule.code for rule in RULES]
    written: dict[str, Any] = {
        "ruleId": found.code,
        "level": _LEVELS[found.severity],
        "message": {"text": message},
        "locations": [{"physicalLocation": _place(result, found.file, found.span)}],
        "partialFingerprints": {"curriculumFinding/v1": fingerprint},
    }
    if found.code in codes:
        written["ruleIndex"] = codes.index(found.code)
    if found.path:
        names = [{"fullyQualifiedName": found.path, "kind": "member"}]
        written["locations"][0]["logicalLocations"] = names
    if found.related:
        written["relatedLocations"] = [
            {
                "id": number,
                "message": {"text": message},
                "physicalLocation": _place(result, file, span),
            }
            for number, (file, span, message) in enumerate(found.related, 1)
        ]
    return written


def _place(result: Result, file: str, span: Span) -> dict[str, Any]:
    name = result.shown(file)
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    if Path(name).is_absolute():
        return {"artifactLocation": {"uri": Path(name).as_uri()}, "region": region}
    return {"artifactLocation": {"uri": quote(name), "uriBaseId": "%SRCROOT%"}, "region": region}
