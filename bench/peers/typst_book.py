"""Compile a book with Typst: `python -m bench.peers.typst_book IN OUT.pdf [PANDOC]`.

With a pandoc, IN is Markdown and is converted first, within the time that is measured.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import typst

FONTS = Path(__file__).resolve().parents[2] / "templates/fonts"


def main(source: str, out: str, pandoc: str = "") -> None:
    if pandoc:
        markup = f"{source}.typ"
        command = [pandoc, "-s", "--toc", source, "-t", "typst", "-o", markup]
        subprocess.run(command, check=True)
        source = markup
    typst.compile(
        source,
        output=out,
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        pdf_standards=["ua-1"],
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
