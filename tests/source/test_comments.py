"""Comments told apart from `#` inside text."""

from __future__ import annotations

import pytest
from curriculum_cli.source.strict_yaml import parse
from curriculum_cli.source.tree import Comment


def comments(text: str) -> tuple[Comment, ...]:
    tree, problems = parse("f.yaml", text)
    assert tree is not None, problems
    return tree.comments


@pytest.mark.parametrize(
    ("text", "line", "column", "alone"),
    [
        ("# note\na: 1\n", 1, 1, True),
        ("a: 1  # note\n", 1, 7, False),
        ("a:  # note\n  - x\n", 1, 5, False),
        ("a:\n  # note\n  - x\n", 2, 3, True),
        ("a:\n  - x  # note\n", 2, 8, False),
        ("a: 'x # y'  # note\n", 1, 13, False),
        ('a: "x # y"  # note\n', 1, 13, False),
        ('a: "x # y\n  # z"  # note\n', 2, 9, False),
        ("a: [x, # note\n  y]\n", 1, 8, False),
        ("a: {b: x} # note\n", 1, 11, False),
        ("a: x#y # note\n", 1, 8, False),
        ("a: |  # note\n  text\n", 1, 7, False),
        ("a: >-   # note\n  text\n", 1, 9, False),
        ("- |  # note\n  text\n", 1, 6, False),
        ("a: |\n  # text\n  text\n\n# note\nb: 1\n", 5, 1, True),
        ("a: |\n  # text\n# note\n", 3, 1, True),
        ("a: |\n  text\n\n  # text\n\n\n# note\n", 7, 1, True),
        ("--- # note\na: 1\n", 1, 5, False),
        ("a: Ә Қ  # note\n", 1, 9, False),
        ("a: 1\n# note", 2, 1, True),
        ("a: one\n  two  # note\n", 2, 8, False),
    ],
)
def test_a_comment_is_found_where_it_begins(text: str, line: int, column: int, alone: bool) -> None:
    assert comments(text) == (Comment(line, column, "note", alone),)


@pytest.mark.parametrize(
    "text",
    [
        "a: x#y\n",
        "a: '# x'\n",
        'a: "x # y"\n',
        'a: "one # x\n  two # y"\n',
        "a: 'one # x\n  two # y'\n",
        "a: |\n  # heading\n  text # x\n",
        "a: >\n  # heading\n\n  text # x\n",
        "a: |2\n    # x\n",
        "a:\n  - |\n    # x\n  - |\n    # y",
        "'a # b': 1\n",
        "a: |\n\n\n  # x\n",
        "? |\n  # x\n: 1\n",
    ],
)
def test_a_hash_inside_text_is_no_comment(text: str) -> None:
    assert comments(text) == ()


def test_the_text_of_a_comment_goes_to_the_end_of_the_line() -> None:
    (comment,) = comments("a: 1 #  one # two  \n")
    assert comment.text == "one # two"


def test_every_line_may_have_its_comment() -> None:
    found = comments("# a\na: 1 # b\n\n# c\nb: |  # d\n  # no\n# e\n")
    assert [each.text for each in found] == ["a", "b", "c", "d", "e"]
