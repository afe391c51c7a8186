"""Where the images and links of a curriculum lead."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from ..diagnostics import Where
from ..model.markdown import Target
from ..model.remember import remember
from ..model.texts import Text, targets_in
from .rules import Subject


class Picture(NamedTuple):
    """An image in a text, where its address stands, and the file that it names.

    `refused` says why the address may not be used at all; nobody then looks for the file. `strays`
    when, with every link followed, it lies outside `modules/`.
    """

    where: Where
    target: Target
    refused: str
    path: Path
    is_file: bool = False
    strays: bool = False
    in_project: bool = False

    @property
    def name(self) -> str:
        """The address as a reader knows it; only for one that is not refused."""
        return unquote(self.target.url)


@remember(1)
def pictures(subject: Subject) -> tuple[Picture, ...]:
    """Every image in a text. *Why* remembered: five rules look at its file."""
    project = subject.project.resolve()
    modules = (subject.project / "modules").resolve()
    found = []
    for where, target in _targets(subject, "image"):
        refused = refusal(target.url)
        path = picture_path(subject.project, target.url)
        if refused or not path.exists():
            found.append(Picture(where, target, refused, path))
            continue
        real = path.resolve()
        strays, in_project = not real.is_relative_to(modules), real.is_relative_to(project)
        found.append(Picture(where, target, "", path, real.is_file(), strays, in_project))
    return tuple(found)


def links(subject: Subject) -> Iterator[tuple[Where, Target]]:
    """Every link in a text, and where its address stands."""
    return _targets(subject, "link")


def _targets(subject: Subject, kind: str) -> Iterator[tuple[Where, Target]]:
    for file, part in subject.curriculum.files.items():
        for text, target in targets_in(part):
            if target.kind == kind:
                yield _place(file, text, target), target


def _place(file: str, text: Text, target: Target) -> Where:
    return Where(file, text.path, offset=target.offset, length=target.length)


def refusal(url: str) -> str:
    """Why an image's address may not be used at all; empty when it may."""
    plain = unquote(url)
    if not plain.isprintable():
        return "holds an invisible character"
    if len(plain.encode()) > 255:
        return "is too long for the name of a file"
    if "://" in plain or plain.startswith("//"):
        return "leads out of the project"
    if ":" in plain.split("/")[0]:
        return f"uses “{plain.split(':')[0]}:”"
    if plain.startswith(("/", "\\", "~")):
        return "is an absolute path"
    if ".." in plain.replace("\\", "/").split("/"):
        return "leads out of the project"
    return ""


def picture_path(project: Path, url: str) -> Path:
    """The file that an image's address names, below `modules/`."""
    return project / "modules" / unquote(url)
