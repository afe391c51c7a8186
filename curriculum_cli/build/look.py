"""Text files of the look: style sheets, and drawings in the colours of the tokens."""

from __future__ import annotations

import re
from pathlib import Path

from ..diagnostics import BuildError
from ..settings import Settings

STYLES = ("tokens.css", "print.css")
_TOKEN = re.compile(r"--([a-z0-9-]+):\s*([^;]+);")
_USE = re.compile(r"var\(--([a-z0-9-]+)(?:,\s*([^)]*))?\)")


def read_look(path: Path) -> str:
    """A text file of the look; raises BuildError."""
    try:
        return path.read_text("utf-8")
    except (OSError, ValueError) as error:
        raise BuildError(f"{path.name} of the templates cannot be read: {error}") from error


def style_sheets(settings: Settings) -> tuple[str, ...]:
    """The print style sheets, in the order they apply; raises BuildError."""
    return tuple(read_look(settings.asset("styles", name)) for name in STYLES)


def coloured(svg: bytes, settings: Settings) -> bytes:
    """A drawing in which `var(--accent)` is what the tokens say, or what stands after a comma.

    *Why* before the layout: a drawing is a file of its own, which no style sheet reaches.
    """
    tokens = dict(_TOKEN.findall(read_look(settings.asset("styles", "tokens.css"))))

    def value(use: re.Match[str]) -> str:
        return str(tokens.get(use[1], use[2] or "currentColor"))

    return _USE.sub(value, svg.decode("utf-8", "replace")).encode()
