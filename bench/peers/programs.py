"""Which programs there are, and how each is called."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ..project import ROOT

FONTS = ROOT / "templates/fonts"
TOOLS = ROOT / ".bench/tools/node_modules/.bin"
_PAGEDJS_VERSION = f"require('{TOOLS.parent}/pagedjs-cli/package.json').version"
_TEX_FONT = (
    f"Path={FONTS}/,Extension=.ttf,UprightFont=*-Regular,BoldFont=*-Bold,"
    "ItalicFont=*-Italic,BoldItalicFont=*-BoldItalic"
)


@dataclass(frozen=True)
class Book:
    """The text in a folder of its own, in the form that a program takes."""

    folder: Path
    language: str

    @property
    def out(self) -> Path:
        return self.folder / "book.pdf"

    def file(self, suffix: str) -> str:
        return str(self.folder / f"book.{suffix}")


@dataclass(frozen=True)
class Peer:
    """A program. `text` is the form it takes: `md`, or `html` (our own leaves, joined).

    `convert` makes its input beforehand and is not counted; `missing` says what is not installed.
    """

    name: str
    label: str
    text: str
    command: Callable[[Book], tuple[str, ...]]
    missing: Callable[[], str]
    convert: Callable[[Book], tuple[str, ...]] = lambda _book: ()
    before: Callable[[Book], tuple[str, ...]] = lambda book: ("rm", "-f", str(book.out))
    makes: Callable[[Book], Path] = lambda book: book.out
    version: tuple[str, ...] = ()
    longest: float = 180.0


def pandoc() -> str:
    """The pandoc of the Python package, which is newer than the system's; else that one."""
    if importlib.util.find_spec("pypandoc") is not None:
        import pypandoc

        return str(pypandoc.get_pandoc_path())
    return shutil.which("pandoc") or "pandoc"


def chromium() -> str:
    names = ("chromium", "chromium-browser", "google-chrome")
    return next(filter(None, map(shutil.which, names)), "chromium")


def _lacks(*wanted: str) -> Callable[[], str]:
    """What of these cannot be found: programs, or Python packages as `python:NAME`."""

    def missing() -> str:
        path = os.pathsep.join([str(TOOLS), os.environ.get("PATH", "")])
        lacking = [
            each.removeprefix("python:")
            for each in wanted
            if not (
                importlib.util.find_spec(each.removeprefix("python:"))
                if each.startswith("python:")
                else shutil.which(each, path=path)
            )
        ]
        return f"not installed: {', '.join(lacking)}" if lacking else ""

    return missing


def _xelatex(book: Book) -> tuple[str, ...]:
    settings = {
        "documentclass": "report", "papersize": "a4", "fontsize": "10pt",
        "geometry": "margin=22mm", "mainfont": "NotoSans", "mainfontoptions": _TEX_FONT,
    }  # fmt: skip
    variables = (part for key, value in settings.items() for part in ("-V", f"{key}={value}"))
    return (
        pandoc(), book.file("md"), "-o", str(book.out), "--pdf-engine=xelatex", "--toc",
        "--top-level-division=chapter", *variables,
    )  # fmt: skip


def _typst_compile(book: Book) -> tuple[str, ...]:
    return (sys.executable, "-m", "bench.peers.typst_book", book.file("typ"), str(book.out))


def _pandoc_typst(book: Book) -> tuple[str, ...]:
    return (
        sys.executable, "-m", "bench.peers.typst_book", book.file("md"), str(book.out), pandoc(),
    )  # fmt: skip


def _to(form: str, suffix: str) -> Callable[[Book], tuple[str, ...]]:
    return lambda book: (
        pandoc(), "-s", "--toc", book.file("md"), "-t", form, "-o", book.file(suffix),
    )  # fmt: skip


PEERS = (
    Peer(
        "xelatex", "pandoc + XeLaTeX", "md", _xelatex, _lacks("python:pypandoc", "xelatex"),
        version=("xelatex", "--version"),
    ),
    Peer(
        "pandoc-typst", "pandoc + Typst", "md", _pandoc_typst,
        _lacks("python:pypandoc", "python:typst"),
    ),
    Peer(
        "typst", "Typst, its own markup", "md", _typst_compile,
        _lacks("python:pypandoc", "python:typst"), convert=_to("typst", "typ"),
    ),
    Peer(
        "asciidoctor", "asciidoctor-pdf", "md",
        lambda book: (
            "asciidoctor-pdf", "-a", "toc", "-a", "doctype=book", "-o", str(book.out),
            book.file("adoc"),
        ),
        _lacks("python:pypandoc", "asciidoctor-pdf"), convert=_to("asciidoc", "adoc"),
        version=("asciidoctor-pdf", "--version"),
    ),
    Peer(
        "sphinx", "Sphinx + XeLaTeX", "md",
        lambda book: (
            sys.executable, "-m", "sphinx", "-M", "latexpdf", str(book.folder / "sphinx"),
            str(book.folder / "sphinx-out"), "-E", "-q",
        ),
        _lacks("python:pypandoc", "python:sphinx", "xelatex", "latexmk", "make"),
        convert=lambda book: (
            sys.executable, "-m", "bench.peers.sphinx_book", str(book.folder), pandoc(),
            book.language,
        ),
        before=lambda book: ("rm", "-rf", str(book.folder / "sphinx-out")),
        makes=lambda book: book.folder / "sphinx-out/latex/book.pdf",
    ),
    Peer(
        "chromium", "Chromium print", "html",
        lambda book: (
            chromium(), "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
            "--generate-pdf-document-outline", "--allow-file-access-from-files",
            f"--user-data-dir={book.folder / 'chromium'}", f"--print-to-pdf={book.out}",
            Path(book.file("html")).as_uri(),
        ),
        _lacks(chromium()), version=(chromium(), "--version"),
    ),
    Peer(
        "pagedjs", "Chromium with Paged.js", "html",
        lambda book: (
            str(TOOLS / "pagedjs-cli"), book.file("html"), "-o", str(book.out),
            "--browserArgs", "--no-sandbox", "--outline-tags", "h1,h2", "-t", "280000",
        ),
        _lacks("pagedjs-cli", chromium()), version=("node", "-p", _PAGEDJS_VERSION),
    ),
    Peer(
        "vivliostyle", "Chromium with Vivliostyle", "html",
        lambda book: (
            str(TOOLS / "vivliostyle"), "build", book.file("html"), "-o", str(book.out),
            "--executable-browser", chromium(), "--timeout", "280",
        ),
        _lacks("vivliostyle", chromium()), version=(str(TOOLS / "vivliostyle"), "--version"),
        longest=100.0,
    ),
)  # fmt: skip
