"""What is known of one file after it was read and judged by itself, and how that is kept.

*Why* JSON: reading what is kept must never run anything.
"""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from ..diagnostics import Diagnostic, Severity, Span
from .silences import Placed, Silence


class Study(NamedTuple):
    """One file: its mistakes of form, or else what rules of one file found in it, and its outline.

    `key` is the digest of the file and of all that it was judged beside; `outline` is JSON in one
    line, empty for what is no module, and `status` the module's.
    """

    file: str
    key: str
    form: tuple[Placed, ...] = ()
    found: tuple[Placed, ...] = ()
    silences: tuple[Silence, ...] = ()
    outline: str = ""
    status: str = ""

    def to_text(self) -> str:
        """The study in one line, the outline behind a tab: it is seldom taken apart."""
        placed = [[_from_placed(each) for each in found] for found in (self.form, self.found)]
        silences = [
            [each.file, each.span, each.lines, each.codes, each.reason, each.malformed]
            for each in self.silences
        ]
        head = [self.file, self.key, *placed, silences, self.status]
        return json.dumps(head, separators=(",", ":")) + "\t" + self.outline

    @classmethod
    def from_text(cls, text: str) -> Study:
        """What `to_text` wrote; raises one of `report.UNREADABLE` for anything else."""
        head, _, outline = text.partition("\t")
        file, key, form, found, silences, status = json.loads(head)
        if not isinstance(status, str):
            raise TypeError("a status is kept as text")
        return cls(
            file,
            key,
            tuple(map(_to_placed, form)),
            tuple(map(_to_placed, found)),
            tuple(
                Silence(name, Span(*span), tuple(lines), tuple(codes), reason, malformed)
                for name, span, lines, codes, reason, malformed in silences
            ),
            outline,
            status,
        )


def _from_placed(each: Placed) -> list[Any]:
    found = each.diagnostic
    words = [found.code, found.file, found.span, found.message, found.help]
    return [*words, found.related, found.path, found.words, each.lines]


def _to_placed(kept: list[Any]) -> Placed:
    code, file, span, message, help, related, path, words, lines = kept
    near = tuple((name, Span(*place), said) for name, place, said in related)
    found = Diagnostic(code, Severity.OFF, file, Span(*span), message, help, near, path, words)
    return Placed(found, tuple(lines))
