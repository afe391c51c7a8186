"""A wish to end is not lost, whoever is at work when it comes."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator

import pytest
from curriculum_cli.cli import check_command, stopping
from curriculum_cli.cli.stopping import Stop

from ..project import Project
from .conftest import Command


@pytest.fixture(autouse=True)
def heard() -> Iterator[None]:
    """Ctrl-C as in a terminal, also where the tests themselves run in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def test_a_library_that_swallows_it_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stopping, "AGAIN", 0.05)
    swallowed = 0
    with pytest.raises(KeyboardInterrupt), Stop() as stop:  # noqa: PT012
        os.kill(os.getpid(), signal.SIGTERM)
        while True:
            try:
                time.sleep(10)
            except KeyboardInterrupt:
                swallowed += 1
                if swallowed == 3:
                    raise
    assert stop.asked


def test_what_a_library_makes_of_it_is_no_bug(
    here: Project, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def translate(*_: object) -> None:
        try:
            os.kill(os.getpid(), signal.SIGINT)
            time.sleep(10)
        except KeyboardInterrupt:
            raise ValueError("something else") from None

    monkeypatch.setattr(check_command, "judged_quickly", translate)
    result = command("check")
    assert (result.code, result.err) == (130, "\nStopped.\n")


def test_everything_is_as_before_afterwards() -> None:
    wishes = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGALRM)
    before = [signal.getsignal(each) for each in wishes]
    with Stop():
        assert signal.getsignal(signal.SIGTERM) != before[1]
    assert [signal.getsignal(each) for each in wishes] == before
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)
