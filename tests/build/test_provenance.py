"""Where an edition says it comes from."""

from __future__ import annotations

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest
from curriculum_cli.build.provenance import provenance
from curriculum_cli.diagnostics import UsageError
from curriculum_cli.views.edition import Provenance

from ..project import M01, Project

NAMES = {
    "GIT_AUTHOR_NAME": "Tester",
    "GIT_AUTHOR_EMAIL": "tester@example.org",
    "GIT_COMMITTER_NAME": "Tester",
    "GIT_COMMITTER_EMAIL": "tester@example.org",
    "GIT_COMMITTER_DATE": "2026-10-09T08:07:06+05:00",
    "GIT_AUTHOR_DATE": "2026-01-01T00:00:00+05:00",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}


def git(folder: Path, *arguments: str) -> str:
    run = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env={**os.environ, **NAMES},
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout.strip()


def commit(folder: Path) -> str:
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "First")
    return git(folder, "rev-parse", "HEAD")


def of(project: Project) -> Provenance:
    return provenance(project.root, project.outcome())


def test_without_git_the_newest_change_record_gives_the_day(project: Project) -> None:
    found = of(project)
    newest = max(m.revised for m in project.curriculum().modules.values())
    assert (found.commit, found.built_on) == ("–", newest)


def test_a_commit_gives_its_name_and_day(project: Project) -> None:
    name = commit(project.root)
    found = of(project)
    assert found.commit == name[:10]
    assert found.built_on == date(2026, 10, 9)


@pytest.mark.parametrize(
    "change",
    [
        lambda project: project.replace(M01, "Opening round", "Opening talk"),
        lambda project: project.write("modules/figures/new.svg", "<svg/>"),
        lambda project: project.write("templates/styles/own.css", "p {}"),
        lambda project: (project.root / M01).unlink(),
    ],
    ids=["a change", "a new figure", "a new template", "a file less"],
)
def test_what_is_not_committed_is_marked(project: Project, change: object) -> None:
    outcome = project.outcome()
    name = commit(project.root)
    change(project)  # type: ignore[operator]
    assert provenance(project.root, outcome).commit == name[:10] + "+"


def test_what_lies_beside_the_content_is_not_marked(project: Project) -> None:
    name = commit(project.root)
    project.write("notes.txt", "mine")
    assert of(project).commit == name[:10]


def test_a_project_inside_somebody_elses_repository_has_no_commit(tmp_path: Path) -> None:
    (tmp_path / "readme").write_text("theirs")
    commit(tmp_path)
    assert of(Project.copy(tmp_path / "town")).commit == "–"


def test_a_repository_without_a_commit_has_none(project: Project) -> None:
    git(project.root, "init", "-q")
    assert of(project).commit == "–"


def test_the_day_may_be_set_from_outside(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert of(project).built_on == date(1970, 1, 2)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "tomorrow")
    with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH"):
        of(project)
