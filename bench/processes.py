"""Running programs so that nothing of them is left, whatever they fork and however they end."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_BECOME_REAPER = 36
"""PR_SET_CHILD_SUBREAPER of Linux: orphans of our programs become our own children."""
_OURS: set[int] = set()


@dataclass(frozen=True)
class Ended:
    """How a program ended; `why` is empty when it did what it should."""

    output: str
    why: str


def become_reaper() -> None:
    """From now on every child of this process is ours to end, orphans of programs too."""
    ctypes.CDLL(None).prctl(_BECOME_REAPER, 1, 0, 0, 0)
    _OURS.add(os.getpid())


def run(
    command: Sequence[str], folder: Path, environment: Mapping[str, str], seconds: float
) -> Ended:
    """Run a program to its end, at most so long; end whatever it leaves behind.

    *Why* its words go to a file: an orphan that holds a pipe open would be waited for.
    """
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as said:
        try:
            with subprocess.Popen(
                command,
                cwd=folder,
                env={**os.environ, **environment},
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            ) as program:
                try:
                    program.wait(seconds)
                except subprocess.TimeoutExpired:
                    return Ended("", f"gave up after {seconds:.0f} seconds")
                finally:
                    _kill(program.pid)
                    end_children(program.pid)
        except OSError as error:
            return Ended("", f"does not start: {error.strerror}")
        said.seek(0)
        output = said.read()
    return Ended(output, _why(program.returncode, output))


def end_children(but: int = 0) -> None:
    """End every child of this process, orphans too, if it became their reaper."""
    if os.getpid() not in _OURS:
        return
    for _ in range(50):
        found = [pid for pid in _children() if pid != but]
        if not found:
            return
        for pid in found:
            with contextlib.suppress(OSError):
                os.kill(pid, signal.SIGKILL)
        for pid in found:
            with contextlib.suppress(OSError):
                os.waitpid(pid, os.WNOHANG)
        time.sleep(0.02)


def _why(code: int, output: str) -> str:
    if code == 0:
        return ""
    last = [line.strip() for line in output.splitlines() if line.strip()][-1:]
    return f"ended with {code}: {''.join(last)[:200]}"


def _kill(group: int) -> None:
    with contextlib.suppress(OSError):
        os.killpg(group, signal.SIGKILL)


def _children() -> list[int]:
    found: list[int] = []
    for task in Path("/proc/self/task").glob("*/children"):
        with contextlib.suppress(OSError):
            found += map(int, task.read_text().split())
    return found
