"""The coverage for other programs: JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterator

from ..views.coverage_report import Cell, CoverageReport, ItemCoverage
from .tables import as_csv, as_json

HEAD = (
    "recommendation",
    "title",
    "state",
    "missing",
    "audiences_missing",
    "left_out",
    "module",
    "objectives",
    "steps",
    "items",
    "audiences",
    "link",
)


def coverage_json(report: CoverageReport) -> str:
    """The report as one JSON object, holes first."""
    body = {
        "version": 1,
        "standard": report.standard.id,
        "modules": list(report.modules),
        "counts": {
            "items": len(report.items),
            "holes": report.count("hole"),
            "left_out": report.count("left-out"),
            "served": report.count("served"),
            "suspect_links": len(report.links("suspect")),
            "unconfirmed_links": len(report.links(None)),
        },
        "items": [_item(each) for each in report.items],
    }
    return as_json(body)


def _item(item: ItemCoverage) -> dict[str, object]:
    return {
        "recommendation": item.row.recommendation.number,
        "title": item.row.recommendation.title,
        "state": item.state,
        "missing": list(item.row.open_parts),
        "audiences_missing": list(item.row.open_audiences),
        "left_out": [
            {"audience": hole.audience, "reason": hole.reason, "accepted_by": hole.accepted_by}
            for hole in item.accepted
        ],
        "modules": [_module(cell) for cell in item.cells.values()],
    }


def _module(cell: Cell) -> dict[str, object]:
    found = cell.service
    return {
        "module": found.module,
        "objectives": list(found.objectives),
        "steps": list(found.steps),
        "items": list(found.items),
        "audiences": list(found.audiences),
        "link": _link(cell),
    }


def _link(cell: Cell) -> str:
    return cell.link or "unconfirmed"


def coverage_csv(report: CoverageReport) -> str:
    """A row for each item and module that serves it, holes first; lists are parted by blanks."""
    return as_csv(HEAD, _rows(report))


def _rows(report: CoverageReport) -> Iterator[tuple[object, ...]]:
    for item in report.items:
        recommendation = item.row.recommendation
        about = (
            recommendation.number,
            recommendation.title,
            item.state,
            " ".join(item.row.open_parts),
            " ".join(item.row.open_audiences),
            " ".join(hole.audience or "everybody" for hole in item.accepted),
        )
        for cell in item.cells.values():
            found = cell.service
            lists = (found.objectives, found.steps, found.items, found.audiences)
            yield (*about, found.module, *(" ".join(each) for each in lists), _link(cell))
        if not item.cells:
            yield (*about, "", "", "", "", "", "")
