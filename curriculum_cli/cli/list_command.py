"""`curriculum list`: modules, workshops, recommendations, documents, terms and more."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import Annotated

import typer
from rich.table import Table

from ..diagnostics import UsageError
from ..model.coverage import rows
from ..model.curriculum import Curriculum
from ..model.timing import minutes_for
from .console import Screen
from .findings import print_report
from .project import judged, one_of, settings_for
from .tables import as_csv, as_json

Cell = str | int | tuple[str, ...] | tuple[int, ...]
Row = tuple[Cell, ...]


def _modules(curriculum: Curriculum) -> Iterator[Row]:
    yield "Module", "Title", "Minutes", "Version", "Status", "Audiences", "Recommendations"
    for module in curriculum.modules.values():
        facts = module.id, module.title, module.minutes, module.version, module.status
        yield *facts, module.audiences, module.recommendations


def _workshops(curriculum: Curriculum) -> Iterator[Row]:
    yield "Workshop", "Title", "Audience", "From", "Days", "Participants"
    for each in curriculum.workshops.values():
        first = min(each.dates).isoformat()
        yield each.id, each.title, each.audience, first, len(each.days), each.participants


def _audiences(curriculum: Curriculum) -> Iterator[Row]:
    yield "Audience", "Title", "Modules", "Minutes"
    for audience, title in curriculum.audiences.items():
        modules = [each for each in curriculum.modules.values() if audience in each.audiences]
        minutes = sum(minutes_for(each, audience) for each in modules)
        yield audience, title, tuple(each.id for each in modules), minutes


def _recommendations(curriculum: Curriculum) -> Iterator[Row]:
    yield "Number", "Part", "Title", "Coverage", "Modules"
    for row in rows(curriculum):
        each = row.recommendation
        modules = (m.id for m in curriculum.modules.values() if each.number in m.recommendations)
        accepted = row.left_out or row.left_out_for
        state = "hole" if row.hole else "left out" if accepted else "covered"
        yield each.number, each.part, each.title, state, tuple(modules)


def _documents(curriculum: Curriculum) -> Iterator[Row]:
    from ..views.catalogue import DOCUMENTS

    yield "Document", "For", "What"
    for each in DOCUMENTS:
        yield each.name, each.reader, each.about
    del curriculum


def _terms(curriculum: Curriculum) -> Iterator[Row]:
    yield "Id", "Term", "Recommendations"
    for term in curriculum.terms.values():
        yield term.id, term.term, term.recommendations


def _sources(curriculum: Curriculum) -> Iterator[Row]:
    yield "Id", "Title", "Year", "Checked on", "Modules"
    for source in curriculum.sources.values():
        modules = (
            module.id
            for module in curriculum.modules.values()
            if any(each.source == source.id for each in module.sources)
        )
        checked = source.checked_on.isoformat()
        yield source.id, source.title, source.year, checked, tuple(modules)


KINDS: dict[str, Callable[[Curriculum], Iterator[Row]]] = {
    "modules": _modules,
    "workshops": _workshops,
    "audiences": _audiences,
    "recommendations": _recommendations,
    "documents": _documents,
    "terms": _terms,
    "sources": _sources,
}


class Format(StrEnum):
    """How a list is written."""

    text = "text"
    json = "json"
    csv = "csv"


def _in_one(cell: Cell, between: str) -> str:
    """A cell in words; a list with something between its words."""
    return between.join(map(str, cell)) if isinstance(cell, tuple) else str(cell)


def list_things(
    context: typer.Context,
    kind: Annotated[
        str,
        typer.Argument(metavar="KIND", help="One of: " + ", ".join(KINDS) + "."),
    ] = "modules",
    format: Annotated[Format, typer.Option(help="How the list is written.")] = Format.text,
) -> None:
    """List what the curriculum holds."""
    screen: Screen = context.obj
    listed = KINDS[one_of(kind, KINDS, "kind of list")]
    settings = settings_for(screen)
    outcome = judged(settings)
    if outcome.checked is None:
        other = format is not Format.text
        print_report(screen, outcome.report, outcome.read.texts, settings.project, stderr=other)
        raise typer.Exit(1)
    head, *body = listed(outcome.checked.curriculum)
    if format is Format.json:
        keys = [str(name).lower().replace(" ", "_") for name in head]
        screen.write(as_json([dict(zip(keys, row, strict=True)) for row in body]))
        return
    if format is Format.csv:
        lines = ([_in_one(each, " ") for each in row] for row in body)
        screen.write(as_csv([str(name) for name in head], lines))
        return
    if not body:
        raise UsageError(f"the curriculum has no {kind}")
    table = Table(box=None, pad_edge=False)
    for index, name in enumerate(head):
        table.add_column(str(name), style="bold" if index == 0 else "", no_wrap=index == 0)
    for row in body:
        table.add_row(*(_in_one(each, ", ") or "–" for each in row))
    screen.out.print(table)
