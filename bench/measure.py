"""One run of one program: time by hyperfine, memory by GNU time."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from .processes import run

LONGEST = 600.0
"""Seconds after which a program is given up."""
_PEAK = re.compile(r"Maximum resident set size \(kbytes\): (\d+)")


@dataclass(frozen=True)
class Task:
    """A thing to measure.

    `prepare` runs before each time and is not counted; `makes` is the PDF that comes out.
    `baseline` names the task whose time is 1.
    """

    name: str
    label: str
    command: tuple[str, ...]
    folder: Path
    baseline: str
    prepare: tuple[str, ...] = ()
    makes: Path | None = None
    environment: Mapping[str, str] = field(default_factory=dict)
    longest: float = LONGEST


@dataclass(frozen=True)
class Taken:
    """What one run took: seconds by the clock, or why there is no such figure."""

    seconds: float = 0.0
    processor: float = 0.0
    why: str = ""


def timed(task: Task) -> Taken:
    """Run a task once under hyperfine, after its preparation."""
    program = shutil.which("hyperfine")
    if program is None:
        return Taken(why="hyperfine is not installed")
    result = task.folder / f".hyperfine-{os.getpid()}.json"
    prepare = ("--prepare", shlex.join(task.prepare)) if task.prepare else ()
    command = (program, "-N", "--style=none", "--runs=1", f"--export-json={result}", *prepare)
    ended = run(
        (*command, shlex.join(task.command)), task.folder, task.environment, 2 * task.longest
    )
    try:
        if ended.why:
            return Taken(why=ended.why)
        found = json.loads(result.read_text("utf-8"))["results"][0]
        return Taken(found["times"][0], found["user"] + found["system"])
    except (OSError, ValueError, LookupError) as error:
        return Taken(why=f"hyperfine wrote no result: {error}")
    finally:
        result.unlink(missing_ok=True)


def peak(task: Task) -> tuple[float, str]:
    """The largest process of one run in MiB, after its preparation; or 0 and why not."""
    if task.prepare:
        ended = run(task.prepare, task.folder, task.environment, task.longest)
        if ended.why:
            return 0.0, f"preparing it failed: {ended.why}"
    note = task.folder / f".time-{os.getpid()}.txt"
    command = ("/usr/bin/time", "-v", "-o", str(note), *task.command)
    ended = run(command, task.folder, task.environment, task.longest)
    try:
        found = _PEAK.search(note.read_text("utf-8"))
    except OSError:
        found = None
    note.unlink(missing_ok=True)
    return (int(found[1]) / 1024 if found else 0.0), ended.why
