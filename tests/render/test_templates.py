"""Templates hold no words of any language, and take no markup from content."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from jinja2 import Environment

from tests.editions import TEMPLATES

_TAG = re.compile(r"<!--.*?-->|<style\b[^>]*>.*?</style>|<[^>]*>", re.DOTALL)
_SPOKEN = re.compile(r'\b(?:alt|title|aria-label|placeholder|label)="([^"]*)"')
_WORD = re.compile(r"[^\W\d_]{2,}")
_SAME_EVERYWHERE = {"PDF", "HTML"}


def literal_words(source: str) -> set[str]:
    """Words a reader would see that stand in the template itself."""
    environment = Environment(autoescape=True)
    pieces = ["" if kind != "data" else text for _, kind, text in environment.lex(source)]
    text = "\x00".join(pieces)
    spoken = " ".join(_SPOKEN.findall(text.replace("\x00", "")))
    shown = re.sub(r"&\w+;", " ", _TAG.sub(" ", text.replace("\x00", "")))
    return set(_WORD.findall(shown + " " + spoken)) - _SAME_EVERYWHERE


@pytest.mark.parametrize(
    "path", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: str(path.relative_to(TEMPLATES))
)
def test_a_template_holds_no_literal_words(path: Path) -> None:
    assert literal_words(path.read_text("utf-8")) == set()


@pytest.mark.parametrize(
    "planted",
    ["<p>Objectives</p>", '<img alt="A map" src="x">', "<p>{{ t('x') }} минут</p>"],
)
def test_a_planted_word_is_found(planted: str) -> None:
    assert literal_words(planted)


def test_css_holds_no_words_either() -> None:
    for path in sorted(TEMPLATES.rglob("*.css")):
        for text in re.findall(r'content:\s*"([^"]*)"', path.read_text("utf-8")):
            assert not _WORD.search(text), f"{path.name}: {text}"
