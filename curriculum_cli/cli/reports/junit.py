"""Findings as JUnit XML: a suite for each file, a case for each finding, or one when all is well.

Errors are failures, as they are for the exit code; warnings and remarks pass, with their text.
"""

from __future__ import annotations

from xml.etree import ElementTree

from ...diagnostics import Diagnostic, Severity
from .result import Result


def as_junit(result: Result) -> str:
    """The report as a JUnit XML document, in UTF-8."""
    by_file: dict[str, list[Diagnostic]] = {name: [] for name in result.files}
    for each in result.report.diagnostics:
        by_file.setdefault(each.file, []).append(each)
    cases = sum(max(1, len(found)) for found in by_file.values())
    root = ElementTree.Element("testsuites", name="curriculum check")
    _count(root, cases, result.report.errors)
    for file, found in by_file.items():
        name = result.shown(file)
        suite = ElementTree.SubElement(root, "testsuite", name=name)
        errors = sum(each.severity is Severity.ERROR for each in found)
        _count(suite, max(1, len(found)), errors)
        if not found:
            ElementTree.SubElement(suite, "testcase", classname=name, name="check", time="0")
        for each in found:
            _case(suite, name, each)
    ElementTree.indent(root)
    text = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}'


def _count(element: ElementTree.Element, cases: int, failures: int) -> None:
    element.set("tests", str(cases))
    element.set("failures", str(failures))
    element.set("errors", "0")
    element.set("time", "0")


def _case(suite: ElementTree.Element, name: str, found: Diagnostic) -> None:
    span = found.span
    place = f"{name}:{span.line}:{span.column}"
    title = f"{found.code} line {span.line}, column {span.column}"
    case = ElementTree.SubElement(suite, "testcase", classname=name, name=title, time="0")
    lines = [f"{place}: {found.severity} {found.code} {found.message}", found.help]
    text = "\n".join(line for line in lines if line)
    if found.severity is Severity.ERROR:
        failure = ElementTree.SubElement(case, "failure", message=found.message, type=found.code)
        failure.text = text
    else:
        ElementTree.SubElement(case, "system-out").text = text
