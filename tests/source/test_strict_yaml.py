"""Each thing that strict YAML refuses, at its line and column."""

from __future__ import annotations

import pytest
from curriculum_cli.diagnostics import Problem
from curriculum_cli.source.strict_yaml import MAX_DEPTH, parse
from curriculum_cli.source.tree import Data

from ..marks import Place, marked


def problems(text: str) -> list[Problem]:
    tree, found = parse("f.yaml", text)
    assert (tree is None) == bool(found), "either a tree or problems"
    return found


def data(text: str) -> Data:
    tree, found = parse("f.yaml", text)
    assert tree is not None, found
    return tree.data


def place(problem: Problem) -> Place:
    assert problem.span is not None
    return Place(problem.span.line, problem.span.column)


REFUSED = {
    "a tab as indentation": ("Y101", "a:\n▸\tb: 1\n", "not YAML", "never with the tab key"),
    "a colon in plain text": ("Y101", "title: Stops▸: a start\n", "not YAML", "in quotes"),
    "an open quote": ("Y101", 'a: "x\nb: 1\n▸', "not YAML", "not closed"),
    "an open bracket": ("Y101", "a: [x\nb▸: 1\n", "not YAML", ""),
    "a key without colon": ("Y101", "a: 1\nb\n▸", "not YAML", "after the key"),
    "a sign that begins no text": ("Y101", "a: ▸@home\n", "not YAML", "in quotes"),
    "a list out of line": ("Y101", "a:\n  - x\n ▸- y\n", "not YAML", "indentation"),
    "a key out of line": ("Y101", "a:\n    b: 1\n  ▸c: 2\n", "not YAML", "indentation"),
    "a key twice": ("Y102", "a: 1\nb: 2\n▸a: 3\n", "“a” stands twice", "on line 1"),
    "a key twice in a list": ("Y102", "x:\n  - {a: 1, ▸a: 2}\n", "“a” stands twice", "line 2"),
    "a key twice, quoted once": ("Y102", 'a: 1\n▸"a": 2\n', "“a” stands twice", ""),
    "an anchor": ("Y103", "a: ▸&here text\n", "the anchor &here", "Delete it"),
    "an anchor on a list": ("Y103", "a: ▸&all [x]\n", "the anchor &all", "Delete it"),
    "an alias": ("Y103", "a: ▸*here\n", "the alias *here", "in full"),
    "an alias as key": ("Y103", "a: 1\n▸*here : 2\n", "the alias *here", "in full"),
    "a merge key": ("Y103", "a:\n  ▸<<: {b: 1}\n", "merge keys", "in full"),
    "a tag": ("Y104", "a: ▸!!int 3\n", "the tag tag:yaml.org,2002:int", "read as text"),
    "a tag of its own": ("Y104", "a: ▸!secret x\n", "the tag !secret", "Delete it"),
    "the tag !": ("Y104", "a: ▸! x\n", "the tag !", "Delete it"),
    "a second document": ("Y108", "a: 1\n▸---\nb: 2\n", "second document", "file of its own"),
    "an empty file": ("Y109", "▸", "empty", "Begin with `kind:`"),
    "a file of comments": ("Y109", "▸# nothing\n\n# more\n", "empty", ""),
    "a key without value": ("Y112", "a: 1\n▸note:\nb: 2\n", "this key has no value", "delete"),
    "a key without value at the end": ("Y112", "▸note:", "this key has no value", ""),
    "a key without value in braces": ("Y112", "a: {b: 1, ▸c}\n", "this key has no value", ""),
    "an entry without value": ("Y112", "a:\n  -▸\n  - x\n", "this has no value", ""),
    "a list as key": ("Y113", "▸[a, b]: 1\n", "cannot be a key", "plain text"),
    "a mapping as key": ("Y113", "? ▸{a: b}\n: 1\n", "cannot be a key", "plain text"),
    "an escaped control sign": ("Y107", 'a: ▸"x\\0y"\n', "U+0000", "Delete it"),
    "an escaped key sign": ("Y107", '▸"x\\e": 1\n', "U+001B", "Delete it"),
}


@pytest.mark.parametrize(("code", "text", "message", "help"), REFUSED.values(), ids=list(REFUSED))
def test_what_is_refused_is_pointed_at(code: str, text: str, message: str, help: str) -> None:
    text, expected = marked(text)
    first = problems(text)[0]
    assert (first.code, place(first)) == (code, expected), first
    assert message in first.message
    assert help in first.help


def test_after_a_list_as_key_the_next_keys_are_read_as_they_stand() -> None:
    found = problems("[a, b]: 1\nc: {d: 2}\n? {e: f}\n: {g: 3}\nh:\n  i: [4]\n")
    assert [(each.code, place(each).line) for each in found] == [("Y113", 1), ("Y113", 3)]


def test_several_slips_of_form_are_found_in_one_run() -> None:
    found = problems("a: &x 1\nb: *x\nc:\na: !!str 2\n")
    assert [(each.code, place(each).line) for each in found] == [
        ("Y103", 1),
        ("Y103", 2),
        ("Y112", 3),
        ("Y104", 4),
        ("Y102", 4),
    ]


def test_the_list_of_problems_ends_somewhere() -> None:
    assert len(problems("\n".join(f"k{n}:" for n in range(5_000)))) == 200


def test_the_deepest_nesting_allowed_is_read_and_one_more_is_refused() -> None:
    assert data("a: " + "[" * (MAX_DEPTH - 1) + "x" + "]" * (MAX_DEPTH - 1))
    (problem,) = problems("a: " + "[" * MAX_DEPTH + "x" + "]" * MAX_DEPTH)
    assert (problem.code, place(problem)) == ("Y106", Place(1, 3 + MAX_DEPTH))


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 100_000, "- " * 100_000, "? " * 100_000])
def test_a_hundred_thousand_levels_are_refused_like_fifty_one(text: str) -> None:
    assert [each.code for each in problems(text)][-1] in ("Y106", "Y101")
    assert len(problems(text)) <= MAX_DEPTH + 1


def test_indented_levels_by_the_thousand_are_refused() -> None:
    text = "".join(f"{' ' * depth}k:\n" for depth in range(1_000))
    assert [each.code for each in problems(text)] == ["Y106"]


@pytest.mark.parametrize(
    "word",
    ["9:30", "09:30", "no", "yes", "null", "~", "010", "1.10", "0x1F", "2027-03-09", "1e3", "true"],
)
def test_every_plain_word_stays_the_text_it_is(word: str) -> None:
    assert data(f"a: {word}\nb: [{word}]\n") == {"a": word, "b": [word]}


def test_quotes_and_blocks_give_their_text() -> None:
    text = "a: 'it''s'\nb: \"x\\ty\\u04D8\"\nc: |\n  one\n  two\nd: >-\n  one\n  two\n\n  three\n"
    expected = {"a": "it's", "b": "x\tyӘ", "c": "one\ntwo\n", "d": "one two\nthree"}
    assert data(text) == expected


def test_an_empty_text_in_quotes_is_a_value() -> None:
    assert data('a: ""\n') == {"a": ""}


def test_the_kind_is_read_from_the_top() -> None:
    tree, _ = parse("f.yaml", "kind: module\nx: {kind: other}\n")
    assert tree is not None
    assert tree.kind == "module"
    tree, _ = parse("f.yaml", "- kind: module\n")
    assert tree is not None
    assert tree.kind == ""
