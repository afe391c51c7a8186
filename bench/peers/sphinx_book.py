"""Make a Sphinx project of a Markdown book: `python -m bench.peers.sphinx_book FOLDER PANDOC LANG`.

A file for each chapter, as its authors would have it.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

FONTS = Path(__file__).resolve().parents[2] / "templates/fonts"
_CHAPTER = re.compile(r"^(?=# )", re.MULTILINE)
_CONF = """\
project = "Trainer’s handbook"
language = "{language}"
latex_engine = "xelatex"
latex_documents = [("index", "book.tex", project, "", "manual")]
latex_elements = {{
    "papersize": "a4paper",
    "pointsize": "10pt",
    "fontpkg": r"\\setmainfont{{NotoSans}}[Path={fonts}/,Extension=.ttf,UprightFont=*-Regular,"
    r"BoldFont=*-Bold,ItalicFont=*-Italic,BoldItalicFont=*-BoldItalic]",
}}
"""


def main(folder: Path, pandoc: str, language: str) -> None:
    home = folder / "sphinx"
    home.mkdir(exist_ok=True)
    figures = home / "figures"
    if (folder / "figures").exists() and not figures.exists():
        figures.symlink_to((folder / "figures").resolve(), target_is_directory=True)
    text = (folder / "book.md").read_text("utf-8").partition("\n---\n")[2]
    names = []
    for number, chapter in enumerate(each for each in _CHAPTER.split(text) if each.strip()):
        names.append(f"chapter{number:03}")
        source = chapter if chapter.startswith("# ") else f"# About\n\n{chapter}"
        command = [pandoc, "-f", "markdown", "-t", "rst", "-o", str(home / f"{names[-1]}.rst")]
        subprocess.run(command, input=source.encode(), check=True)
    listed = "\n".join(f"   {name}" for name in names)
    title = "Trainer’s handbook"
    index = f"{title}\n{'=' * len(title)}\n\n.. toctree::\n   :maxdepth: 2\n\n{listed}\n"
    (home / "index.rst").write_text(index, "utf-8")
    (home / "conf.py").write_text(_CONF.format(language=language, fonts=FONTS), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
