"""A small project that has been built once, copied for each test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ..project import Project
from .town import Town


@pytest.fixture(autouse=True)
def plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """No cache and no day from the outside."""
    for name in ("CURRICULUM_CACHE", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project, built with an empty cache."""
    town = Town(Project.copy(tmp_path_factory.mktemp("once") / "town"))
    town.build()
    return town.root


@pytest.fixture
def town(built_once: Path, tmp_path: Path) -> Town:
    """A copy of the built project: its cache and its documents are there."""
    shutil.copytree(built_once, tmp_path / "town")
    return Town(Project(tmp_path / "town"))


@pytest.fixture
def fresh(tmp_path: Path) -> Town:
    """A copy of the project that has never been built."""
    return Town(Project.copy(tmp_path / "fresh"))
