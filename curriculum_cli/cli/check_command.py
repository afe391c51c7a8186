"""`curriculum check`: all consistency rules."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from ..checks.engine import Choice, Report
from ..checks.registry import BY_CODE
from ..diagnostics import Profile, UsageError
from ..settings import Settings
from .console import Screen, shown
from .findings import as_json, print_report
from .project import judged, settings_for


class Format(StrEnum):
    """How findings are written."""

    text = "text"
    json = "json"


def _codes(value: str | None, option: str) -> tuple[str, ...]:
    if value is None:
        return ()
    codes = tuple(code.strip().upper() for code in value.split(",") if code.strip())
    for code in codes:
        if not any(known.startswith(code) for known in BY_CODE):
            raise UsageError(
                f"no rule begins with “{code}”", f"`curriculum rule` lists what {option} can name."
            )
    return codes


def _only(report: Report, paths: list[Path], settings: Settings) -> Report:
    """The findings in these files and folders."""
    if not paths:
        return report
    wanted = []
    for path in paths:
        if not os.path.exists(path):  # noqa: PTH110 — unlike Path.exists, never raises
            raise UsageError(f"there is no file or folder “{path}”", "Check the path.")
        full = path.resolve()
        if not full.is_relative_to(settings.project.resolve()):
            raise UsageError(
                f"“{path}” is not part of the curriculum in {shown(settings.project)}",
                "Use --project to name another one.",
            )
        wanted.append(full)
    root = settings.project.resolve()
    kept = [
        each
        for each in report.diagnostics
        if any((root / each.file).is_relative_to(path) for path in wanted)
    ]
    return Report(tuple(kept), report.ignored)


def check(
    context: typer.Context,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="PATH", help="Show only findings in these files or folders."),
    ] = None,
    format: Annotated[Format, typer.Option(help="How findings are written.")] = Format.text,
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
    screen: Screen = context.obj
    choice = Choice(profile, _codes(select, "--select"), _codes(ignore, "--ignore"))
    settings = settings_for(screen)
    outcome = judged(settings, choice)
    report = _only(outcome.report, paths or [], settings)
    if format is Format.json:
        screen.write(as_json(report, settings.project))
    else:
        print_report(screen, report, outcome.read.texts, settings.project, quiet=screen.quiet)
    raise typer.Exit(1 if report.errors else 0)
