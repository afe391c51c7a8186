"""Peers as tasks, and what each does with a page of Kazakh."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from ..joined import faces, read
from ..manuscript import write
from ..measure import Task
from ..processes import run
from ..project import ROOT
from ..tasks import PLAIN, Place, environment
from .programs import FONTS, PEERS, TOOLS, Book, Peer, chromium

LONGEST = 180.0
_KAZAKH = re.compile(r'^msgstr "([^"{}\\]{50,})"$', re.MULTILINE)
_NARROW = 60
"""Millimetres of a column in which long words have to be divided."""


def books(place: Place) -> dict[str, Book]:
    """The text for each peer, converted; writes it the first time."""
    curriculum = read(place.cold).curriculum
    found = {}
    for peer in PEERS:
        if peer.missing():
            continue
        folder = place.work / "peers" / peer.name
        if peer.text == "md":
            write(curriculum, place.cold, folder)
        else:
            folder.mkdir(parents=True, exist_ok=True)
            html = (place.book / "book-browser.html").read_text("utf-8")
            (folder / "book.html").write_text(html, "utf-8")
            link = folder / "assets"
            if not link.exists():
                link.symlink_to(place.book / "assets", target_is_directory=True)
        found[peer.name] = Book(folder, "en")
    return found


def environment_of_peers() -> dict[str, str]:
    """Where programs find our fonts and the browser, and that they need no network."""
    return {
        **environment(),
        "OSFONTDIR": str(FONTS),
        "PATH": f"{TOOLS}:{os.environ['PATH']}",
        "PUPPETEER_EXECUTABLE_PATH": chromium(),
    }


def converted(peer: Peer, book: Book) -> str:
    """Make a peer's input; what went wrong, or nothing."""
    command = peer.convert(book)
    if not command:
        return ""
    return run(command, book.folder, environment_of_peers(), LONGEST).why


def peer_tasks(found: dict[str, Book]) -> Iterator[Task]:
    for peer in PEERS:
        book = found.get(peer.name)
        if book is not None:
            yield _task(peer, book)


def _task(peer: Peer, book: Book) -> Task:
    return Task(
        peer.name,
        peer.label,
        peer.command(book),
        book.folder,
        PLAIN,
        peer.before(book),
        peer.makes(book),
        environment_of_peers(),
        peer.longest,
    )


def kazakh_words() -> tuple[str, set[str]]:
    """A page of Kazakh from the interface, and its longer words that have no hyphen."""
    text = (ROOT / "templates/locale/kk/interface.po").read_text("utf-8")
    lines = _KAZAKH.findall(text)
    whole = " ".join(lines)
    return whole, {word.casefold() for word in re.findall(r"(?<![\w-])\w{6,}(?![\w-])", whole)}


def kazakh_page(text: str) -> str:
    """The page as HTML in a narrow column."""
    return (
        f'<!DOCTYPE html><html lang="kk"><head><meta charset="utf-8"><title>Қазақша</title><style>'
        f"{faces(FONTS)} body {{ font: 10pt/14pt 'Noto Sans'; hyphens: auto; width: {_NARROW}mm;"
        f" text-align: justify }}</style></head><body><h1>Қазақша</h1><p>{text}</p></body></html>"
    )


def kazakh_book(folder: Path, text: str) -> Book:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "book.html").write_text(kazakh_page(text), "utf-8")
    markdown = f'---\ntitle: "Қазақша"\nlang: kk\n---\n\n# Қазақша\n\n{text}\n'
    (folder / "book.md").write_text(markdown, "utf-8")
    return Book(folder, "kk")


def kazakh_task(peer: Peer, folder: Path, text: str) -> Task:
    return _task(peer, kazakh_book(folder, text))
