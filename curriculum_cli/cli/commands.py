"""All commands, in the order people meet them; each is loaded when it is called, not before."""

from __future__ import annotations

from importlib import import_module
from typing import Any, NamedTuple

import typer
from typer.core import TyperGroup


class Place(NamedTuple):
    """Where in this folder a command is, and the first line of its help."""

    module: str
    function: str
    about: str


COMMANDS = {
    "build": Place(
        "build_command", "build", "Check the curriculum, then build its documents into build/."
    ),
    "handout": Place(
        "handout_command",
        "handout",
        "Make the papers of one workshop, for participants and trainer.",
    ),
    "check": Place("check_options", "check", "Check that the curriculum is consistent."),
    "rule": Place("rule_command", "rule", "Explain a rule, or list them all."),
    "coverage": Place(
        "coverage_command", "coverage", "Show what serves each item of the standard, holes first."
    ),
    "list": Place("list_command", "list_things", "List what the curriculum holds."),
    "schedule": Place(
        "schedule_command", "schedule_workshops", "Show the clock times of workshops."
    ),
    "new": Place("new_command", "new", "Write a new file to fill in."),
    "schema": Place("schema_command", "schema", "Write the JSON Schema of a kind of file."),
}


class Commands(TyperGroup):
    """The group of all commands, which stand in it by name and help only.

    *Why*: half a second is spent on loading what `--help` or another command does not need.
    """

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """The command that a command line names, loaded."""
        name, found, rest = super().resolve_command(ctx, args)
        return name, loaded(name) if name else found, rest


def add_to(app: typer.Typer) -> None:
    """Let an app know all commands by name and help."""
    for name, place in COMMANDS.items():
        app.command(name, help=place.about)(_not_loaded)


def loaded(name: str) -> Any:
    """A command with its options and its whole help."""
    place = COMMANDS[name]
    alone = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)
    alone.command(name)(getattr(import_module(f".{place.module}", __package__), place.function))
    return typer.main.get_command(alone)


def _not_loaded() -> None:
    """Stand for a command."""
