"""The one door to Jinja2: sandboxed, escaping, strict about what a template names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path

from jinja2 import ChoiceLoader, FileSystemLoader, PrefixLoader, StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from ..diagnostics import BuildError
from ..i18n.formats import NAMES
from ..views.coverage_picture import CoveragePictureView
from ..views.document import Leaf
from ..views.edition import Edition
from ..views.prerequisites import PrerequisitesView
from .halves import in_halves
from .markdown_html import css_string, inline_html, markdown_html

_ICON = re.compile(r'class="[^"]*\bicon-([a-z-]+)')


@dataclass(frozen=True)
class Facts:
    """All of an edition that a leaf's template sees beside its view.

    *Why* so little: what is kept of a leaf is kept by these and its view, so there is no more.
    """

    language: str
    title: str
    paper: str
    draft: bool


class Renderer:
    """Renders leaves and page shells of one edition."""

    def __init__(self, folders: tuple[Path, ...], edition: Edition) -> None:
        self.edition = edition
        self.facts = Facts(
            language=edition.language,
            title=edition.curriculum.programme.title,
            paper=edition.paper,
            draft=edition.draft,
        )
        self._environment = ImmutableSandboxedEnvironment(
            loader=_loader(folders),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._environment.filters.update(css_string=css_string, in_halves=in_halves)
        self._environment.globals.update(
            t=edition.catalogue.text,
            n=edition.catalogue.plural,
            f=edition.formats,
            language_names=NAMES,
            edition_language=edition.language,
            draw_prerequisites=_draw_prerequisites,
            draw_coverage=_draw_coverage,
        )

    def leaf_body(self, leaf: Leaf) -> str:
        """The leaf's own HTML, without page shell; the same for PDF and screen."""
        return self._render(f"leaves/{leaf.template}", leaf, leaf.view)

    def page(self, leaf: Leaf, body: str) -> str:
        """A whole HTML page for the layout engine, with the leaf's heads and feet."""
        content = Markup(body)  # noqa: S704 — made of our own escaped HTML
        icons = icons_in(body)
        more = {"body": content, "icons": icons, "sheet_digest": sheet_digest(body)}
        return self._render("shells/print.html", leaf, leaf.view, **more)

    def shell(self, template: str, **values: object) -> str:
        """A page shell such as the screen edition or the index."""
        return self._run(template, {"edition": self.edition, **values})

    def _render(self, template: str, leaf: Leaf, view: object, **more: object) -> str:
        own = self._mark(leaf.language)
        suffix = "-P" if leaf.template in ("chapter.html", "outcomes.html") else ""
        link_to = partial(_link_to, suffix=suffix)
        values = {
            "leaf": leaf,
            "view": view,
            "edition": self.facts,
            "own": own,
            "prose": partial(_prose, own=own, link_to=link_to),
            "line": partial(_line, own=own),
            "prose_in": partial(self._prose_in, link_to=link_to),
            "line_in": self._line_in,
            "inline": partial(inline_html, link_to=link_to),
            **more,
        }
        return self._run(template, values)

    def _mark(self, language: str) -> Markup:
        """The attribute for a passage in a language, nothing in the edition's own."""
        foreign = language != self.edition.language
        return Markup(' lang="{}"').format(language) if foreign else Markup("")

    def _line_in(self, text: object, language: str) -> Markup:
        """A plain text of a sheet that holds several languages."""
        return _line(text, own=self._mark(language))

    def _prose_in(
        self, text: str | None, language: str, level: int = 3, *, link_to: object
    ) -> Markup:
        return _prose(text, level, own=self._mark(language), link_to=link_to)

    def _run(self, template: str, values: dict[str, object]) -> str:
        try:
            return self._environment.get_template(template).render(values)
        except TemplateError as error:
            line = getattr(error, "lineno", None)
            place = f"templates/{template}" + (f", line {line}" if line else "")
            raise BuildError(f"the template {place} does not work: {error}") from error


def sheet_digest(body: str) -> str:
    """Eight characters for the foot that change whenever the sheet's own HTML does."""
    return sha256(body.encode()).hexdigest()[:8]


def icons_in(body: str) -> tuple[str, ...]:
    """The icons that a leaf's HTML asks for by class, `icon-NAME`, each once."""
    return tuple(sorted(set(_ICON.findall(body))))


def _draw_prerequisites(view: PrerequisitesView) -> Markup:
    """Draw with a library that takes a tenth of a second to load, when there is a picture."""
    from .prerequisites_picture import prerequisites_picture

    return prerequisites_picture(view)


def _draw_coverage(view: CoveragePictureView) -> Markup:
    from .coverage_drawing import coverage_drawing

    return coverage_drawing(view)


def _loader(folders: tuple[Path, ...]) -> ChoiceLoader:
    """Templates by name, the project's own before the embedded ones.

    *Why* `embedded/` too: a template can extend the one that it replaces, and change one block.
    """
    embedded = PrefixLoader({"embedded": FileSystemLoader(str(folders[-1]))})
    return ChoiceLoader([FileSystemLoader([str(folder) for folder in folders]), embedded])


def _link_to(url: str, suffix: str) -> str:
    return url if ":" in url else f"leaf:{url}{suffix}"


def _prose(text: str | None, level: int = 3, *, own: Markup, link_to: object) -> Markup:
    """A markdown text in its own language; nothing for an absent one."""
    if not text:
        return Markup("")
    html = markdown_html(text, level=level, link_to=link_to)  # type: ignore[arg-type]
    return Markup('<div class="prose"{}>{}</div>').format(own, html)


def _line(text: object, *, own: Markup) -> Markup:
    """A plain text of the content, marked with its language where that is another."""
    return Markup("<span{}>{}</span>").format(own, text) if own else escape(text)
