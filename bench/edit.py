"""What an author does between two builds.

    python -m bench.edit word|page|settle|number PROJECT [BUILD…]

Every edit is one that no build has seen. `page` first builds the unedited curriculum again, so
that what changes is one leaf, its number of pages, and the contents; `settle` undoes every edit,
and builds until files have stood still for a moment, as they have when a person builds again.
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import time
from pathlib import Path

from .project import as_yaml, from_yaml

PARAGRAPHS = 12
_ADDED = (
    "One more paragraph for the trainer, number {number}, that tells how to go on when {words}."
)
_WORDS = " and ".join(["the room is silent", "the group is tired", "somebody laughs"] * 3)


def main(what: str, project: Path, *rebuild: str) -> None:
    if what == "number":
        renumber(project)
        return
    edited = max((project / "modules").glob("[MX]*.yaml"))
    kept = project / "M05.unedited"
    if not kept.exists():
        kept.write_bytes(edited.read_bytes())
    text = kept.read_text("utf-8")
    stamp = str(time.time_ns())
    if not (project / "leaves.txt").exists():
        subprocess.run(rebuild, check=True, stdout=subprocess.DEVNULL)
        forget_new_leaves(project)
    if what == "word":
        edited.write_text(_with(text, f"Word {stamp}."), "utf-8")
    elif what == "page":
        edited.write_text(text, "utf-8")
        forget_new_leaves(project)
        subprocess.run(rebuild, check=True, stdout=subprocess.DEVNULL)
        lines = (_ADDED.format(number=f"{stamp}-{n}", words=_WORDS) for n in range(PARAGRAPHS))
        edited.write_text(_with(text, "\n\n".join(lines)), "utf-8")
    elif what == "settle":
        edited.write_text(text, "utf-8")
        for wait in (2.2, 0):
            subprocess.run(rebuild, check=True, stdout=subprocess.DEVNULL)
            time.sleep(wait)
    else:
        sys.exit(f"{shlex.quote(what)} is no edit")


def renumber(project: Path) -> None:
    """Change a number in a sentence of the last module, in a project of real modules."""
    edited = max((project / "modules").glob("[MX]*.yaml"))
    text = edited.read_text("utf-8")
    edited.write_text(re.sub(r", case \d+\.", f", case {time.time_ns()}.", text, count=1), "utf-8")


def _with(text: str, added: str) -> str:
    """The module with a text at the end of its first step's instructions."""
    module = from_yaml(text)
    step = module["steps"][0]
    step["trainer"] = f"{step.get('trainer') or ''}\n\n{added}\n"
    return as_yaml(module)


def forget_new_leaves(project: Path) -> None:
    """Take away leaves laid out since the list of them was made; make it the first time."""
    leaves = project / ".curriculum/leaves"
    listed = project / "leaves.txt"
    found = {str(path.relative_to(leaves)) for path in leaves.rglob("*") if path.is_file()}
    if not listed.exists():
        listed.write_text("\n".join(sorted(found)), "utf-8")
    for name in found - set(listed.read_text("utf-8").splitlines()):
        (leaves / name).unlink()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), *sys.argv[3:])
