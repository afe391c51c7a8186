"""Workers: what one does badly stays with it."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any, TypeVar

import pytest
from curriculum_cli.build.executor import ForkedWorkers
from curriculum_cli.build.worker import Task

from .town import Town, children

MIB = 1 << 20
T = TypeVar("T")


def add(one: int, two: int) -> int:
    return one + two


def loop() -> None:
    while True:
        pass


def wait_for(path: Path) -> None:
    while not path.exists():
        time.sleep(0.01)


def sleep_deaf(seconds: float) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    time.sleep(seconds)


def eat(octets: int) -> int:
    return len(bytearray(octets))


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_tasks_run_elsewhere_and_end_with_the_executor() -> None:
    workers = ForkedWorkers(2)
    futures = [workers.submit(os.getpid) for _ in range(6)]
    pids = {future.result(10) for future in futures}
    assert os.getpid() not in pids
    assert 1 <= len(pids) <= 2
    workers.shutdown()
    assert not pids & set(children())


def test_one_job_means_one_worker() -> None:
    workers = ForkedWorkers(1)
    assert len({workers.submit(os.getpid).result(10) for _ in range(3)}) == 1
    workers.shutdown()


def test_a_prepared_worker_gets_the_first_task_though_it_is_not_ready_yet(tmp_path: Path) -> None:
    workers = ForkedWorkers(2)
    workers.prepare(1, wait_for, tmp_path / "go")
    prepared = set(children())
    first, second = (workers.submit(os.getpid) for _ in range(2))
    assert second.result(10) not in prepared
    assert not first.done()
    (tmp_path / "go").touch()
    assert {first.result(10)} == prepared
    workers.shutdown()


def test_no_more_are_prepared_than_there_may_be() -> None:
    workers = ForkedWorkers(2)
    workers.prepare(5, os.getpid)
    prepared = set(children())
    assert len(prepared) == 2
    assert {workers.submit(os.getpid).result(10) for _ in range(4)} <= prepared
    workers.shutdown(cancel_futures=True)
    assert not prepared & set(children())


def test_a_loop_is_ended_and_the_others_go_on() -> None:
    workers = ForkedWorkers(2, seconds=1)
    endless = workers.submit(loop)
    sums = [workers.submit(add, n, 1) for n in range(5)]
    assert [future.result(10) for future in sums] == [1, 2, 3, 4, 5]
    with pytest.raises(TimeoutError):
        endless.result(10)
    assert workers.submit(add, 1, 1).result(10) == 2
    workers.shutdown()


def test_a_worker_may_have_only_so_much_memory() -> None:
    workers = ForkedWorkers(1, memory=1024 * MIB)
    with pytest.raises(MemoryError):
        workers.submit(eat, 2048 * MIB).result(10)
    assert workers.submit(eat, MIB).result(10) == MIB
    workers.shutdown()


def test_a_killed_worker_loses_one_task() -> None:
    workers = ForkedWorkers(1)
    lost, kept = workers.submit(die), workers.submit(add, 1, 2)
    with pytest.raises(OSError, match="Abnormal"):
        lost.result(10)
    assert kept.result(10) == 3
    workers.shutdown()


def test_shutting_down_at_once_kills_a_worker_that_will_not_listen() -> None:
    workers = ForkedWorkers(1)
    future = workers.submit(sleep_deaf, 60)
    while not future.running():
        time.sleep(0.01)
    time.sleep(0.2)
    began = time.monotonic()
    workers.shutdown(cancel_futures=True)
    assert time.monotonic() - began < 1
    assert not children()


def test_a_worker_without_a_parent_does_not_run_for_ever() -> None:
    """The limit of processor time stands in for the pool's clock, which dies with the parent."""
    workers = ForkedWorkers(1, seconds=0.5)
    pid = workers.submit(os.getpid).result(10)
    limits = Path(f"/proc/{pid}/limits").read_text().splitlines()
    cpu = next(line for line in limits if line.startswith("Max cpu time"))
    assert int(cpu.split()[3]) <= 60
    workers.shutdown()


def hostile(town: Town, html: str) -> None:
    """A look whose handouts hold something bad."""
    town.own_templates("leaves/handout.html")
    path = town.root / "templates/leaves/handout.html"
    path.write_text(path.read_text("utf-8").replace("</article>", f"{html}</article>"), "utf-8")


DEEP = "<div>" * 400 + "x" + "</div>" * 400
ELSEWHERE = "<img src='file:///etc/passwd' alt='x'>"


class Saboteur(ForkedWorkers):
    """Workers that do something else with one leaf, and have little time for that."""

    def __init__(self, leaf: str, instead: Callable[[], object]) -> None:
        super().__init__(2)
        self.leaf = leaf
        self.instead = instead
        self.impatient = ForkedWorkers(1, seconds=2)

    def submit(self, function: Callable[..., T], /, *arguments: Any) -> Future[T]:
        task = arguments[0]
        if isinstance(task, Task) and task.page.leaf == self.leaf:
            return self.impatient.submit(self.instead)  # type: ignore[arg-type]
        return super().submit(function, *arguments)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        self.impatient.shutdown(wait, cancel_futures=cancel_futures)
        super().shutdown(wait, cancel_futures=cancel_futures)


@pytest.mark.parametrize(
    ("instead", "why"),
    [(loop, "longer than 2 seconds"), (die, "breaks down")],
    ids=["it never ends", "it kills its worker, twice"],
)
def test_one_bad_leaf_fails_alone_and_is_named(
    town: Town, instead: Callable[[], object], why: str
) -> None:
    hostile(town, "<p>changed</p>")
    before = town.files()
    result = town.build(executor=Saboteur("M01-H1", instead))
    (failure,) = result.failures
    assert (failure.leaf, failure.edition) == ("M01-H1", "en")
    assert why in failure.why
    lost = {"en/lesson-plans/M01-first-contact.pdf", "en/participant-handbook.pdf"}
    assert set(result.not_made) == lost
    after = town.files()
    assert all(after[path] == before[path] for path in lost)
    assert "en/lesson-plans/M02-local-plan.pdf" in {record.path for record in result.made}
    assert lost <= town.records().keys()
    assert not children()


@pytest.mark.parametrize(
    ("html", "why"), [(DEEP, "deep"), (ELSEWHERE, "declared")], ids=["too deep", "from elsewhere"]
)
def test_a_hostile_look_is_named(town: Town, html: str, why: str) -> None:
    hostile(town, html)
    result = town.build(documents=("lesson-plan",), modules=("M01",), formats=("pdf",))
    assert {failure.leaf for failure in result.failures} == {"M01-H1", "M01-H2"}
    assert all(why in failure.why for failure in result.failures)
    assert result.made == ()


class OneAccident(Saboteur):
    """Workers that do something else with one leaf, once."""

    def submit(self, function: Callable[..., T], /, *arguments: Any) -> Future[T]:
        future = super().submit(function, *arguments)
        if isinstance(arguments[0], Task) and arguments[0].page.leaf == self.leaf:
            self.leaf = ""
        return future


def test_a_page_whose_worker_is_killed_is_tried_again(town: Town) -> None:
    hostile(town, "<p>changed</p>")
    accident = OneAccident("M01-H1", die)
    result = town.build(documents=("lesson-plan",), formats=("pdf",), executor=accident)
    assert accident.leaf == ""
    assert result.failures == ()
    assert result.laid_out == 2
