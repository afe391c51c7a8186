"""`curriculum schedule`: the timetable of workshops, as text, JSON or a calendar."""

from __future__ import annotations

import json
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from ..build.new_file import write_bytes
from ..checks.project import Outcome
from ..diagnostics import UsageError
from ..i18n.catalogue import load_catalogue
from ..model.curriculum import Curriculum
from ..model.workshop import Workshop
from ..settings import Settings
from ..views.delivered import history
from ..views.schedule import Schedule, ScheduledDay, schedule
from .console import Screen, shown
from .findings import print_report
from .history_table import as_json, print_history
from .project import judged, one_of, settings_for


class Format(StrEnum):
    """How a schedule is written."""

    text = "text"
    json = "json"
    ics = "ics"


def schedule_workshops(
    context: typer.Context,
    workshop: Annotated[
        str | None,
        typer.Argument(metavar="[WORKSHOP]", help="Id of the workshop. Default: all of them."),
    ] = None,
    format: Annotated[
        Format, typer.Option(help="Text to read, JSON for programs, iCalendar for calendars.")
    ] = Format.text,
    steps: Annotated[
        bool, typer.Option("--steps", help="Show the steps of each module too.")
    ] = False,
    actual: Annotated[
        bool,
        typer.Option("--actual", help="Planned minutes against those noted after delivery."),
    ] = False,
    language: Annotated[
        str | None,
        typer.Option(
            metavar="LANGUAGE",
            help="Language of breaks and events that have no title. Default: the programme's.",
        ),
    ] = None,
    output_file: Annotated[
        Path | None,
        typer.Option("--output-file", metavar="FILE", help="Write to this file, not the screen."),
    ] = None,
) -> None:
    """Show the clock times of workshops.

    Says where a day is over or short, and how long things really took.
    """
    screen: Screen = context.obj
    if actual and format is Format.ics:
        raise UsageError(
            "a calendar holds what is planned", "Leave out --actual, or use --format json."
        )
    if output_file and format is Format.text:
        raise UsageError(
            "text is for the screen", "With --output-file, choose --format json or ics."
        )
    settings = settings_for(screen)
    outcome = judged(settings)
    if outcome.checked is None:
        print_report(screen, outcome.report, outcome.read.texts, settings.project, stderr=True)
        raise typer.Exit(1)
    curriculum = outcome.checked.curriculum
    chosen = _chosen(curriculum, workshop)
    if actual:
        _show_history(screen, curriculum, chosen, format, output_file)
        return
    languages = curriculum.programme.languages
    spoken = one_of(language, languages, "language") if language else curriculum.programme.language
    catalogue = load_catalogue(settings.asset("locale", spoken, "interface.po"), spoken)
    found = [schedule(curriculum, each, catalogue) for each in chosen]
    match format:
        case Format.text:
            for each in found:
                _print(screen, each, steps=steps)
        case Format.json:
            body = json.dumps(
                {"version": 1, "workshops": [asdict(each) for each in found]},
                ensure_ascii=False, indent=2, default=str,
            )  # fmt: skip
            _write(screen, f"{body}\n".encode(), output_file)
        case Format.ics:
            _write(screen, _calendar(screen, settings, outcome, found), output_file)


def _chosen(curriculum: Curriculum, name: str | None) -> list[Workshop]:
    """One workshop, or all in the order of their first days."""
    if name is not None:
        return [curriculum.workshops[one_of(name, curriculum.workshops, "workshop")]]
    if not curriculum.workshops:
        raise UsageError(
            "the curriculum has no workshops", "`curriculum schema workshop` shows their form."
        )
    return sorted(curriculum.workshops.values(), key=lambda each: (min(each.dates), each.id))


def _show_history(
    screen: Screen,
    curriculum: Curriculum,
    chosen: list[Workshop],
    format: Format,
    file: Path | None,
) -> None:
    found = [history(curriculum, each) for each in chosen]
    known = [each for each in found if each.dates]
    if not known:
        names = " or ".join(f"“{each.id}”" for each in chosen)
        raise UsageError(
            f"nobody has noted how {names} went",
            f"`curriculum new delivery {chosen[0].id}` writes a form to fill in.",
        )
    if format is Format.json:
        _write(screen, f"{as_json(known)}\n".encode(), file)
        return
    for each in known:
        print_history(screen, each)


def _write(screen: Screen, data: bytes, file: Path | None) -> None:
    if file is None:
        screen.write(data.decode().removesuffix("\n"))
        return
    write_bytes(file, data)
    screen.note(f"Written: {shown(file)}")


def _print(screen: Screen, plan: Schedule, *, steps: bool) -> None:
    head = f"{plan.workshop}: {plan.title}"
    facts = f"{plan.place} · {plan.audience} · {plan.participants} participants · {plan.time_zone}"
    screen.out.print(Text(head, style="bold"), soft_wrap=True)
    screen.out.print(Text(facts), soft_wrap=True)
    for day in plan.days:
        when = f", {day.date:%Y-%m-%d %A}" if day.date else ", no date"
        screen.out.print(Text(f"\nDay {day.number}{when}", style="bold"), soft_wrap=True)
        table = Table(box=None, pad_edge=False, show_header=False)
        table.add_column(no_wrap=True)
        table.add_column(justify="right", no_wrap=True)
        table.add_column()
        for entry in day.entries:
            title = f"{entry.module} {entry.title}" if entry.module else entry.title
            style = "bold" if entry.module else ""
            clock = f"{entry.start}-{entry.end}"
            table.add_row(clock, f"{entry.minutes} min", Text(title, style=style))
            for step in entry.steps if steps else ():
                clock = f"  {step.start}-{step.end}"
                table.add_row(clock, f"{step.minutes} min", f"  {step.id} {step.title}")
        screen.out.print(table)
        screen.out.print(_verdict(day), soft_wrap=True)
    screen.out.print()


def _verdict(day: ScheduledDay) -> Text:
    """Whether the day ends when it should."""
    if day.over == 0:
        return Text(f"Ends at {day.end}, as planned.", style="green")
    word = f"{day.over} min over" if day.over > 0 else f"{-day.over} min left"
    return Text(f"Ends at {day.ends_at}, planned {day.end}: {word}.", style="bold red")


def _calendar(screen: Screen, settings: Settings, outcome: Outcome, plans: list[Schedule]) -> bytes:
    from ..build.provenance import provenance
    from ..outputs.calendar import Appointment, calendar

    assert outcome.checked is not None
    programme = outcome.checked.curriculum.programme
    appointments = []
    for plan in plans:
        for day in plan.days:
            if day.date is None:
                screen.note(f"{plan.workshop}: day {day.number} has no date and is left out.")
                continue
            for entry in day.entries:
                lines = [f"{step.start} {step.id} {step.title}" for step in entry.steps]
                appointments.append(
                    Appointment(
                        uid=f"{plan.workshop}-{entry.key}@{programme.id}.curriculum",
                        summary=f"{entry.module} {entry.title}" if entry.module else entry.title,
                        day=day.date,
                        clock=entry.start,
                        minutes=entry.minutes,
                        time_zone=plan.time_zone,
                        place=plan.place,
                        text="\n".join([*filter(None, (entry.note,)), *lines]),
                        pause=entry.kind in ("break", "lunch"),
                    )
                )
    name = plans[0].title if len(plans) == 1 else programme.title
    return calendar(name, appointments, provenance(settings.project, outcome).built_on)
