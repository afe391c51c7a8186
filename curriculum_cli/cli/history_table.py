"""Planned against actual minutes, on the screen and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable

from rich.table import Table
from rich.text import Text

from ..views.delivered import History, StepHistory
from .console import Screen


def as_json(histories: Iterable[History]) -> str:
    """One JSON object; minutes that nobody noted are null."""
    body = [
        {
            "workshop": each.workshop,
            "title": each.title,
            "dates": [str(day) for day in each.dates],
            "steps": [
                {
                    "day": row.day,
                    "module": row.module,
                    "step": row.step,
                    "title": row.title,
                    "planned": row.planned,
                    "planned_then": row.planned_then,
                    "actual": row.actual,
                    "mean": None if row.mean is None else round(float(row.mean), 1),
                    "remarks": row.remarks,
                }
                for row in each.steps
            ],
            "tests": [{"test": t.test, "averages": t.averages} for t in each.tests],
        }
        for each in histories
    ]
    return json.dumps({"version": 1, "workshops": body}, ensure_ascii=False, indent=2)


def print_history(screen: Screen, found: History) -> None:
    """A table of steps with a sum, then the tests, then the remarks."""
    screen.out.print(Text(f"{found.workshop}: {found.title}", style="bold"), soft_wrap=True)
    table = Table(box=None, pad_edge=False)
    table.add_column("Day", justify="right")
    table.add_column("Step", no_wrap=True)
    table.add_column("Title")
    table.add_column("Planned", justify="right")
    for day in found.dates:
        table.add_column(str(day), justify="right", no_wrap=True)
    table.add_column("Difference", justify="right")
    for row in found.steps:
        table.add_row(
            str(row.day),
            f"{row.module} {row.step}",
            row.title,
            _number(row.planned),
            *map(_number, row.actual),
            _difference(row),
        )
    screen.out.print(table)
    noted = [row for row in found.steps if row.mean is not None and row.planned is not None]
    planned = sum(row.planned or 0 for row in noted)
    really = sum((row.mean or 0) for row in noted)
    screen.out.print(
        f"Noted: {len(noted)} of {len(found.steps)} steps; "
        f"planned {planned} min, actual {float(really):g} min.",
        soft_wrap=True,
    )
    for test in found.tests:
        averages = ", ".join("–" if each is None else f"{each} %" for each in test.averages)
        screen.out.print(f"{test.test.capitalize()}: {averages}", soft_wrap=True)
    for row in found.steps:
        for remark in row.remarks:
            screen.out.print(f"{row.module} {row.step}: {remark}", soft_wrap=True)
    screen.out.print()


def _number(value: int | None) -> str:
    return "–" if value is None else str(value)


def _difference(row: StepHistory) -> Text:
    """How much longer or shorter than planned, on average."""
    if row.mean is None or row.planned is None:
        return Text("–")
    gap = float(row.mean - row.planned)
    return Text("0" if gap == 0 else f"{gap:+.3g}", style="" if gap == 0 else "bold")
