"""Where a run finds its project, its look, its output and its cache."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from curriculum_cli.diagnostics import UsageError
from curriculum_cli.settings import embedded_root, find_project, load_settings, today

from .project import PROGRAMME, Project


@pytest.fixture(autouse=True)
def _no_cache_of_the_testers_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CURRICULUM_CACHE", raising=False)


def test_the_nearest_project_upward_is_found(project: Project) -> None:
    assert find_project(project.root) == project.root
    assert find_project(project.root / "modules" / "figures" / "m01") == project.root
    inner = Project.copy(project.root / "modules" / "inner")
    assert find_project(inner.root / "modules") == inner.root
    assert find_project(project.root.parent) is None


def test_output_and_cache_lie_in_the_project(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project.root / "modules")
    settings = load_settings()
    assert (settings.project, settings.embedded) == (project.root, False)
    assert settings.output == project.root / "build"
    assert settings.cache == project.root / ".curriculum"


def test_output_and_cache_can_be_put_elsewhere(
    project: Project, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CURRICULUM_CACHE", "kept")
    settings = load_settings(Path("town"), Path("out"))
    assert settings.project == project.root
    assert settings.output == tmp_path / "out"
    assert settings.cache == tmp_path / "kept"


def test_the_embedded_curriculum_is_written_out_where_the_user_stands(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    settings = load_settings()
    assert settings.embedded
    assert settings.project == embedded_root()
    assert settings.output == tmp_path / "build"
    assert settings.cache == tmp_path / ".curriculum"


def test_a_projects_own_look_wins_file_by_file(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project.root)
    look = embedded_root() / "templates"
    assert load_settings().templates == (look,)
    project.write("templates/fonts/characters.txt", "0020-007E\n")
    settings = load_settings()
    assert settings.templates == (project.root / "templates", look)
    own = project.root / "templates" / "fonts" / "characters.txt"
    assert settings.asset("fonts", "characters.txt") == own
    assert settings.asset("fonts", "OFL.txt") == look / "fonts" / "OFL.txt"
    assert settings.asset("nowhere", "none.css") == look / "nowhere" / "none.css"


def test_a_folder_that_is_no_project_is_wrong_use(project: Project) -> None:
    with pytest.raises(UsageError, match="there is no folder"):
        load_settings(project.root / "none")
    with pytest.raises(UsageError, match="holds no curriculum"):
        load_settings(project.root.parent)


def test_a_programme_that_cannot_be_read_still_marks_its_project(project: Project) -> None:
    project.path(PROGRAMME).unlink()
    project.path(PROGRAMME).symlink_to("nowhere.yaml")
    assert find_project(project.root) == project.root
    assert load_settings(project.root).project == project.root


def test_today_can_be_set_for_reproducible_checks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795348800")
    assert today() == date(2026, 11, 22)
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert today() >= date(2026, 11, 22)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH is “soon”"):
        today()
