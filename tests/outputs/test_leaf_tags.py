"""The tags of a leaf are in order before it is bound."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Dictionary, Object

from .conftest import Lay


def elements(pdf: pikepdf.Pdf) -> list[Object]:
    def walk(element: Object) -> Iterator[Object]:
        yield element
        for kid in element.K.as_list():
            if isinstance(kid, Dictionary) and "/S" in kid:
                yield from walk(kid)

    return list(walk(pdf.Root.StructTreeRoot.K[0]))


def tags(pdf: pikepdf.Pdf) -> list[tuple[str, str]]:
    return [(str(element.S)[1:], str(element.get("/Lang", ""))) for element in elements(pdf)]


def owners(pdf: pikepdf.Pdf) -> list[Object]:
    return list(pdf.Root.StructTreeRoot.ParentTree.Nums[1].as_list())


@pytest.fixture
def tagged(lay: Lay) -> Callable[[str], pikepdf.Pdf]:
    """Lay out a body and open its PDF."""
    return lambda body: pikepdf.open(BytesIO(lay(body).pdf))


Tagged = Callable[[str], pikepdf.Pdf]


def test_lines_and_emphasis_belong_to_their_paragraph(tagged: Tagged) -> None:
    pdf = tagged("<p>" + "бір екі <b>үш</b> төрт " * 30)
    assert tags(pdf) == [("Document", ""), ("P", "")]
    assert {str(owner.S) for owner in owners(pdf)} == {"/P"}


def test_every_text_of_a_page_is_owned_by_the_element_that_holds_it(tagged: Tagged) -> None:
    pdf = tagged("<h1>a</h1><ul><li>b <i>c</i></ul><p>d <a href='#x'>e</a><p id='x'>f")
    for number, owner in enumerate(owners(pdf)):
        assert number in owner.K.as_list()


def test_running_heads_are_artifacts_and_not_text(tagged: Tagged) -> None:
    pdf = tagged("<p>a")
    content = pdf.pages[0].Contents.read_bytes()
    assert len(owners(pdf)) == 1
    assert content.count(b"/MCID") == 1
    assert content.count(b"/Artifact\n<</Type /Pagination>>\nBDC") == 2


def test_a_page_with_nothing_but_margin_boxes_owns_nothing(tagged: Tagged) -> None:
    assert owners(tagged("")) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<p>a <span lang="ru">б</span> c', [("P", ""), ("Span", "ru")]),
        ('<p lang="ru">а <b>б</b>', [("P", "ru")]),
        (
            '<p>a <i lang="ru">б <b lang="en">c</b></i>',
            [("P", ""), ("NonStruct", ""), ("Span", "ru"), ("NonStruct", "en")],
        ),
        ('<p lang="kk">a', [("P", "")]),
    ],
)
def test_a_foreign_passage_has_its_language(
    tagged: Tagged, body: str, expected: list[tuple[str, str]]
) -> None:
    assert tags(tagged(body))[1:] == expected


def test_header_cells_say_what_they_head(tagged: Tagged) -> None:
    pdf = tagged(
        "<table><thead><tr><th scope='col'>A<th scope='col'>B</thead>"
        "<tbody><tr><th scope='row'>1<td>2<tr><th scope='row'>3<td>4</table>"
    )
    cells = [element for element in elements(pdf) if element.S in ("/TH", "/TD")]
    scopes = [str(cell.A.Scope) for cell in cells if cell.S == "/TH"]
    assert scopes == ["/Column", "/Column", "/Row", "/Row"]
    assert not [cell for cell in cells if "/ID" in cell or "/Headers" in cell.get("/A", {})]


def test_the_box_of_a_figure_is_where_the_figure_stands(tagged: Tagged) -> None:
    pdf = tagged('<style>body { margin: 0 }</style><img alt="a" src="asset:figures/map.svg">')
    figure = next(element for element in elements(pdf) if element.S == "/Figure")
    margin = 20 / 25.4 * 72
    box = [float(side) for side in figure.A.BBox.as_list()]
    assert box[0] == pytest.approx(margin, abs=0.1)
    assert box[2] - box[0] == pytest.approx(150, abs=0.1)
    assert box[3] - box[1] == pytest.approx(45, abs=0.1)
    assert 841.89 - box[3] == pytest.approx(margin, abs=0.1)


def test_every_item_of_a_list_that_goes_on_overleaf_has_a_body(tagged: Tagged) -> None:
    pdf = tagged("<ul>" + f"<li><p>{'сөз ' * 200}</p></li>" * 9 + "</ul>")
    assert len(pdf.pages) > 1
    items = [each for each in elements(pdf) if each.S == "/LI"]
    parts = {str(part.S) for item in items for part in item.K.as_list()}
    assert items
    assert parts == {"/Lbl", "/LBody"}


def test_an_element_has_no_entry_that_tells_nothing(tagged: Tagged) -> None:
    pdf = tagged("<table><tr><th>a</th><td>b</td></tr></table>")
    found = {str(element.S): set(element.keys()) for element in elements(pdf)}
    assert "/Type" not in found["/TD"] | found["/TH"]
    assert "/A" in found["/TH"]
    assert "/A" not in found["/TD"]
