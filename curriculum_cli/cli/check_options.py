"""The options of `curriculum check`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ..diagnostics import Profile
from .check_command import run_check
from .reports.output import FORMATS


def check(
    context: typer.Context,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="PATH", help="Show only findings in these files or folders."),
    ] = None,
    format: Annotated[
        str | None,
        typer.Option(
            metavar="LIST",
            help=f"How findings are written: {', '.join(FORMATS)}; several as text,sarif."
            " Default: text.",
        ),
    ] = None,
    output_file: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FILE",
            help="Write the findings into this file; with several formats, one file for each,"
            " told apart by .json, .sarif, .xml (junit) and .txt.",
        ),
    ] = None,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Show how often each rule found something.")
    ] = False,
    select: Annotated[
        str | None,
        typer.Option(metavar="CODES", help="Run only these rules: codes or letters, as T101,O."),
    ] = None,
    ignore: Annotated[
        str | None, typer.Option(metavar="CODES", help="Leave these rules out.")
    ] = None,
    profile: Annotated[
        Profile | None,
        typer.Option(help="How strictly to judge. Default: by each module's status."),
    ] = None,
) -> None:
    """Check that the curriculum is consistent. Exit code 1 when there are errors."""
    code = run_check(
        context.obj,
        paths or [],
        format,
        output_file,
        statistics=statistics,
        select=select,
        ignore=ignore,
        profile=profile,
    )
    raise typer.Exit(code)
