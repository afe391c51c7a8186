"""Finished documents: leaves bound to a PDF, or put together as one page for the screen."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..diagnostics import BuildError
from ..settings import Settings
from .code import code_digest
from .files import Staging
from .layout import Layout
from .manifest import FileRecord, LeafRecord, digest, untouched
from .request import LESSON_PLAN, Request
from .screens import Screens
from .store import digest_of
from .work import Work

if TYPE_CHECKING:
    from ..outputs.binder import Source
    from ..outputs.laid_out import LaidOut

MOST_OPEN = 120
"""Leaves that are opened before they are bound; each takes about a third of a megabyte."""


@dataclass(frozen=True)
class Maker:
    """Makes documents into a staging; a file that would come out the same is left alone.

    Of leaves with names of people no digest is recorded, since short lists can be guessed.
    """

    request: Request
    settings: Settings
    layout: Layout
    screens: Screens
    before: Mapping[str, FileRecord]
    staging: Staging
    _opened: dict[str, tuple[LaidOut, Source]] = field(default_factory=dict)

    def pdf(self, work: Work) -> FileRecord:
        """Bind a document whose leaves are all laid out; raises BuildError."""
        document = work.document
        parts = [code_digest("outputs"), work.blank]
        parts += [document.title, document.subject, document.language]
        leaves = []
        pages = 0
        for leaf in document.leaves:
            key = work.keys[leaf.id]
            facts = self.layout.facts[key]
            shown = "" if leaf.private else key
            leaves.append(LeafRecord(leaf.id, leaf.label, facts.pages, shown))
            pages += facts.pages + facts.pages % 2
            parts += [leaf.id, key, leaf.label, leaf.title, str(leaf.depth), leaf.language]
        private = any(leaf.private for leaf in document.leaves)
        recipe = "" if private else digest_of(*(part.encode() for part in parts))
        old = None if self.request.force else self.before.get(work.path("pdf"))
        if (
            old is not None
            and recipe
            and old.recipe == recipe
            and untouched(self.settings.output, old)
        ):
            return self._record(work, "pdf", old.sha256, old.bytes, recipe, leaves, pages)
        data = self._bound(work)
        self.staging.add(work.path("pdf"), data)
        return self._record(work, "pdf", digest(data), len(data), recipe, leaves, pages)

    def screen(self, work: Work, present: Collection[str]) -> FileRecord:
        """Make a page for the screen, which is its own recipe; `present` is what it may link."""
        html = self.screens.document(work.pages, work.edition, work.document, present)
        leaves = [
            LeafRecord(
                leaf.id,
                leaf.label,
                0,
                "" if leaf.private else digest(work.pages.body(leaf).encode()),
            )
            for leaf in work.document.leaves
        ]
        found = digest(html)
        self.staging.add(work.path("html"), html)
        return self._record(work, "html", found, len(html), found, leaves, 0)

    def open_some(self, works: Iterable[Work]) -> Iterator[str]:
        """Open leaves of documents that wait for others of theirs, one at a step."""
        for work in works:
            keys = work.keys
            if all(key in self.layout.facts for key in keys.values()):
                continue
            for leaf in work.document.leaves:
                key = keys.get(leaf.id, "")
                if key in self.layout.facts and key not in self._opened:
                    if len(self._opened) == MOST_OPEN:
                        return
                    with suppress(LookupError):
                        self._opened[key] = self._open(key)
                    yield key

    def _open(self, key: str) -> tuple[LaidOut, Source]:
        """A leaf and its opened PDF; raises LookupError."""
        from ..outputs.binder import Source

        laid_out = self.layout.leaf(key)
        return laid_out, Source(laid_out.pdf)

    def _bound(self, work: Work) -> bytes:
        from ..outputs.binder import Sheet, bind

        document = work.document
        try:
            sheets = []
            for leaf in document.leaves:
                key = work.keys[leaf.id]
                ready = self._opened.pop(key, None)
                laid_out, source = ready or (self.layout.leaf(key), None)
                sheets.append(
                    Sheet(
                        leaf=leaf.id,
                        laid_out=laid_out,
                        label=leaf.label,
                        title=leaf.title,
                        depth=leaf.depth,
                        language=leaf.language,
                        source=source,
                    )
                )
            return bind(
                sheets,
                title=document.title,
                language=document.language,
                subject=document.subject,
                blank_back=self.layout.leaf(work.blank),
                faces=self.layout.faces,
            )
        except LookupError as error:
            raise BuildError(
                "the cache changed while documents were being bound", "Build again."
            ) from error
        except ValueError as error:
            raise BuildError(f"“{document.title}” cannot be bound: {error}") from error

    def _record(
        self,
        work: Work,
        format: str,
        sha256: str,
        size: int,
        recipe: str,
        leaves: list[LeafRecord],
        pages: int,
    ) -> FileRecord:
        document, request = work.document, self.request
        ids = {leaf.id.partition("-")[0] for leaf in document.leaves}
        return FileRecord(
            path=work.path(format),
            sha256=sha256,
            bytes=size,
            document=document.name,
            title=document.title,
            language=work.edition.language,
            format=format,
            paper=request.paper,
            draft=request.draft,
            audience=request.audience,
            selection=() if document.name == LESSON_PLAN else request.modules,
            commit=work.edition.provenance.commit,
            recipe=recipe,
            pages=pages,
            modules={m.id: m.version for m in work.edition.modules if m.id in ids},
            leaves=tuple(leaves),
        )
