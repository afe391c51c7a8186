"""The command line: global options, and the commands in the order people meet them."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from .. import __version__
from .console import Screen

COMMANDS = {
    "build": ("build_command", "build"),
    "handout": ("handout_command", "handout"),
    "check": ("check_command", "check"),
    "rule": ("rule_command", "rule"),
    "coverage": ("coverage_command", "coverage"),
    "list": ("list_command", "list_things"),
    "schedule": ("schedule_command", "schedule_workshops"),
    "new": ("new_command", "new"),
    "schema": ("schema_command", "schema"),
}
"""Each command with the module and function that are it."""


def app_for(arguments: list[str]) -> typer.Typer:
    """The command line, with the one command that the arguments surely name, or with all.

    *Why* not always all: loading what lays out pages takes longer than checking a file.
    """
    app = typer.Typer(
        name="curriculum",
        help="Build lesson plans and handbooks from YAML training modules, and check them.",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(common)
    first = arguments[0] if arguments else ""
    for name in [first] if first in COMMANDS else COMMANDS:
        module, function = COMMANDS[name]
        app.command(name)(getattr(import_module(f"{__package__}.{module}"), function))
    return app


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"curriculum {__version__}")
        raise typer.Exit


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
