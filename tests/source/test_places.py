"""`locate`: from a symbolic place to the very characters in the text."""

from __future__ import annotations

import pytest
from curriculum_cli.diagnostics import PathInFile, Span, Where
from curriculum_cli.source.strict_yaml import parse
from curriculum_cli.source.tree import Tree, locate

from ..marks import Place, marked


def tree_of(text: str) -> Tree:
    tree, problems = parse("f.yaml", text)
    assert tree is not None, problems
    return tree


def covered(tree: Tree, span: Span) -> str:
    """The characters that a span on one line covers."""
    assert span.line == span.end_line
    return tree.lines[span.line - 1][span.column - 1 : span.end_column - 1]


SMALL = "a: one\nb:\n  - two\n  - c: three\n    d: |\n      four\n"


@pytest.mark.parametrize(
    ("path", "key", "expected"),
    [
        (("a",), False, "one"),
        (("a",), True, "a"),
        (("b",), False, "-"),
        (("b",), True, "b"),
        (("b", 0), False, "two"),
        (("b", 0), True, "two"),
        (("b", 1, "c"), False, "three"),
        (("b", 1, "c"), True, "c"),
        (("b", 1, "d"), False, "d"),
        (("b", 1, "d"), True, "d"),
        (("b", 1, "missing"), False, "c"),
        (("b", 1, "missing"), True, "c"),
        (("a", "deeper", 3), False, "a"),
        (("nowhere",), False, "a"),
        ((), False, "a"),
    ],
)
def test_a_path_leads_to_its_value_key_or_the_nearest_thing_above(
    path: PathInFile, key: bool, expected: str
) -> None:
    tree = tree_of(SMALL)
    assert covered(tree, locate(tree, Where("f.yaml", path, key=key))) == expected


def test_a_value_over_several_lines_is_shown_by_its_first() -> None:
    tree = tree_of('a: "one\n  two"\n')
    assert locate(tree, Where("f.yaml", ("a",))) == Span(1, 4, 1, 8)


def test_a_block_in_a_list_is_shown_by_its_header() -> None:
    tree = tree_of("a:\n  - |\n    one\n    two\n")
    assert locate(tree, Where("f.yaml", ("a", 0))) == Span(2, 5, 2, 6)


OFFSETS = {
    "plain": ("a: one ▸two\n", 4),
    "plain, Cyrillic": ("ә: Қазақ ▸тілі\n", 6),
    "plain, over two lines": ("a: one\n  two ▸three\n", 8),
    "plain, over a blank line": ("a: one\n\n  ▸two\n", 4),
    "single quotes": ("a: 'one ▸two'\n", 4),
    "single quotes with a quote": ("a: 'it''s ▸two'\n", 5),
    "single quotes over two lines": ("a: 'one\n  two ▸three'\n", 8),
    "double quotes": ('a: "one ▸two"\n', 4),
    "double quotes with escapes": ('a: "\\"\\u04D8\\n\\x41 ▸two"\n', 5),
    "an escape itself": ('a: "ab▸\\U0001F44D"\n', 2),
    "double quotes over two lines": ('a: "one\n  two ▸three"\n', 8),
    "double quotes with a joined line": ('a: "one\\\n  two ▸three"\n', 7),
    "double quotes with spaces before": ('a: "  one ▸two"\n', 4),
    "the end of quoted text": ('a: "one▸"\n', 3),
    "literal block": ("a: |\n  one\n  two ▸three\n", 8),
    "literal block, first letter": ("a: |\n  ▸one\n", 0),
    "literal block with a blank line first": ("a: |\n\n\n  one ▸two\n", 4),
    "literal block with a blank line inside": ("a: |\n  one\n\n  ▸two\n", 5),
    "literal block with deeper lines": ("a: |\n  one\n    - ▸two\n", 8),
    "literal block, indentation given": ("a: |2\n    one ▸two\n", 4),
    "literal block, Cyrillic": ("a: |\n  Қазақ\n  ▸тілі\n", 6),
    "literal block, nested": ("a:\n  - b:\n      c: |\n        one\n        ▸two\n", 4),
    "literal block with a hash": ("a: |\n  # one\n  ▸two\n", 6),
    "literal block with a comment": ("a: | # comment here\n  one\n  ▸two\n", 4),
    "literal block at the end": ("a: |\n  one\n  ▸two", 4),
    "folded block": ("a: >\n  one\n  two ▸three\n", 8),
    "folded block with paragraphs": ("a: >-\n  one\n  two\n\n  three ▸four\n", 14),
    "folded block with deeper lines": ("a: >\n  one\n    two\n  ▸three\n", 10),
}


def _path(data: object) -> PathInFile:
    """The path of the one text in the data."""
    path: list[str | int] = []
    while not isinstance(data, str):
        step, data = next(iter(data.items() if isinstance(data, dict) else enumerate(data)))  # type: ignore[arg-type]
        path.append(step)
    return tuple(path)


@pytest.mark.parametrize(("text", "offset"), OFFSETS.values(), ids=list(OFFSETS))
def test_an_offset_leads_to_its_character(text: str, offset: int) -> None:
    text, expected = marked(text)
    tree = tree_of(text)
    span = locate(tree, Where("f.yaml", _path(tree.data), offset=offset))
    assert Place(span.line, span.column) == expected


def test_a_length_covers_the_word_and_stops_at_the_end_of_the_value() -> None:
    tree = tree_of('a: "see two"\nb: |\n  see two\n')
    for path in (("a",), ("b",)):
        span = locate(tree, Where("f.yaml", path, offset=4, length=3))
        assert covered(tree, span) == "two"
        span = locate(tree, Where("f.yaml", path, offset=4, length=99))
        assert covered(tree, span) == "two"


def test_an_offset_into_a_list_falls_back_to_the_list() -> None:
    tree = tree_of("a: [one]\n")
    assert covered(tree, locate(tree, Where("f.yaml", ("a",), offset=2))) == "["


def test_an_offset_past_the_text_stays_inside_the_file() -> None:
    for text in ("a: one\n", "a: |\n  one\n", 'a: "one"\n', "a: >\n  one\n  two\n"):
        tree = tree_of(text)
        span = locate(tree, Where("f.yaml", ("a",), offset=500))
        assert 1 <= span.line <= len(tree.lines)
        assert span.column <= len(tree.lines[span.line - 1]) + 1
