"""A digest changes with the words, and with nothing else."""

from __future__ import annotations

import re

import pytest
from curriculum_cli.model.module import Module

from ..project import M01, STANDARD
from .breaking import edited, original, part_of

SAID = {
    "a word": ("Greet first; the reason", "Greet first: the reason"),
    "minutes": ("play: 15, debrief: 20", "play: 16, debrief: 20"),
    "an audience": ("audiences: [patrol, senior]\nranks", "audiences: [senior, patrol]\nranks"),
    "a secret": ("no break since six", "no break since five"),
    "an answer": ("answer: false", "answer: true"),
    "a source": ("pp. 1-3", "pp. 1-4"),
    "a new field": ("trainers: 2\n", "trainers: 2\nprerequisites: [M02]\n"),
}
NOT_SAID = {
    "the version": ('version: "1.2"\nstatus', 'version: "1.3"\nstatus'),
    "the status": ("status: draft", "status: approved"),
    "who wrote it": ("prepared_by: Test writers", "prepared_by: Others"),
    "the change record": ("what: First version", "what: The first version"),
    "a review": ("ranks:", "reviewed: {by: A, on: 2026-11-01}\nranks:"),
    "quotes": ("title: Opening round", 'title: "Opening round"'),
    "a comment": ("title: Opening round", "title: Opening round  # S1"),
    "a default written out": ("title: Two rules", "title: Two rules\n    handouts: []"),
}


def module(text: str) -> Module:
    part = part_of(M01, text)
    assert isinstance(part, Module)
    return part


@pytest.mark.parametrize("name", SAID)
def test_what_is_taught_counts(name: str) -> None:
    assert module(edited(M01, *SAID[name])[0]).digest != module(original(M01)).digest


@pytest.mark.parametrize("name", NOT_SAID)
def test_what_is_said_about_the_text_does_not_count(name: str) -> None:
    assert module(edited(M01, *NOT_SAID[name])[0]).digest == module(original(M01)).digest


def test_a_digest_is_twelve_characters() -> None:
    assert re.fullmatch("[0-9a-f]{12}", module(original(M01)).digest)


def test_an_items_digest_is_that_of_its_words() -> None:
    def digests(*edit: str) -> list[str]:
        part = part_of(STANDARD, edited(STANDARD, *edit)[0] if edit else None)
        return [each.digest for each in part.recommendations]  # type: ignore[attr-defined]

    first, second, third = digests()
    changed = digests("say why they act", "say why")
    assert changed[0] != first
    assert changed[1:] == [second, third]
    assert digests("pages: p. 5", "pages: p. 6")[2] == third
