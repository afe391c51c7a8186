"""The colours keep WCAG 2.2 AA on every ground they stand on, light and dark."""

from __future__ import annotations

import re

import pytest

from tests.editions import TEMPLATES

STYLES = TEMPLATES / "styles"
GROUNDS = ("paper", "tint", "accent-tint", "trainer-tint")
_COLOUR = re.compile(r"--([\w-]+):\s*(#[0-9a-fA-F]{6})\b")
_SCHEME = r"@media \(prefers-color-scheme: {}\)\s*\{{(.*?\}})\s*\}}"


def colours(scheme: str) -> dict[str, str]:
    """The tokens that are colours, as a screen in light or dark shows them."""
    screen = (STYLES / "screen.css").read_text("utf-8")
    own = re.search(_SCHEME.format(scheme), screen, re.DOTALL)
    assert own
    tokens = (STYLES / "tokens.css").read_text("utf-8")
    return dict(_COLOUR.findall(tokens)) | dict(_COLOUR.findall(own[1]))


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def too_close(found: dict[str, str], inks: tuple[str, ...], least: float) -> list[str]:
    """The pairs of ink and ground whose contrast is too small."""
    pairs = [(ink, ground) for ink in inks for ground in GROUNDS]
    ratios = {f"{i} on {g}": contrast(found[i], found[g]) for i, g in pairs}
    return [f"{pair}: {ratio:.2f}" for pair, ratio in ratios.items() if ratio < least]


def test_black_on_white_is_21_to_1() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read_on_every_ground(scheme: str) -> None:
    assert too_close(colours(scheme), ("ink", "soft", "accent", "trainer"), 4.5) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_edges_of_fields_and_boxes_can_be_seen_on_paper(scheme: str) -> None:
    found = colours(scheme)
    edges = {each: contrast(found[each], found["paper"]) for each in ("rule", "accent", "trainer")}
    assert {each: ratio for each, ratio in edges.items() if ratio < 3} == {}


def test_a_grey_that_is_too_light_is_found() -> None:
    planted = colours("light") | {"soft": "#9aa0a6"}
    assert len(too_close(planted, ("soft",), 4.5)) == len(GROUNDS)
