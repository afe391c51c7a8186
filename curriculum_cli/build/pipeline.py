"""The whole way: what is asked for is rendered, laid out, bound, and put in place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

from ..checks.project import Outcome
from ..diagnostics import UsageError
from ..outputs.engine import engine_versions
from ..render.environment import Renderer
from ..settings import Settings
from ..views.document import Leaf
from ..views.edition import Edition
from ..views.front import is_contents
from .assets import Assets
from .bodies import Bodies
from .documents import Maker
from .executor import Executor
from .files import Staging, alone, make_folder, remove_leftovers
from .finish import Inventory, inventory, remove
from .layout import Layout
from .look import style_sheets
from .manifest import INDEX, NAME, FileRecord, Manifest, digest, previous_files
from .plan import edition_in, planned
from .provenance import PROGRAM, provenance
from .remarks import layout_remarks, page_remarks
from .reporter import Reporter
from .request import Request
from .screens import Screens
from .sheets import Pages, blank_back, filled
from .store import Store, surroundings
from .work import BuildResult, Failure, Work


def build(
    request: Request,
    settings: Settings,
    outcome: Outcome,
    reporter: Reporter,
    executor: Executor,
) -> BuildResult:
    """Make what is asked for; raises BuildError, UsageError, NotReadyError or AssetMissingError.

    The caller ends the executor, at once when this raises. A leaf that cannot be laid out costs
    only the documents it stands in: those stay as they were.
    """
    for room in ("modules", "templates"):
        if settings.output.resolve().is_relative_to((settings.project / room).resolve()):
            raise UsageError(
                f"the output folder lies inside {room}/", "Name a folder of its own for the output."
            )
    make_folder(settings.output, "output folder", "Name another folder with --output.")
    store = Store(settings.cache)
    store.open()
    name = sha256(str(settings.output.resolve()).encode()).hexdigest()[:16]
    with alone(store.folder / "locks" / name, settings.output):
        result = _Build(request, settings, outcome, reporter, store, executor).run()
        store.prune()
    return result


class _Build:
    def __init__(
        self,
        request: Request,
        settings: Settings,
        outcome: Outcome,
        reporter: Reporter,
        store: Store,
        executor: Executor,
    ) -> None:
        assert outcome.checked is not None, "files that do not decode are never built"
        self.request = request
        self.settings = settings
        self.checked = outcome.checked
        self.reporter = reporter
        self.provenance = provenance(settings.project, outcome)
        self.engines = engine_versions()
        fonts, css = settings.asset("fonts"), style_sheets(settings)
        self.around = surroundings(self.engines, fonts, css)
        self.store = store
        self.assets = Assets(settings)
        self.renderers: dict[str, Renderer] = {}
        self.layout = Layout(store, fonts, css, executor, reporter, force=request.force)

    def run(self) -> BuildResult:
        works = list(self.works())
        if not works:
            raise UsageError(
                "there is nothing to build", "No module that is asked for is for this audience."
            )
        for folder in {(self.settings.output / work.path("pdf")).parent for work in works}:
            remove_leftovers(folder)
        before = {record.path: record for record in previous_files(self.settings.output)}
        with Staging(self.settings.output) as staging:
            screens = Screens(self.settings, self.assets)
            maker = Maker(self.request, self.settings, self.layout, screens, before, staging)
            made = self.make(works, maker)
            not_made = [work.path("pdf") for work in self.unbound(works)]
            found = inventory(self.request, before.values(), made, not_made, self.settings.output)
            digests = self.record(works[0].edition, found, maker)
            staging.commit()
        digests.update((record.path, record.sha256) for record in made)
        return BuildResult(
            made=tuple(made),
            removed=remove(found.stale, self.settings.output),
            failures=tuple(dict.fromkeys(self.failures(works))),
            not_made=tuple(not_made),
            leaves=self.layout.tally.leaves,
            laid_out=self.layout.tally.laid_out,
            remarks=tuple(dict.fromkeys(self.remarks(works, before, made))),
            digests={str(self.settings.output / path): each for path, each in digests.items()},
        )

    def works(self) -> Iterator[Work]:
        for each in planned(self.request, self.settings, self.checked, self.provenance):
            renderer = Renderer(self.settings.templates, each.edition)
            self.renderers[each.edition.language] = renderer
            bodies = Bodies(renderer, self.store, self.settings, force=self.request.force)
            pages = Pages(renderer, bodies, self.assets, self.around)
            for document in each.documents:
                yield Work(each.edition, document, pages)

    def make(self, works: list[Work], maker: Maker) -> list[FileRecord]:
        """Everything up to finished files. Workers lay out while other things are done here."""
        made: list[FileRecord] = []
        screens: dict[str, FileRecord] = {}
        present = {path for path in maker.before if (self.settings.output / path).is_file()}
        expected = {work.path(format) for work in works for format in self.request.formats}
        self.render(works)
        if "html" in self.request.formats:
            self.reporter.stage("writing pages for the screen", len(works))
            for work in works:
                screens[work.path("html")] = maker.screen(work, present | expected)
                self.layout.pump()
                self.reporter.step(work.document.title)
        if "pdf" in self.request.formats:
            self.layout.drain(maker.open_some(works))
            for work in works:
                work.document = filled(work.document, work.pages, work.places(self.layout))
                self.offer(work, contents=True)
            made += self.bind(works, maker)
        for work in self.unbound(works):
            if work.path("html") in screens and work.path("pdf") not in present:
                there = present | expected - {work.path("pdf")}
                screens[work.path("html")] = maker.screen(work, there)
        found = {record.path: record for record in (*made, *screens.values())}
        order = [work.path(format) for work in works for format in self.request.formats]
        return [found[path] for path in order if path in found]

    def render(self, works: list[Work]) -> None:
        """Render all leaves, and begin to lay out those that are missing in the cache."""
        self.reporter.stage("rendering", len(works))
        for work in works:
            if "pdf" in self.request.formats:
                self.offer(work, contents=False)
            else:
                for leaf in work.document.leaves:
                    work.pages.body(leaf)
            self.reporter.step(work.document.title)

    def offer(self, work: Work, *, contents: bool) -> None:
        if not work.blank:
            work.blank = self.offered(work, blank_back(work.edition))
        for leaf in work.document.leaves:
            if is_contents(leaf) == contents:
                work.keys[leaf.id] = self.offered(work, leaf)

    def offered(self, work: Work, leaf: Leaf) -> str:
        """A leaf's key, once it was found in the cache or begun to be laid out."""
        key = work.pages.known(leaf)
        if key is None or not self.layout.find(key):
            page = work.pages.page(leaf)
            key = page.key
            self.layout.offer(page)
        return key

    def unbound(self, works: list[Work]) -> list[Work]:
        """The documents that lack a leaf, because it cannot be laid out."""
        return [work for work in works if work.failed(self.layout)]

    def bind(self, works: list[Work], maker: Maker) -> Iterator[FileRecord]:
        """Bind what is complete while the contents of others are being laid out."""
        waiting = [work for work in works if any(map(is_contents, work.document.leaves))]
        ready = [work for work in works if work not in waiting]
        for work in ready:
            if not work.failed(self.layout):
                yield maker.pdf(work)
            self.layout.pump()
        self.layout.drain(maker.open_some(waiting))
        self.layout.release()
        self.reporter.stage("binding", len(works), len(ready))
        for work in waiting:
            if not work.failed(self.layout):
                yield maker.pdf(work)
            self.reporter.step(work.document.title)

    def record(self, edition: Edition, found: Inventory, maker: Maker) -> dict[str, str]:
        """Write the index and, last of all, the manifest; returns their digests."""
        index = maker.screens.index(found.files, edition, self.renderer)
        manifest = Manifest(
            program=PROGRAM,
            engines=self.engines,
            commit=self.provenance.commit,
            built_on=self.provenance.built_on.isoformat(),
            title=self.checked.curriculum.programme.title,
            languages=tuple(dict.fromkeys(record.language for record in found.files)),
            files=found.files,
            index=digest(index),
        ).to_bytes()
        maker.staging.add(INDEX, index)
        maker.staging.add(NAME, manifest)
        return {INDEX: digest(index), NAME: digest(manifest)}

    def renderer(self, language: str) -> Renderer:
        """The renderer of a language, whether or not its documents are built now."""
        if language not in self.renderers:
            edition = edition_in(
                language, self.request, self.settings, self.checked, self.provenance
            )
            self.renderers[language] = Renderer(self.settings.templates, edition)
        return self.renderers[language]

    def remarks(
        self, works: list[Work], before: Mapping[str, FileRecord], made: list[FileRecord]
    ) -> Iterator[str]:
        yield from layout_remarks(works, self.layout)
        yield from page_remarks(before, made)

    def failures(self, works: Iterable[Work]) -> Iterator[Failure]:
        for work in works:
            for leaf, why in work.failed(self.layout):
                name, title = (leaf.id, leaf.title) if leaf else ("blank", "")
                yield Failure(name, title, work.edition.language, why)
