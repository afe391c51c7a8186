"""A: what is printed can be read: sharp pictures, tables with heads, links with words."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from ..diagnostics import ALWAYS_ERROR, ALWAYS_WARNING, WARNING_THEN_ERROR, Where
from ..model.markdown import Target, tables, tables_are_plain
from ..source.files import MAX_ASSET_BYTES
from .addresses import links, pictures
from .assets import markdown_texts
from .colours import twins_in_grey
from .pictures import MAX_SVG_BYTES, what_is_wrong_with
from .rules import Finding, Reads, Subject, check

FIGURE_WIDTH = 118
"""Millimetres that a figure is printed wide, unless it would grow too tall."""
FIGURE_HEIGHT = 90
"""Millimetres that a figure is tall at most."""
LEAST_RESOLUTION = 150
"""Points an inch below which a photograph prints as steps."""
_INCH = 25.4
_SPACED = re.compile(r"\[[^\]\n]+\] +\((?=[A-Z]{1,3}\d{2,3}\)|https?://|mailto:|figures/)")
_EMPTY_WORDS = {
    "here",
    "link",
    "this",
    "more",
    "тут",
    "здесь",
    "ссылка",
    "мұнда",
    "осында",
    "сілтеме",
}


def _pictures(subject: Subject, suffixes: tuple[str, ...]) -> Iterator[tuple[Where, Target, Path]]:
    """Every picture of these kinds that is there and can be read."""
    for each in pictures(subject):
        if each.path.suffix.lower() in suffixes and each.is_file and each.in_project:
            yield each.where, each.target, each.path


@check("A107", WARNING_THEN_ERROR, Reads.FILE)
def pictures_have_enough_points(subject: Subject) -> Iterator[Finding]:
    """A photograph has at least 150 points an inch at the size it is printed.

    A figure is printed 118 mm wide, or 90 mm tall when it is upright.

    Why: What looks sharp on a screen prints as steps, and a face or a form cannot be made out.
    Bad:
        ![The form](figures/form.png)      # 300 × 200 points
    Good:
        ![The form](figures/form.png)      # 1400 × 930 points
    """
    for where, target, path in _pictures(subject, (".png", ".jpg", ".jpeg")):
        size = _size(path) if path.stat().st_size <= MAX_ASSET_BYTES else None
        if size is None:
            continue
        width, height = size
        inches = min(FIGURE_WIDTH, FIGURE_HEIGHT * width / height) / _INCH
        if width / inches < LEAST_RESOLUTION and not what_is_wrong_with(path):
            need = -(-inches * LEAST_RESOLUTION // 10) * 10
            yield Finding(
                where,
                f"“{target.url}” prints with {width / inches:.0f} points an inch:"
                f" {width} × {height} points on {inches * _INCH:.0f} mm",
                f"Take a picture at least {need:.0f} points wide; for a drawing, an SVG.",
            )


def _size(path: Path) -> tuple[int, int] | None:
    """Width and height in points; None for a picture that A103 finds broken."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(path, formats=["PNG", "JPEG"]) as image:
                return image.size
    except Exception:
        return None


@check("A108", ALWAYS_WARNING, Reads.FILE)
def tables_have_a_head(subject: Subject) -> Iterator[Finding]:
    """A table has a head row with words in it; only its first cell may be empty.

    Why: Who hears the page read out, or turns it over, knows a column by its head alone.
    Bad:
        | | |
        | --- | --- |
        | Monday | 21 |
    Good:
        | Day | Stops |
        | --- | --- |
        | Monday | 21 |
    Source: PDF/UA-1; WCAG 2.2, 1.3.1.
    """
    for file, text in markdown_texts(subject):
        if "|" not in text.text or tables_are_plain(text.text):
            continue
        for table in tables(text.text):
            where = Where(file, text.path, offset=table.offset)
            if not table.head:
                help = "Write a head row, and below it `| --- | --- |`."
                yield Finding(where, "this table has no head, and prints as bars", help)
            elif not all(cell.strip() for cell in table.head[1:]) or not any(table.head):
                help = "Write in each cell of the first row what its column holds."
                yield Finding(where, "a column of this table has no head", help)


@check("A109", ALWAYS_ERROR, Reads.FILE)
def links_are_well_formed(subject: Subject) -> Iterator[Finding]:
    """A link has an address that exists in form, and words that say where it leads.

    Why: On paper only the words are left; “here” leads nowhere.
    Bad:
        [here](https//example.org)
    Good:
        [the text of the law](https://example.org/law)
    Source: WCAG 2.2, 2.4.4.
    """
    for where, target in links(subject):
        wrong = _what_is_wrong(target)
        if wrong:
            yield Finding(where, *wrong)
    for file, text in markdown_texts(subject):
        for match in _SPACED.finditer(text.text):
            where = Where(file, text.path, offset=match.start(), length=len(match[0]))
            help = "Take the blank between `]` and `(` out."
            yield Finding(where, "this was meant to be a link, and prints as it stands", help)


def _what_is_wrong(target: Target) -> tuple[str, str] | None:
    words = target.label.strip()
    if not words:
        return "a link without words", "Write between the square brackets where it leads."
    if words.casefold().strip(".") in _EMPTY_WORDS:
        return f"“{words}” does not say where the link leads", "Name the document or the sheet."
    address = target.url
    if address.startswith("mailto:") and not re.fullmatch(r"mailto:[^@\s]+@[^@\s]+\.\w+", address):
        return f"“{address[:60]}” is no mailbox", "Write mailto:name@example.org."
    if address.startswith(("https://", "http://")):
        try:
            host = urlsplit(address).hostname or ""
        except ValueError:
            host = ""
        if not re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", host):
            return f"“{address[:60]}” names no host", "Copy the address anew."
    return None


@check("A110", WARNING_THEN_ERROR, Reads.FILE)
def colour_is_not_the_only_carrier(subject: Subject) -> Iterator[Finding]:
    """Two colours of a drawing are two greys on a copy.

    What a drawing tells by colour must be told by something else too: words, shape, pattern.
    Judged is what can be: colours that differ in hue and not in brightness.

    Why: Handouts are copied in black and white, and one reader in twelve confuses red and green.
    Bad:
        <rect fill="#cc0000"/> … <rect fill="#008000"/>
    Good:
        <rect fill="#ffffff"/> … <rect fill="#555555"/>, each with its word beside it
    Source: WCAG 2.2, 1.4.1.
    """
    twins: dict[Path, tuple[str, str] | None] = {}
    for where, target, path in _pictures(subject, (".svg",)):
        if path not in twins:
            sound = path.stat().st_size <= MAX_SVG_BYTES and not what_is_wrong_with(path)
            twins[path] = twins_in_grey(path) if sound else None
        found = twins[path]
        if found:
            yield Finding(
                where,
                f"“{target.url}”: {found[0]} and {found[1]} are the same grey on a copy",
                "Make one of them clearly lighter, or use a pattern, and say it in words.",
            )
