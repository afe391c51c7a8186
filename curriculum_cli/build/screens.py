"""Pages for the screen: one file for each document, and the index that leads to all."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field, replace

from markupsafe import Markup

from ..diagnostics import BuildError
from ..render.environment import Renderer, icons_in
from ..render.screen import Look, font_faces, icon_rules, screen_edition
from ..settings import Settings
from ..views.document import Document
from ..views.edition import Edition
from .assets import ICONS, Assets
from .look import read_look
from .manifest import FileRecord
from .sheets import Pages

SCRIPTS = ("minisearch.js", "reader.js")


@dataclass
class Row:
    """A document in the index, with the addresses of its files."""

    title: str
    pdf: str | None = None
    html: str | None = None
    pages: str = ""


@dataclass(frozen=True)
class Head:
    """Heads of the index's columns, in the group's language."""

    document: str
    pdf: str
    html: str


@dataclass(frozen=True)
class Group:
    """The documents of one language."""

    language: str
    head: Head
    rows: list[Row] = field(default_factory=list)


class Screens:
    """Makes pages for the screen; style sheets and fonts are read once."""

    def __init__(self, settings: Settings, assets: Assets) -> None:
        self._assets = assets
        fonts = settings.asset("fonts")
        try:
            faces = {path.name: path.read_bytes() for path in sorted(fonts.glob("*.woff2"))}
        except OSError as error:
            raise BuildError(f"the fonts cannot be read: {error}") from error
        tokens, screen, print_, paper = (
            read_look(settings.asset("styles", f"{name}.css"))
            for name in ("tokens", "screen", "print", "paper")
        )
        self._look = Look(
            css=f"{font_faces(faces)}\n{tokens}",
            screen_css=screen,
            print_css=f"{print_}\n{paper}",
            script="\n".join(read_look(settings.asset("scripts", name)) for name in SCRIPTS),
        )

    def document(
        self, pages: Pages, edition: Edition, document: Document, present: Collection[str]
    ) -> bytes:
        """One document; `present` are the paths that will stand in the output folder."""
        bodies = {leaf.id: pages.body(leaf) for leaf in document.leaves}
        own = f"{edition.language}/{document.path}"
        folder = posixpath.dirname(own)
        addresses = {
            language: posixpath.relpath(f"{language}/{document.path}.html", folder)
            for language in edition.curriculum.programme.languages
            if language != edition.language and f"{language}/{document.path}.html" in present
        }
        languages = edition.curriculum.programme.languages if addresses else ()
        editions = [
            (each, addresses.get(each))
            for each in languages
            if each in addresses or each == edition.language
        ]
        names = icons_in("".join(bodies.values()))
        icons = {name: self._assets.read(f"{ICONS}{name}.svg") for name in names}
        pdf = f"{posixpath.basename(own)}.pdf" if f"{own}.pdf" in present else None
        html = screen_edition(
            pages.renderer,
            document,
            bodies,
            look=replace(self._look, css=f"{self._look.css}\n{icon_rules(icons)}"),
            assets=self._assets.as_written("".join(bodies.values())),
            parts={leaf.id: pages.listed(leaf) for leaf in document.leaves},
            editions=editions,
            pdf=pdf,
        )
        return html.encode()

    def index(
        self,
        files: Iterable[FileRecord],
        edition: Edition,
        renderer_of: Callable[[str], Renderer],
    ) -> bytes:
        """The index, in the programme's first language; handbooks stand before folders of plans."""
        rows: dict[tuple[str, str], Row] = {}
        groups: dict[str, Group] = {}
        for record in sorted(files, key=lambda record: record.path.count("/")):
            language = record.language
            catalogue = renderer_of(language).edition.catalogue
            if language not in groups:
                names = (catalogue.text(f"index.{key}") for key in ("document", "pdf", "html"))
                groups[language] = Group(language, Head(*names))
            stem = record.path.rpartition(".")[0]
            row = rows.get((language, stem))
            if row is None:
                row = rows[language, stem] = Row(record.title)
                groups[language].rows.append(row)
            if record.format == "pdf":
                row.pdf = record.path
                row.pages = catalogue.plural("index.count", record.pages)
            else:
                row.html = record.path
        order = edition.curriculum.programme.languages
        known = [groups[each] for each in order if each in groups]
        rest = [group for language, group in groups.items() if language not in order]
        html = renderer_of(order[0]).shell(
            "shells/index.html",
            programme=edition.curriculum.programme.title,
            groups=[*known, *rest],
            css=Markup(f"{self._look.css}\n{self._look.screen_css}"),  # noqa: S704 — our own
        )
        return html.encode()
