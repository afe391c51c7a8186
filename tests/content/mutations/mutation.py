"""One small break of the real curriculum, and what must then be found where."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ...marks import MARK, Place, place_in, place_of

GAP = "⋯"
"""In a text to replace: whatever stands between the two pieces around it."""

M01 = "modules/M01-why-policing-shapes-relations.yaml"
M02 = "modules/M02-from-policy-to-local-action-plan.yaml"
M04 = "modules/M04-fair-inside.yaml"
M10 = "modules/M10-stops-without-profiling.yaml"
M13 = "modules/M13-reading-tension.yaml"
M14 = "modules/M14-disorder-and-minimum-force.yaml"
PROGRAMME = "modules/curriculum.yaml"
STANDARD = "modules/standards/hcnm-2006.yaml"
GLOSSARY = "modules/glossary.yaml"
SOURCES = "modules/sources.yaml"
WORDING = "modules/wording.yaml"
INTEGRATION = "modules/integration.yaml"
LINKS = "modules/links.yaml"
ALMATY = "modules/workshops/almaty-senior.yaml"
SOUTH = "modules/workshops/south-kazakhstan-mid-level.yaml"
SOUTH_SENIOR = "modules/workshops/south-kazakhstan-senior.yaml"
FIGURE = "modules/figures/stop-decision.svg"

Edit = tuple[str, str, str]
"""A file, the one piece of its text to replace (empty: write the file anew), and the new piece."""
Act = Callable[[Path], tuple[str, Place] | None]
"""What no text can describe: a link, a folder, a moved file. Gets the folder of the project; may
say where the finding must stand."""


@dataclass(frozen=True, slots=True)
class Mutation:
    """What breaks one rule, once.

    The place is where the mark stands: in the new text of an edit; or in `at`, a file and a piece
    of its text after the change. `follows` are the codes of other findings that come of the same
    break. `given` brings about a state in which the rule can be broken: an approval, a translation.
    """

    code: str
    edits: tuple[Edit | Act, ...]
    at: tuple[str, str] | None = None
    follows: tuple[str, ...] = ()
    given: tuple[Edit | Act, ...] = ()


def make(root: Path, edits: tuple[Edit | Act, ...]) -> tuple[str, Place] | None:
    """Make the changes; the file and place of the mark, if there is one."""
    found = None
    for edit in edits:
        if callable(edit):
            found = edit(root) or found
            continue
        name, old, new = edit
        path = root / name
        whole = path.read_text("utf-8") if old else ""
        start, end = _span(whole, old, name) if old else (0, 0)
        path.parent.mkdir(parents=True, exist_ok=True)
        changed = whole[:start] + new.replace(MARK, "") + whole[end:]
        path.write_text(changed, "utf-8", newline="")
        if MARK in new:
            found = name, place_of(changed, start + new.index(MARK))
    return found


def marked(root: Path, at: tuple[str, str]) -> tuple[str, Place]:
    """The place of the mark in a file as it is now."""
    name, pattern = at
    return name, place_in((root / name).read_text("utf-8"), pattern)


def _span(text: str, old: str, name: str) -> tuple[int, int]:
    """Where the piece stands that is to be replaced."""
    first, _, last = old.partition(GAP)
    assert text.count(first) == 1, f"“{first}” occurs {text.count(first)} times in {name}"
    start = text.index(first)
    end = text.index(last, start + len(first)) + len(last)
    return start, end
