"""`curriculum rule`: what a rule asks, why, and how to write it."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from ..checks.registry import BY_CODE, RULES
from ..checks.rules import Rule
from ..diagnostics import Profile
from .console import Screen
from .project import one_of
from .rules_page import rules_page

SUBJECTS = {
    "Y": "YAML",
    "S": "schema",
    "R": "references and ids",
    "T": "time",
    "O": "objectives, teaching and assessment",
    "P": "pedagogy",
    "C": "coverage of the standard",
    "W": "workshops and timetables",
    "L": "languages and translations",
    "G": "wording",
    "A": "accessibility and assets",
    "V": "versions, review and approval",
}


_LIST = "`curriculum rule` lists them all."


class Format(StrEnum):
    """How rules are written."""

    text = "text"
    json = "json"
    markdown = "markdown"


def _as_dict(rule: Rule) -> dict[str, object]:
    return {
        "code": rule.code,
        "subject": SUBJECTS[rule.code[0]],
        "title": rule.title,
        "what": rule.what,
        "why": rule.why,
        "bad": rule.bad,
        "good": rule.good,
        "source": rule.source,
        "severity": {str(profile): str(rule.levels.under(profile)) for profile in Profile},
    }


def _table() -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column("Code", style="bold", no_wrap=True)
    table.add_column("What it asks")
    for profile in Profile:
        table.add_column(str(profile), no_wrap=True)
    for rule in RULES:
        levels = [str(rule.levels.under(profile)) for profile in Profile]
        table.add_row(rule.code, rule.title, *levels)
    return table


def _explain(rule: Rule) -> Text:
    text = Text.assemble((f"{rule.code}  ", "bold"), (rule.what, "bold"), "\n\n")
    text.append(f"Why: {rule.why}\n")
    for name, example, style in (("Not so", rule.bad, "red"), ("But so", rule.good, "green")):
        text.append(f"\n{name}:\n")
        text.append("".join(f"    {line}\n" for line in example.split("\n")), style=style)
    if rule.source:
        text.append(f"\nSource: {rule.source}\n")
    levels = ", ".join(f"{profile}: {rule.levels.under(profile)}" for profile in Profile)
    text.append(f"\nSeverity — {levels}\n")
    if rule.check is not None:
        text.append(f"Silence it on one line: # curriculum: ignore[{rule.code}] reason")
    return text


def rule(
    context: typer.Context,
    code: Annotated[
        str | None, typer.Argument(metavar="CODE", help="The rule to explain; all when absent.")
    ] = None,
    format: Annotated[Format, typer.Option(help="How rules are written.")] = Format.text,
) -> None:
    """Explain a rule, or list them all."""
    screen: Screen = context.obj
    chosen = [BY_CODE[one_of(code.upper(), BY_CODE, "rule", _LIST)]] if code else list(RULES)
    if format is Format.json:
        body = [_as_dict(each) for each in chosen]
        screen.write(json.dumps(body[0] if code else body, ensure_ascii=False, indent=2))
    elif format is Format.markdown:
        screen.write(rules_page(chosen, SUBJECTS).rstrip("\n"))
    elif code:
        screen.out.print(_explain(chosen[0]))
    else:
        screen.out.print(_table())
