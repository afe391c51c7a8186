"""What a build says of pages that were made, but that somebody should look at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from .layout import Layout
from .manifest import FileRecord
from .work import Work

JUMP = 0.15
"""A document may grow or shrink by this share between two builds before it is remarked on."""
FEWEST = 2
"""One sheet of paper more or less is no jump, however thin the document."""
FAULTS = {
    "cell": "“{words}” runs out of its cell; make the column wider, or write a shorter word",
    "column": "a column is too narrow for “{words}”; give the table fewer columns or shorter words",
    "empty": "the page is empty; take out what only makes room at the end",
    "foot": "“{words}” in the head or foot runs out of its place; shorten the title it comes from",
    "heading": "“{words}” stands alone at the foot of the page; what follows it is too large",
    "overflow": "“{words}” runs into the margin; make it narrower",
    "parted": "“{words}” should stay on one page and does not fit on one; make it shorter",
    "row": "the row “{words}” is parted by the end of the page; divide it into several rows",
    "writing": "the column “{words}” is too narrow to write in; give the table fewer columns",
}


def layout_remarks(works: Iterable[Work], layout: Layout) -> Iterator[str]:
    """Each fault of a page once, by the label that is printed on it."""
    for work in works:
        for leaf in work.document.leaves:
            facts = layout.facts.get(work.keys.get(leaf.id, ""))
            for fault in facts.faults if facts else ():
                what = FAULTS[fault.kind].format(words=fault.words)
                yield f"page {leaf.label}{fault.page + 1} in {work.edition.language}: {what}"


def page_remarks(before: Mapping[str, FileRecord], made: Iterable[FileRecord]) -> Iterator[str]:
    """Documents whose number of pages jumped since the last build."""
    for record in made:
        old = before.get(record.path)
        if old is None or not old.pages or old.paper != record.paper:
            continue
        change = record.pages - old.pages
        if abs(change) > max(FEWEST, old.pages * JUMP):
            share = f"{change / old.pages:+.0%}"
            yield f"{record.path} has {record.pages} pages, it had {old.pages} ({share})"
