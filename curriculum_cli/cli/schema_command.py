"""`curriculum schema`: JSON Schema of a file kind, for editors."""

from __future__ import annotations

import json
from typing import Annotated

import typer
from rich.table import Table

from ..model.kinds import KINDS
from ..model.schema import json_schema
from .console import Screen
from .project import one_of
from .reports.as_json import Findings
from .reports.as_json import schema as findings_schema

FINDINGS = "findings"


def schema(
    context: typer.Context,
    kind: Annotated[
        str | None,
        typer.Argument(metavar="KIND", help="The kind of file; without it, the kinds are listed."),
    ] = None,
) -> None:
    """Write the JSON Schema of a kind of file.

    An editor uses it (2020-12) for completion and hover text.
    """
    screen: Screen = context.obj
    if kind is not None:
        name = one_of(kind, [*KINDS, FINDINGS], "kind of file")
        body = findings_schema() if name == FINDINGS else json_schema(name)
        screen.write(json.dumps(body, ensure_ascii=False, indent=2))
        return
    table = Table(box=None, pad_edge=False)
    table.add_column("Kind", style="bold", no_wrap=True)
    table.add_column("What it is")
    for name, model in (*KINDS.items(), (FINDINGS, Findings)):
        table.add_row(name, (model.__doc__ or "").split("\n")[0])
    screen.out.print(table)
