"""Confirm links to the standard: write down which texts somebody has compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..checks.project import Outcome
from ..diagnostics import PathInFile, Span, UsageError
from ..model.coverage import service
from ..model.curriculum import Curriculum
from ..model.decode import decode
from ..model.kinds import SINGLE
from ..model.links import Link, Links
from ..source.rewrite import with_lines, with_values
from ..source.strict_yaml import parse
from ..source.tree import Tree
from .files import refused, write_whole

_HEAD = """\
# Which module serves which item of the standard, and the texts of both that somebody has compared.
# Written by `curriculum coverage --confirm`; your own comments and notes stay.
kind: links
links:
"""

_RENEWED = ("module_digest", "item_digest", "on")


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What was written, and where."""

    file: str
    links: tuple[Link, ...]


def confirm(root: Path, outcome: Outcome, modules: Sequence[str], day: date) -> Confirmed:
    """Renew the links of these modules in the project's list; raises UsageError."""
    assert outcome.checked is not None, "files that do not decode are never changed"
    curriculum = outcome.checked.curriculum
    new = [*links_of(curriculum, modules, day)]
    if not new:
        names = ", ".join(modules)
        raise UsageError(
            f"no objective of {names} serves an item of the standard",
            "Add `recommendations:` to an objective.",
        )
    file = next((name for name, _ in curriculum.of(Links)), SINGLE["links"])
    tree = outcome.read.trees.get(file)
    old = curriculum.links
    text = renewed(tree, old, modules, new) if tree and old else _fresh(new)
    try:
        write_whole(root / file, text.encode())
    except OSError as error:
        raise refused(root / file, error) from error
    return Confirmed(file, tuple(new))


def links_of(curriculum: Curriculum, modules: Sequence[str], day: date) -> Iterator[Link]:
    """Every link of these modules, for the texts of today."""
    for name in modules:
        module = curriculum.modules[name]
        text = module.digest
        for number in module.recommendations:
            item = curriculum.recommendations.get(number)
            if item is not None and service(module, number).objectives:
                yield Link(
                    module=name,
                    recommendation=number,
                    module_digest=text,
                    item_digest=item.digest,
                    on=day,
                )


def _line(link: Link) -> str:
    return (
        f"{{module: {link.module}, recommendation: {link.recommendation},"
        f" module_digest: {link.module_digest}, item_digest: {link.item_digest},"
        f" on: {link.on.isoformat()}}}"
    )


def _fresh(links: Sequence[Link]) -> str:
    return _HEAD + "".join(f"  - {_line(link)}\n" for link in links)


def renewed(tree: Tree, old: Links, modules: Sequence[str], new: Sequence[Link]) -> str:
    """The file's text with these links in it: values changed in place, lines added or taken out.

    Raises UsageError when the entries are not on lines of their own.
    """
    entries = [_Entry(tree, index) for index in range(len(old.links))]
    wanted = {(link.module, link.recommendation): link for link in new}
    values: list[tuple[Span, str]] = []
    out: list[int] = []
    kept: list[Link] = []
    last: dict[str, _Entry] = {}
    for before, entry in zip(old.links, entries, strict=True):
        last[before.module] = entry
        link = wanted.pop((before.module, before.recommendation), None)
        if link is not None:
            kept.append(link.model_copy(update={"note": before.note}))
            values += [(entry.span(name), _value(link, name)) for name in _RENEWED]
        elif before.module in modules:
            out += range(entry.first, entry.last + 1)
        else:
            kept.append(before)
    after: dict[int, list[str]] = {}
    for link in wanted.values():
        kept.append(link)
        entry = last.get(link.module, entries[-1])
        after.setdefault(entry.last, []).append(f"{entry.dash}{_line(link)}")
    text = with_lines(with_values(tree.text, values), out=out, after=after)
    if not _holds(tree.file, text, kept):
        raise UsageError(
            f"the links in {tree.file} are not on lines of their own",
            "Begin each on a new line with a dash; nothing has been changed.",
        )
    return text


def _value(link: Link, name: str) -> str:
    return str(getattr(link, name))


def _holds(file: str, text: str, links: Sequence[Link]) -> bool:
    """Whether a text says these links and nothing else."""
    tree, problems = parse(file, text)
    if tree is None or problems:
        return False
    part, problems = decode(tree)
    return isinstance(part, Links) and sorted(map(_line, part.links)) == sorted(map(_line, links))


class _Entry:
    """Where one link stands in the file."""

    def __init__(self, tree: Tree, index: int) -> None:
        self._tree = tree
        self._path: PathInFile = ("links", index)
        self._start = tree.values[self._path]
        inside = [span for path, span in tree.values.items() if path[:2] == self._path]
        self.first = self._start.line
        self.last = max(each.end_line - (each.end_column == 1) for each in inside[1:])

    def span(self, name: str) -> Span:
        return self._tree.values[(*self._path, name)]

    @property
    def dash(self) -> str:
        """What stands before an entry on its line."""
        return self._tree.lines[self._start.line - 1][: self._start.column - 1]
