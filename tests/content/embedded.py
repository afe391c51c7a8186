"""The embedded curriculum, decoded once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from curriculum_cli.model.curriculum import Curriculum
from curriculum_cli.model.module import Module
from curriculum_cli.model.texts import texts

from ..editions import ROOT, checked

_WORD = re.compile(r"[\w’']+")
_BREAK = re.compile(r"(?<=[.!?:;])\s+|\n\s*\n|\||\n\s*(?:[-*>]|\d+\.)\s")


@cache
def curriculum() -> Curriculum:
    outcome = checked(ROOT)
    assert outcome.checked is not None
    return outcome.checked.curriculum


MODULES = tuple(curriculum().modules)


def module(name: str) -> Module:
    return curriculum().modules[name]


def words(text: str | None) -> int:
    """How many words a text has."""
    return len(_WORD.findall(text or ""))


def sentences(part: Module, least: int = 8) -> Iterator[str]:
    """The sentences of a module, citations apart, with so many words or more."""
    for text in texts(part):
        if text.path[-1] == "where":
            continue
        for sentence in _BREAK.split(text.text):
            found = _WORD.findall(sentence.lower())
            if len(found) >= least:
                yield " ".join(found)
