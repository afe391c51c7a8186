"""What hypothesis makes up: half-right YAML, and data of text."""

from __future__ import annotations

from curriculum_cli.source.files import INVISIBLE
from curriculum_cli.source.strict_yaml import MAX_DEPTH
from curriculum_cli.source.tree import Data
from hypothesis import strategies as st

_PIECES = [
    *("a", "b", "id", "kind", "9:30", "Әә", "text with words", "👍", "1"),
    *(":", ": ", "- ", "-", "? ", ",", "\n", "\n\n", " ", "  ", "    ", "\t"),
    *("[", "]", "{", "}", "'", '"', "|", ">", "|\n", ">-\n", "|2+\n", "\\", "\\n", "\\u04D8"),
    *("#", " # note\n", "&x ", "*x", "!t ", "!!str ", "<<", "---\n", "...\n", "%YAML 1.1\n"),
    *("@", "`", "''", '""', "~", "\r\n", "\u00a0", "curriculum: ignore[T101] x"),
]

yaml_like = st.lists(st.sampled_from(_PIECES), max_size=40).map("".join)
"""Pieces of YAML in any order: mostly broken, sometimes not."""

words = st.text(max_size=30).filter(lambda text: not INVISIBLE.search(text))
"""Any text that a file may hold."""

prose = st.lists(words, max_size=5).map("\n".join)


def _deeper(inner: st.SearchStrategy[Data]) -> st.SearchStrategy[Data]:
    return st.lists(inner, max_size=5) | st.dictionaries(words, inner, max_size=5)


data: st.SearchStrategy[Data] = st.recursive(prose, _deeper, max_leaves=25).filter(
    lambda value: _depth(value) < MAX_DEPTH
)
"""Nested mappings and lists of text."""


def _depth(value: Data) -> int:
    inner = value.values() if isinstance(value, dict) else value
    return 0 if isinstance(value, str) else 1 + max(map(_depth, inner), default=0)
