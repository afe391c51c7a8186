"""What a worker does. Imports little: one may be forked before the rest of the build is loaded."""

from __future__ import annotations

import gc
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from ..diagnostics import BuildError
from ..outputs.leaf_pdf import LaidOut, LayoutFailed, lay_out, warm_up
from .executor import SECONDS, limit_time
from .store import Store


@dataclass(frozen=True)
class Page:
    """A leaf as the layout engine gets it. Two leaves with one key give the same bytes.

    A `private` one never goes into the cache; what it holds is never repeated in a message.
    """

    key: str
    leaf: str
    html: str = field(repr=False)
    assets: Mapping[str, bytes] = field(repr=False)
    private: bool = False


@dataclass(frozen=True)
class Task:
    """All that a worker needs: strings and bytes, and where to put the result."""

    page: Page
    css: tuple[str, ...]
    fonts: Path
    cache: Path


def lay_out_task(task: Task) -> str | LaidOut:
    """Lay out one page into the cache; what went wrong, or nothing. Runs in a worker.

    A private page is not put there but returned.

    Raises BuildError when the engine does not start, OSError when the cache cannot be written.
    """
    limit_time(SECONDS)
    store = Store(task.cache)
    page = task.page
    start_engine_once(task.fonts, store.workspace)
    try:
        leaf = lay_out(
            page.html,
            css=task.css,
            assets=page.assets,
            fonts=task.fonts,
            workspace=store.workspace,
        )
    except LayoutFailed as error:
        return _reason(page, str(error))
    except MemoryError:
        return "it needs more memory than a leaf may have"
    except RecursionError:
        return "its elements are nested too deeply"
    except Exception as error:
        return _reason(page, f"{type(error).__name__}: {error}")
    if page.private:
        return leaf
    store.put(page.key, leaf)
    return ""


def _reason(page: Page, found: str) -> str:
    if page.private:
        return "a name in it cannot be printed"
    return found or "the layout engine gave up"


@cache
def start_engine_once(fonts: Path, workspace: Path) -> None:
    """Load the engine, once in a worker; raises BuildError when it does not start.

    *Why* the collector is told to look away from it: that takes a sixth off every leaf.
    """
    try:
        warm_up(fonts, workspace)
    except Exception as error:
        raise BuildError(
            f"the layout engine does not start: {error}", "Are Pango and its libraries installed?"
        ) from error
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)
