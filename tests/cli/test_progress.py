"""What a long build says of itself: how far it is, what it is at, and how long it will take."""

from __future__ import annotations

import pytest
from curriculum_cli.cli import progress
from curriculum_cli.cli.console import Screen
from curriculum_cli.cli.progress import Progress


class Clock:
    """A clock that a test moves."""

    now = 0.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    found = Clock()
    monkeypatch.setattr(progress, "time", found)
    return found


def ten_leaves(shown: Progress, clock: Clock) -> None:
    with shown:
        shown.stage("laying out", 10)
        for number in range(10):
            shown.at_work([f"M0{number}", "M10-C1"], reused=7)
            clock.now += 2
            shown.step(f"M0{number}")


def test_plain_lines_say_how_far_and_how_long(
    clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    ten_leaves(Progress(Screen()), clock)
    assert capsys.readouterr().err.splitlines() == [
        "laying out: 10",
        "laying out: 3 of 10",
        "laying out: 6 of 10, about 8 s left",
        "laying out: 9 of 10, about 2 s left",
    ]


def test_quiet_says_nothing(clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    ten_leaves(Progress(Screen(quiet=True)), clock)
    assert capsys.readouterr().err == ""


def test_a_terminal_shows_what_is_laid_out_and_how_much_was_reused(
    clock: Clock, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {"FORCE_COLOR": "1", "COLUMNS": "150", "TERM": "xterm"}.items():
        monkeypatch.setenv(name, value)
    ten_leaves(Progress(Screen()), clock)
    told = capsys.readouterr().err
    for words in ("laying out", "5/10", "about 10 s left", "7 reused", "M06, M10-C1"):
        assert words in told
