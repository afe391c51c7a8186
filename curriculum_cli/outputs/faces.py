"""The font objects of a PDF: made once for all leaves, which only name them.

*Why* not in every leaf, as WeasyPrint does: it packs each whole face again for each, which is a
fifth of the time of a short one, and the faces are most of a leaf for whoever keeps and binds it.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import pydyf  # type: ignore[import-untyped,unused-ignore]
from fontTools.ttLib import TTFont

from .laid_out import LayoutFailed

SYMBOLIC, ITALIC = 1 << 2, 1 << 6
STEM = 80
CMAP = """\
/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
{blocks}endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
BLOCK = 100


@dataclass(frozen=True)
class Face:
    """One whole font program, packed, with what a PDF says about it."""

    program: bytes
    length: int
    to_unicode: bytes
    widths: bytes
    name: str
    descriptor: dict[str, Any]


class FontsLeftOut(dict[Any, Any]):
    """The fonts a document is painted with; shown as empty where WeasyPrint would embed them."""

    def values(self) -> Any:
        """Return nothing; `used` tells which fonts there are."""
        return ()

    def used(self) -> list[Any]:
        """Return the fonts, in an order that depends on nothing but them."""
        return sorted(super().values(), key=lambda font: font.hash)


def name_fonts(fonts: FontsLeftOut, folder: Path, pdf: Any) -> None:
    """Write the mark of each font that a document is painted with where the font would stand.

    Raise LayoutFailed for a font that is not one of the folder's.
    """
    marks = _marks(folder)
    entries = {}
    for font in fonts.used():
        if font.file_content not in marks:
            raise LayoutFailed(f"the font {font.family} is not one of ours")
        entries[font.hash] = f"/{marks[font.file_content]}"
    page = pdf.objects[_number(pdf.page_references[0])]
    resources = pdf.objects[_number(page["Resources"])]
    pdf.objects[_number(resources["Font"])].update(entries)


def all_faces(folder: Path) -> bytes:
    """Return a PDF of one empty page that has all fonts of a folder, each under its mark."""
    pdf = pydyf.PDF()
    fonts = pydyf.Dictionary(
        {mark: _write(_face(program), pdf) for program, mark in _marks(folder).items()}
    )
    _add(pdf, fonts)
    resources = pydyf.Dictionary({"Font": fonts.reference})
    page = {"Type": "/Page", "Parent": pdf.pages.reference, "MediaBox": pydyf.Array([0, 0, 1, 1])}
    pdf.add_page(pydyf.Dictionary(page | {"Resources": resources}))
    stream = BytesIO()
    pdf.write(stream, compress=True)
    return stream.getvalue()


@cache
def _marks(folder: Path) -> dict[bytes, str]:
    """Return the digests of a folder's font programs."""
    programs = (file.read_bytes() for file in sorted(folder.glob("*.ttf")))
    return {program: sha256(program).hexdigest() for program in programs}


def _face(program: bytes) -> Face:
    font = TTFont(BytesIO(program))
    scale = 1000 / font["head"].unitsPerEm
    order, advances = font.getGlyphOrder(), font["hmtx"]
    widths = (round(advances[glyph][0] * scale) for glyph in order)
    characters = {font.getGlyphID(name): code for code, name in font.getBestCmap().items()}
    head, metrics = font["head"], font["hhea"]
    box = (head.xMin, head.yMin, head.xMax, head.yMax)
    slanted = font["post"].italicAngle
    name = font["name"].getDebugName(6)
    return Face(
        program=zlib.compress(program, 9),
        length=len(program),
        to_unicode=zlib.compress(CMAP.format(blocks="".join(_blocks(characters))).encode(), 9),
        widths=f"[0 [{' '.join(map(str, widths))}]]".encode(),
        name=name,
        descriptor={
            "Type": "/FontDescriptor",
            "FontName": f"/{name}",
            "Flags": SYMBOLIC | (ITALIC if slanted else 0),
            "FontBBox": pydyf.Array(round(side * scale) for side in box),
            "ItalicAngle": slanted,
            "Ascent": round(metrics.ascent * scale),
            "Descent": round(metrics.descent * scale),
            "CapHeight": round(font["OS/2"].sCapHeight * scale),
            "StemV": STEM,
        },
    )


def _blocks(characters: dict[int, int]) -> Iterator[str]:
    """Write which character each glyph stands for, a hundred at a time as the format demands."""
    lines = [
        f"<{glyph:04x}> <{chr(code).encode('utf-16-be').hex()}>\n"
        for glyph, code in sorted(characters.items())
    ]
    for start in range(0, len(lines), BLOCK):
        block = lines[start : start + BLOCK]
        yield f"{len(block)} beginbfchar\n{''.join(block)}endbfchar\n"


def _write(face: Face, pdf: Any) -> bytes:
    """Add a face's five objects to a PDF and return the reference of the font."""
    packed = {"Filter": "/FlateDecode"}
    program = pydyf.Stream([face.program], packed | {"Length1": face.length})
    to_unicode = pydyf.Stream([face.to_unicode], packed)
    _add(pdf, program, to_unicode)
    descriptor = pydyf.Dictionary(face.descriptor | {"FontFile2": program.reference})
    _add(pdf, descriptor)
    system = {
        "Registry": pydyf.String("Adobe"),
        "Ordering": pydyf.String("Identity"),
        "Supplement": 0,
    }
    by_glyph = pydyf.Dictionary(
        {
            "Type": "/Font",
            "Subtype": "/CIDFontType2",
            "BaseFont": f"/{face.name}",
            "CIDSystemInfo": pydyf.Dictionary(system),
            "CIDToGIDMap": "/Identity",
            "W": face.widths,
            "FontDescriptor": descriptor.reference,
        }
    )
    _add(pdf, by_glyph)
    font = pydyf.Dictionary(
        {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": f"/{face.name}",
            "Encoding": "/Identity-H",
            "DescendantFonts": pydyf.Array([by_glyph.reference]),
            "ToUnicode": to_unicode.reference,
        }
    )
    _add(pdf, font)
    reference: bytes = font.reference
    return reference


def _add(pdf: Any, *objects: Any) -> None:
    for added in objects:
        pdf.add_object(added)


def _number(reference: bytes) -> int:
    return int(reference.split()[0])
