"""A leaf's HTML becomes a tagged PDF (PDF/UA-1) with known places.

*Why* the layout itself is imported inside the function: WeasyPrint takes most of a second to
import, and a build that finds all leaves in its cache does not need it.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from .engine import engine_versions, loaded_pango_version, start_engine
from .laid_out import Bookmark, Fault, LaidOut, LayoutFailed

__all__ = [
    "Bookmark",
    "Fault",
    "LaidOut",
    "LayoutFailed",
    "engine_versions",
    "lay_out",
    "loaded_pango_version",
    "warm_up",
]

LONG = {"en": "multiethnic", "kk": "көпұлттылық", "ru": "многонациональный"}
"""Words that must be divided, so that patterns are loaded."""
WARM_UP_PAGE = (
    '<html lang="kk"><head><title>.</title></head>'
    "<body><h1>Әділет</h1><p><b>құқық</b> <i>ғылым</i></p>{words}</body></html>"
)
NARROW = '<p lang="{language}" style="width: 4em; hyphens: auto">{word}</p>'


def lay_out(
    html: str,
    *,
    css: tuple[str, ...],
    assets: Mapping[str, bytes],
    fonts: Path,
    workspace: Path,
) -> LaidOut:
    """Lay out one leaf; `css` holds the text of style sheets, `workspace` is a folder to write in.

    HTML and CSS name an asset as `asset:NAME`; style sheets import nothing. Raise LayoutFailed
    if anything would be lost: an image, a letter, the target of a link.
    """
    start_engine(fonts, workspace)
    from .layout import laid_out

    return laid_out(html, css, assets, fonts)


def warm_up(fonts: Path, workspace: Path, css: tuple[str, ...] = ()) -> None:
    """Load the engine and lay out one small page, so that a worker is hot when leaves come."""
    words = "".join(NARROW.format(language=each, word=LONG[each]) for each in LONG)
    page = WARM_UP_PAGE.format(words=words)
    lay_out(page, css=css, assets={}, fonts=fonts, workspace=workspace)
