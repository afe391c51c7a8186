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
WORKSHOPS = ("almaty-mid-level", "police-school")
"""A workshop for officers, and one of lessons over several dates."""
PACKS = [f"kk/handouts/{name}-{copy}" for name in WORKSHOPS for copy in ("participant", "trainer")]
DOCUMENTS = HANDBOOKS + OVERVIEWS + LESSON_PLANS + PACKS


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False)


def build(output: Path) -> subprocess.CompletedProcess[str]:
    """Build what a programme needs, in two languages."""
    return curriculum("build", "--language", ",".join(LANGUAGES), "--output", str(output))


def pack(workshop: str, output: Path) -> subprocess.CompletedProcess[str]:
    """Make the papers of one workshop."""
    return curriculum("handout", workshop, "--language", "kk", "--output", str(output))


def curriculum(*words: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a user does; unmeasured, for laying out is slow enough as it is."""
    command = [sys.executable, "-m", "curriculum_cli", *words]
    env = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
