"""Strict YAML from parse events: text scalars, places, and nothing clever.

*Why* events: depth, anchors and tags are judged before anything is built, so deep or
self-referring documents cost nothing, and no recursion takes place. *Source*: YAML 1.1
implicit types are fatal in timetables (`9:30` is 570, `no` is false).
"""

from __future__ import annotations

from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from ..diagnostics import PathInFile, Problem, Span, Where
from .comments import find_comments
from .files import INVISIBLE
from .plain_yaml import MAX_DEPTH, Loader, plain_data
from .tree import Data, Places, Tree

MAX_PROBLEMS = 200


class _Level:
    """A mapping or sequence that is being filled."""

    __slots__ = ("data", "is_key", "is_map", "key", "key_span", "path", "seen", "span")

    def __init__(
        self, data: dict[str, Data] | list[Data], path: PathInFile, span: Span, *, is_key: bool
    ) -> None:
        self.data = data
        self.is_key = is_key
        self.is_map = isinstance(data, dict)
        self.path = path
        self.span = span
        self.key: str | None = None
        self.key_span: Span | None = None
        self.seen: dict[str, Span] = {}

    @property
    def wants_key(self) -> bool:
        return self.is_map and self.key is None

    def next_path(self) -> PathInFile:
        if isinstance(self.data, list):
            return (*self.path, len(self.data))
        return (*self.path, self.key or "")


class _Builder:
    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.values: dict[PathInFile, Span] = {}
        self.keys: dict[PathInFile, Span] = {}
        self.blocks: set[PathInFile] = set()
        self.scalars: list[tuple[int, int, int, int, bool]] = []
        self.levels: list[_Level] = []
        self.root: Data | None = None
        self.text = text

    def report(self, code: str, span: Span, message: str, help: str) -> None:
        self.problems.append(Problem(code, Where(self.file), message, help, span=span))

    def add(self, value: Data, span: Span, *, block: bool = False) -> None:
        """Put a value where it belongs and remember its place."""
        level = self.levels[-1] if self.levels else None
        path = level.next_path() if level else ()
        self.values.setdefault(path, span)
        if block:
            self.blocks.add(path)
        if level is None:
            self.root = value
            return
        if isinstance(level.data, list):
            level.data.append(value)
            return
        assert level.key is not None
        assert level.key_span is not None
        first = level.seen.get(level.key)
        if first is not None:
            self.report(
                "Y102",
                level.key_span,
                f"the key “{level.key}” stands twice in the same place",
                f"Keep one of them; the first is on line {first.line}.",
            )
        else:
            level.seen[level.key] = level.key_span
            level.data[level.key] = value
            self.keys[path] = level.key_span
        level.key = None

    def scalar(self, event: ScalarEvent) -> None:
        span, value, style = _span(event), event.value, event.style
        block = style in ("|", ">")
        self.scalars.append((*span, block))
        escaped = INVISIBLE.search(value) if style == '"' else None
        if escaped:
            message = f"the invisible character U+{ord(escaped[0]):04X} is escaped in this text"
            self.report("Y107", span, message, "Delete it; it cannot be printed.")
        level = self.levels[-1] if self.levels else None
        if level is not None and level.is_map and level.key is None:
            if value == "<<" and not style:
                self.report(
                    "Y103", span, "merge keys (<<) are not used here", "Write the keys out in full."
                )
            level.key = value
            level.key_span = span
            return
        if value == "" and not style:
            key = level.key_span if level and level.key else None
            self.report(
                "Y112",
                key or span,
                "this has no value" if key is None else "this key has no value",
                "Write a value after it, or delete the line.",
            )
        self.add(value, span, block=block)

    def alias(self, event: AliasEvent) -> None:
        """An alias is refused; what it stands for is left empty."""
        if self.levels and self.levels[-1].wants_key:
            level = self.levels[-1]
            level.key, level.key_span = f"*{event.anchor}", _span(event)
        else:
            self.add("", _span(event))

    def open(self, event: MappingStartEvent | SequenceStartEvent) -> None:
        span = _span(event)
        is_key = bool(self.levels) and self.levels[-1].wants_key
        if is_key:
            level = self.levels[-1]
            self.report("Y113", span, "a list or mapping cannot be a key", "Use plain text as key.")
            level.key, level.key_span = f"?{span.line}:{span.column}", span
        data: dict[str, Data] | list[Data] = {} if isinstance(event, MappingStartEvent) else []
        path = self.levels[-1].next_path() if self.levels else ()
        self.values.setdefault(path, span)
        self.levels.append(_Level(data, path, span, is_key=is_key))

    def close(self) -> None:
        """End a list or mapping; after one that stands as a key, its value is still to come."""
        level = self.levels.pop()
        if not level.is_key:
            self.add(level.data, level.span)


