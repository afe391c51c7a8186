"""Trees to typed files, with every mistake of form at its place."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import ValidationError

from ..diagnostics import Problem, Where, did_you_mean
from ..source.tree import Tree
from .fields import Part
from .kinds import KINDS

MAX_PROBLEMS = 200


def decode(tree: Tree) -> tuple[Part | None, list[Problem]]:
    """One file's model, or what is wrong with its form."""
    if not isinstance(tree.data, dict):
        message = "a file begins with keys such as `kind:` and `id:`, not with a list or text"
        return None, [Problem("S103", Where(tree.file), message, "Begin with `kind: module`.")]
    kind = tree.data.get("kind")
    if kind is None:
        message = "the file does not say what it is: `kind:` is missing"
        help = "Begin with `kind:` and one of: " + ", ".join(KINDS) + "."
        return None, [Problem("S102", Where(tree.file), message, help)]
    if not isinstance(kind, str) or kind not in KINDS:
        shown = kind if isinstance(kind, str) else "…"
        help = did_you_mean(str(shown), list(KINDS)) or "Known: " + ", ".join(KINDS) + "."
        where = Where(tree.file, ("kind",))
        return None, [Problem("S108", where, f"“{shown}” is not a kind of file", help)]
    model = KINDS[kind]
    try:
        return model.model_validate(tree.data), []
    except ValidationError as error:
        from .explain import explain, follows_from_others  # most files are sound

        details = error.errors(include_url=False, include_input=False)
        own = [each for each in details if not follows_from_others(each, model, tree)]
        return None, [explain(each, model, tree) for each in own[:MAX_PROBLEMS]]


def decode_all(trees: Iterable[Tree]) -> tuple[dict[str, Part], list[Problem]]:
    """Every file that decodes, by name, and all mistakes of form."""
    files: dict[str, Part] = {}
    problems: list[Problem] = []
    for tree in trees:
        part, found = decode(tree)
        problems += found
        if part is not None:
            files[tree.file] = part
    return files, problems
