"""Read a whole project: every content file to a Tree, with all problems of form."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from ..diagnostics import Problem
from .files import SourceFile, content_files, read_text
from .strict_yaml import parse
from .tree import Tree


class Read(NamedTuple):
    """What a project's files hold: their names, trees and texts by name, problems of form."""

    files: tuple[str, ...]
    trees: dict[str, Tree]
    texts: dict[str, str]
    problems: tuple[Problem, ...]


def read_project(root: Path) -> Read:
    """Read every content file of the project at `root`."""
    return read_files(content_files(root), root)


def read_files(files: Iterable[SourceFile], root: Path) -> Read:
    """Read these files."""
    trees: dict[str, Tree] = {}
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    names = []
    for file in files:
        names.append(file.name)
        text, found = read_text(file, root)
        problems += found
        if text is None:
            continue
        texts[file.name] = text
        tree, found = parse(file.name, text)
        problems += found
        if tree is not None:
            trees[file.name] = tree
    return Read(tuple(names), trees, texts, tuple(problems))
