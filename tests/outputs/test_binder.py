"""Bound leaves are one document: fonts, labels, outline, blank backs, the same bytes."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from curriculum_cli.outputs.binder import Sheet, bind
from pikepdf import Name

from .conftest import Bind, Lay
from .leaves import KAZAKH
from .reading import PAGES, labels, opened, outline, run, streams


def test_each_font_is_there_once(book: pikepdf.Pdf, file: Path) -> None:
    names = [line.split()[0] for line in run("pdffonts", file).splitlines()[2:]]
    assert len(names) == len(set(names)) == 4
    fonts = [held for held in book.objects if getattr(held, "Type", None) == Name.FontDescriptor]
    assert len({sha256(font.FontFile2.read_bytes()).digest() for font in fonts}) == len(fonts) == 4


def test_a_font_inside_a_drawing_is_the_same_font(lay: Lay, bind_sheets: Bind) -> None:
    body = '<div style="opacity: .5">Әділет</div><p>құқық</p>'
    leaf = lay(body)
    assert streams(opened(leaf.pdf), "/Subtype", Name.Form)
    sheets = [Sheet(f"X{i}", leaf, f"X{i}-", "X", 1, "kk") for i in range(3)]
    pdf = opened(bind_sheets(sheets))
    forms = [form for form in streams(pdf, "/Subtype", Name.Form) if "/Resources" in form]
    used = {font.objgen for form in forms for font in form.Resources.Font.as_dict().values()}
    assert len(forms) == 3
    assert len(used) == 1
    assert used <= {font.objgen for font in pdf.pages[0].Resources.Font.as_dict().values()}


def test_an_image_that_two_leaves_show_is_there_once(book: pikepdf.Pdf) -> None:
    images = streams(book, "/Subtype", Name.Image)
    assert sorted("/SMask" in image for image in images) == [False, True]


def test_an_image_inside_a_drawing_is_the_same_image(lay: Lay, bind_sheets: Bind) -> None:
    leaf = lay('<div style="opacity: .5"><img alt="a" src="asset:figures/sign.png"></div>')
    sheets = [Sheet(f"X{i}", leaf, f"X{i}-", "X", 1, "kk") for i in range(3)]
    assert len(streams(opened(bind_sheets(sheets)), "/Subtype", Name.Image)) == 2


def test_a_leaf_without_a_prefix_is_only_numbered(sheets: list[Sheet], bind_sheets: Bind) -> None:
    assert labels(opened(bind_sheets([replace(sheets[1], label="")]))) == ["1", "2"]


def test_qpdf_finds_no_fault(file: Path) -> None:
    assert "No syntax or stream encoding errors" in run("qpdf", "--check", file)


def test_two_images_that_differ_in_the_mask_alone_are_kept_apart(
    lay: Lay, bind_sheets: Bind, sheets: list[Sheet]
) -> None:
    first = opened(sheets[0].laid_out.pdf)
    image = next(i for i in streams(first, "/Subtype", Name.Image) if "/SMask" in i)
    image.SMask.write(b"\0" * 4, filter=Name.FlateDecode)
    stream = BytesIO()
    first.save(stream)
    changed = replace(sheets[0].laid_out, pdf=stream.getvalue())
    other = replace(sheets[0], leaf="M11", laid_out=changed)
    bound = opened(bind_sheets([sheets[0], other]))
    assert len(streams(bound, "/Subtype", Name.Image)) == 4


def test_every_leaf_has_its_own_page_labels(book: pikepdf.Pdf) -> None:
    assert labels(book) == PAGES


def test_a_leaf_begins_on_a_right_hand_page(file: Path) -> None:
    pages = run("pdftotext", file, "-").split("\f")
    assert pages[1].strip() == "Бос бет"
    assert "Ролевая игра" in pages[2]
    assert pages[5].strip() == "Бос бет"


def test_single_sided_printing_needs_no_blank_backs(sheets: list[Sheet], bind_sheets: Bind) -> None:
    pdf = opened(bind_sheets(sheets, duplex=False))
    assert labels(pdf) == [PAGES[0], *PAGES[2:5]]
    assert "/Duplex" not in pdf.Root.ViewerPreferences


def test_the_outline_nests_leaves_and_their_headings(book: pikepdf.Pdf) -> None:
    assert outline(book) == [
        (1, "Тоқтату және тексеру"),
        (2, "Қадамдар"),
        (2, "Ролевая игра"),
        (3, "Обсуждение"),
        (2, "Handout 1"),
        (3, "Questions"),
        (4, "More"),
    ]


def test_the_outline_opens_on_the_leaves_alone(book: pikepdf.Pdf) -> None:
    assert book.Root.Outlines.Count == 1
    assert book.Root.Outlines.First.Count == -3


def test_the_outline_leads_to_the_page_of_the_heading(book: pikepdf.Pdf) -> None:
    scenario = book.Root.Outlines.First.First.Next
    assert scenario.Title == "Ролевая игра"
    assert scenario.Dest[0].objgen == book.pages[2].obj.objgen
    assert scenario.First.Dest[0].objgen == book.pages[3].obj.objgen


def test_metadata_names_the_document_and_no_date(book: pikepdf.Pdf) -> None:
    assert {key: str(value) for key, value in book.docinfo.items()} == {
        "/Title": "Жаттықтырушы <кітабы> & «құқық»",
        "/Subject": "Trainer's handbook",
        "/Producer": "curriculum",
    }
    xmp = book.open_metadata()
    assert xmp["dc:title"] == "Жаттықтырушы <кітабы> & «құқық»"
    assert xmp["dc:language"] == {"kk"}
    assert xmp["pdfuaid:part"] == "1"
    assert book.Root.ViewerPreferences.Duplex == Name.DuplexFlipLongEdge
    assert book.Root.ViewerPreferences.DisplayDocTitle


def test_the_same_leaves_give_the_same_bytes(
    bound: bytes, sheets: list[Sheet], bind_sheets: Bind
) -> None:
    assert bind_sheets(sheets) == bound


def test_a_changed_word_gives_another_identifier(
    lay: Lay, sheets: list[Sheet], bind_sheets: Bind
) -> None:
    one, other = (
        bind_sheets([replace(sheets[0], laid_out=lay(f"<p>{word}"))]) for word in ("а", "б")
    )
    assert opened(one).trailer.ID != opened(other).trailer.ID


def test_a_leaf_stands_only_once_in_a_document(sheets: list[Sheet], bind_sheets: Bind) -> None:
    with pytest.raises(ValueError, match="twice"):
        bind_sheets([sheets[0], sheets[0]])


def test_a_font_that_is_none_of_the_faces_is_refused(sheets: list[Sheet]) -> None:
    none = BytesIO()
    empty = pikepdf.new()
    empty.add_blank_page().obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary())
    empty.save(none)
    with pytest.raises(ValueError, match="there is no font"):
        bind(sheets, title="T", language="kk", subject="", faces=none.getvalue())


def test_kazakh_text_can_be_read_back(file: Path) -> None:
    assert KAZAKH in " ".join(run("pdftotext", file, "-").split())
