"""Lay out one HTML page as a leaf of ours: `python -m bench.own_page IN.html WORK OUT.pdf`."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from curriculum_cli.outputs.binder import Sheet, bind
from curriculum_cli.outputs.faces import all_faces
from curriculum_cli.outputs.leaf_pdf import lay_out

from .project import ROOT

_FACE = re.compile(r"@font-face \{[^}]*\}")


def main(page: Path, workspace: Path, out: Path) -> None:
    html = _FACE.sub("", page.read_text("utf-8"))
    fonts = ROOT / "templates/fonts"
    leaf = lay_out(html, css=(), assets={}, fonts=fonts, workspace=workspace)
    sheet = Sheet("page", leaf, "", page.stem, 1, "en")
    out.write_bytes(bind([sheet], title="", language="en", subject="", faces=all_faces(fonts)))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
