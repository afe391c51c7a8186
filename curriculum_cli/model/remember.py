"""Remembering what was worked out of a thing, as long as it is among those asked about last.

*Why* by the thing itself and not by what it equals: comparing two modules takes longer than a rule.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

A = TypeVar("A")
B = TypeVar("B")


def remember(most: int) -> Callable[[Callable[[A], B]], Callable[[A], B]]:
    """Make a function of one frozen thing answer from memory for the `most` things of late."""

    def wrap(function: Callable[[A], B]) -> Callable[[A], B]:
        known: dict[int, tuple[A, B]] = {}
        _KNOWN.append(known)

        @wraps(function)
        def answer(thing: A) -> B:
            found = known.get(id(thing))
            if found is None or found[0] is not thing:
                while len(known) >= most:
                    del known[next(iter(known))]
                found = known[id(thing)] = (thing, function(thing))
            return found[1]

        return answer

    return wrap


_KNOWN: list[dict[int, tuple[Any, Any]]] = []


def forget(*things: object) -> None:
    """Let go of all that was worked out of these things, so that others can have the room."""
    for known in _KNOWN:
        for thing in things:
            known.pop(id(thing), None)
