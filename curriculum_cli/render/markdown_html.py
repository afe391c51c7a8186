"""Markdown of the content to HTML that makes good tagged PDF."""

from __future__ import annotations

from collections.abc import Callable

from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markupsafe import Markup, escape

from ..model.markdown import parser

LinkTo = Callable[[str], str]
"""Turns a link of the content (`M08`) into the address the output understands."""


def markdown_html(text: str, *, level: int, link_to: LinkTo) -> Markup:
    """Render a text whose `##` headings become headings of `level`."""
    markdown = parser()
    tokens = markdown.parse(text)
    _adapt(tokens, level, link_to)
    html = RendererHTML().render(tokens, markdown.options, {})
    return Markup(html)  # noqa: S704 — the parser has raw HTML off; every text is escaped


def inline_html(text: str, *, link_to: LinkTo) -> Markup:
    """Render a single paragraph without the paragraph around it."""
    html = markdown_html(text, level=3, link_to=link_to).strip()
    if html.startswith("<p>") and html.endswith("</p>") and html.count("<p>") == 1:
        return Markup(html[3:-4])  # noqa: S704 — a part of what markdown_html made safe
    return html


def _adapt(tokens: list[Token], level: int, link_to: LinkTo) -> None:
    for index, token in enumerate(tokens):
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(6, max(0, int(token.tag[1]) - 2) + level)}"
        elif token.type in ("blockquote_open", "blockquote_close"):
            token.tag = "div"
            if token.nesting == 1:
                token.attrSet("class", "task")
        elif token.type == "th_open":
            token.attrSet("scope", "col")
        elif token.type == "list_item_open":
            _tick_box(tokens, index)
        elif token.type == "inline":
            token.children = _inline(token.children or [], link_to)


def _tick_box(tokens: list[Token], index: int) -> None:
    """`- [ ] text` becomes a box to tick."""
    for token in tokens[index + 1 : index + 3]:
        if token.type == "inline" and token.children and token.children[0].type == "text":
            first = token.children[0]
            if first.content.startswith("[ ] "):
                first.content = "☐\u00a0" + first.content[4:]
                tokens[index].attrSet("class", "tick")


def _inline(children: list[Token], link_to: LinkTo) -> list[Token]:
    """Links keep plain text only, and images take their bytes from the declared assets."""
    kept: list[Token] = []
    inside_link = False
    for token in children:
        if token.type == "link_open":
            inside_link = True
            token.attrs = {"href": link_to(str(token.attrs.get("href", "")))}
            kept.append(token)
        elif token.type == "link_close":
            inside_link = False
            kept.append(token)
        elif inside_link and token.type not in ("text", "text_special"):
            continue
        elif token.type == "image":
            source = str(token.attrs.get("src", ""))
            token.attrs = {"src": f"asset:{source}", "alt": "", "class": "figure"}
            kept.append(token)
        else:
            kept.append(token)
    return kept


def css_string(text: str) -> Markup:
    """A text as a CSS string, for the heads and feet of pages."""
    safe = "".join(
        char if char.isalnum() or char in " .,-–·" else f"\\{ord(char):x} " for char in text
    )
    return Markup(f'"{safe}"')  # noqa: S704 — only letters, digits and escapes are left


def plain(text: str) -> Markup:
    """Plain text, escaped."""
    return escape(text)