_SPAN = tuple.__new__  # half of the time that Span() takes, a thousand times a file


def _span(event: Any) -> Span:
    start, end = event.start_mark, event.end_mark
    line, column = start.line + 1, start.column + 1
    end_line, end_column = end.line + 1, end.column + 1
    if end_line < line or (end_line == line and end_column <= column):
        end_line, end_column = line, column + 1
    return _SPAN(Span, (line, column, end_line, end_column))


def _within(lines: tuple[str, ...], problem: Problem) -> Problem:
    """The problem with its place in the file: libyaml counts a line more than an open end has."""
    if problem.span is None or problem.span.line <= len(lines):
        return problem
    line, column = len(lines), len(lines[-1]) + 1
    return problem._replace(span=Span(line, column, line, column + 1))


_NODES = {AliasEvent, ScalarEvent, MappingStartEvent, SequenceStartEvent}


def _refusal(event: Any) -> tuple[str, Span, str, str]:
    """What is said about an alias, an anchor or a tag."""
    span = _span(event)
    if isinstance(event, AliasEvent):
        message = f"the alias *{event.anchor} is not used here"
        return "Y103", span, message, "Write the text out in full."
    if event.anchor is not None:
        return "Y103", span, f"the anchor &{event.anchor} is not used here", "Delete it."
    message = f"the tag {event.tag} is not used here"
    return "Y104", span, message, "Delete it; every value is read as text."


def parse(file: str, text: str) -> tuple[Tree | None, list[Problem]]:
    """Read one file's text; with any problem of form there is no tree."""
    data = plain_data(text)
    if data is not None:
        return Tree(file, text, data, lambda: _places(_read(file, text))), []
    builder = _read(file, text)
    if builder.problems:
        lines = tuple(text.split("\n"))
        return None, [_within(lines, problem) for problem in builder.problems]
    if builder.root is None:
        message, help = "the file is empty", "Begin with `kind:` and the fields of that kind."
        return None, [Problem("Y109", Where(file), message, help, span=Span(1, 1, 1, 2))]
    return Tree(file, text, builder.root, lambda: _places(builder)), []


def _places(builder: _Builder) -> Places:
    lines = builder.text.split("\n")
    comments = tuple(find_comments(lines, builder.scalars))
    return Places(builder.values, builder.keys, frozenset(builder.blocks), comments)


def _read(file: str, text: str) -> _Builder:
    """Everything in a file with its place, and all that is wrong with its form."""
    builder = _Builder(file, text)
    documents = 0
    loader = Loader(text)
    try:
        while (event := loader.get_event()) is not None:
            kind = type(event)
            if kind in _NODES and (event.anchor is not None or event.tag is not None):
                builder.report(*_refusal(event))
            if kind is ScalarEvent:
                builder.scalar(event)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                builder.close()
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if len(builder.levels) >= MAX_DEPTH:
                    builder.report(
                        "Y106",
                        _span(event),
                        f"lists and mappings are nested more than {MAX_DEPTH} deep here",
                        "A curriculum file needs about six levels; look for a stray bracket.",
                    )
                    break
                builder.open(event)
            elif kind is AliasEvent:
                builder.alias(event)
            elif kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    builder.report(
                        "Y108",
                        _span(event),
                        "a second document begins here (---)",
                        "Put it in a file of its own.",
                    )
                    break
            elif kind is StreamEndEvent:
                break
            if len(builder.problems) >= MAX_PROBLEMS:
                break
    except yaml.YAMLError as error:
        builder.problems.append(_syntax(file, text, error))
    finally:
        loader.dispose()
    return builder


_TAB = "Indent with spaces, never with the tab key."
_HELP = {
    "mapping values are not allowed": (
        "Text that contains “: ” must stand in quotes, or begin on a new line after “|”."
    ),
    "could not find expected ':'": "Put “: ” after the key, and check the indentation.",
    "did not find expected key": "Check the indentation and the quotes just above.",
    "did not find expected '-'": "Check the indentation of this list.",
    "unexpected end of stream": "A quote or bracket is not closed.",
    "cannot start any token": "Put the text in quotes.",
}


def _syntax(file: str, text: str, error: yaml.YAMLError) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    reason = getattr(error, "problem", None) or str(error).split("\n")[0]
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    help = next((advice for start, advice in _HELP.items() if start in str(reason)), "")
    if any(row[column - 1 : column] == "\t" for row in text.split("\n")[line - 1 : line]):
        help = _TAB
    return Problem(
        "Y101",
        Where(file),
        f"this is not YAML: {reason}",
        help or "Check the indentation, quotes and brackets on this line and the one above.",
        span=Span(line, column, line, column + 1),
    )
