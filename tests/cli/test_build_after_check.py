"""A build takes the last report while all is the same, and judges anew when anything is not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from curriculum_cli.checks import engine
from curriculum_cli.checks.report import Report

from ..project import M01, M02, Project
from .conftest import Command

BUILD = ("build", "lesson-plan", "--module", "M01", "--language", "en", "--format", "html")
HANDOUT = ("handout", "--module", "M01", "--language", "en", "--format", "html")


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """One entry for each time that all rules run over all files."""
    seen: list[int] = []
    real = engine.run

    def run(*given: Any, **more: Any) -> Report:
        seen.append(1)
        return real(*given, **more)

    monkeypatch.setattr(engine, "run", run)
    return seen


@pytest.mark.parametrize("first", [("check",), BUILD, HANDOUT], ids=["check", "build", "handout"])
def test_what_was_judged_is_not_judged_again(
    here: Project, command: Command, judged: list[int], first: tuple[str, ...]
) -> None:
    assert command(*first).code == 0
    judged.clear()
    assert command(*HANDOUT).code == 0
    assert command(*BUILD, "--force").code == 0
    assert not judged


def test_findings_are_told_of_as_before(here: Project, command: Command, judged: list[int]) -> None:
    here.replace(M02, "minutes: 60", "minutes: 55")
    anew = command(*BUILD)
    assert anew.code == 1
    command("check")
    judged.clear()
    assert command(*BUILD) == anew
    assert not judged


CHANGES: dict[str, Callable[[Project], object]] = {
    "a module": lambda project: project.replace(M01, "Opening round", "Opening talk"),
    "a mistake": lambda project: project.replace(M01, "minutes: 90", "minutes: 85"),
    "a file more": lambda project: project.write("modules/x.yaml", "kind: module\n"),
    "a picture less": lambda project: (project.root / "modules/figures/path.svg").unlink(),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_judged(
    here: Project, command: Command, judged: list[int], change: str
) -> None:
    command("check")
    CHANGES[change](here)
    judged.clear()
    result = command(*BUILD)
    if change == "a module":
        assert result.code == 0
    else:
        assert result.code == 1
        assert "error" in result.err
    assert judged or change == "a file more"
