"""The command line: global options, and the commands."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from .. import __version__
from .commands import Commands, add_to
from .console import Screen

app = typer.Typer(
    name="curriculum",
    cls=Commands,
    help="Build lesson plans and handbooks from YAML training modules, and check them.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"curriculum {__version__}")
        raise typer.Exit


@app.callback()
def common(
    context: typer.Context,
    project: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help="Folder of the curriculum. Default: the nearest folder upward that holds "
            "modules/curriculum.yaml, else the embedded curriculum.",
        ),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say only what is wrong.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Say more.")] = False,
    no_color: Annotated[
        bool, typer.Option("--no-color", help="No colours; also by the variable NO_COLOR.")
    ] = False,
    version: Annotated[  # noqa: ARG001
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Build lesson plans and handbooks from YAML training modules, and check them."""
    screen: Screen = context.obj
    screen.project = project
    screen.quiet = quiet
    screen.verbose = verbose
    screen.no_color = no_color


add_to(app)
