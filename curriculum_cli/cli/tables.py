"""Rows for other programs: CSV and JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence

_FORMULA = ("=", "+", "-", "@")


def as_csv(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Rows as comma-separated values, without the last line end.

    *Why* an apostrophe before some texts: a spreadsheet would run them as formulas.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(head)
    for row in rows:
        cells = (str(cell) for cell in row)
        writer.writerow("'" + cell if cell.startswith(_FORMULA) else cell for cell in cells)
    return text.getvalue().removesuffix("\n")


def as_json(value: object) -> str:
    """A value as indented JSON, letters as they are."""
    return json.dumps(value, ensure_ascii=False, indent=2)
