"""Lay out the pages that the cache does not hold, each apart from the others."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from ..diagnostics import BuildError, CurriculumError
from ..outputs.leaf_pdf import Fault, LaidOut
from .executor import SECONDS, Executor
from .files import refused
from .reporter import Reporter
from .store import FACES, Store, faces_key
from .worker import Page, Task, lay_out_far, lay_out_task

TICK = 1.0
"""Seconds after which is asked whether anybody is still at work."""
SHOWN = 2
"""How many of the leaves under way are named."""
TRIES = 2
"""How often a page is given to a worker that vanishes with it."""


@dataclass(frozen=True)
class Facts:
    """What a build must know of a laid out leaf: pages, the pages of anchors, faults."""

    pages: int
    anchors: Mapping[str, int]
    faults: tuple[Fault, ...]

    @classmethod
    def of(cls, leaf: LaidOut) -> Facts:
        anchors = {name: page + 1 for name, page, *_ in leaf.anchors}
        return cls(leaf.pages, anchors, leaf.faults)


@dataclass
class Tally:
    """How many leaves there were, were laid out anew, and could not be laid out and why."""

    leaves: int = 0
    missing: int = 0
    laid_out: int = 0
    failed: dict[str, str] = field(default_factory=dict)


class Layout:
    """Pages to facts, through the cache. Pages that are missing there begin to be laid out as
    they come in, the largest first, while the build goes on rendering.
    """

    def __init__(
        self,
        store: Store,
        fonts: Path,
        css: tuple[str, ...],
        executor: Executor,
        reporter: Reporter,
        *,
        force: bool = False,
    ) -> None:
        self.facts: dict[str, Facts] = {}
        self.tally = Tally()
        self._seen: set[str] = set()
        self._store = store
        self._fonts = fonts
        self._css = css
        self._executor = executor
        self._reporter = reporter
        self._force = force
        self._waiting: list[tuple[int, str, int, Page]] = []
        self._running: dict[Future[str | LaidOut], tuple[Page, int]] = {}
        self._private: dict[str, LaidOut] = {}

    def offer(self, page: Page) -> None:
        """Find a page in the cache, or have it laid out; what fails is in `tally.failed`."""
        if page.key in self._seen or (not (self._force or page.private) and self.find(page.key)):
            return
        self._seen.add(page.key)
        self.tally.leaves += 1
        self.tally.missing += 1
        self._wait(page, 1)
        self.pump()

    def find(self, key: str) -> bool:
        """Whether a page is in the cache, or was offered before."""
        if key in self._seen:
            return True
        leaf = self._store.get(key)
        if leaf is None:
            return False
        self._seen.add(key)
        self.tally.leaves += 1
        self.facts[key] = Facts.of(leaf)
        return True

    def pump(self) -> None:
        """Take what is done and hand out what waits, without waiting."""
        self._collect(0)
        while self._waiting and len(self._running) < self._executor.window:
            *_, attempt, page = heapq.heappop(self._waiting)
            task = Task(page, self._css, self._fonts, self._store.folder)
            here = lay_out_far if self._executor.far else lay_out_task
            self._running[self._executor.submit(here, task)] = page, attempt

    def drain(self, meanwhile: Iterator[object] | None = None) -> None:
        """Wait until every page offered is laid out or has failed, taking steps of other work."""
        steps = meanwhile or iter(())
        self.pump()
        if self._running:
            done = self.tally.laid_out + len(self.tally.failed)
            self._reporter.stage("laying out", self.tally.missing, done)
        while self._running:
            oldest = [page.leaf for page, _ in list(self._running.values())[:SHOWN]]
            self._reporter.at_work(oldest, self.tally.leaves - self.tally.missing)
            busy = next(steps, self) is not self
            over = self._collect(0 if busy else TICK)
            for page in over:
                self._reporter.step(page.leaf)
            if not over and not busy:
                self._executor.check()
            self.pump()

    def leaf(self, key: str) -> LaidOut:
        """A laid out leaf; raises LookupError when the cache lost it."""
        leaf = self._private.get(key) or self._store.get(key)
        if leaf is None:
            raise LookupError(key)
        return leaf

    @cached_property
    def faces(self) -> bytes:
        """All fonts that leaves can show, as the binder wants them; raises CurriculumError."""
        key = faces_key(self._fonts)
        faces = self._store.get_data(key, FACES)
        if faces is None:
            from ..outputs.faces import all_faces

            faces = all_faces(self._fonts)
            self._store.put_data(key, faces, FACES)
        return faces

    def release(self) -> None:
        """Let the workers go, without waiting until they are gone."""
        self._executor.shutdown(wait=False)

    def _wait(self, page: Page, attempt: int) -> None:
        heapq.heappush(self._waiting, (-len(page.html), page.key, attempt, page))

    def _collect(self, timeout: float | None) -> list[Page]:
        """Take note of what has ended; returns the pages that are done with."""
        done, _ = wait(self._running, timeout, FIRST_COMPLETED)
        over = []
        for future in done:
            page, attempt = self._running.pop(future)
            if future.cancelled():
                raise BuildError("the workers have gone away", "Build again.")
            error = future.exception()
            if error is None:
                self._finish(page, future.result())
            elif isinstance(error, TimeoutError):
                limit = error.args[1] if len(error.args) > 1 else SECONDS
                self._finish(page, f"it takes longer than {limit:.0f} seconds")
            elif isinstance(error, CurriculumError):
                raise error
            elif isinstance(error, OSError) and error.errno:
                raise refused(self._store.folder, error)
            elif attempt < TRIES:
                self._wait(page, attempt + 1)
                continue
            else:
                self._finish(page, f"the layout engine breaks down over it: {error}")
            over.append(page)
        return over

    def _finish(self, page: Page, result: str | LaidOut) -> None:
        """Take note of a page: a problem in words, a private leaf, or one now in the cache."""
        if isinstance(result, LaidOut):
            leaf = result
            if page.private:
                self._private[page.key] = leaf
            else:
                self._keep(page.key, leaf)
        elif result or (found := self._store.get(page.key)) is None:
            self.tally.failed[page.key] = result or "the cache lost it"
            return
        else:
            leaf = found
        self.tally.laid_out += 1
        self.facts[page.key] = Facts.of(leaf)

    def _keep(self, key: str, leaf: LaidOut) -> None:
        """Put a leaf that came from elsewhere into the cache."""
        try:
            self._store.put(key, leaf)
        except OSError as error:
            raise refused(self._store.folder, error) from error
