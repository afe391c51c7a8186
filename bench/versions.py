"""Which programs were measured, as each names itself."""

from __future__ import annotations

import os
import platform
import subprocess
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from .peers.programs import PEERS, pandoc

PACKAGES = (
    "curriculum-cli", "weasyprint", "pikepdf", "typst", "pypandoc-binary", "sphinx",
    "check-jsonschema",
)  # fmt: skip
TOOLS = (("hyperfine", "--version"), (pandoc(), "--version"))


def versions() -> Iterator[str]:
    """Lines for the head of the results."""
    yield f"Python {platform.python_version()}"
    for name in PACKAGES:
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:
            continue
    named: list[tuple[str, tuple[str, ...]]] = [(Path(each[0]).name, each) for each in TOOLS]
    named += [(peer.label, peer.version) for peer in PEERS if peer.version and not peer.missing()]
    for name, command in named:
        line = _first_line(command)
        if line:
            yield line if name in line else f"{name}: {line}"


def machine() -> str:
    """Cores, memory and system, without any name."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / (1 << 30)
    return f"{len(os.sched_getaffinity(0))} cores, {memory:.0f} GiB, {platform.system()}"


def _first_line(command: tuple[str, ...]) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
    except (OSError, subprocess.SubprocessError):
        return ""
    lines = [line.strip() for line in done.stdout.splitlines() if line.strip()]
    return lines[0][:80] if lines else ""
