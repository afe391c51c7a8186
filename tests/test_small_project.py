"""The small project itself, and the means to break it."""

from __future__ import annotations

import pytest
from curriculum_cli.model.assessment import Question
from curriculum_cli.model.kinds import KINDS

from .marks import Place, marked
from .project import M01, PROGRAMME, Project, shown


def test_the_small_project_passes_every_check(project: Project) -> None:
    report = project.report()
    assert shown(report.diagnostics) == ""
    assert report.ignored == 0


def test_the_small_project_has_every_kind_of_file_and_question(project: Project) -> None:
    curriculum = project.curriculum()
    assert {getattr(part, "kind", "") for part in curriculum.files.values()} == set(KINDS)
    items = [item for module in curriculum.modules.values() for item in module.assessment]
    assert {type(item) for item in items} == set(Question.__subclasses__())


def test_breaking_it_where_the_text_is_not_unique_fails(project: Project) -> None:
    with pytest.raises(AssertionError, match="occurs"):
        project.replace(M01, "minutes:", "minuten:")
    with pytest.raises(AssertionError, match="occurs 0 times"):
        project.replace(PROGRAMME, "nowhere", "somewhere")


def test_a_mark_is_taken_out_and_tells_its_place(project: Project) -> None:
    assert marked("a: 1\nb: ▸2\n") == ("a: 1\nb: 2\n", Place(2, 4))
    assert project.replace(PROGRAMME, "id: small-town", "id: ▸big-town") == Place(2, 5)
    assert "▸" not in project.read(PROGRAMME)
    assert project.place(PROGRAMME, "title: ▸Policing") == Place(3, 8)
