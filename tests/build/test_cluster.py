"""Layout on a cluster: real Dask processes on this machine, one of them killed at work."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from curriculum_cli.build import cluster
from curriculum_cli.build.cluster import workers_at
from curriculum_cli.build.reporter import Silence
from curriculum_cli.build.worker import Page, Task, lay_out_far
from curriculum_cli.diagnostics import BuildError, UsageError

from .town import Town, digests

ROOT = Path(__file__).resolve().parents[2]
DASK = [sys.executable, "-m", "dask"]


@pytest.fixture
def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


class Cluster:
    """A scheduler and its workers, each a process of its own."""

    def __init__(self, port: int, folder: Path) -> None:
        self.port = port
        self.folder = folder
        self.processes: list[subprocess.Popen[bytes]] = []
        self.start("scheduler", "--host", "127.0.0.1", "--port", str(port))

    @property
    def address(self) -> str:
        return f"dask://127.0.0.1:{self.port}"

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            [*DASK, *arguments, "--no-dashboard"],
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.processes.append(process)
        return process

    def add_worker(self) -> subprocess.Popen[bytes]:
        return self.start(
            *("worker", f"tcp://127.0.0.1:{self.port}", "--nthreads", "1", "--no-nanny"),
            *("--local-directory", str(self.folder)),
        )

    def wait_for(self, number: int) -> None:
        from distributed import Client

        with Client(f"tcp://127.0.0.1:{self.port}", timeout=60, set_as_default=False) as client:
            if number:
                client.wait_for_workers(number, timeout=60)

    def end(self) -> None:
        for process in self.processes:
            process.kill()
            process.wait()


@pytest.fixture
def dask(free_port: int, tmp_path: Path) -> Iterator[Cluster]:
    found = Cluster(free_port, tmp_path)
    yield found
    found.end()


class Killer(Silence):
    """Kills some processes once the first page is laid out."""

    def __init__(self, *victims: subprocess.Popen[bytes]) -> None:
        self.victims = victims
        self.stages: list[str] = []

    def stage(self, what: str, total: int, done: int = 0) -> None:
        self.stages.append(what)

    def step(self, what: str) -> None:
        if self.stages[-1] == "laying out":
            for victim in self.victims:
                victim.send_signal(signal.SIGKILL)


def test_a_cluster_that_loses_a_worker_makes_the_same_bytes(
    fresh: Town, built_once: Path, dask: Cluster
) -> None:
    victim, _ = dask.add_worker(), dask.add_worker()
    dask.wait_for(2)
    workers = workers_at(dask.address)
    assert workers.window == 4
    result = fresh.build(executor=workers, reporter=Killer(victim))
    assert victim.wait() == -signal.SIGKILL
    assert result.failures == ()
    assert result.laid_out == result.leaves
    assert fresh.files() == digests(built_once / "build")
    assert fresh.build().laid_out == 0


def test_a_cluster_without_workers_ends_the_build_and_says_so(
    fresh: Town, dask: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "WAIT", 1.0)
    dask.wait_for(0)
    with pytest.raises(UsageError, match="has no workers"):
        workers_at(dask.address)
    worker = dask.add_worker()
    dask.wait_for(1)
    began = time.monotonic()
    with pytest.raises(BuildError, match="no workers any more"):
        fresh.build(executor=workers_at(dask.address), reporter=Killer(worker))
    assert time.monotonic() - began < 60


@pytest.mark.parametrize(
    "address",
    ["host:8786", "dask://host", "dask://:8786", "dask://host:port", "dask://host:99999", ""],
)
def test_what_is_no_address_is_wrong_use(address: str) -> None:
    with pytest.raises(UsageError, match="not the address") as found:
        workers_at(address)
    assert "dask://HOST:8786" in found.value.help


def test_nobody_at_the_address_is_said_in_time(free_port: int) -> None:
    began = time.monotonic()
    with pytest.raises(UsageError, match="no Dask scheduler answers") as found:
        workers_at(f"dask://127.0.0.1:{free_port}")
    assert time.monotonic() - began < 10
    assert found.value.exit_code == 2


def test_somebody_else_at_the_address_is_said_in_time() -> None:
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen()
        began = time.monotonic()
        with pytest.raises(UsageError, match="no Dask scheduler answers"):
            workers_at(f"dask://127.0.0.1:{deaf.getsockname()[1]}")
        assert time.monotonic() - began < 10


def test_without_the_extra_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UsageError, match="not installed") as found:
        workers_at("dask://127.0.0.1:8786")
    assert "curriculum-cli[dask]" in found.value.help


def test_a_machine_with_another_program_refuses(town: Town) -> None:
    page = Page("0" * 64, "M01", "<p>x</p>", {})
    fonts = town.settings.asset("fonts")
    with pytest.raises(BuildError, match="has another program, layout engine or fonts"):
        lay_out_far(Task(page, (), fonts, town.cache))
