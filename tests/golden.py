"""Golden files: what a document looked like when someone last looked at it.

Run the tests with GOLDEN=update to write them anew, then look at the difference before committing.
"""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"


def differences(folder: str, texts: dict[str, str]) -> list[str]:
    """What differs from the golden files in a folder; with GOLDEN=update, write them first."""
    if os.environ.get("GOLDEN") == "update":
        place = FOLDER / folder
        place.mkdir(parents=True, exist_ok=True)
        for old in place.iterdir():
            old.unlink()
        for name, text in texts.items():
            (place / name).write_text(text, "utf-8")
    return compare(read(folder), texts)


def read(folder: str) -> dict[str, str]:
    """The golden files of a folder, by name."""
    return {path.name: path.read_text("utf-8") for path in sorted((FOLDER / folder).glob("*"))}


def compare(known: dict[str, str], texts: dict[str, str]) -> list[str]:
    """Changed, new and stale files, by name."""
    changed = [f"changed: {name}" for name, text in texts.items() if known.get(name, text) != text]
    new = [f"new: {name}" for name in texts if name not in known]
    stale = [f"stale: {name}" for name in known if name not in texts]
    return changed + new + stale
