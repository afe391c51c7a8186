"""A document under way, and what a build says when it is done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..views.document import Document, Leaf
from ..views.edition import Edition
from .layout import Layout
from .manifest import FileRecord
from .sheets import Pages


@dataclass
class Work:
    """A document under way; `keys` name its leaves in the cache, by leaf id."""

    edition: Edition
    document: Document
    pages: Pages
    blank: str = ""
    keys: dict[str, str] = field(default_factory=dict)

    def path(self, format: str) -> str:
        """Where the document goes, below the output folder."""
        return f"{self.edition.language}/{self.document.path}.{format}"

    def places(self, layout: Layout) -> dict[str, Mapping[str, int]]:
        """The pages of anchors, from 1, by leaf and anchor; for leaves that are laid out."""
        keys = self.keys.items()
        return {leaf: layout.facts[key].anchors for leaf, key in keys if key in layout.facts}

    def failed(self, layout: Layout) -> list[tuple[Leaf | None, str]]:
        """The leaves that could not be laid out, and why; None stands for the blank back."""
        failed = layout.tally.failed
        found: list[tuple[Leaf | None, str]] = [
            (leaf, failed[self.keys[leaf.id]])
            for leaf in self.document.leaves
            if self.keys.get(leaf.id) in failed
        ]
        return [*found, (None, failed[self.blank])] if self.blank in failed else found


@dataclass(frozen=True)
class Failure:
    """A leaf that could not be laid out, in which language's edition, and why."""

    leaf: str
    title: str
    edition: str
    why: str


@dataclass(frozen=True)
class BuildResult:
    """What a build did; `made` holds files that turned out the same too.

    `remarks` are about pages that were made but should be looked at; `digests` are of all files
    this build vouches for, by path, index and manifest among them.
    """

    made: tuple[FileRecord, ...]
    removed: tuple[str, ...]
    failures: tuple[Failure, ...]
    not_made: tuple[str, ...]
    remarks: tuple[str, ...]
    leaves: int
    laid_out: int
    digests: dict[str, str]

    @property
    def reused(self) -> int:
        """Leaves that came from the cache."""
        return self.leaves - self.laid_out - len(self.failures)
