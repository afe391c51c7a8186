"""The markdown that content may use: one parser for checks and renderer.

Raw HTML is off, so that content can never carry markup of its own.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token


def _any_address(url: str) -> bool:
    """Let every address reach the checks, which then say what is wrong with it."""
    return bool(url)


@cache
def parser() -> MarkdownIt:
    """Paragraphs, headings, lists, emphasis, tables, quotes, images and links; nothing else."""
    return parser_of_our_own()


def parser_of_our_own() -> MarkdownIt:
    """A new parser of the same language, for who changes it."""
    from markdown_it import MarkdownIt

    markdown = MarkdownIt("js-default", {"html": False, "linkify": False, "typographer": False})
    markdown.disable(["code", "fence", "html_block", "backticks", "reference", "lheading"])
    markdown.disable(["strikethrough", "autolink", "html_inline"])
    markdown.validateLink = _any_address  # type: ignore[method-assign]
    return markdown


@cache
def _block_parser() -> MarkdownIt:
    """The same, without what is inside the lines: enough to tell headings, tables and lists."""
    markdown = parser_of_our_own()
    markdown.disable(["inline", "text_join", "linkify", "replacements", "smartquotes"], True)
    return markdown


@lru_cache(maxsize=512)
def blocks(text: str) -> tuple[Token, ...]:
    """The blocks of a markdown text; what is inside their lines is not taken apart."""
    return tuple(_block_parser().parse(text))


class Target(NamedTuple):
    """An image or a link in a text: where it leads, what it says, and where its address stands."""

    kind: str
    url: str
    label: str
    offset: int
    length: int = 1


_PIECES = re.compile(r"(?:^|\n)[ \t]*(?=\n|\Z)")
"""What parts one paragraph, list or table from the next: no link goes over it."""


def _pieces(text: str) -> list[str]:
    """The paragraphs, lists and tables of a text."""
    plain = " \n" not in text and "\t" not in text
    return text.split("\n\n") if plain else _PIECES.split(text)


def targets(text: str) -> tuple[Target, ...]:
    """Every image and link of a markdown text, in order."""
    return _targets(text) if "](" in text else ()


@lru_cache(maxsize=1024)
def _targets(text: str) -> tuple[Target, ...]:
    plain = plain_targets(text)
    return tuple(_find_targets(text)) if plain is None else plain


_PLAIN = re.compile(r"(!?)\[([^][!*_`~\\<>&|\t]+)\]\(([A-Za-z0-9][A-Za-z0-9./-]*)\)")
"""An image or a link as most are written, to a file or a module."""
_NOT_PLAIN = re.compile(r"[][\\<&|\t`]")
_NO_PARAGRAPH = re.compile(r"^ *(?![^\W\d_]|[\[(“«!])| $", re.MULTILINE)
"""The start of a line that may be more than words, or blanks at its end."""


def plain_targets(text: str) -> tuple[Target, ...] | None:
    """A quick look: the images and links of a text that has only plain ones; else None.

    *Why*: a module with no others is then checked without loading the parser.
    """
    pieces = "\n\n".join(piece.strip("\n") for piece in _PIECES.split(text) if "](" in piece)
    if _NOT_PLAIN.search(_PLAIN.sub("", pieces)):
        return None
    found = list(_PLAIN.finditer(text))
    if any("\n" in match[2] for match in found) and any(
        _NO_PARAGRAPH.search(piece) for piece in pieces.split("\n\n")
    ):
        return None
    return tuple(
        Target("image", match[3], match[2], match.start(3), len(match[3]))
        if match[1]
        else Target("link", match[3], _LINE_END.sub("", match[2]), match.start(3), len(match[3]))
        for match in found
    )


_LINE_END = re.compile(r"\n *")


def _find_targets(text: str) -> Iterator[Target]:
    places = _addresses(text)
    pieces = (piece for piece in _pieces(text) if "](" in piece)
    for block in (block for piece in pieces for block in blocks(piece)):
        if block.type != "inline" or "](" not in block.content:
            continue
        children = parser().parseInline(block.content)[0].children or []
        for index, token in enumerate(children):
            if token.type == "image":
                kind, url, label = "image", str(token.attrs.get("src", "")), token.content
            elif token.type == "link_open":
                kind, url, label = "link", str(token.attrs.get("href", "")), _label(children, index)
            else:
                continue
            known = places.get(url)
            start, end = known.popleft() if known else (0, 1)
            yield Target(kind, url, label, start, max(1, end - start))


def _label(children: list[Token], start: int) -> str:
    words = []
    for token in children[start + 1 :]:
        if token.type == "link_close":
            break
        words.append(token.content)
    return "".join(words)


def _addresses(text: str) -> dict[str, deque[tuple[int, int]]]:
    """Where in the text each address stands, by the address as the parser gives it back."""
    markdown = parser()
    places: dict[str, deque[tuple[int, int]]] = {}
    for match in re.finditer(r"\]\(\s*", text):
        start = match.end()
        found = markdown.helpers.parseLinkDestination(text, start, len(text))
        url = markdown.normalizeLink(found.str) if found.ok else ""
        pointed = int(text[start : start + 1] == "<")
        places.setdefault(url, deque()).append((start + pointed, found.pos - pointed))
    return places


_MAY_BE_HEADING = re.compile(r"^[ \t>*+\-\d.)]*#", re.MULTILINE)
"""A hash at the start of a line, or behind the marks of quotes and lists."""


class Heading(NamedTuple):
    """A heading in a text, its level, and its offset."""

    level: int
    text: str
    offset: int


def headings(text: str) -> Iterator[Heading]:
    """Every heading of a markdown text, in order."""
    if not _MAY_BE_HEADING.search(text):
        return
    starts = _line_starts(text)
    tokens = blocks(text)
    for index, token in enumerate(tokens):
        if token.type == "heading_open" and token.map:
            yield Heading(int(token.tag[1]), tokens[index + 1].content, starts[token.map[0]])


_EDGE = re.compile(r"\|(?: *:?-+:? *\|)+ *")
"""The line below the head of a table."""


def _plain_table(piece: str) -> bool:
    """Whether some lines are a table as most are written, with words in each cell of its head."""
    lines = piece.strip("\n").split("\n")
    if len(lines) < 2 or "\\" in piece or not _EDGE.fullmatch(lines[1]):
        return False
    cells = lines[0].rstrip(" ").split("|")
    return (
        all(line.startswith("|") for line in lines)
        and len(cells) == lines[1].count("|") + 1
        and cells[0] == cells[-1] == ""
        and all(cell.strip() for cell in cells[1:-1])
    )


def tables_are_plain(text: str) -> bool:
    """A quick look: True only when each table of a text has words in every cell of its head."""
    return all("|" not in piece or _plain_table(piece) for piece in _pieces(text))


def heading_levels(text: str) -> list[int] | None:
    """A quick look: the levels of a text's headings; None when only parsing can tell.

    A line that begins with hashes and follows a blank one, or nothing, is always a heading.
    """
    found: list[int] = []
    before = ""
    for line in text.split("\n") if "#" in text else ():
        if _MAY_BE_HEADING.match(line):
            hashes = len(line) - len(line.lstrip("#"))
            if before.strip() or not 0 < hashes < 7 or line[hashes : hashes + 1] not in (" ", ""):
                return None
            found.append(hashes)
        before = line
    return found


class Table(NamedTuple):
    """A table in a text: the cells of its head (empty when it has none), and its offset."""

    head: tuple[str, ...]
    offset: int


def tables(text: str) -> Iterator[Table]:
    """Every table of a markdown text, and everything that was meant to be one, in order."""
    if "|" not in text:
        return
    starts = _line_starts(text)
    tokens = blocks(text)
    for index, token in enumerate(tokens):
        if token.type == "table_open" and token.map:
            end = next(i for i in range(index, len(tokens)) if tokens[i].type == "thead_close")
            cells = [each.content for each in tokens[index:end] if each.type == "inline"]
            yield Table(tuple(cells), starts[token.map[0]])
        elif token.type == "inline" and tokens[index - 1].type == "paragraph_open" and token.map:
            lines = token.content.split("\n")
            if len(lines) > 1 and all(line.startswith("|") for line in lines):
                yield Table((), starts[token.map[0]])


def _line_starts(text: str) -> list[int]:
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return starts
