"""Rows become tables: on the screen, and in bench/results.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from .ratios import Ratio, figure, ratio
from .store import Rows
from .targets import MEMORY, MEMORY_STRETCH, TARGETS

OURS = "ours: "
ABOUT_RATIOS = (
    "A ratio compares two programs within one round; the median is over the rounds. Processor time "
    "is of all processes together, as a ratio to the same program. Pages and words are counted in "
    "the PDF. Peers that take Markdown have fewer pages, since sheets of ours begin on a page of "
    "their own. The largest process is of one run before the rounds, by GNU time."
)
ABOUT_ABILITIES = (
    "Found in the PDFs by pikepdf and poppler. Kazakh: words of a page of Kazakh that stand "
    "divided at the ends of lines."
)
ABILITIES = (
    ("tagged", "tagged"),
    ("pdf_ua", "says PDF/UA"),
    ("labels", "page labels"),
    ("outline", "outline"),
    ("heads", "running heads"),
    ("contents", "page numbers in contents"),
)
HEAD = (
    "What", "to", "ratio: median (least–most)", "processor time", "rounds", "pages", "words",
    "largest process",
)  # fmt: skip


def seconds(rows: Rows, name: str, what: str = "seconds") -> dict[int, float]:
    """Seconds of a task by round, by the clock or of processor time."""
    return {row["round"]: row[what] for row in rows.of("time", task=name) if not row["why"]}


def compared(rows: Rows, name: str, to: str) -> Ratio | None:
    return ratio(seconds(rows, name), seconds(rows, to))


def table(rows: Rows) -> Iterator[tuple[str, ...]]:
    """The main table, a row for each task, peers that failed too."""
    for task in _newest(rows.of("task")):
        name, to = task["task"], task["baseline"]
        fact = rows.one("facts", task=name) or {}
        peak = rows.one("peak", task=name) or {}
        found = compared(rows, name, to)
        reason = task.get("why") or peak.get("why") or _failed(rows, name)
        yield (
            task["label"],
            "itself" if name == to else _label(rows, to),
            (str(found) if name != to else "1") if found else reason or "not measured",
            _processor(rows, name, to),
            str(found.rounds) if found else "–",
            _number(fact.get("pages")),
            _number(fact.get("words")),
            f"{peak['mib']:.0f} MiB" if peak.get("mib") else "–",
        )


def abilities(rows: Rows) -> Iterator[tuple[str, ...]]:
    """What each program's book has, as found in its PDF."""
    for task in _newest(rows.of("task")):
        fact = rows.one("facts", task=task["task"])
        if fact is None:
            continue
        kazakh = rows.one("kazakh", task=task["task"]) or {}
        cells = ["yes" if fact.get(key) else "no" for key, _ in ABILITIES]
        words = kazakh.get("hyphenated")
        cells.append(kazakh.get("why") or ("not tried" if words is None else _divides(words)))
        yield (task["label"], *cells)


def markdown(rows: Rows, title: Iterable[str]) -> str:
    """The whole of bench/results.md."""
    parts = ["# Measured", *title]
    parts += ["## Side by side", _table(HEAD, table(rows))]
    parts += [ABOUT_RATIOS]
    names = ("Program", *(name for _, name in ABILITIES), "divides Kazakh words")
    parts += ["## What each can do", _table(names, abilities(rows))]
    parts += [ABOUT_ABILITIES]
    parts += ["## Targets", _targets(rows)]
    scale = list(scale_table(rows))
    if scale:
        parts += ["## Scale", _table(SCALE_HEAD, scale), SCALE_NOTE]
    return "\n\n".join(parts) + "\n"


SCALE_HEAD = (
    "Curriculum", "languages", "workers", "pages", "time a page, to the first row",
    "largest process",
)  # fmt: skip
SCALE_NOTE = (
    "Cold, PDF. The first row is 1; its seconds a page are those of the same run. A row is one "
    "run, the first row the median of three."
)


def scale_table(rows: Rows) -> Iterator[tuple[str, ...]]:
    unit = 0.0
    for row in _newest(rows.of("scale")):
        if row["why"]:
            each = row["why"]
        else:
            pace = row["seconds"] / max(row["pages"], 1)
            unit = unit or pace
            each = figure(pace / unit)
        yield (
            row["label"],
            str(row["languages"]),
            str(row["jobs"]),
            _number(row["pages"]),
            each,
            f"{row['mib']:.0f} MiB" if row["mib"] else "–",
        )


def _targets(rows: Rows) -> str:
    lines = [
        "| Work | to | target | stretch | measured | |\n| --- | --- | --- | --- | --- | --- |",
        *(each.judged(compared(rows, each.task, each.to)) for each in TARGETS),
    ]
    labels = {row["task"]: row["label"] for row in rows.of("task")}
    peaks = [
        row["mib"]
        for row in (*rows.of("peak"), *rows.of("scale"))
        if row["kind"] == "scale" or labels.get(row["task"], "").startswith(OURS)
    ]
    if peaks:
        most = max(peaks)
        verdict = "missed" if most > MEMORY else "met"
        verdict += ", stretch too" if most <= MEMORY_STRETCH else ""
        limits = f"{MEMORY} MiB | {MEMORY_STRETCH} MiB"
        lines.append(f"| largest process of ours | – | {limits} | {most:.0f} MiB | {verdict} |")
    lines.append(
        "| one word changed, resident process | plain | 0.03 | 0.011 | – | no such command yet |"
    )
    return "\n".join(lines)


def _processor(rows: Rows, name: str, to: str) -> str:
    found = ratio(seconds(rows, name, "processor"), seconds(rows, to, "processor"))
    return figure(found.median) if found else "–"


def _newest(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for row in rows:
        found[row["task"]] = row
    return list(found.values())


def _label(rows: Rows, name: str) -> str:
    row = rows.one("task", task=name)
    return row["label"].partition(",")[0] if row else name


def _failed(rows: Rows, name: str) -> str:
    return next((row["why"] for row in rows.of("time", task=name) if row["why"]), "")


def _divides(words: int) -> str:
    return f"yes ({words})" if words else "no"


def _number(value: int | None) -> str:
    return f"{value:,}" if value else "–"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', '/') for cell in row)} |" for row in lines)
