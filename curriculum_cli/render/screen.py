"""The screen edition: the same leaf HTML in one self-contained page."""

from __future__ import annotations

import base64
import mimetypes
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from html import unescape

from markupsafe import Markup

from ..diagnostics import BuildError
from ..views.document import Document, Leaf, Running
from .environment import Renderer, sheet_digest
from .screen_contents import screen_contents

_LINK = re.compile(r'<a href="leaf:([^"#]+)(?:#([^"]+))?"([^>]*)>(.*?)</a>', re.DOTALL)
_HEADING = re.compile(r"<(/?)h([1-5])\b")
_ASSET = re.compile(r'"asset:([^"]+)"')
_TABLE = re.compile(r"<table\b.*?</table>", re.DOTALL)
_EMPTY_HEAD = re.compile(r"<th\b[^>]*></th>")
_SELECTOR = re.compile(r"\bh([1-5])\b(?=[^{};]*\{)")
_FACES = (
    ("NotoSans-Regular.woff2", "normal", "400"),
    ("NotoSans-Bold.woff2", "normal", "700"),
    ("NotoSans-Italic.woff2", "italic", "400"),
)


@dataclass(frozen=True)
class Look:
    """What all pages share: style sheets for both media, for the screen, for paper; the script."""

    css: str
    screen_css: str
    print_css: str
    script: str


@dataclass(frozen=True)
class ScreenLeaf:
    """A leaf with its HTML for the screen, and what stands around it on paper."""

    id: str
    template: str
    label: str
    running: Running
    trainer_only: bool
    digest: str
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


def icon_rules(icons: Mapping[str, bytes]) -> str:
    """Rules that carry each icon once, before the words of its class; `icons` is by name."""
    rules = []
    for name, svg in icons.items():
        address = data_address(f"{name}.svg", svg)
        rules.append(f'.icon-{name}::before{{background-image:url("{address}")}}')
    return "\n".join(rules)


def printed_look(css: str) -> str:
    """The print style sheet for a page whose headings stand one level lower than on the sheets.

    *Why*: a screen edition that a browser prints looks like the PDF because it is the same sheet.
    """
    return _SELECTOR.sub(lambda match: f"h{int(match[1]) + 1}", css)


def script_digest(script: str) -> str:
    """How the page's security policy names its one script; raises BuildError."""
    if "</script" in script.lower():
        raise BuildError("a script of templates/scripts holds “</script”")
    return f"sha256-{base64.b64encode(sha256(script.encode()).digest()).decode('ascii')}"


def screen_body(
    body: str, leaves: frozenset[str], assets: Mapping[str, bytes], table_label: str
) -> Markup:
    """A leaf's HTML for the screen: links inside the page, pictures inside the file.

    Headings move one level down, since the page's own title is the first. Tables may scroll
    sideways, also by keyboard, under the name `table_label`.
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

    def table(match: re.Match[str]) -> str:
        return f"{box}{match[0]}</div>"

    box = Markup('<div class="scroll" tabindex="0" role="group" aria-label="{}">').format(
        table_label
    )
    html = _LINK.sub(link, body)
    html = _HEADING.sub(heading, html)
    html = _ASSET.sub(picture, html)
    html = _TABLE.sub(table, html)
    html = _EMPTY_HEAD.sub("<td></td>", html)
    return Markup(html)  # noqa: S704 — made of the renderer's own escaped HTML


def screen_edition(
    renderer: Renderer,
    document: Document,
    bodies: Mapping[str, str],
    *,
    look: Look,
    assets: Mapping[str, bytes],
    parts: Mapping[str, Sequence[tuple[str, str]]],
    editions: Sequence[tuple[str, str | None]] = (),
    pdf: str | None = None,
) -> str:
    """One document as one HTML page that works offline and without script.

    `bodies` and `parts` (anchors and titles that the contents list) are by leaf id; `editions` are
    (language, relative address), without address for this one; `pdf` is the relative address of
    the printable edition.
    """
    shown = [leaf for leaf in document.leaves if leaf.listed or leaf.template == "cover.html"]
    names = frozenset(leaf.id for leaf in shown)
    table_label = renderer.edition.catalogue.text("screen.table")

    def on_screen(leaf: Leaf) -> ScreenLeaf:
        body = screen_body(bodies[leaf.id], names, assets, table_label)
        label = leaf.label.rstrip("-")
        digest = sheet_digest(bodies[leaf.id])
        return ScreenLeaf(
            leaf.id, leaf.template, label, leaf.running, leaf.trainer_only, digest, body
        )

    return renderer.shell(
        "shells/screen.html",
        document=document,
        leaves=[on_screen(leaf) for leaf in shown],
        contents=screen_contents(shown, parts, document.language),
        css=Markup(look.css),  # noqa: S704 — our own style sheets and script
        screen_css=Markup(look.screen_css),  # noqa: S704
        print_css=Markup(printed_look(look.print_css)),  # noqa: S704
        script=Markup(look.script),  # noqa: S704
        script_digest=script_digest(look.script),
        editions=editions,
        pdf=pdf,
    )
