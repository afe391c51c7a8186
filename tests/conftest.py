"""What all tests share: the small project, and how hypothesis searches."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from .project import Project

settings.register_profile("tests", deadline=None, database=None, max_examples=60)
settings.register_profile("many", deadline=None, database=None, max_examples=1_500)
settings.load_profile("tests")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A copy of the small project in `tests/cases/project`, to be broken in one place."""
    return Project.copy(tmp_path / "town")


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is remembered between tests, nor in the tester's own folders."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
