"""In a bound document links lead somewhere, and every tag has its place and language."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from curriculum_cli.outputs.binder import Sheet
from pikepdf import Dictionary, Name, Object

from .conftest import Bind, Lay
from .reading import PAGES, destinations, links, opened, run


def test_every_leaf_and_anchor_can_be_linked_to(book: pikepdf.Pdf) -> None:
    found = {name: label for name, (label, _) in destinations(book).items()}
    assert found == {
        "M10": "M10-1",
        "M10#top": "M10-1",
        "M10#steps": "M10-1",
        "M10-C1": "M10-C1-1",
        "M10-C1#debrief": "M10-C1-2",
        "M10-H1": "M10-H1-1",
        "M10-H1#top": "M10-H1-1",
    }


def test_names_are_in_the_order_that_a_viewer_searches_them(book: pikepdf.Pdf) -> None:
    names = [bytes(name) for name in book.Root.Names.Dests.Names.as_list()[::2]]
    assert names == sorted(names)


def test_a_name_leads_to_the_place_on_the_page(book: pikepdf.Pdf, sheets: list[Sheet]) -> None:
    heights = {name: height for name, (_, height) in destinations(book).items()}
    steps = next(y for name, _, _, y in sheets[0].laid_out.anchors if name == "steps")
    assert heights["M10#steps"] == steps
    assert heights["M10"] == pytest.approx(841.89, abs=0.01)


def test_links_between_leaves_work_and_dead_ones_vanish(book: pikepdf.Pdf) -> None:
    assert links(book, "M10-1") == [
        ("Ролевая игра", "M10-C1"),
        ("Ролевая игра", "M10-C1#debrief"),
        ("steps", "M10#steps"),
        ("https://www.osce.org/hcnm", "https://www.osce.org/hcnm"),
    ]
    assert links(book, "M10-C1-1") == [("Тоқтату және тексеру", "M10")]
    assert links(book, "M10-H1-1") == [("Тоқтату және тексеру", "M10#steps")]
    targets = [target for label in PAGES for _, target in links(book, label)]
    assert {name for name in targets if ":" not in name} <= destinations(book).keys()


def test_a_link_to_a_lost_anchor_leads_to_its_leaf(lay: Lay, bind_sheets: Bind) -> None:
    leaf = lay('<p><a href="leaf:M1#lost">a</a>')
    pdf = opened(bind_sheets([Sheet("M1", leaf, "M1-", "One", 1, "kk")]))
    assert links(pdf, "M1-1") == [("One", "M1")]


def test_the_text_of_a_dead_link_stays(file: Path) -> None:
    text = " ".join(run("pdftotext", file, "-").split())
    assert "жоқ парақ" in text
    assert "состоит из двух частей" in text


def test_a_dead_link_leaves_no_trace_in_the_tags(book: pikepdf.Pdf) -> None:
    numbers = book.Root.StructTreeRoot.ParentTree.Nums.as_list()
    owned = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    annotations = [link for page in book.pages for link in page.obj.get("/Annots", ())]
    pages = [page.obj.StructParents for page in book.pages if "/StructParents" in page.obj]
    assert len(annotations) == 6
    assert sorted([*pages, *(link.StructParent for link in annotations)]) == sorted(owned)
    references = [held for held in book.objects if _is_reference(held)]
    assert {held.Obj.objgen for held in references} == {link.objgen for link in annotations}
    elements = [owned[int(link.StructParent)].objgen for link in annotations]
    tagged = [held.objgen for held in book.objects if _is_link_element(held)]
    assert sorted(elements) == sorted(tagged)


def _is_link_element(held: Object) -> bool:
    return isinstance(held, Dictionary) and held.get("/S") == Name.Link


def _is_reference(held: Object) -> bool:
    return isinstance(held, Dictionary) and held.get("/Type") == Name.OBJR


def test_every_part_has_its_language_and_title(book: pikepdf.Pdf) -> None:
    parts = book.Root.StructTreeRoot.K[0].K.as_list()
    assert {str(part.S) for part in parts} == {"/Part"}
    assert [(str(part.T), str(part.Lang)) for part in parts] == [
        ("Тоқтату және тексеру", "kk"),
        ("Ролевая игра", "ru"),
        ("Handout 1", "en"),
    ]
    assert book.Root.Lang == "kk"


def test_a_foreign_passage_keeps_its_language(book: pikepdf.Pdf) -> None:
    found = [held for held in book.objects if isinstance(held, Dictionary) and "/Lang" in held]
    spoken = {(str(held.S), str(held.Lang)) for held in found if "/S" in held}
    assert {("/Span", "ru"), ("/TD", "ru")} <= spoken


def test_every_page_is_known_to_the_element_that_owns_it(book: pikepdf.Pdf) -> None:
    numbers = book.Root.StructTreeRoot.ParentTree.Nums.as_list()
    keys = [int(key) for key in numbers[::2]]
    owned = dict(zip(keys, numbers[1::2], strict=True))
    assert keys == sorted(set(keys))
    for page in book.pages:
        if "/StructParents" in page.obj:
            for number, owner in enumerate(owned[int(page.obj.StructParents)].as_list()):
                assert owner.Pg.objgen == page.obj.objgen
                assert number in owner.K.as_list()
