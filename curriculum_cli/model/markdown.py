"""The markdown that content may use: one parser for checks and renderer.

Raw HTML is off, so that content can never carry markup of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token


def _any_address(url: str) -> bool:
    """Let every address reach the checks, which then say what is wrong with it."""
    return bool(url)


@cache
def parser() -> MarkdownIt:
    """Paragraphs, headings, lists, emphasis, tables, quotes, images and links; nothing else."""
    markdown = MarkdownIt("js-default", {"html": False, "linkify": False, "typographer": False})
    markdown.disable(["code", "fence", "html_block", "backticks", "reference", "lheading"])
    markdown.disable(["strikethrough", "autolink", "html_inline"])
    markdown.validateLink = _any_address  # type: ignore[method-assign]
    return markdown


@dataclass(frozen=True, slots=True)
class Target:
    """An image or a link in a text: where it leads, what it says, and its offset."""

    kind: str
    url: str
    label: str
    offset: int


def targets(text: str) -> Iterator[Target]:
    """Every image and link of a markdown text, in order."""
    if "](" not in text:
        return
    position = 0
    for token in _inline(parser().parse(text)):
        if token.type not in ("image", "link_open"):
            continue
        url = str(token.attrs.get("src") or token.attrs.get("href") or "")
        found = text.find("](", position)
        position = found + 2 if found >= 0 else position
        yield Target(
            "image" if token.type == "image" else "link", url, token.content, max(position, 0)
        )


def _inline(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield from token.children or ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading in a text, its level, and its offset."""

    level: int
    text: str
    offset: int


def headings(text: str) -> Iterator[Heading]:
    """Every heading of a markdown text, in order."""
    if "#" not in text:
        return
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    tokens = parser().parse(text)
    for index, token in enumerate(tokens):
        if token.type == "heading_open" and token.map:
            yield Heading(int(token.tag[1]), tokens[index + 1].content, starts[token.map[0]])
