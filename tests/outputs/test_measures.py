"""Every fault of lay-out is found where it is planted, and nowhere on a good page."""

from __future__ import annotations

import pytest
from curriculum_cli.outputs.laid_out import Fault, LaidOut

from .conftest import Lay

CSS = """
@page { size: 100mm 100mm; margin: 20mm 15mm; @bottom-left { content: "M10 version 1"; width: 70% }
        @bottom-right { content: "M10-" counter(page) } }
html { font: 10pt/14pt "Noto Sans"; hyphens: auto } body { margin: 0 }
p, h1, h2 { margin: 0; font-size: 10pt } h1, h2 { break-after: avoid }
table { border-collapse: collapse; width: 100% } td, th { border: 1px solid; padding: 1mm }
tr, .keep { break-inside: avoid }
"""
FIRST = "<h1>First</h1>"
LINES = "<p>Line</p>" * 10


def lines(number: int) -> str:
    return "<br>".join(f"line {i}" for i in range(number))


def table(head: str, row: str, style: str = "") -> str:
    body = f"<thead><tr>{head}</tr></thead><tbody><tr>{row}</tr></tbody>"
    return f'<table style="{style}">{body}</table>'


FILLED = '<th scope="col">Seen</th><th scope="col" style="width: 36mm">Remark</th>'
GOOD = f"""{FIRST}{LINES}{LINES}<h2>Head</h2><p>Text</p>
{table(FILLED, "<td>Distance</td><td></td></tr><tr><td></td><td></td>")}"""

TWO = '<th scope="col">A</th><th scope="col">B</th>'
NARROW = "table-layout: fixed; width: 30mm"
TOO_LONG = "content: 'M10 version 1, a draft of 22.11.2026, in English'; white-space: nowrap"

PLANTED = {
    "row": table("<th scope=col>A</th>", f"<td>{lines(30)}</td>"),
    "parted": f"<div class='keep'>{lines(30)}</div>",
    "empty": "<div style='height: 90mm'></div>",
    "overflow": f"<p style='white-space: nowrap'>{'word ' * 30}</p>",
    "cell": table(TWO, "<td>interdependence</td><td>b</td>", f"{NARROW}; hyphens: manual"),
    "column": table(TWO, "<td>measurement</td><td>b</td>", NARROW),
    "writing": table(TWO, "<td style='width: 60mm'>a</td><td></td>"),
    "foot": f"<style>@page {{ @bottom-left {{ {TOO_LONG} }} }}</style>",
}


def laid(lay: Lay, body: str) -> LaidOut:
    return lay(body, language="en", css=CSS)


def test_a_good_leaf_has_no_fault(lay: Lay) -> None:
    leaf = laid(lay, GOOD)
    assert leaf.pages > 1
    assert leaf.faults == ()


@pytest.mark.parametrize("kind", PLANTED)
def test_a_planted_fault_is_found(lay: Lay, kind: str) -> None:
    faults = laid(lay, f"{FIRST}<p>Text</p>{PLANTED[kind]}").faults
    assert {fault.kind for fault in faults} == {kind}, faults


def test_a_heading_that_is_left_behind_is_found(lay: Lay) -> None:
    """Where a page break is asked for, the style cannot keep the heading with its text."""
    body = f"{FIRST}<p>Text</p><h2>Left behind</h2><p style='break-before: page'>Text</p>"
    assert laid(lay, body).faults == (Fault("heading", 0, "Left behind"),)


def test_faults_survive_the_cache(lay: Lay) -> None:
    leaf = laid(lay, FIRST + "<p>Text</p>" + PLANTED["row"])
    assert leaf.faults
    assert LaidOut.from_bytes(leaf.to_bytes()) == leaf
