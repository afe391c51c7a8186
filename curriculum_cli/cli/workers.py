"""The workers of a build, which begin as soon as it is clear that they will be needed.

*Why* before the command line is even read: to load the layout engine takes as long as all that is
done here until the first leaf is ready for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ..diagnostics import CurriculumError
from ..settings import Settings, load_settings

if TYPE_CHECKING:
    from ..build.executor import Executor, ForkedWorkers
    from ..build.unchanged import Question
    from .console import Screen


def early_worker(asked: Question, arguments: list[str]) -> ForkedWorkers | None:
    """A worker for a build whose last answer no longer holds; None where it may not be needed.

    Whoever calls ends it. What is wrong is said later, by those who know what to say.
    """
    if _elsewhere(arguments):
        return None
    from ..build.executor import ForkedWorkers

    workers = ForkedWorkers(1)
    try:
        _prepare(workers, 1, load_settings(Path(asked.project) if asked.project else None))
    except BaseException as error:
        workers.shutdown(cancel_futures=True)
        if isinstance(error, CurriculumError):
            return None
        raise
    return workers


@contextmanager
def started_workers(
    screen: Screen,
    settings: Settings,
    formats: tuple[str, ...],
    jobs: int,
    address: str | None = None,
) -> Iterator[Executor]:
    """The workers of a build; where nothing is laid out yet, all begin while we still read."""
    from ..build.executor import ForkedWorkers
    from ..build.store import Store

    workers: Executor
    if address is not None:
        from ..build.cluster import workers_at

        workers = workers_at(address)
    elif screen.workers is not None:
        workers = screen.workers
        screen.workers.most = jobs
    else:
        workers = fresh = ForkedWorkers(jobs)
        if "pdf" in formats and not Store(settings.cache).leaves.exists():
            _prepare(fresh, jobs, settings)
    try:
        yield workers
    finally:
        workers.shutdown(cancel_futures=True)


def _elsewhere(arguments: list[str]) -> bool:
    """Whether there may be nothing for this machine to lay out."""
    options = {each.partition("=")[0] for each in arguments}
    return bool(options & {"--executor", "html"}) or "--format=html" in arguments


def _prepare(workers: ForkedWorkers, number: int, settings: Settings) -> None:
    from ..build.look import style_sheets
    from ..build.store import Store
    from ..build.worker import get_ready

    fonts, workspace = settings.asset("fonts"), Store(settings.cache).workspace
    workers.prepare(number, get_ready, fonts, workspace, style_sheets(settings))
