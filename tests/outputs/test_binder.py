"""Bound leaves are one document: fonts, labels, outline, links, blank backs, the same bytes."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from curriculum_cli.outputs.binder import Sheet
from pikepdf import Dictionary, Name, Object, Stream

from .conftest import Bind, Lay
from .leaves import KAZAKH

PAGES = ["M10-1", "M10-2", "M10-C1-1", "M10-C1-2", "M10-H1-1", "M10-H1-2"]
"""The labels of the bound test leaves; the second and the last are blank backs."""


@pytest.fixture(scope="session")
def file(bound: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("bound") / "bound.pdf"
    path.write_bytes(bound)
    return path


def run(*command: str | Path) -> str:
    return subprocess.run(command, capture_output=True, check=True).stdout.decode()


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(data))


def labels(pdf: pikepdf.Pdf) -> list[str]:
    return [str(page.label) for page in pdf.pages]


def streams(pdf: pikepdf.Pdf, key: str, value: Name) -> list[Stream]:
    found = (held for held in pdf.objects if isinstance(held, Stream))
    return [stream for stream in found if stream.get(key) == value]


def links(pdf: pikepdf.Pdf, label: str) -> list[tuple[str, str]]:
    """Return what each link on a page says, and where it leads: a name or a website."""
    page = pdf.pages[labels(pdf).index(label)]
    annotations = page.obj.get("/Annots", pikepdf.Array()).as_list()
    return [(str(link.Contents), str(link.get("/Dest") or link.A.URI)) for link in annotations]


def destinations(pdf: pikepdf.Pdf) -> dict[str, tuple[str, float]]:
    """Return the label of the page that each name leads to, and the height on it."""
    names = pdf.Root.Names.Dests.Names.as_list()
    by_page = {page.obj.objgen: label for page, label in zip(pdf.pages, labels(pdf), strict=True)}
    return {
        str(name): (by_page[place[0].objgen], float(place[3]))
        for name, place in zip(names[::2], names[1::2], strict=True)
    }


def outline(pdf: pikepdf.Pdf) -> list[tuple[int, str]]:
    def walk(items: list[pikepdf.OutlineItem], depth: int) -> Iterator[tuple[int, str]]:
        for item in items:
            yield depth, item.title
            yield from walk(item.children, depth + 1)

    with pdf.open_outline() as opened_outline:
        return list(walk(opened_outline.root, 1))


def test_qpdf_finds_no_fault(file: Path) -> None:
    assert "No syntax or stream encoding errors" in run("qpdf", "--check", file)


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


def test_a_leaf_without_a_prefix_is_only_numbered(sheets: list[Sheet], bind_sheets: Bind) -> None:
    assert labels(opened(bind_sheets([replace(sheets[1], label="")]))) == ["1", "2"]


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
    for link in annotations:
        assert Name.Link == owned[int(link.StructParent)].S


def _is_reference(held: Object) -> bool:
    return isinstance(held, Dictionary) and held.get("/Type") == Name.OBJR


def test_every_part_has_its_language_and_title(book: pikepdf.Pdf) -> None:
    parts = book.Root.StructTreeRoot.K[0].K.as_list()
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
            for owner in owned[int(page.obj.StructParents)].as_list():
                assert owner.Pg.objgen == page.obj.objgen


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


def test_kazakh_text_can_be_read_back(file: Path) -> None:
    assert KAZAKH in " ".join(run("pdftotext", file, "-").split())
