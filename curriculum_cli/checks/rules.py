"""What a rule is, and how one is written."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, auto
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from ..diagnostics import Levels, Related, Span, Where
from ..model.curriculum import Curriculum
from ..settings import today
from ..source.translations import Translations
from ..source.tree import Tree


class Finding(NamedTuple):
    """What a rule found; the engine adds code and severity."""

    where: Where
    message: str
    help: str = ""
    related: tuple[Related, ...] = ()
    span: Span | None = None


@dataclass(frozen=True)
class Subject:
    """What rules look at."""

    curriculum: Curriculum
    trees: Mapping[str, Tree]
    project: Path
    printable: frozenset[int] = field(default=frozenset(), repr=False)
    translations: Translations = field(default=Translations(), repr=False)
    today: date = field(default_factory=today)


Check = Callable[[Subject], Iterable[Finding]]


class Reads(Enum):
    """How much a rule reads at once; the less, the seldomer `curriculum check` runs it again.

    FILE: one module with its translations, beside the lists (programme, standard, glossary, …),
    but no other module. OUTLINES: all files, of modules all but their texts. A rule that reads
    more than it says fails; tests run each so.
    """

    FILE = auto()
    OUTLINES = auto()
    EVERYTHING = auto()


_PART = re.compile(r"^(Why|Bad|Good|Source):[ ]?", re.MULTILINE)


@dataclass(frozen=True)
class Rule:
    """One rule: a stable code, how much it matters, its text, and its function.

    Rules of form (Y, S) have no function: the reader and the model find those. `in_file` is the
    part of a rule that reads one file, when `check` reads more.
    """

    code: str
    levels: Levels
    doc: str
    check: Check | None = None
    reads: Reads = Reads.EVERYTHING
    in_file: Check | None = None

    def checks(self, reads: Reads | None = None) -> Iterator[Check]:
        """The functions that read so much; all of them when nothing is said."""
        for each, scope in ((self.check, self.reads), (self.in_file, Reads.FILE)):
            if each is not None and reads in (None, scope):
                yield each

    @cached_property
    def _parts(self) -> dict[str, str]:
        pieces = _PART.split(inspect.cleandoc(self.doc))
        parts = {"What": pieces[0].strip()}
        for name, text in zip(pieces[1::2], pieces[2::2], strict=True):
            parts[name] = inspect.cleandoc(text).strip("\n")
        return parts

    @property
    def title(self) -> str:
        """What the rule asks, in one line."""
        return self._parts["What"].split("\n")[0].rstrip(".")

    @property
    def what(self) -> str:
        return self._parts["What"]

    @property
    def why(self) -> str:
        return " ".join(self._parts.get("Why", "").split())

    @property
    def bad(self) -> str:
        return self._parts.get("Bad", "")

    @property
    def good(self) -> str:
        return self._parts.get("Good", "")

    @property
    def source(self) -> str:
        return " ".join(self._parts.get("Source", "").split())


def check(
    code: str,
    levels: Levels,
    reads: Reads = Reads.EVERYTHING,
    *,
    in_file: Check | None = None,
) -> Callable[[Check], Rule]:
    """Make a function a rule; its docstring is the rule's text."""

    def wrap(function: Check) -> Rule:
        return Rule(code, levels, function.__doc__ or "", function, reads, in_file)

    return wrap
