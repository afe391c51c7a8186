"""The fonts in `templates/fonts` are what the committed script makes, and hold what we write.

Needs PyPI's pymupdf-fonts 1.0.5, a test dependency.
"""

from __future__ import annotations

import re

import pytest
from curriculum_cli.outputs.font_pack import FACES, FONTS_FOLDER, SIGNS, font_pack, ranges
from fontTools.ttLib import TTFont

from .leaves import KAZAKH

KAZAKH_LETTERS = "ӘәҒғҚқҢңӨөҰұҮүҺһІі"


@pytest.fixture(scope="module", params=list(FACES))
def face(request: pytest.FixtureRequest) -> TTFont:
    return TTFont(FONTS_FOLDER / f"{request.param}.ttf")


def listed() -> set[int]:
    text = (FONTS_FOLDER / "characters.txt").read_text("utf-8")
    found = re.findall(r"^([0-9A-F]{4,6})-([0-9A-F]{4,6})  ", text, re.MULTILINE)
    return {code for first, last in found for code in range(int(first, 16), int(last, 16) + 1)}


def test_making_the_pack_again_gives_the_same_bytes() -> None:
    made = font_pack()
    kept = {file.name: file.read_bytes() for file in FONTS_FOLDER.iterdir()}
    assert made.keys() == kept.keys()
    assert [name for name in made if made[name] != kept[name]] == []


def test_a_face_holds_every_letter_and_sign(face: TTFont) -> None:
    wanted = {*KAZAKH, *KAZAKH_LETTERS, *SIGNS, *"Ёёйщъ", *"Aa«»–—№₸☐☑✓✂→≤≥≈≠−×·•…"}
    held = face.getBestCmap()
    assert [character for character in wanted if ord(character) not in held] == []


def test_a_face_is_static_and_substitutes_no_glyph(face: TTFont) -> None:
    assert "fvar" not in face
    assert "GSUB" not in face


def test_no_two_characters_share_a_glyph(face: TTFont) -> None:
    glyphs = list(face.getBestCmap().values())
    assert len(glyphs) == len(set(glyphs))


def test_digits_share_a_width(face: TTFont) -> None:
    names = face.getBestCmap()
    assert len({face["hmtx"][names[ord(digit)]][0] for digit in "0123456789"}) == 1


def test_the_list_names_the_characters_that_all_faces_hold() -> None:
    faces = [TTFont(FONTS_FOLDER / f"{name}.ttf") for name in FACES]
    assert listed() == set.intersection(*(set(face.getBestCmap()) for face in faces))


def test_ranges_join_neighbours() -> None:
    assert ranges([5, 1, 2, 3]) == [(1, 3), (5, 5)]
