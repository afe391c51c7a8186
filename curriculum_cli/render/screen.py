"""The screen edition: the same leaf HTML in one self-contained page."""

from __future__ import annotations

import base64
import mimetypes
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import unescape

from markupsafe import Markup

from ..views.document import Document
from .environment import Renderer

_LINK = re.compile(r'<a href="leaf:([^"#]+)(?:#([^"]+))?"([^>]*)>(.*?)</a>', re.DOTALL)
_HEADING = re.compile(r"<(/?)h([1-5])\b")
_ASSET = re.compile(r'"asset:([^"]+)"')
_TABLE = re.compile(r"<table\b.*?</table>", re.DOTALL)
_FACES = (
    ("NotoSans-Regular.woff2", "normal", "400"),
    ("NotoSans-Bold.woff2", "normal", "700"),
    ("NotoSans-Italic.woff2", "italic", "400"),
)


@dataclass(frozen=True)
class ScreenLeaf:
    """A leaf's place in the navigation, and its HTML for the screen."""

    id: str
    title: str
    label: str
    depth: int
    language: str
    listed: bool
    body: Markup


def data_address(name: str, data: bytes) -> str:
    """A file as a `data:` address."""
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return f"data:{kind};base64,{base64.b64encode(data).decode('ascii')}"


def font_faces(fonts: Mapping[str, bytes]) -> str:
    """`@font-face` rules that carry the fonts inside the page; `fonts` is by file name."""
    rules = []
    for name, style, weight in _FACES:
        if name in fonts:
            source = data_address(name, fonts[name])
            rules.append(
                f'@font-face{{font-family:"Noto Sans";font-style:{style};font-weight:{weight};'
                f'font-display:swap;src:url("{source}") format("woff2")}}'
            )
    return "\n".join(rules)


def screen_body(body: str, leaves: frozenset[str], assets: Mapping[str, bytes]) -> Markup:
    """A leaf's HTML for the screen: links inside the page, pictures inside the file.

    Headings move one level down, since the page's own title is the first.
    """

    def link(match: re.Match[str]) -> str:
        leaf, anchor, attributes, text = match.groups()
        if leaf not in leaves:
            return f"<span{attributes}>{text}</span>" if attributes else text
        return f'<a href="#{anchor or leaf}"{attributes}>{text}</a>'

    def heading(match: re.Match[str]) -> str:
        return f"<{match[1]}h{int(match[2]) + 1}"

    def picture(match: re.Match[str]) -> str:
        name = unescape(match[1])
        return f'"{data_address(name, assets[name])}"'

    html = _LINK.sub(link, body)
    html = _HEADING.sub(heading, html)
    html = _ASSET.sub(picture, html)
    html = _TABLE.sub(lambda match: f'<div class="scroll" tabindex="0">{match[0]}</div>', html)
    return Markup(html)  # noqa: S704 — made of the renderer's own escaped HTML


def screen_edition(
    renderer: Renderer,
    document: Document,
    bodies: Mapping[str, str],
    *,
    css: str,
    assets: Mapping[str, bytes],
    editions: Sequence[tuple[str, str]] = (),
    pdf: str | None = None,
) -> str:
    """One document as one HTML page that works offline and without script.

    `bodies` is by leaf id; `editions` are (language, relative address) of the other languages;
    `pdf` is the relative address of the printable edition.
    """
    names = frozenset(leaf.id for leaf in document.leaves)
    leaves = [
        ScreenLeaf(
            leaf.id,
            leaf.title,
            leaf.label.rstrip("-"),
            leaf.depth,
            leaf.language,
            leaf.listed,
            screen_body(bodies[leaf.id], names, assets),
        )
        for leaf in document.leaves
        if leaf.listed or leaf.template == "cover.html"
    ]
    return renderer.shell(
        "shells/screen.html",
        document=document,
        leaves=leaves,
        css=Markup(css),  # noqa: S704 — our own style sheets
        editions=editions,
        pdf=pdf,
    )
