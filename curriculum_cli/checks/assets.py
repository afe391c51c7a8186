"""A: pictures and links lead to something printable inside the project; letters have glyphs."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from ..diagnostics import ALWAYS_ERROR, Where, did_you_mean
from ..model.markdown import heading_levels, headings
from ..model.texts import Text, texts
from ..source.files import MAX_ASSET_BYTES
from .addresses import links, pictures
from .pictures import what_is_wrong_with
from .rules import Finding, Reads, Subject, check
from .searched import searched

KINDS = (".svg", ".png", ".jpg", ".jpeg")


def markdown_texts(subject: Subject) -> Iterator[tuple[str, Text]]:
    """Every markdown text with the file it stands in."""
    for file, part in subject.curriculum.files.items():
        for text in texts(part):
            if text.markdown:
                yield file, text


@check("A101", ALWAYS_ERROR, Reads.FILE)
def images_exist(subject: Subject) -> Iterator[Finding]:
    """Every image is a file of the project.

    Why: A missing picture leaves a hole on the page that no one expects.
    Bad:
        ![The trust circle](figures/trust-circel.svg)
    Good:
        ![The trust circle](figures/trust-circle.svg)
    """
    folder = subject.project / "modules" / "figures"
    for picture in pictures(subject):
        if not picture.refused and not picture.is_file:
            found = (each for each in sorted(folder.rglob("*")) if each.suffix.lower() in KINDS)
            names = [each.relative_to(folder.parent).as_posix() for each in found]
            help = did_you_mean(picture.name, names) or "Put the file into modules/figures/."
            yield Finding(picture.where, f"there is no image “{picture.name}”", help)


@check("A102", ALWAYS_ERROR, Reads.FILE)
def addresses_stay_inside(subject: Subject) -> Iterator[Finding]:
    """Images and links lead to nothing outside the project; nothing is ever fetched.

    Why: A document must be the same on every machine, and must not carry strangers' files.
    Bad:
        ![map](https://example.org/map.png) or ![x](/etc/passwd)
    Good:
        ![The district, drawn by hand](figures/district.svg)
    """
    help = "Put the picture into modules/figures/ and write figures/name.svg."
    for picture in pictures(subject):
        if picture.refused:
            address = picture.target.url[:60]
            yield Finding(picture.where, f"the image address {picture.refused}: {address}", help)
        elif picture.strays:
            message = f"“{picture.name}” is a link that leads out of modules/"
            yield Finding(picture.where, message, "Copy the picture into modules/figures/.")
    for where, target in links(subject):
        if not _good_link(target.url):
            yield Finding(
                where,
                f"a link may not lead to “{target.url[:60]}”",
                "Link to a module (`[M08](M08)`) or to an https:// address.",
            )


def _good_link(url: str) -> bool:
    if url.startswith(("https://", "http://", "mailto:")):
        return True
    return bool(url) and ":" not in url and "/" not in url and "\\" not in url


@check("A103", ALWAYS_ERROR, Reads.FILE)
def images_can_be_printed(subject: Subject) -> Iterator[Finding]:
    """An image is an SVG, PNG or JPEG that prints, and an SVG only draws.

    Why: A broken or huge picture stops the print run; a script in an SVG has no place on paper.
    Bad:
        ![The path](figures/path.webp)
    Good:
        ![The path](figures/path.svg)
    """
    reasons: dict[Path, str] = {}
    for picture in pictures(subject):
        where, name, path = picture.where, picture.name, picture.path
        if not picture.is_file or not picture.in_project:
            continue
        if path.suffix.lower() not in KINDS:
            help = "Save it as SVG (drawings), PNG or JPEG (photographs)."
            yield Finding(where, f"“{name}” is not a kind of image that prints", help)
        elif path.stat().st_size > MAX_ASSET_BYTES:
            yield Finding(where, f"“{name}” has more than 20 MiB", "Save it smaller.")
        else:
            if path not in reasons:
                reasons[path] = what_is_wrong_with(path)
            if reasons[path]:
                message = f"“{name}” {reasons[path]}"
                yield Finding(where, message, "Save it again, plainly.")


@check("A104", ALWAYS_ERROR, Reads.FILE)
def images_have_a_description(subject: Subject) -> Iterator[Finding]:
    """Every image has a description in words.

    Why: Who cannot see the picture, or reads a bad copy of it, has only the words.
    Bad:
        ![](figures/trust-circle.svg)
    Good:
        ![Four arrows in a circle: talk, trust, help, safety](figures/trust-circle.svg)
    Source: PDF/UA-1; WCAG 2.2, 1.1.1.
    """
    for picture in pictures(subject):
        if not picture.target.label.strip():
            help = "Write what the picture shows between the square brackets."
            message = f"the image “{picture.target.url[:60]}” has no description"
            yield Finding(picture.where, message, help)


@lru_cache(maxsize=1)
def _letters(points: frozenset[int]) -> frozenset[str]:
    """These characters, and those below 127, which every font has or no text."""
    return frozenset(map(chr, (*points, *range(127))))


@check("A105", ALWAYS_ERROR, Reads.FILE)
def letters_can_be_printed(subject: Subject) -> Iterator[Finding]:
    """Every character is in the fonts that documents are printed with.

    Why: A character without a glyph prints as an empty box.
    Bad:
        title: Well done 👍
    Good:
        title: Well done
    """
    if not subject.printable:
        return
    known = _letters(subject.printable)
    for file, part in subject.curriculum.files.items():
        if known.issuperset(searched(part).letters):
            continue
        for text in texts(part):
            if text.text.isascii() or known.issuperset(text.text):
                continue
            for offset, letter in enumerate(text.text):
                if ord(letter) > 126 and ord(letter) not in subject.printable:
                    name = unicodedata.name(letter, "unnamed").lower()
                    where = Where(file, text.path, offset=offset)
                    message = f"no font has the character “{letter}” (U+{ord(letter):04X}, {name})"
                    yield Finding(where, message, "Use another character, or words.")
                    break


def _in_order(levels: list[int]) -> bool:
    return all(1 < each <= max(2, last + 1) for last, each in pairwise((1, *levels)))


@check("A106", ALWAYS_ERROR, Reads.FILE)
def headings_are_in_order(subject: Subject) -> Iterator[Finding]:
    """Headings inside a text begin at `##` and skip no level.

    Why: Readers who listen to a document find their way by its headings.
    Bad:
        # Why it matters      or, after ##, straight to ####
    Good:
        ## Why it matters
    Source: PDF/UA-1; WCAG 2.2, 1.3.1.
    """
    for file, text in markdown_texts(subject):
        if "#" not in text.text:
            continue
        levels = heading_levels(text.text)
        if levels is not None and _in_order(levels):
            continue
        level = 1
        for heading in headings(text.text):
            where = Where(file, text.path, offset=heading.offset)
            if heading.level == 1:
                help = "Write `## `: the title of the sheet is the first level."
                yield Finding(where, f"“{heading.text}” is a heading of the first level", help)
            elif heading.level > level + 1:
                help = f"Write {'#' * (level + 1)} here."
                yield Finding(where, f"the heading “{heading.text}” skips a level", help)
            level = max(2, heading.level)
