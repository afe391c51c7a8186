"""A file as plain data (every scalar as text) with the place of every key and value."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from ..diagnostics import PathInFile, Span, Where
from .offsets import place_of_offset

Data = dict[str, "Data"] | list["Data"] | str


class Comment(NamedTuple):
    """A YAML comment: its line, its text after `#`, and whether it stands alone on the line."""

    line: int
    column: int
    text: str
    alone: bool


@dataclass(frozen=True, slots=True)
class Places:
    """Where every key and value of a file stands, by path, and its comments."""

    values: dict[PathInFile, Span] = field(default_factory=dict)
    keys: dict[PathInFile, Span] = field(default_factory=dict)
    blocks: frozenset[PathInFile] = frozenset()
    comments: tuple[Comment, ...] = ()


@dataclass(frozen=True)
class Tree:
    """One decoded file, and where everything in it stands.

    *Why* found late: a file in which nothing is wrong is never asked for a place.
    """

    file: str
    text: str
    data: Data
    find_places: Callable[[], Places] = field(default=Places, repr=False, compare=False)

    @cached_property
    def places(self) -> Places:
        return self.find_places()

    @property
    def values(self) -> dict[PathInFile, Span]:
        return self.places.values

    @property
    def keys(self) -> dict[PathInFile, Span]:
        return self.places.keys

    @property
    def blocks(self) -> frozenset[PathInFile]:
        return self.places.blocks

    @property
    def comments(self) -> tuple[Comment, ...]:
        return self.places.comments

    @cached_property
    def lines(self) -> tuple[str, ...]:
        return tuple(self.text.split("\n"))

    @property
    def kind(self) -> str:
        """What the file says it is; empty when it does not say."""
        kind = self.data.get("kind") if isinstance(self.data, dict) else None
        return kind if isinstance(kind, str) else ""

    def ancestors(self, path: PathInFile) -> Iterator[PathInFile]:
        """The path itself, then each path above it."""
        for length in range(len(path), -1, -1):
            yield path[:length]


def locate(tree: Tree, where: Where) -> Span:
    """The place of a symbolic `Where`; falls back to the nearest thing above that has one."""
    if where.key and where.path in tree.keys:
        return tree.keys[where.path]
    for path in tree.ancestors(where.path):
        span = tree.values.get(path)
        if span is None:
            continue
        if path == where.path and where.offset is not None:
            return _inside(tree, path, span, where.offset, where.length)
        if path == where.path and path in tree.blocks:
            return _first_line(tree, tree.keys.get(path, span))
        if path == where.path or path not in tree.keys:
            return _first_line(tree, span)
        return tree.keys[path]
    return Span(1, 1, 1, 2)


def named_path(tree: Tree, path: PathInFile) -> str:
    """A path in words: entries of a list by their id or number, others counted from 1."""
    names: list[str] = []
    data: Data | None = tree.data
    for step in path:
        data = _at(data, (step,)) if data is not None else None
        name: Data | None = str(step)
        if isinstance(step, int):
            name = (data.get("id") or data.get("number")) if isinstance(data, dict) else None
        names.append(name if isinstance(name, str) else f"{int(step) + 1}")
    return "/".join(names)


def _first_line(tree: Tree, span: Span) -> Span:
    if span.end_line == span.line:
        return span
    width = len(tree.lines[span.line - 1]) if span.line <= len(tree.lines) else span.column
    return Span(span.line, span.column, span.line, max(span.column + 1, width + 1))


def _inside(tree: Tree, path: PathInFile, span: Span, offset: int, length: int) -> Span:
    value = _at(tree.data, path)
    block = path in tree.blocks
    if isinstance(value, str):
        found = place_of_offset(tree.text, span, value, offset, length, block=block)
        if found is not None:
            return found
    return _first_line(tree, span)


def _at(data: Data, path: PathInFile) -> Data | None:
    for step in path:
        if isinstance(data, dict) and isinstance(step, str) and step in data:
            data = data[step]
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data
