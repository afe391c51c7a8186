"""The contents of a screen edition: sheets below the module that they belong to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..views.document import Leaf


@dataclass(frozen=True)
class Line:
    """A line of the contents: where it leads, and its title in which language."""

    id: str
    title: str
    language: str
    label: str = ""


@dataclass(frozen=True)
class Group:
    """A sheet of the first level, and what stands below it."""

    head: Line
    entries: tuple[Line, ...]


def screen_contents(
    leaves: Sequence[Leaf], parts: Mapping[str, Sequence[tuple[str, str]]], language: str
) -> tuple[Group, ...]:
    """Lines for all listed leaves; `parts` gives the listed parts of a leaf: anchor and title.

    Titles of parts are headings in the interface's `language`.
    """
    groups: list[tuple[Line, list[Line]]] = []
    for leaf in leaves:
        if not leaf.listed:
            continue
        label = leaf.label.rstrip("-")
        if leaf.depth == 1 or not groups:
            groups.append((Line(leaf.id, leaf.title, leaf.language), []))
        else:
            shown = "" if leaf.title.startswith(label) else label
            groups[-1][1].append(Line(leaf.id, leaf.title, leaf.language, shown))
        lines = (Line(anchor, title, language) for anchor, title in parts.get(leaf.id, ()))
        groups[-1][1].extend(lines)
    return tuple(Group(head, tuple(entries)) for head, entries in groups)
