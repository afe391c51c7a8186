"""The embedded curriculum as a user builds it: in English and with Kazakh headings."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.editions import ROOT

LANGUAGES = ("en", "kk")
HANDBOOKS = [
    f"{language}/{name}-handbook" for language in LANGUAGES for name in ("trainer", "participant")
]
LESSON_PLANS = [
    f"{language}/lesson-plans/{path.stem}"
    for language in LANGUAGES
    for path in sorted((ROOT / "modules").glob("M*.yaml"))
]
OVERVIEWS = [f"{language}/overview" for language in LANGUAGES]
DOCUMENTS = HANDBOOKS + OVERVIEWS + LESSON_PLANS


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False)


def build(output: Path) -> subprocess.CompletedProcess[str]:
    """Run the command as a user does; unmeasured, for laying out is slow enough as it is."""
    command = [sys.executable, "-m", "curriculum_cli", "build"]
    command += ["--language", ",".join(LANGUAGES), "--output", str(output)]
    env = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
