"""What a document is: an ordered list of leaves, each of which stands alone."""

from __future__ import annotations

from typing import NamedTuple


class Running(NamedTuple):
    """What stands in the head and foot of every page of a leaf, and at its outer edge.

    `tab` is printed at the edge, as on a register's tabs, in place number `tab_place` from the top.
    """

    head_left: str = ""
    head_right: str = ""
    foot: str = ""
    trainer_only: bool = False
    tab: str = ""
    tab_place: int = 0


class Leaf(NamedTuple):
    """One sheet or set of sheets: a lesson plan, a handout, a form, a cover.

    `label` comes before its page numbers (`M10-C1-` gives M10-C1-2); `language` is that of its
    text; `view` is what its template shows, and holds nothing that its reader must not see.
    A `private` leaf holds names of real people: it is never kept in the cache, nor recorded.
    """

    id: str
    template: str
    title: str
    label: str
    depth: int
    language: str
    view: object
    running: Running = Running()
    listed: bool = True
    private: bool = False

    @property
    def trainer_only(self) -> bool:
        return self.running.trainer_only


class Document(NamedTuple):
    """An ordered list of leaves under one title, and the file it becomes (without suffix)."""

    name: str
    path: str
    title: str
    subject: str
    language: str
    leaves: tuple[Leaf, ...]
