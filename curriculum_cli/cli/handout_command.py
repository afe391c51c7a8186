"""`curriculum handout`: the papers of one workshop, or of single modules."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated

import typer

from ..build.marks import begin, roots_of
from ..build.request import FORMATS, HANDOUT, PAPERS, Request
from ..build.unchanged import still_there
from ..diagnostics import UsageError
from ..model.workshop import Workshop
from ..views.handout_pack import COPIES
from .build_command import account, made, mentioned, refuse, table
from .console import Screen, shown
from .participants import participants as people_of
from .project import cores, judged, keep_report, listed, one_of, settings_for
from .workers import started_workers


def handout(
    context: typer.Context,
    workshop: Annotated[
        str | None,
        typer.Argument(
            metavar="[WORKSHOP]", help="Id of a workshop; `curriculum list workshops` shows them."
        ),
    ] = None,
    module: Annotated[
        str | None,
        typer.Option(metavar="LIST", help="Handouts of these modules, as M10,M12, no workshop."),
    ] = None,
    copy: Annotated[
        str | None,
        typer.Option(metavar="LIST", help="participant, trainer or both. Default: both."),
    ] = None,
    language: Annotated[
        str | None,
        typer.Option(metavar="LIST", help="Languages, as kk,ru. Default: the workshop's."),
    ] = None,
    format: Annotated[
        str | None, typer.Option(metavar="LIST", help="pdf, html or both. Default: both.")
    ] = None,
    participants: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="CSV with name, rank, unit: printed on register, name plates and certificates, "
            "and kept nowhere else. Default: blank lines.",
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Where to write. Default: build/.")
    ] = None,
    zip: Annotated[
        bool, typer.Option("--zip", help="Put all of it in one zip too, with digests.")
    ] = False,
    paper: Annotated[
        str | None, typer.Option(metavar="SIZE", help="a4 or letter. Default: the programme's.")
    ] = None,
    draft: Annotated[
        bool, typer.Option("--draft", help="Build in spite of errors, and mark every page.")
    ] = False,
    jobs: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, help="How many workers lay out. Default: the cores."),
    ] = None,
) -> None:
    """Make the papers of one workshop, for participants and trainer."""
    screen: Screen = context.obj
    began = time.monotonic()
    formats = listed(format, FORMATS, "format") or FORMATS
    copies = listed(copy, COPIES, "copy") or COPIES
    size = one_of(paper, PAPERS, "paper size") if paper else None
    _refuse_what_makes_no_sense(workshop, module, participants, copies)
    settings = settings_for(screen, output)
    roots = roots_of(str(settings.project), [str(folder) for folder in settings.templates])
    before = begin(roots)
    with started_workers(screen, settings, formats, jobs or cores()) as workers:
        outcome = judged(settings)
        if outcome.checked is None:
            refuse(screen, outcome, settings)
            raise typer.Exit(1)
        curriculum = outcome.checked.curriculum
        programme = curriculum.programme
        chosen = _workshop(workshop, curriculum.workshops)
        request = Request(
            documents=(HANDOUT,),
            languages=listed(language, programme.languages, "language")
            or (chosen.languages if chosen else programme.languages),
            formats=formats,
            modules=listed(module, curriculum.modules, "module"),
            paper=size or programme.defaults.paper,
            draft=draft,
            workshop=chosen.id if chosen else None,
            copies=copies,
            people=people_of(participants, settings) if participants else (),
        )
        if outcome.report.errors and not draft:
            refuse(screen, outcome, settings)
            screen.note("Nothing was made. With --draft, all is made and marked as a draft.")
            raise typer.Exit(1)
        for note in mentioned(outcome):
            screen.note(note)
        if chosen and len(request.people) > chosen.participants:
            screen.note(
                f"The list has {len(request.people)} people, the workshop is for "
                f"{chosen.participants}: quantities and copies are for {chosen.participants}."
            )
        result = made(screen, settings, request, outcome, workers)
    if not screen.quiet:
        screen.say("\n".join(table(result, settings)))
    account(screen, result, settings, time.monotonic() - began)
    if result.failures:
        raise typer.Exit(1)
    seen = still_there(before, roots) if before is not None else None
    if seen is not None:
        keep_report(settings, outcome, seen, roots)
    if zip:
        from ..build.parcel import write_parcel

        path = write_parcel(request, settings.output, result.made)
        screen.say(shown(path))


def _workshop(name: str | None, known: dict[str, Workshop]) -> Workshop | None:
    return known[one_of(name, known, "workshop", "There is none yet.")] if name else None


def _refuse_what_makes_no_sense(
    workshop: str | None, module: str | None, participants: Path | None, copies: tuple[str, ...]
) -> None:
    if workshop is None and module is None:
        raise UsageError(
            "no workshop is named",
            "Name one (`curriculum list workshops`), or modules with --module M10.",
        )
    if workshop is not None and module is not None:
        raise UsageError(
            "a workshop and --module do not go together",
            "Leave one of them out: the workshop's papers hold its modules.",
        )
    if participants is not None and (workshop is None or "trainer" not in copies):
        raise UsageError(
            "names are printed in the trainer's copy of a workshop only",
            "Name a workshop, and leave --copy out or name the trainer's.",
        )
