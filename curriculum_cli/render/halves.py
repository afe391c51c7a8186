"""Facts in two columns of about the same height.

*Why* not columns of the style sheet: the layout engine finds their height by trying, which took
nearly a fifth of the time that all leaves take.
"""

from __future__ import annotations

import re
from math import ceil

from markupsafe import Markup

LATIN, CYRILLIC = 48, 41
"""About as many letters fit on a line of a column."""
_OF_CYRILLIC = re.compile("[\u0400-\u04ff]")
_FACT = re.compile(r"<p class=\"fact\">.*?</p>", re.DOTALL)
_NAME = re.compile(r"<span class=\"name\">.*?</span>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def in_halves(facts: str) -> Markup:
    """Facts, each a paragraph of class `fact`, divided where the higher part is lowest.

    Of two such places the later one is taken, as a reader fills the first column first.
    """
    each = _FACT.findall(facts)
    heights = [_lines(fact) for fact in each]
    cuts = range(len(each) + 1)
    cut = min(cuts, key=lambda n: (max(sum(heights[:n]), sum(heights[n:])), -n))
    halves = "".join(
        f'<div class="half">{"".join(half)}</div>' for half in (each[:cut], each[cut:]) if half
    )
    return Markup(f'<div class="facts">{halves}</div>')  # noqa: S704 — what a template made


def _lines(fact: str) -> float:
    """The height of a fact in lines: its name in small type, its text, and the rule above."""
    text = " ".join(_TAG.sub("", _NAME.sub("", fact)).split())
    letters = CYRILLIC if _OF_CYRILLIC.search(text) else LATIN
    return 1.3 + max(1, ceil(len(text) / letters))
