"""A leaf as it stands in one document."""

from __future__ import annotations

from dataclasses import dataclass

from ..laid_out import LaidOut
from .source import Source


@dataclass(frozen=True, slots=True)
class Sheet:
    """A leaf with its place in a document.

    `leaf` is its id and the name of its destination (`M10-C1`), `label` the prefix of its page
    labels (`M10-C1-`), `depth` the nesting of its outline entry, from 1. `source` is the leaf
    opened beforehand, for this document alone.
    """

    leaf: str
    laid_out: LaidOut
    label: str
    title: str
    depth: int
    language: str
    source: Source | None = None
