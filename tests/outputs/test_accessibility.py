"""Bound documents keep PDF/UA-1, as a checker of its own sees it (PyPI page-validation)."""

from __future__ import annotations

import page
import pytest
from curriculum_cli.outputs.binder import Sheet

from .conftest import Bind, Lay


def findings(pdf: bytes) -> list[str]:
    report = page.validate_pdf_bytes(pdf, profile="ua1")
    return [f"{failure.rule_id}: {failure.message}" for failure in report.failures]


def test_the_checker_has_no_finding(bound: bytes) -> None:
    assert findings(bound) == []


def test_a_document_for_one_side_has_none_either(sheets: list[Sheet], bind_sheets: Bind) -> None:
    assert findings(bind_sheets(sheets, duplex=False)) == []


def test_the_checker_sees_what_is_wrong(lay: Lay, bind_sheets: Bind) -> None:
    leaf = lay('<p><a href="https://www.osce.org/"><b>bold</b> link</a>')
    found = findings(bind_sheets([Sheet("X", leaf, "X-", "X", 1, "kk")]))
    assert [finding for finding in found if "LINK" in finding]


@pytest.mark.parametrize(
    "body",
    [
        "<table><thead><tr><th scope='col'>A<th scope='col'>B</thead><tbody>"
        + "<tr><td>1<td>2" * 120
        + "</table>",
        "<table><tr><th scope='row'>A<td>1<tr><th scope='row'>B<td>2</table>",
        "<table><caption>C</caption><tr><td>1<td>2</table>",
        "<ul><li>a<ul><li>b<ol><li>c</ol></ul></ul><dl><dt>d<dd>e<dd>f</dl>",
        "<h1>a</h1>" + "<p>сөз <b>сөз</b> " * 400,
        '<p>a <i lang="ru">б <b lang="en">c</b></i> <em>d <strong>e</strong></em>',
        "<blockquote><p>a</blockquote><div>b<div>c</div></div><section>d</section>",
        '<div style="columns: 2">' + "<p>сөз" * 30 + "</div>",
        '<div style="display: flex"><p>a</p><p>b</p></div>',
        '<p style="position: absolute; top: 0">a<p style="float: right">b<hr>',
        '<figure><img alt="a" src="asset:figures/map.svg"><figcaption>b</figcaption></figure>',
        "<p>" + '<a href="https://www.osce.org/">ұзын сілтеме </a>' * 30,
        '<p><a href="leaf:NONE">a</a><ul><li><a href="leaf:NONE#x">b</a></ul>',
    ],
)
def test_what_a_leaf_may_hold_passes(lay: Lay, bind_sheets: Bind, body: str) -> None:
    sheets = [Sheet(f"X{i}", lay(body), f"X{i}-", "X", 1, "kk") for i in range(2)]
    assert findings(bind_sheets(sheets)) == []
