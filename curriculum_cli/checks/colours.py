"""Whether a drawing still says the same on a black-and-white copy."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import combinations
from pathlib import Path
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import ParseError, fromstring

RGB = tuple[int, int, int]
LEAST_CONTRAST = 1.3
"""Between two tints that a copier has to tell apart; WCAG's measure, 1 to 21."""
_CHROMA = 40
"""Difference of a channel (0 to 255) from which two tints are two colours to the eye."""
_SIX_DIGITS = re.compile("#[0-9A-Fa-f]{6}")
_STYLE = re.compile(r"(?:^|;)\s*(fill|stroke)\s*:\s*([^;]+)")


def twins_in_grey(path: Path) -> tuple[str, str] | None:
    """Two colours of an SVG that differ in hue and are the same grey; None when there are none.

    Only what is written on an element counts; colours are taken as opaque.
    """
    try:
        return _twins(path.read_bytes())
    except OSError:
        return None


@lru_cache(maxsize=64)
def _twins(data: bytes) -> tuple[str, str] | None:
    try:
        root = fromstring(data, forbid_dtd=True)
    except (ParseError, ValueError):
        return None
    named = {colour: name for name in _written(root) if (colour := _rgb(name)) is not None}
    for (one, first), (other, second) in combinations(named.items(), 2):
        apart = max(
            abs(a - b) for a, b in zip(_without_grey(one), _without_grey(other), strict=True)
        )
        if apart >= _CHROMA and _contrast(one, other) < LEAST_CONTRAST:
            return first, second
    return None


def _written(root: Element) -> list[str]:
    found = []
    for element in root.iter():
        found += [element.get("fill", ""), element.get("stroke", "")]
        found += [value for _, value in _STYLE.findall(element.get("style", ""))]
    return [each.strip() for each in found if each.strip()]


def _rgb(name: str) -> RGB | None:
    if name in ("none", "transparent", "inherit", "currentColor") or name.startswith("url("):
        return None
    if _SIX_DIGITS.fullmatch(name):
        red, green, blue = bytes.fromhex(name[1:])
        return red, green, blue
    from PIL import ImageColor  # for the few that are written otherwise

    try:
        return ImageColor.getrgb(name)[:3]
    except ValueError:
        return None


def _without_grey(colour: RGB) -> RGB:
    """What is left of a colour when its share of grey is taken out."""
    grey = min(colour)
    return (colour[0] - grey, colour[1] - grey, colour[2] - grey)


def _luminance(colour: RGB) -> float:
    """Relative luminance, 0 to 1, as WCAG 2.2 defines it."""
    parts = []
    for channel in colour:
        share = channel / 255
        parts.append(share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4)
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def _contrast(one: RGB, other: RGB) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
