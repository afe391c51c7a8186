"""Digests of what a text says: the same for the same words, however the file is laid out."""

from __future__ import annotations

from hashlib import sha256

from .fields import Part


def digest(part: Part, *, leave_out: frozenset[str] = frozenset()) -> str:
    """Twelve characters that change when a value does.

    Comments, quotes, line breaks of the file and the order of keys do not count, nor does a
    default that is written out. Fields may be added to the model, but not change their order.
    """
    said = part.model_dump_json(by_alias=True, exclude_defaults=True, exclude=set(leave_out))
    return sha256(said.encode()).hexdigest()[:12]
