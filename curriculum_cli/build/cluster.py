"""The one door to Dask: its cluster behind the face of concurrent.futures."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Callable
from concurrent.futures import Future
from importlib import import_module
from threading import Thread
from typing import Any, TypeVar

from ..diagnostics import BuildError, UsageError
from .executor import PATIENCE

T = TypeVar("T")
SCHEME = "dask://"
WAIT = 4.0
"""Seconds that a scheduler may take to answer, and a cluster to have a worker again."""
PATIENT = WAIT + 2
"""Seconds after which we stop waiting for Dask to notice that nobody answers."""
EXTRA = "curriculum-cli[dask]"


def workers_at(address: str) -> ClusterWorkers:
    """The workers of a cluster by `dask://HOST:PORT`; raises UsageError, BuildError."""
    host, _, port = address.removeprefix(SCHEME).rpartition(":")
    if not address.startswith(SCHEME) or not host or not port.isdigit() or int(port) > 65535:
        raise UsageError(
            f"“{address}” is not the address of an executor", "Write it as dask://HOST:8786."
        )
    try:
        client_of = import_module("distributed").Client
    except ImportError as error:
        raise UsageError(
            "Dask is not installed here", f"It comes with `pip install '{EXTRA}'`."
        ) from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    logging.getLogger("tornado").setLevel(logging.CRITICAL)
    client = _connected(
        lambda: client_of(f"tcp://{host}:{port}", timeout=WAIT, set_as_default=False)
    )
    if client is None:
        raise UsageError(
            f"no Dask scheduler answers at {host}:{port}",
            "Start one there with `dask scheduler`, or leave --executor out.",
        )
    found = ClusterWorkers(client, f"{host}:{port}")
    if not found.window:
        found.shutdown(cancel_futures=True)
        raise UsageError(
            f"the Dask scheduler at {host}:{port} has no workers",
            f"Start some with `dask worker tcp://{host}:{port} --nthreads 1`.",
        )
    return found


def _connected(connect: Callable[[], Any]) -> Any:
    """The client, or None when nobody answers in time.

    *Why* a thread: Dask's own limit does not hold for a port where somebody listens and is silent.
    """
    answer: Future[Any] = Future()

    def ask() -> None:
        try:
            answer.set_result(connect())
        except (OSError, ValueError):
            answer.set_result(None)
        except Exception as error:
            answer.set_exception(error)

    Thread(target=ask, daemon=True).start()
    try:
        return answer.result(PATIENT)
    except TimeoutError:
        return None


class ClusterWorkers:
    """An executor on a cluster. When a worker is lost, Dask gives its tasks to another."""

    def __init__(self, client: Any, name: str) -> None:
        self.far = True
        self._client = client
        self._executor = client.get_executor(pure=False)
        self._name = name
        self.window = PATIENCE * len(client.nthreads())

    def submit(self, function: Callable[..., T], /, *arguments: Any) -> Future[T]:
        """Run a function on some worker."""
        future: Future[T] = self._executor.submit(function, *arguments)
        return future

    def check(self) -> None:
        """Raise BuildError once nobody is left who could do the work."""
        with contextlib.suppress(Exception):
            self._client.wait_for_workers(1, timeout=WAIT)
            return
        raise BuildError(
            f"the Dask cluster at {self._name} has no workers any more",
            "Start some and build again: the leaves that were laid out are kept.",
        )

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Leave the cluster; it goes on without us."""
        with contextlib.suppress(Exception):
            self._executor.shutdown(wait=wait and not cancel_futures)
        if wait or cancel_futures:
            with contextlib.suppress(Exception):
                self._client.close(timeout=0.5)
