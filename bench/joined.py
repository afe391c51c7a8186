"""The leaves of one document as one HTML page with one set of styles, for engines that take a book.

The text, styles, fonts and pictures are the leaves' own. What a book does otherwise is changed:
each leaf's heads and feet become a named page, links lead inside the file, and the contents ask
for page numbers (`target-counter`), since nobody knows them beforehand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from curriculum_cli.build.assets import Assets
from curriculum_cli.build.bodies import Bodies
from curriculum_cli.build.look import style_sheets
from curriculum_cli.build.plan import planned
from curriculum_cli.build.provenance import provenance
from curriculum_cli.build.request import Request
from curriculum_cli.build.sheets import Pages, filled
from curriculum_cli.build.store import Store
from curriculum_cli.checks.project import Checked, check_project
from curriculum_cli.checks.report import Choice
from curriculum_cli.render.environment import Renderer
from curriculum_cli.settings import load_settings
from curriculum_cli.views.document import Document

_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_BODY = re.compile(r"<body>(.*)</body>", re.DOTALL)
_OWN_PAGE = re.compile(r"@page\s*(:\w+)?\s*\{")
_BLANK_PAGE = re.compile(r"@page :blank \{.*\}\s*\}", re.DOTALL)
_ASSET = re.compile(r'asset:([^")]+)')
_LINK = re.compile(r'href="leaf:([^"#]*)(?:#([^"]*))?"')
_ENTRY = re.compile(r'(<tr class="d\d"><td><a href="([^"]*)".*?<td class="label">)[^<]*(</td>)')
_NUMBERS = "table.toc .label a::after { content: target-counter(attr(href), page) }\n"
_FACES = (("Regular", 400, "normal"), ("Bold", 700, "normal"),
          ("Italic", 400, "italic"), ("BoldItalic", 700, "italic"))  # fmt: skip


@dataclass(frozen=True)
class Joined:
    """Where a joined document stands. `browser` names our fonts, which browsers are not given."""

    html: Path
    browser: Path
    leaves: int


def read(project: Path) -> Checked:
    """The checked curriculum of a project; the same as a build reads."""
    outcome = check_project(project, Choice())
    assert outcome.checked is not None, outcome.report.diagnostics
    return outcome.checked


def join(
    project: Path, folder: Path, document: str, language: str = "en", workshop: str | None = None
) -> Joined:
    """Write a document's leaves to `folder` as one page, with pictures beside it.

    `document` is the name in the output folder, without language and suffix.
    """
    settings = load_settings(project)
    outcome = check_project(project, Choice())
    assert outcome.checked is not None
    kind = "handout" if workshop else document
    request = Request((kind,), (language,), workshop=workshop)
    plan = next(planned(request, settings, outcome.checked, provenance(project, outcome)))
    wanted = next(each for each in plan.documents if each.path == document)
    assets = Assets(settings)
    renderer = Renderer(settings.templates, plan.edition)
    store = Store(folder / "cache")
    store.open()
    pages = Pages(renderer, Bodies(renderer, store, settings), assets, b"")
    whole = filled(wanted, pages, {})
    head, body = _sheets(whole, pages)
    css = "\n".join(style_sheets(settings))
    folder.mkdir(parents=True, exist_ok=True)
    fonts = settings.asset("fonts")
    html = _page(whole, f"{css}\n{head}\n{_NUMBERS}", body)
    for name in {unquote(unescape(each)) for each in _ASSET.findall(html)}:
        path = folder / "assets" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(assets.read(name))
    html = _ASSET.sub(r"assets/\1", html)
    plain, browser = folder / "book.html", folder / "book-browser.html"
    plain.write_text(html, "utf-8")
    browser.write_text(html.replace("<style>", f"<style>\n{faces(fonts)}", 1), "utf-8")
    return Joined(plain, browser, len(whole.leaves))


def faces(fonts: Path) -> str:
    """Our fonts for engines that take them from a style sheet."""
    return "".join(
        f'@font-face {{ font-family: "Noto Sans"; font-weight: {weight}; font-style: {style};'
        f' src: url("{(fonts / f"NotoSans-{name}.ttf").as_uri()}") }}\n'
        for name, weight, style in _FACES
    )


def _sheets(document: Document, pages: Pages) -> tuple[str, str]:
    styles, bodies = [], []
    for number, leaf in enumerate(document.leaves):
        html = pages.page(leaf).html
        style, body = _STYLE.search(html), _BODY.search(html)
        assert style is not None
        assert body is not None
        own = _BLANK_PAGE.sub("", style[1])
        styles.append(_OWN_PAGE.sub(rf"@page leaf{number}\1 {{", own))
        bodies.append(f'<div class="sheet" style="page: leaf{number}">{body[1]}</div>')
    joined = _ENTRY.sub(r'\1<a href="\2"></a>\3', "\n".join(bodies))
    return "\n".join(styles), _LINK.sub(lambda link: f'href="#{link[2] or link[1]}"', joined)


def _page(document: Document, css: str, body: str) -> str:
    return (
        f'<!DOCTYPE html>\n<html lang="{document.language}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{document.title}</title>\n<style>\n{css}\n"
        f".sheet + .sheet {{ break-before: page }}\n</style>\n</head>\n<body>\n{body}\n"
        "</body>\n</html>\n"
    )
