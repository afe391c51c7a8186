"""Which form of report goes where: to the screen, or into which file."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from ...build.files import refused, write_whole
from ...diagnostics import UsageError

if TYPE_CHECKING:
    from .result import Result

NOTHING_FOUND = "No problems found."
FORMATS = ("text", "json", "sarif", "github", "junit")
_ENDINGS = {".sarif": ("sarif",), ".json": ("json", "sarif"), ".xml": ("junit",), ".txt": ("text",)}
_WRITERS = {
    "json": (".as_json", "as_json"),
    "sarif": (".sarif", "as_sarif"),
    "github": (".github", "as_github"),
    "junit": (".junit", "as_junit"),
}
_LINES = {"text", "github"}
"""Forms that may follow each other on one stream."""


def writer(form: str) -> Callable[[Result], str] | None:
    """How a form for other programs is written; each is loaded when it is asked for."""
    if form not in _WRITERS:
        return None
    module, function = _WRITERS[form]
    found: Callable[[Result], str] = getattr(import_module(module, __package__), function)
    return found


def plan(formats: tuple[str, ...], files: list[Path]) -> tuple[list[str], dict[Path, str]]:
    """The forms for stdout, and the form of each file; raises UsageError.

    One form and one file belong together; otherwise the ending of a file's name tells its form.
    """
    if len(formats) == 1 and len(files) == 1:
        return [], {files[0]: formats[0]}
    chosen: dict[Path, str] = {}
    for file in files:
        fitting = _ENDINGS.get(file.suffix.lower(), ())
        wanted = [name for name in fitting if not formats or name in formats]
        if not wanted:
            raise UsageError(
                f"the name “{file}” does not say which form of report goes there",
                "End it in .json, .sarif, .xml (JUnit) or .txt, and name that form in --format;"
                " or give one --format and one --output-file.",
            )
        if wanted[0] in chosen.values():
            raise UsageError(f"two files are named for {wanted[0]}", "Leave one of them out.")
        chosen[file] = wanted[0]
    screen = [name for name in formats or ("text",) if name not in chosen.values()]
    if len(screen) > 1 and not _LINES.issuperset(screen):
        raise UsageError(
            f"{' and '.join(screen)} cannot share the screen",
            "Give all but one of them an --output-file.",
        )
    return screen, chosen


def write(path: Path, text: str) -> None:
    """Write a report whole; raises UsageError when the file cannot be written."""
    data = (text.rstrip("\n") + "\n" if text else "").encode("utf-8", "backslashreplace")
    try:
        if path.exists() and not path.is_file():  # such as /dev/stdout, or a pipe
            path.write_bytes(data)
        else:
            write_whole(path, data)
    except OSError as error:
        raise refused(path, error, "Name a file in a folder that exists.") from error
