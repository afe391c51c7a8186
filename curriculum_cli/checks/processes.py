"""Do a task for many files in several processes that share what was loaded before they began."""

from __future__ import annotations

import gc
import multiprocessing
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from ..diagnostics import BuildError

_PIECES = 8
"""Pieces of work for each process: enough that none waits long for the last."""
_LARGEST = 16
_task: Callable[[str], str] | None = None


def spread(task: Callable[[str], str], names: Sequence[str], processes: int) -> Iterator[str]:
    """The task done for each name, in order; raises BuildError when a process dies.

    *Why* fork: the processes then have rules, lists and libraries without loading them again.
    """
    size = max(1, min(_LARGEST, len(names) // (processes * _PIECES)))
    gc.freeze()
    pool = ProcessPoolExecutor(
        processes, multiprocessing.get_context("fork"), initializer=_begin, initargs=(task,)
    )
    try:
        yield from pool.map(_do, names, chunksize=size)
    except BrokenProcessPool as error:
        raise BuildError(
            "a process that was checking files ended unexpectedly",
            "Perhaps the memory was used up. Try again.",
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)
        gc.unfreeze()


def _begin(task: Callable[[str], str]) -> None:
    """Ctrl-C is for the parent, which then ends the others."""
    global _task
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _task = task
    gc.disable()  # what a file leaves behind holds no circles


def _do(name: str) -> str:
    assert _task is not None
    return _task(name)
