"""Break one place of a file of the small project and decode it."""

from __future__ import annotations

from functools import cache

from curriculum_cli.diagnostics import Problem
from curriculum_cli.model.decode import decode
from curriculum_cli.model.fields import Part
from curriculum_cli.source.strict_yaml import parse
from curriculum_cli.source.tree import Tree, locate

from ..marks import MARK, Place, place_of
from ..project import CASES


@cache
def original(name: str) -> str:
    return (CASES / "project" / name).read_text("utf-8")


def tree_of(name: str, text: str) -> Tree:
    tree, problems = parse(name, text)
    assert tree is not None, problems
    return tree


def part_of(name: str, text: str | None = None) -> Part:
    """The decoded file; the test fails when it does not decode."""
    part, problems = decode(tree_of(name, original(name) if text is None else text))
    assert part is not None, problems
    return part


def edited(name: str, old: str, new: str) -> tuple[str, Place | None]:
    """The text with `new` for the one `old`, and the place of the mark, if there is one."""
    text = original(name)
    assert text.count(old) == 1, f"“{old}” occurs {text.count(old)} times in {name}"
    text = text.replace(old, new)
    place = place_of(text, text.index(MARK)) if MARK in text else None
    return text.replace(MARK, ""), place


def mistakes(name: str, text: str) -> list[tuple[str, Place, Problem]]:
    """Code, place and the rest of everything that is wrong with the form."""
    tree = tree_of(name, text)
    part, problems = decode(tree)
    assert (part is None) == bool(problems)
    found = []
    for problem in problems:
        span = locate(tree, problem.where)
        found.append((problem.code, Place(span.line, span.column), problem))
    return sorted(found, key=lambda each: each[:2])
