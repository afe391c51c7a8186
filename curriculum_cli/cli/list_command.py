"""`curriculum list`: modules, workshops, recommendations, documents, terms."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Annotated

import typer
from rich.table import Table

from ..diagnostics import UsageError
from ..model.curriculum import Curriculum
from .console import Screen
from .findings import print_report
from .project import judged, one_of, settings_for

Row = tuple[str, ...]


def _modules(curriculum: Curriculum) -> Iterator[Row]:
    yield "Module", "Title", "Minutes", "Version", "Status", "Audiences", "Recommendations"
    for module in curriculum.modules.values():
        numbers = ", ".join(str(number) for number in module.recommendations)
        audiences = ", ".join(module.audiences)
        minutes = str(module.minutes)
        yield module.id, module.title, minutes, module.version, module.status, audiences, numbers


def _workshops(curriculum: Curriculum) -> Iterator[Row]:
    yield "Workshop", "Title", "Audience", "From", "Days", "Participants"
    for each in curriculum.workshops.values():
        first = min(each.dates).isoformat()
        yield each.id, each.title, each.audience, first, str(len(each.days)), str(each.participants)


def _recommendations(curriculum: Curriculum) -> Iterator[Row]:
    yield "No", "Part", "Title", "Modules"
    for number, each in curriculum.recommendations.items():
        modules = [m.id for m in curriculum.modules.values() if number in m.recommendations]
        yield str(number), each.part, each.title, ", ".join(modules) or "–"


def _documents(curriculum: Curriculum) -> Iterator[Row]:
    from ..views.catalogue import DOCUMENTS

    yield "Document", "For", "What"
    for each in DOCUMENTS:
        yield each.name, each.reader, each.about
    del curriculum


def _terms(curriculum: Curriculum) -> Iterator[Row]:
    yield "Id", "Term", "Recommendations"
    for term in curriculum.terms.values():
        yield term.id, term.term, ", ".join(str(number) for number in term.recommendations)


KINDS: dict[str, Callable[[Curriculum], Iterator[Row]]] = {
    "modules": _modules,
    "workshops": _workshops,
    "recommendations": _recommendations,
    "documents": _documents,
    "terms": _terms,
}


def list_things(
    context: typer.Context,
    kind: Annotated[
        str,
        typer.Argument(metavar="KIND", help="One of: " + ", ".join(KINDS) + "."),
    ] = "modules",
) -> None:
    """List what the curriculum holds."""
    screen: Screen = context.obj
    rows = KINDS[one_of(kind, KINDS, "kind of list")]
    settings = settings_for(screen)
    outcome = judged(settings)
    if outcome.checked is None:
        print_report(screen, outcome.report, outcome.read.texts, settings.project)
        raise typer.Exit(1)
    head, *body = rows(outcome.checked.curriculum)
    if not body:
        raise UsageError(f"the curriculum has no {kind}")
    table = Table(box=None, pad_edge=False)
    for index, name in enumerate(head):
        table.add_column(name, style="bold" if index == 0 else "", no_wrap=index == 0)
    for row in body:
        table.add_row(*row)
    screen.out.print(table)
