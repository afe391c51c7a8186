"""`curriculum coverage`: what serves the standard and what does not; links confirmed."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from ..checks.project import Outcome
from ..checks.report import Choice
from ..diagnostics import UsageError
from ..settings import Settings, today
from ..views.coverage_report import CoverageReport, coverage_report
from .console import Screen
from .coverage_data import coverage_csv, coverage_json
from .coverage_text import coverage_lines
from .findings import print_report
from .project import judged, listed, one_of, settings_for

ALL = "all"


class Format(StrEnum):
    """How the coverage is written."""

    text = "text"
    json = "json"
    csv = "csv"
    html = "html"


def coverage(
    context: typer.Context,
    format: Annotated[Format, typer.Option(help="How the coverage is written.")] = Format.text,
    language: Annotated[
        str | None,
        typer.Option(
            metavar="CODE",
            help="Language of the page's headings, with --format html: en, ru or kk.",
        ),
    ] = None,
    confirm: Annotated[
        str | None,
        typer.Option(
            metavar="LIST",
            help="Write down that you have compared these modules (as M10,M12; or all) with the "
            "items they serve.",
        ),
    ] = None,
) -> None:
    """Show what serves each item of the standard, holes first.

    Exit code 1 when there is a hole that nobody has accepted.
    """
    screen: Screen = context.obj
    if language is not None and format is not Format.html:
        raise UsageError("--language is for the HTML page", "Add --format html.")
    settings = settings_for(screen)
    outcome = judged(settings, Choice(select=("R102",)))
    report = coverage_report(outcome.checked.curriculum) if outcome.checked else None
    if outcome.checked is None or report is None:
        print_report(screen, outcome.report, outcome.read.texts, settings.project, stderr=True)
        raise typer.Exit(1)
    if confirm is not None:
        _confirm(screen, settings, outcome, confirm)
        return
    _write(screen, settings, outcome, report, format, language)
    raise typer.Exit(1 if report.count("hole") else 0)


def _write(
    screen: Screen,
    settings: Settings,
    outcome: Outcome,
    report: CoverageReport,
    format: Format,
    language: str | None,
) -> None:
    assert outcome.checked is not None
    programme = outcome.checked.curriculum.programme
    if format is Format.json:
        screen.write(coverage_json(report))
    elif format is Format.csv:
        screen.write(coverage_csv(report))
    elif format is Format.html:
        from ..build.coverage_page import coverage_page

        chosen = one_of(language or programme.language, programme.languages, "language")
        screen.write(coverage_page(settings, outcome, report, chosen).rstrip("\n"))
    else:
        audiences = outcome.checked.curriculum.audiences
        for line in coverage_lines(report, audiences, screen.out.width):
            screen.out.print(line)


def _confirm(screen: Screen, settings: Settings, outcome: Outcome, wanted: str) -> None:
    from ..build.confirm import confirm

    assert outcome.checked is not None
    if settings.embedded:
        raise UsageError(
            "the embedded curriculum cannot be changed",
            "Copy its `modules/` into a folder of your own.",
        )
    known = list(outcome.checked.curriculum.modules)
    names = known if wanted.strip() == ALL else listed(wanted, known, "module")
    done = confirm(settings.project, outcome, names, today())
    links = f"{len(done.links)} link{'' if len(done.links) == 1 else 's'}"
    modules = ", ".join(dict.fromkeys(link.module for link in done.links))
    screen.note(f"Confirmed {links} of {modules} in {done.file}.")
