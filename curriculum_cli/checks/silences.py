"""Comments by which an author silences a rule on a line, and what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ..diagnostics import Diagnostic, Problem, Span, Where
from ..source.tree import Tree
from .registry import IGNORE_RULES
from .rules import Rule

_IGNORE = re.compile(r"curriculum:\s*ignore\[([A-Za-z0-9,\s]*)\]\s*(.*)", re.DOTALL)
_LOOKS_LIKE_IGNORE = re.compile(r"curriculum\s*:?\s*ignore", re.IGNORECASE)
_MAY_HOLD_IGNORE = re.compile(r"#\s*curriculum\s*:?\s*ignore", re.IGNORECASE)


class Placed(NamedTuple):
    """A problem with its place, and the lines on which a comment speaks about it.

    These are the line of the place itself, of the value and of its key.
    """

    diagnostic: Diagnostic
    lines: tuple[int, ...]


class Silence(NamedTuple):
    """A comment that silences rules on some lines, or tries to."""

    file: str
    span: Span
    lines: tuple[int, ...]
    codes: tuple[str, ...]
    reason: str
    malformed: bool = False


def silences_in(tree: Tree) -> Iterator[Silence]:
    """Every such comment of a file."""
    if not _MAY_HOLD_IGNORE.search(tree.text):
        return
    alone = {comment.line for comment in tree.comments if comment.alone}
    for comment in tree.comments:
        if not _LOOKS_LIKE_IGNORE.match(comment.text):
            continue
        end = len(tree.lines[comment.line - 1].rstrip()) + 1
        span = Span(comment.line, comment.column, comment.line, end)
        match = _IGNORE.match(comment.text)
        codes = tuple(code.strip().upper() for code in match[1].split(",")) if match else ()
        reason = match[2].strip() if match else ""
        lines = [comment.line]
        while lines[-1] in alone:
            lines.append(lines[-1] + 1)
        malformed = not match or not all(codes)
        yield Silence(tree.file, span, tuple(lines), codes, reason, malformed)


class Heard:
    """The comments of all files, and which of them have silenced something."""

    def __init__(self, silences: Sequence[Silence]) -> None:
        self._all = silences
        self._used: set[tuple[int, str]] = set()
        self._by_file: dict[str, list[tuple[int, Silence]]] = {}
        for number, each in enumerate(silences):
            self._by_file.setdefault(each.file, []).append((number, each))

    def silences(self, found: Placed) -> bool:
        """Whether a comment silences this; it then counts as used."""
        code = found.diagnostic.code
        for number, each in self._by_file.get(found.diagnostic.file, ()):
            heard = each.reason and not each.malformed and code in each.codes
            if heard and not set(found.lines).isdisjoint(each.lines):
                self._used.add((number, code))
                return True
        return False

    def judge(self, active: set[str], known: Mapping[str, Rule]) -> Iterator[Problem]:
        """Comments without a reason, and those that silence nothing."""
        for number, each in enumerate(self._all):
            used = {code for which, code in self._used if which == number}
            yield from _judge(each, used, active, known)


def _judge(
    each: Silence, used: set[str], active: set[str], known: Mapping[str, Rule]
) -> Iterable[Problem]:
    bare, useless, _ = IGNORE_RULES
    base = Problem(bare.code, Where(each.file), "", span=each.span)
    if each.malformed or not each.reason:
        what = "is not well-formed" if each.malformed else "gives no reason"
        yield base._replace(
            message=f"this ignore comment {what}",
            help="Write `# curriculum: ignore[T101] reason`; without a reason it does nothing.",
        )
        return
    for code in dict.fromkeys(each.codes):
        if code not in known:
            message = f"there is no rule {code} to ignore"
            help = "`curriculum rule` lists the codes."
            yield base._replace(code=useless.code, message=message, help=help)
        elif code in active and code not in used:
            message = f"nothing is silenced here: no {code} on this line"
            help = "Delete the code or the comment."
            yield base._replace(code=useless.code, message=message, help=help)
