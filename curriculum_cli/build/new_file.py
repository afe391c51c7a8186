"""Writing single files that somebody asked for by name."""

from __future__ import annotations

from pathlib import Path

from ..diagnostics import UsageError


def create(path: Path, text: str) -> None:
    """Write a file that does not exist yet; raises UsageError, and never overwrites."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError as error:
        raise UsageError(
            f"“{path.name}” is there already", "Change that file, or move it away first."
        ) from error
    except OSError as error:
        raise UsageError(f"“{path}” cannot be written: {error.strerror}") from error


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file, new or not; raises UsageError."""
    try:
        path.write_bytes(data)
    except OSError as error:
        raise UsageError(f"“{path}” cannot be written: {error.strerror}") from error
