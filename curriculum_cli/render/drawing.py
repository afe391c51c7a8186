"""The one door to SVG: words, boxes and lines in black, so that any copier keeps them.

Lengths are millimetres on A4 paper; the screen scales the whole. Colours are given twice: as black
and grey here for paper, and by class in the screen's style sheet.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

import svg
from markupsafe import Markup

WIDTH = 169.0
"""Between the margins of A4."""

FACE = "Noto Sans"
_LATIN, _CYRILLIC = 0.49, 0.57
"""Mean width of a letter, in heights of the type."""


def picture(
    width: float, height: float, parts: Sequence[svg.Element], description: str, name: str
) -> Markup:
    """A whole picture with its description for those who cannot see it."""
    title = f"{name}-title"
    drawn = svg.SVG(
        class_=["drawing"],
        width=svg.Length(round(width, 1), "mm"),
        height=svg.Length(round(height, 1), "mm"),
        viewBox=svg.ViewBoxSpec(0, 0, round(width, 1), round(height, 1)),
        extra={"role": "img", "aria-labelledby": title},
        elements=[svg.Title(id=title, text=str(Markup.escape(description))), *parts],
    )
    return Markup(drawn.as_str())  # noqa: S704 — every text in it goes through escape


def words(
    text: str,
    x: float,
    y: float,
    size: float,
    *,
    bold: bool = False,
    anchor: str = "start",
    turned: bool = False,
) -> svg.Text:
    """One line of type; `y` is its base line."""
    return svg.Text(
        x=round(x, 2),
        y=round(y, 2),
        font_family=FACE,
        font_size=size,
        font_weight="bold" if bold else None,
        text_anchor=anchor,  # type: ignore[arg-type]
        transform=[svg.Rotate(-90, x, y)] if turned else None,
        text=str(Markup.escape(text)),
    )


def box(x: float, y: float, width: float, height: float) -> svg.Rect:
    """A frame with paper inside."""
    return svg.Rect(
        class_=["paper"], x=round(x, 2), y=round(y, 2), width=round(width, 2),
        height=round(height, 2), rx=1.2, fill="white", stroke="black", stroke_width=0.4,
    )  # fmt: skip


def line(x1: float, y1: float, x2: float, y2: float, width: float = 0.15) -> svg.Line:
    """A straight line."""
    return svg.Line(
        class_=["ink"], x1=round(x1, 2), y1=round(y1, 2), x2=round(x2, 2), y2=round(y2, 2),
        stroke="black", stroke_width=width,
    )  # fmt: skip


def wrapped(text: str, width: float, size: float, lines: int) -> list[str]:
    """A text in lines that fit a width; what does not fit into so many lines is cut."""
    letter = _CYRILLIC if any("\u0400" <= each <= "\u04ff" for each in text) else _LATIN
    letters = max(4, int(width / (size * letter)))
    return textwrap.wrap(text, letters, max_lines=lines, placeholder=" …") or [""]
