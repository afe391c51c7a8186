"""What a worker does. Imports little: one may be forked before the rest of the build is loaded."""

from __future__ import annotations

import faulthandler
import gc
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from socket import gethostname
from tempfile import mkdtemp
from threading import Lock

from .. import __version__
from ..diagnostics import BuildError
from ..outputs.leaf_pdf import LaidOut, LayoutFailed, engine_versions, lay_out, warm_up
from ..settings import embedded_root
from .executor import SECONDS, limit_time
from .store import Store, leaf_key, surroundings

_ONE_AT_A_TIME = Lock()


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
    leaf = _laid_out(task, task.fonts, store.workspace)
    if isinstance(leaf, str) or task.page.private:
        return leaf
    store.put(task.page.key, leaf)
    return ""


def lay_out_far(task: Task) -> str | LaidOut:
    """Lay out one page on another machine; what went wrong, or the leaf.

    *Why* a lock: a worker of a cluster may have threads, for which the engine is not made. *Why*
    the end of the whole worker when time is up: no thread can be ended, and another worker comes.

    Raises BuildError when the leaf would come out differently here.
    """
    with _ONE_AT_A_TIME:
        faulthandler.dump_traceback_later(SECONDS, exit=True)
        try:
            return _laid_out(task, _same_fonts(task), _own_workspace())
        finally:
            faulthandler.cancel_dump_traceback_later()


def _same_fonts(task: Task) -> Path:
    page = task.page
    for fonts in (task.fonts, embedded_root() / "templates" / "fonts"):
        around = surroundings(engine_versions(), fonts, task.css)
        if leaf_key(page.html, page.assets, around) == page.key:
            return fonts
    raise BuildError(
        f"the worker on {gethostname()} has another program, layout engine or fonts",
        f"Install curriculum {__version__} there with the packages that are installed here.",
    )


@cache
def _own_workspace() -> Path:
    return Path(mkdtemp(prefix="curriculum-"))


def _laid_out(task: Task, fonts: Path, workspace: Path) -> str | LaidOut:
    page = task.page
    start_engine_once(fonts, workspace)
    try:
        return lay_out(
            page.html, css=task.css, assets=page.assets, fonts=fonts, workspace=workspace
        )
    except LayoutFailed as error:
        return _reason(page, str(error))
    except MemoryError:
        return "it needs more memory than a leaf may have"
    except RecursionError:
        return "its elements are nested too deeply"
    except Exception as error:
        return _reason(page, f"{type(error).__name__}: {error}")


def _reason(page: Page, found: str) -> str:
    if page.private:
        return "a name in it cannot be printed"
    return found or "the layout engine gave up"


def get_ready(fonts: Path, workspace: Path, css: tuple[str, ...]) -> None:
    """Do beforehand what is done once in a worker; what fails here is told of the first leaf."""
    with suppress(Exception):
        start_engine_once(fonts, workspace)
        warm_up(fonts, workspace, css)
        gc.freeze()


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
