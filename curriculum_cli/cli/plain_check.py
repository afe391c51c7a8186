"""Command lines of `check` so plain that no library need read them: files, and a form.

*Why*: authors check one module each time they save it, and the library is a tenth of that time.
"""

from __future__ import annotations

import os
from pathlib import Path

from .reports.output import FORMATS


def plain_check(arguments: list[str]) -> tuple[list[Path], str | None] | None:
    """The files or folders to check and the form to show; None for any other command line."""
    if arguments[:1] != ["check"] or "_CURRICULUM_COMPLETE" in os.environ:
        return None
    form = None
    paths = []
    rest = iter(arguments[1:])
    for each in rest:
        if each.startswith("--format"):
            name, given, value = each.partition("=")
            form = value if given else next(rest, "")
            if name != "--format" or form not in FORMATS:
                return None
        elif not each or each.startswith("-"):
            return None
        else:
            paths.append(Path(each))
    return paths, form
