"""`curriculum build`: check, then make the documents."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..build.marks import begin, roots_of
from ..build.request import FORMATS, PAPERS, Request
from ..build.unchanged import keep, still_there
from ..settings import Settings
from ..views.catalogue import NAMES
from .console import Screen, shown
from .project import EMBEDDED, cores, judged, keep_report, listed, one_of, settings_for
from .workers import started_workers

if TYPE_CHECKING:
    from ..build.executor import Executor
    from ..build.work import BuildResult
    from ..checks.project import Outcome


def build(
    context: typer.Context,
    documents: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[DOCUMENT]...",
            help=f"What to build: {', '.join(NAMES)}. Default: what the programme lists.",
        ),
    ] = None,
    language: Annotated[
        str | None,
        typer.Option(metavar="LIST", help="Languages, as en,ru,kk. Default: the programme's."),
    ] = None,
    format: Annotated[
        str | None, typer.Option(metavar="LIST", help="pdf, html or both. Default: both.")
    ] = None,
    module: Annotated[
        str | None,
        typer.Option(metavar="LIST", help="Only these modules, as M10,M12; other files stay."),
    ] = None,
    audience: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Editions cut down to one audience, in files of its own."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Where to write. Default: build/.")
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, help="How many workers lay out. Default: the cores."),
    ] = None,
    executor: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS",
            help="Lay out on a Dask cluster, as dask://HOST:8786. Default: on this machine.",
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Make everything anew, cached leaves too.")
    ] = False,
    draft: Annotated[
        bool, typer.Option("--draft", help="Build in spite of errors, and mark every page.")
    ] = False,
    paper: Annotated[
        str | None, typer.Option(metavar="SIZE", help="a4 or letter. Default: the programme's.")
    ] = None,
) -> None:
    """Check the curriculum, then build its documents into build/."""
    screen: Screen = context.obj
    began = time.monotonic()
    names = tuple(dict.fromkeys(one_of(each, NAMES, "document") for each in documents or ()))
    formats = listed(format, FORMATS, "format") or FORMATS
    size = one_of(paper, PAPERS, "paper size") if paper else None
    settings = settings_for(screen, output)
    roots = roots_of(str(settings.project), [str(folder) for folder in settings.templates])
    before = begin(roots)
    with started_workers(screen, settings, formats, jobs or cores(), executor) as workers:
        outcome = judged(settings)
        if outcome.checked is None:
            refuse(screen, outcome, settings)
            raise typer.Exit(1)
        curriculum = outcome.checked.curriculum
        programme = curriculum.programme
        request = Request(
            documents=names or tuple(programme.documents),
            languages=listed(language, programme.languages, "language") or programme.languages,
            formats=formats,
            modules=listed(module, curriculum.modules, "module"),
            audience=one_of(audience, curriculum.audiences, "audience") if audience else None,
            paper=size or programme.defaults.paper,
            draft=draft,
            force=force,
        )
        if outcome.report.errors and not draft:
            refuse(screen, outcome, settings)
            screen.note("Nothing was built. With --draft, all is built and marked as a draft.")
            raise typer.Exit(1)
        notes = mentioned(outcome)
        for note in notes:
            screen.note(note)
        result = made(screen, settings, request, outcome, workers)
    lines = table(result, settings)
    if not screen.quiet:
        screen.say("\n".join(lines))
    for remark in result.remarks:
        screen.note(f"look: {remark}.")
        notes.append(f"look: {remark}.")
    account(screen, result, settings, time.monotonic() - began)
    if result.failures:
        raise typer.Exit(1)
    seen = still_there(before, roots) if before is not None and screen.question else None
    if screen.question is not None and seen is not None:
        keep_report(settings, outcome, seen, roots)
        where = shown(settings.output)
        notes.append(f"Up to date: {_many(len(result.made), 'document')} in {where}.")
        if settings.embedded:
            notes.insert(0, EMBEDDED)
        keep(screen.question, seen, roots, result.digests, lines, notes)


def made(
    screen: Screen, settings: Settings, request: Request, outcome: Outcome, workers: Executor
) -> BuildResult:
    from ..build.pipeline import build as make
    from .progress import Progress

    with Progress(screen) as progress:
        return make(request, settings, outcome, progress, workers)


def refuse(screen: Screen, outcome: Outcome, settings: Settings) -> None:
    """Print the findings as `check` does, to stderr."""
    from .findings import print_report

    print_report(screen, outcome.report, outcome.read.texts, settings.project, stderr=True)


def mentioned(outcome: Outcome) -> list[str]:
    """A line about findings that do not stop the build."""
    if not outcome.report.diagnostics:
        return []
    from .findings import summary

    found = summary(outcome.report).plain.rstrip(".")
    return [f"{found}; `curriculum check` shows them."]


def table(result: BuildResult, settings: Settings) -> list[str]:
    """The documents with pages and size, as plain lines."""
    from rich.cells import cell_len

    rows = [("Document", "Pages", "Size")]
    for record in result.made:
        pages = str(record.pages) if record.pages else ""
        rows.append((shown(settings.output / record.path), pages, size(record.bytes)))
    path, page, octets = (max(cell_len(row[i]) for row in rows) for i in range(3))
    return [
        f"{row[0]}{' ' * (path - cell_len(row[0]))}  {row[1]:>{page}}  {row[2]:>{octets}}"
        for row in rows
    ]


def account(screen: Screen, result: BuildResult, settings: Settings, seconds: float) -> None:
    """What was removed, what failed, and what it took, on stderr."""
    for path in result.removed:
        screen.note(f"Removed {shown(settings.output / path)}: no longer made.")
    for failure in result.failures:
        where = f"{failure.leaf} “{failure.title}” in {failure.edition}"
        screen.complain(f"error: {where} cannot be laid out: {failure.why}")
    for path in result.not_made:
        left = "the earlier one stays" if (settings.output / path).exists() else "there is none"
        screen.complain(f"  not built: {shown(settings.output / path)}; {left}")
    screen.note(
        f"{_many(len(result.made), 'document')} in {shown(settings.output)}; "
        f"laid out {result.laid_out} of {_many(result.leaves, 'leaf', 'leaves')}, "
        f"{result.reused} reused; {seconds:.1f} s."
    )


def _many(number: int, one: str, more: str = "") -> str:
    return f"{number} {one if number == 1 else more or one + 's'}"


def size(octets: int) -> str:
    """A file's size as people say it."""
    if octets < 1 << 20:
        return f"{max(1, round(octets / 1024))} KiB"
    return f"{octets / (1 << 20):.1f} MiB"
