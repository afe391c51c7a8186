"""The public YAML test suite: what is read is read right, and the rest is refused at a place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from curriculum_cli.source.files import decode
from curriculum_cli.source.strict_yaml import parse

SUITE = json.loads((Path(__file__).parents[1] / "data/yaml-test-suite.json").read_text("utf-8"))

READ_THOUGH_WRONG = {
    "9C9N": "a list in brackets that goes on at the start of the line",
    "9JBA": "no blank before a comment",
    "CVW2": "no blank before a comment",
    "SU5Z": "no blank before a comment",
    "X4QW": "no blank before a comment",
    "DK95/1": "a tab before a quoted text that goes on",
    "G5U8": "a dash in a list in brackets",
    "YJV2": "a dash in a list in brackets",
    "QB6E": "a quoted text that goes on at the start of the line",
    "S98Z": "blank lines longer than the first line of a block",
    "Y79Y/3": "a tab in a list in brackets",
}
"""What libyaml lets pass; no letter is lost by it."""
READ_OTHERWISE = {
    "652Z": "a question mark at the start of a key in braces is a sign of its own in YAML 1.1",
    "JEF9/2": "a list with one entry of nothing but blanks, without a line end",
    "L24T/1": "a last line of blanks without a line end",
}
_ESCAPES = {"n": "\n", "t": "\t", "\\": "\\", "r": "\r", "b": "\b"}


def text_of(event: str) -> str:
    """The text of `=VAL &a <tag> :text`."""
    rest = event.removeprefix("=VAL ")
    while rest[0] in "&<":
        rest = rest.partition(" ")[2]
    found, letters = "", iter(rest[1:])
    for letter in letters:
        found += _ESCAPES[next(letters)] if letter == "\\" else letter
    return found


def documents(tree: str) -> list[Any]:
    """The documents that the suite's events tell of, every scalar as text."""
    found: list[Any] = []
    levels: list[list[Any]] = [found]
    for line in tree.split("\n"):
        event = line.lstrip(" ")
        if event.startswith("=VAL"):
            levels[-1].append(text_of(event))
        elif event.startswith(("+MAP", "+SEQ")):
            levels.append([])
        elif event in ("-MAP", "-SEQ"):
            done = levels.pop()
            pairs = dict(zip(done[::2], done[1::2], strict=True)) if event == "-MAP" else done
            levels[-1].append(pairs)
    return found


@pytest.mark.parametrize("case", SUITE, ids=lambda case: f"{case['id']} {case['name']}")
def test_a_text_is_read_right_or_refused_at_a_place(case: dict[str, Any]) -> None:
    text, problems = decode("x.yaml", case["yaml"].encode("utf-8", "surrogatepass"))
    tree = None
    if text is not None:
        tree, problems = parse("x.yaml", text)
    if tree is None:
        assert problems
        lines = (text or case["yaml"]).split("\n")
        for problem in problems:
            assert problem.span is not None
            assert 1 <= problem.span.line <= len(lines)
            assert problem.message
            assert problem.help
    elif case["fail"]:
        assert case["id"] in READ_THOUGH_WRONG
    elif case["id"] not in READ_OTHERWISE:
        assert documents(case["tree"]) == [tree.data]


def test_the_suite_is_whole_and_much_of_it_is_read() -> None:
    assert len(SUITE) == 402
    read = [case for case in SUITE if parse("x.yaml", case["yaml"])[0] is not None]
    assert len(read) > 150
