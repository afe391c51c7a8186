"""`curriculum new`: a new file with all that is known already, never over an old one."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from ..build.new_file import create
from ..build.skeleton import new_module, new_workshop
from ..diagnostics import UsageError
from ..model.curriculum import Curriculum
from ..model.delivery_form import delivery_form
from ..settings import today
from .console import Screen, shown
from .findings import print_report
from .project import judged, one_of, settings_for

KINDS = ("module", "workshop", "delivery")


def new(
    context: typer.Context,
    kind: Annotated[
        str, typer.Argument(metavar="KIND", help="What to write: " + ", ".join(KINDS) + ".")
    ],
    name: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="The id of the new module (M15) or workshop (aktau-senior); for a delivery, that"
            " of the workshop held.",
        ),
    ],
    title: Annotated[
        str | None,
        typer.Argument(metavar="TITLE", help="Title of the new module or workshop."),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option(
            "--date",
            metavar="DAY",
            help="First day of the delivery, as 2027-04-06. Default: that of the workshop.",
        ),
    ] = None,
) -> None:
    """Write a new file to fill in.

    A module or workshop is valid as it stands, with its form explained and example texts to
    replace; nothing is ever overwritten. A delivery is what to note after a workshop: minutes
    really taken, averages of tests.
    """
    screen: Screen = context.obj
    one_of(kind, KINDS, "kind of new file", "Known: " + ", ".join(KINDS) + ".")
    _refuse_what_does_not_belong(kind, title, on)
    day = _day(on) if on is not None else None
    settings = settings_for(screen)
    if settings.embedded:
        raise UsageError(
            "the embedded curriculum is not changed",
            "Go to the folder of your own curriculum, or name it with --project.",
        )
    outcome = judged(settings)
    if outcome.checked is None:
        print_report(screen, outcome.report, outcome.read.texts, settings.project, stderr=True)
        raise typer.Exit(1)
    curriculum = outcome.checked.curriculum
    if kind == "module":
        path, text = new_module(curriculum, name, title, today())
    elif kind == "workshop":
        path, text = new_workshop(curriculum, name, title, today())
    else:
        path, text = _delivery(curriculum, name, day)
    create(settings.project / path, text)
    screen.out.print(f"Written: {shown(settings.project / path)}", soft_wrap=True)
    for line in _what_next(kind, name, curriculum.programme_file):
        screen.note(line)


def _refuse_what_does_not_belong(kind: str, title: str | None, on: str | None) -> None:
    if kind == "delivery" and title is not None:
        raise UsageError("a delivery has no title", "Write its day with --date.")
    if kind != "delivery" and on is not None:
        raise UsageError(f"--date is for a delivery, not for a {kind}", "Leave it out.")


def _what_next(kind: str, name: str, programme: str) -> tuple[str, ...]:
    """What the author does now."""
    if kind == "delivery":
        return ("Fill in what you know, then `curriculum check`.",)
    replace = "Replace the texts marked [replace]; `curriculum check` says what does not fit yet."
    if kind == "module":
        return (f"Add {name} to `modules:` in {programme}.", replace)
    return (replace, f"`curriculum schedule {name}` shows its clock times.")


def _day(value: str) -> date:
    try:
        if len(value) != len("2027-04-06"):
            raise ValueError(value)
        return date.fromisoformat(value)
    except ValueError as error:
        raise UsageError(
            f"“{value}” is not a day of the calendar", "Write year-month-day, such as 2027-04-06."
        ) from error


def _delivery(curriculum: Curriculum, name: str, on: date | None) -> tuple[Path, str]:
    workshop = curriculum.workshops[one_of(name, curriculum.workshops, "workshop")]
    day = on or min(workshop.dates)
    text = delivery_form(workshop, curriculum.modules, day)
    return Path("modules", "deliveries", f"{workshop.id}-{day}.yaml"), text
