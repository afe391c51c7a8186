"""Where leaves are laid out: forked workers with limits, behind the face of concurrent.futures."""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import resource
import signal
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from typing import Any, Protocol, TypeVar, cast

T = TypeVar("T")

SECONDS = 180.0
"""How long one task may take by the clock; much, for others may keep the machine busy."""
MEMORY = 2 << 30
"""How much address space a worker may have, in bytes."""
PATIENCE = 2
"""Tasks that a worker may have at once, one of them waiting, so that it never idles."""
STOPS = {signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGALRM}
"""How people and systems ask a program to end."""
_PEBBLES = "pebble_pool_worker"


class Executor(Protocol):
    """What a build needs of an executor: one of concurrent.futures' kind that knows its size.

    Tasks return what goes wrong with a leaf; a future that fails has lost its worker, ran out of
    time (TimeoutError), or carries an error that ends the build.
    """

    @property
    def window(self) -> int:
        """How many tasks it likes to have at once."""

    far: bool
    """Whether its workers may be on other machines, without our files."""

    def submit(self, function: Callable[..., T], /, *arguments: Any) -> Future[T]:
        """Run a function elsewhere."""

    def check(self) -> None:
        """Raise BuildError once nobody is left who could run anything."""

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End; with `cancel_futures`, at once."""


class _Pool(Protocol):
    """Pebble's pool, as far as it is used here."""

    def schedule(
        self, function: Callable[..., T], args: tuple[Any, ...], *, timeout: float
    ) -> Future[T]: ...
    def close(self) -> None: ...
    def stop(self) -> None: ...
    def join(self) -> None: ...


class _Worker:
    """One worker with its own pool of one: whatever happens to it, the others do not notice."""

    def __init__(self, seconds: float, memory: int) -> None:
        self.seconds = seconds
        self.memory = memory
        self.tasks: set[Future[Any]] = set()
        self.pool = self._fork()

    def submit(
        self, function: Callable[..., T], arguments: tuple[Any, ...], *, counts: bool = True
    ) -> Future[T]:
        try:
            future = self.pool.schedule(function, arguments, timeout=self.seconds)
        except RuntimeError:
            self.pool.stop()
            self.pool.join()
            self.pool = self._fork()
            future = self.pool.schedule(function, arguments, timeout=self.seconds)
        if counts:
            self.tasks = {task for task in self.tasks if not task.done()} | {future}
        return future

    @property
    def load(self) -> int:
        return sum(not task.done() for task in self.tasks)

    def _fork(self) -> _Pool:
        from pebble import ProcessPool

        pool = ProcessPool(
            max_workers=1,
            initializer=_limit,
            initargs=(self.memory, self.seconds),
            context=multiprocessing.get_context("fork"),
        )
        return cast(_Pool, pool)


class ForkedWorkers:
    """Processes forked from this one, as they are needed and no more than were asked for.

    *Why* fork: a worker starts in milliseconds with all that is loaded here. *Why* Pebble: one
    that hangs, crashes or is killed loses a task, and another takes its place. Its threads hold
    nothing that a child needs, so Python's warning about forking beside threads is not for us.
    """

    def __init__(self, workers: int, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        self.far = False
        self._limits = (seconds, memory)
        self.most = workers
        """How many there may be; to be changed before there is work."""
        self._workers: list[_Worker] = []
        warnings.filterwarnings("ignore", ".*multi-threaded, use of fork", DeprecationWarning)

    @property
    def window(self) -> int:
        return PATIENCE * self.most

    def submit(self, function: Callable[..., T], /, *arguments: Any) -> Future[T]:
        """Run a function in the worker with the least to do, or in a new one."""
        with uninterrupted():
            least = min(self._workers, key=lambda worker: worker.load, default=None)
            if least is None or (least.load and len(self._workers) < self.most):
                least = self._another()
            return least.submit(function, arguments)

    def prepare(self, workers: int, function: Callable[..., object], /, *arguments: Any) -> None:
        """Begin so many workers, each with this function, before there is anything to do.

        *Why* it does not count as work: what comes next must wait for such a worker, and not
        begin another, which would do the same first.
        """
        with uninterrupted():
            for _ in range(min(workers, self.most)):
                self._another().submit(function, arguments, counts=False)

    def _another(self) -> _Worker:
        gc.freeze()
        self._workers.append(_Worker(*self._limits))
        return self._workers[-1]

    def check(self) -> None:
        """Say nothing: a worker that is lost is replaced when it is needed."""

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the workers; with `cancel_futures`, those at work are killed."""
        with uninterrupted():
            if cancel_futures:
                _kill_workers()
            for worker in self._workers:
                if cancel_futures or not worker.load:
                    worker.pool.stop()
                else:
                    worker.pool.close()
            if cancel_futures:
                _kill_workers()
            if wait:
                for worker in self._workers:
                    worker.pool.join()
                self._workers.clear()
                gc.unfreeze()


@contextlib.contextmanager
def uninterrupted() -> Iterator[None]:
    """Hold back Ctrl-C and its like until the block is done.

    Threads begun in it never get them, nor do children get Ctrl-C.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, STOPS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _kill_workers() -> None:
    for child in multiprocessing.active_children():
        if child.name == _PEBBLES:
            child.kill()


def _limit(memory: int, seconds: float) -> None:
    """Bound what a worker may use, and keep the engine's last words off the screen."""
    for each in STOPS - {signal.SIGINT}:
        signal.signal(each, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPS - {signal.SIGINT})
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 2)
    os.close(null)
    limit_time(seconds)


def limit_time(seconds: float) -> None:
    """Let this process use that much more processor time, doubled, before the system ends it.

    *Why* beside the pool's own clock: a worker whose parent was killed must end as well.
    """
    usage = resource.getrusage(resource.RUSAGE_SELF)
    spent = usage.ru_utime + usage.ru_stime
    with contextlib.suppress(OSError, ValueError):
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (int(spent + 2 * seconds) + 1, hard))
