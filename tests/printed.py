"""One leaf as it comes out of the printer: bound alone, with its fonts."""

from __future__ import annotations

from functools import cache

from curriculum_cli.outputs.binder import Sheet, bind
from curriculum_cli.outputs.faces import all_faces
from curriculum_cli.outputs.font_pack import FONTS_FOLDER
from curriculum_cli.outputs.laid_out import LaidOut


@cache
def faces() -> bytes:
    return all_faces(FONTS_FOLDER)


def printed(leaf: LaidOut) -> bytes:
    """The PDF of one leaf."""
    sheet = Sheet("L", leaf, "L-", "Leaf", 1, "kk")
    return bind([sheet], title="Leaf", language="kk", subject="", faces=faces())
