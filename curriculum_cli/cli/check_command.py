"""`curriculum check`: all consistency rules.

*Why* without the command-line library: one module is checked each time its file is saved.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from ..diagnostics import Profile, UsageError
from ..settings import Settings
from .console import Screen, looks_matter, shown
from .project import Watch, judged_quickly, kept_answer, listed, settings_for
from .reports.output import FORMATS, NOTHING_FOUND, plan, write, writer

if TYPE_CHECKING:
    from ..checks.report import Quick
    from .reports.result import Result


def _codes(value: str | None, option: str) -> tuple[str, ...]:
    if value is None:
        return ()
    from ..checks.registry import BY_CODE

    codes = tuple(code.strip().upper() for code in value.split(",") if code.strip())
    for code in codes:
        if not any(known.startswith(code) for known in BY_CODE):
            raise UsageError(
                f"no rule begins with “{code}”", f"`curriculum rule` lists what {option} can name."
            )
    return codes


def _below(paths: list[Path], settings: Settings) -> Callable[[str], bool]:
    """Whether a file of the project is one of these, or in one of these folders."""
    if not paths:
        return lambda _: True
    root = settings.project.resolve()
    wanted = []
    for path in paths:
        if not os.path.exists(path):  # noqa: PTH110 — unlike Path.exists, never raises
            raise UsageError(f"there is no file or folder “{path}”", "Check the path.")
        full = path.resolve()
        if not full.is_relative_to(root):
            raise UsageError(
                f"“{path}” is not part of the curriculum in {shown(settings.project)}",
                "Use --project to name another one.",
            )
        wanted.append(full)
    if root in wanted:
        return lambda _: True
    names = {full.relative_to(root).as_posix() for full in wanted}
    folders = tuple(f"{name}/" for name in names)
    return lambda file: file in names or file.startswith(folders)


def _result(outcome: Quick, paths: list[Path], settings: Settings) -> Result:
    """What was found in these files and folders."""
    from ..checks.report import Report
    from .reports.result import Result

    below = _below(paths, settings)
    report = outcome.report
    kept = tuple(each for each in report.diagnostics if below(each.file))
    files = tuple(file for file in outcome.files if below(file))
    return Result(Report(kept, report.ignored), files, outcome.texts, settings.project)


def _show(screen: Screen, result: Result, format: str, *, counted: bool) -> None:
    if as_form := writer(format):
        if text := as_form(result):
            screen.write(text)
        return
    if not (result.report.diagnostics or result.report.ignored or counted or looks_matter()):
        if not screen.quiet:
            screen.write(NOTHING_FOUND)
        return
    from .findings import print_report, print_statistics

    if counted:
        print_statistics(screen, result)
    else:
        print_report(screen, result.report, result.texts, result.root, quiet=screen.quiet)


def _as_text(result: Result) -> str:
    from .findings import as_text

    return as_text(result.report, result.texts, result.root)


def run_check(
    screen: Screen,
    paths: list[Path],
    format: str | None = None,
    output_file: list[Path] | None = None,
    *,
    statistics: bool = False,
    select: str | None = None,
    ignore: str | None = None,
    profile: Profile | None = None,
) -> int:
    """Check, show what was found in these files and folders, and return the exit code."""
    from ..checks.report import Choice

    choice = Choice(profile, _codes(select, "--select"), _codes(ignore, "--ignore"))
    on_screen, in_files = plan(listed(format, FORMATS, "format"), output_file or [])
    settings = settings_for(screen)
    watch = Watch(settings)
    with kept_answer(screen, settings, paths, watch) as keep:
        result = _result(judged_quickly(settings, choice, watch), paths, settings)
        for name in on_screen:
            _show(screen, result, name, counted=statistics)
        keep(1 if result.report.errors else 0)
    for path, name in in_files.items():
        write(path, (writer(name) or _as_text)(result))
    if not on_screen:
        from .findings import summary

        written = ", ".join(shown(path) for path in in_files)
        screen.note(f"{summary(result.report).plain} Written to {written}.")
    return 1 if result.report.errors else 0
