"""Run a command line inside the test, from a folder, and look at what it wrote."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Any

import pytest
from curriculum_cli.cli.main import run

from ..project import TODAY, Project


@dataclass(frozen=True, slots=True)
class Result:
    """The exit code and both streams."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


Command = Callable[..., Result]


@pytest.fixture
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the day nor a variable of the tester's own changes what is written."""
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "CURRICULUM_CACHE", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    noon = datetime.combine(TODAY, time(12), UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(noon.timestamp())))


@pytest.fixture
def command(plain: None, capsys: pytest.CaptureFixture[str]) -> Command:
    """`command("check", "--format", "json")`, in the current folder."""

    def call(*arguments: str) -> Result:
        capsys.readouterr()
        code = run(list(arguments))
        out, err = capsys.readouterr()
        return Result(code, out, err)

    return call


@pytest.fixture
def here(project: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    """The small project as the current folder."""
    monkeypatch.chdir(project.root)
    return project
