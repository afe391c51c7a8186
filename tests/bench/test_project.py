"""The curricula that the bench measures with are sound, of the right size, and always the same."""

from __future__ import annotations

import pytest
from bench.edit import _with
from bench.project import cut_project, from_yaml, full_project
from curriculum_cli.checks.project import check_project
from curriculum_cli.checks.report import Choice

from ..project import PRINTABLE, TODAY, shown

MODULES = 20
KIB = range(250, 330)
"""Of 20 cut modules; makes some 175 pages of handbook."""


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    folder = tmp_path_factory.mktemp("course")
    return folder, cut_project(folder, MODULES)


def test_the_cut_curriculum_is_clean(course):
    folder, files = course
    outcome = check_project(folder, Choice(), PRINTABLE | frozenset(range(0x2000, 0x2800)), TODAY)
    assert outcome.report.diagnostics == (), shown(outcome.report.diagnostics)
    assert outcome.checked is not None
    curriculum = outcome.checked.curriculum
    assert len(files) == len(curriculum.modules) == MODULES
    assert len(curriculum.workshops) == 6


def test_its_size_is_that_of_an_ordinary_course(course):
    _, files = course
    assert sum(path.stat().st_size for path in files) // 1024 in KIB


def test_the_same_modules_come_out_every_time(course, tmp_path):
    _, files = course
    again = cut_project(tmp_path, MODULES)
    assert [path.read_bytes() for path in again] == [path.read_bytes() for path in files]


def test_modules_of_one_origin_differ_in_their_text(course):
    _, files = course
    first, later = (from_yaml(files[number].read_bytes()) for number in (0, 14))
    assert first["title"] in later["title"]
    assert first["reading"] != later["reading"]


def test_more_than_a_thousand_modules_have_names_of_their_own(tmp_path):
    names = {path.stem for path in full_project(tmp_path, 1020)}
    assert len(names) == 1020


def test_an_edit_changes_one_step_only(course):
    _, files = course
    text = files[-1].read_text("utf-8")
    before, after = from_yaml(text), from_yaml(_with(text, "A new word."))
    assert after["steps"][0].pop("trainer").endswith("A new word.\n")
    before["steps"][0].pop("trainer")
    assert after == before
