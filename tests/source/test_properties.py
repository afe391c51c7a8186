"""What holds for every text: no exception, no place outside the file, nothing lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import yaml
from curriculum_cli.diagnostics import PathInFile, Problem, Span, Where
from curriculum_cli.source.files import decode
from curriculum_cli.source.offsets import trimmed
from curriculum_cli.source.strict_yaml import parse
from curriculum_cli.source.tree import Data, Tree, locate
from hypothesis import example, given
from hypothesis import strategies as st

from . import strategies as some


def assert_inside(span: Span | None, lines: list[str]) -> None:
    assert span is not None
    assert 1 <= span.line <= span.end_line <= len(lines)
    assert 1 <= span.column <= len(lines[span.line - 1]) + 1
    assert (span.line, span.column) < (span.end_line, span.end_column)


def read(raw: bytes) -> Tree | list[Problem]:
    """Bytes to a tree or to problems, each of which points into the file."""
    text, problems = decode("f.yaml", raw)
    assert (text is None) == bool(problems)
    shown = raw.decode("utf-8", "replace").removeprefix("\ufeff")
    lines = shown.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if text is not None:
        assert lines == text.split("\n")
        tree, problems = parse("f.yaml", text)
        assert (tree is None) == bool(problems)
        if tree is not None:
            for span in (*tree.values.values(), *tree.keys.values()):
                assert_inside(span, lines)
            return tree
    for problem in problems:
        assert_inside(problem.span, lines)
        assert problem.message
        assert problem.help
    return problems


@given(st.text() | some.yaml_like)
@example("\r")
@example("a: |\n  x\r\n")
@example("a: ---\n...\n")
def test_any_text_gives_a_tree_or_problems_inside_the_file(text: str) -> None:
    read(text.encode())


@given(st.binary() | some.yaml_like.map(lambda text: text.encode("utf-16")))
@example(b"\xef\xbb\xbf")
@example(b"a: \xff\xfe\r\n")
def test_any_bytes_give_a_tree_or_problems_inside_the_file(raw: bytes) -> None:
    read(raw)


@given(st.text())
def test_the_parser_alone_never_raises(text: str) -> None:
    tree, problems = parse("f.yaml", text)
    assert (tree is None) == bool(problems)


@pytest.mark.parametrize("style", ['"', "'", None, "|"])
@pytest.mark.parametrize("unicode", [True, False])
@given(some.data)
def test_what_another_program_writes_is_read_as_it_was(
    style: str | None, unicode: bool, data: Data
) -> None:
    text = yaml.safe_dump(data, default_style=style, allow_unicode=unicode, width=60)
    tree = read(text.encode())
    assert isinstance(tree, Tree), tree
    assert tree.data == data


def scalars(data: Data, path: PathInFile = ()) -> Iterator[tuple[PathInFile, str]]:
    if isinstance(data, str):
        yield path, data
        return
    for step, inner in data.items() if isinstance(data, dict) else enumerate(data):
        yield from scalars(inner, (*path, step))


def source_of(tree: Tree, span: Span) -> str:
    rows = list(tree.lines[span.line - 1 : span.end_line])
    rows[-1] = rows[-1][: span.end_column - 1]
    rows[0] = rows[0][span.column - 1 :]
    return "\n".join(rows)


@given(some.data, st.sampled_from(['"', "'", None]), st.sampled_from([10, 60, 1_000]))
def test_every_span_covers_its_text_and_nothing_else(
    data: Data, style: str | None, width: int
) -> None:
    dumped = yaml.safe_dump(data, default_style=style, allow_unicode=True, width=width)
    tree = read(dumped.encode())
    assert isinstance(tree, Tree)
    for path, value in scalars(tree.data):
        source = source_of(tree, tree.values[path])
        assert yaml.load(source, yaml.CBaseLoader) == value
        if path and isinstance(path[-1], str):
            key = source_of(tree, tree.keys[path])
            assert yaml.load(key, yaml.CBaseLoader) == path[-1]


@given(some.yaml_like)
def test_spans_cover_their_texts_in_handwritten_yaml_too(text: str) -> None:
    tree = read(text.encode())
    if isinstance(tree, Tree):
        for path, value in scalars(tree.data):
            source = source_of(tree, tree.values[path])
            if path in tree.blocks:
                assert source[0] in "|>"
            else:
                indented = "\n".join(" " + line for line in source.split("\n"))
                assert yaml.load(indented, yaml.CBaseLoader) == value


def spelt(source: str, start: int) -> str:
    """The character that is spelt at `start`, escapes undone."""
    if source[start] != "\\":
        return source[start]
    width = {"x": 4, "u": 6, "U": 10}.get(source[start + 1], 2)
    return str(yaml.safe_load(f'"{source[start : start + width]}"'))


@given(some.data, st.sampled_from(['"', "'", None, "|", ">"]), st.booleans())
def test_every_offset_leads_to_its_character(data: Data, style: str | None, unicode: bool) -> None:
    dumped = yaml.safe_dump(data, default_style=style, allow_unicode=unicode, width=20)
    tree = read(dumped.encode())
    assert isinstance(tree, Tree)
    for path, value in scalars(tree.data):
        quoted = tree.lines[tree.values[path].line - 1][tree.values[path].column - 1] == '"'
        text = trimmed(value)
        for offset, letter in enumerate(text):
            span = locate(tree, Where("f.yaml", path, offset=offset))
            assert_inside(span, list(tree.lines))
            if not letter.isspace():
                source = tree.lines[span.line - 1]
                found = spelt(source, span.column - 1) if quoted else source[span.column - 1]
                assert found == letter


@given(some.yaml_like, st.lists(st.sampled_from(["a", "b", "id", 0, 1, 7]), max_size=4))
def test_any_place_asked_for_lies_inside_the_file(text: str, path: list[str | int]) -> None:
    tree = read(text.encode())
    if isinstance(tree, Tree):
        for key in (True, False):
            for offset in (None, 0, 3, 1_000):
                where = Where("f.yaml", tuple(path), key=key, offset=offset, length=5)
                assert_inside(locate(tree, where), list(tree.lines))
