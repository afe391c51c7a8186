"""Makes `templates/fonts`: four faces of Noto Sans with the letters of kk, ru and en and our signs.

Run `python -m curriculum_cli.outputs.font_pack [FOLDER]`; it needs PyPI's pymupdf-fonts, which
comes with the test dependencies.

*Why* ahead of time: every leaf embeds the same whole face, so a bound document keeps one copy of
it, and every machine gives the same pages. *Why* no glyph substitution at all, not even `ccmp` and
`locl`: a substitute stands outside the character map, so a whole font gives it no text, which
PDF/UA forbids; and this release's `ccmp` takes the dot off every Cyrillic і. Digits share a width
as they are.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from importlib import import_module
from importlib.metadata import distribution
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import Any

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

SOURCE = "pymupdf-fonts"
FACES = {
    "NotoSans-Regular": "notos",
    "NotoSans-Bold": "notosbo",
    "NotoSans-Italic": "notosit",
    "NotoSans-BoldItalic": "notosbi",
}
SIGN_SOURCES = ("math", "symbol2")
WEB_FACES = ("NotoSans-Regular", "NotoSans-Bold", "NotoSans-Italic")
FEATURES = ["kern", "mark", "mkmk"]
FONTS_FOLDER = Path(__file__).resolve().parents[2] / "templates" / "fonts"

LETTERS: tuple[tuple[int, int], ...] = (
    (0x0020, 0x007E),
    (0x00A0, 0x017F),
    (0x0300, 0x0304),
    (0x0306, 0x0308),
    (0x0400, 0x052F),
)
SIGNS = (
    "\u2007\u2009\u200a\u202f"  # figure, thin, hair and narrow no-break space
    "\u2010\u2011\u2012–—―‘’‚“”„†‡•…‰′″‹›⁄€₸₽№™"
    "←↑→↓↔⇒−≈≠≤≥■□○●◦▪▶▲▼☐☑☒★☆✂✎✏✓✗"
)

CHARACTERS_HEAD = """\
# Every character that all four faces in this folder hold: range, characters.
# Made by `python -m curriculum_cli.outputs.font_pack`; what is not listed cannot be printed.
"""
LICENCE_HEAD = """\
The four faces in this folder are modified versions of Noto Sans: fewer characters and features, no
hinting, and signs taken over from Noto Sans Math and Noto Sans Symbols2. Their copyright notices:

"""
LICENCE_BODY_STARTS = "This Font Software is licensed under the SIL Open Font License"


def font_pack() -> dict[str, bytes]:
    """Return the bytes of each file in the folder by its name; the same bytes each time."""
    faces = {name: _face(source) for name, source in FACES.items()}
    files = {f"{name}.ttf": _saved(face) for name, face in faces.items()}
    files |= {f"{name}.woff2": _saved(faces[name], flavor="woff2") for name in WEB_FACES}
    common = set.intersection(*(set(face.getBestCmap()) for face in faces.values()))
    files["characters.txt"] = (CHARACTERS_HEAD + _listed(common)).encode()
    files["OFL.txt"] = _licence().encode()
    return files


def ranges(code_points: Iterable[int]) -> list[tuple[int, int]]:
    """Join code points into (first, last) ranges, ascending."""
    joined: list[tuple[int, int]] = []
    for code_point in sorted(code_points):
        if joined and joined[-1][1] == code_point - 1:
            joined[-1] = (joined[-1][0], code_point)
        else:
            joined.append((code_point, code_point))
    return joined


def _wanted() -> set[int]:
    letters = chain.from_iterable(range(first, last + 1) for first, last in LETTERS)
    return {*letters, *map(ord, SIGNS)}


def _source(name: str) -> Any:
    data: bytes = import_module("pymupdf_fonts").myfont(name)
    return TTFont(BytesIO(data), recalcTimestamp=False)


def _face(source: str) -> Any:
    face = _source(source)
    wanted = _wanted()
    missing = wanted - set(face.getBestCmap())
    options = Options(
        layout_features=FEATURES,
        hinting=False,
        glyph_names=False,
        notdef_outline=True,
        name_IDs=["*"],
        name_languages=[0x409],
    )
    options.drop_tables += ["GSUB", "TTFA", "gasp"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(face)
    for donor in map(_source, SIGN_SOURCES):
        taken = missing & set(donor.getBestCmap())
        _graft(face, donor, sorted(taken))
        missing -= taken
    return face


def _graft(face: Any, donor: Any, code_points: Iterable[int]) -> None:
    """Copy the glyphs of some code points from a donor with the same units per em into a face."""
    outlines, names = donor.getGlyphSet(), donor.getBestCmap()
    for code_point in code_points:
        source, name = names[code_point], f"uni{code_point:04X}"
        pen = TTGlyphPen(None)
        outlines[source].draw(Cu2QuPen(pen, max_err=1.0, reverse_direction=True))
        glyph = pen.glyph()
        face["glyf"][name] = glyph
        glyph.recalcBounds(face["glyf"])
        face["hmtx"][name] = (donor["hmtx"][source][0], getattr(glyph, "xMin", 0))
        for table in face["cmap"].tables:
            if table.isUnicode():
                table.cmap[code_point] = name


def _saved(face: Any, flavor: str | None = None) -> bytes:
    face.flavor = flavor
    stream = BytesIO()
    face.save(stream, reorderTables=True)
    return stream.getvalue()


def _listed(code_points: Iterable[int]) -> str:
    lines = (
        f"{first:04X}-{last:04X}  {''.join(map(_shown, range(first, last + 1)))}\n"
        for first, last in ranges(code_points)
    )
    return "".join(lines)


def _shown(code_point: int) -> str:
    """Return a character as it can stand in a text file: marks on a circle, blanks as a gap."""
    character = chr(code_point)
    if 0x0300 <= code_point <= 0x036F or 0x0483 <= code_point <= 0x0489:
        return f" ◌{character}"
    return character if character.isprintable() else " "


def _licence() -> str:
    sources = (*FACES.values(), *SIGN_SOURCES)
    names = [_source(name)["name"] for name in sources]
    notices = dict.fromkeys(f"{name.getDebugName(4)}: {name.getDebugName(0)}" for name in names)
    text = distribution(SOURCE).read_text("LICENSE.txt") or ""
    body = text[text.index(LICENCE_BODY_STARTS) :]
    lines = (line.rstrip() for line in body.splitlines())
    return LICENCE_HEAD + "\n".join([*notices, "", *lines]).rstrip() + "\n"


def main(folder: Path = FONTS_FOLDER) -> None:
    """Write the pack into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in font_pack().items():
        (folder / name).write_bytes(data)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
