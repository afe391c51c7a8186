"""The whole curriculum: files linked by id, and what a project must have once."""

from __future__ import annotations

import pytest
from curriculum_cli.model.curriculum import Curriculum, assemble
from curriculum_cli.model.kinds import SINGLE
from curriculum_cli.model.module import Module
from curriculum_cli.model.timing import item_minutes, minutes_for, steps_for
from curriculum_cli.model.workshop import Workshop

from ..project import GLOSSARY, M01, M02, PROGRAMME, WORKSHOP
from .breaking import edited, original, part_of
from .test_decoding import FILES


def curriculum(**changed: str) -> Curriculum:
    """The small project, some of its files with another text."""
    texts = {name: original(name) for name in FILES} | changed
    found, problems = assemble({name: part_of(name, text) for name, text in texts.items()})
    assert not problems
    return found


def test_modules_come_in_the_order_of_the_programme_and_unlisted_ones_last() -> None:
    assert list(curriculum().modules) == ["M01", "M02"]
    text, _ = edited(PROGRAMME, "modules: [M01, M02]", "modules: [M02]")
    assert list(curriculum(**{PROGRAMME: text}).modules) == ["M02", "M01"]


def test_a_module_that_only_the_programme_knows_is_left_out() -> None:
    text, _ = edited(PROGRAMME, "modules: [M01, M02]", "modules: [M09, M01, M02]")
    assert list(curriculum(**{PROGRAMME: text}).modules) == ["M01", "M02"]


def test_everything_is_found_by_its_id() -> None:
    found = curriculum()
    assert found.module_files == {"M01": M01, "M02": M02}
    assert list(found.workshops) == ["two-days"]
    assert list(found.recommendations) == [1, 2, 3]
    assert list(found.terms) == ["ground", "contact-point"]
    assert list(found.sources) == ["rpst", "town-law"]
    assert found.audiences == {"patrol": "Patrol officers", "senior": "Senior officers"}
    assert found.programme_file == PROGRAMME
    assert found.wording is not None
    assert found.handbook is not None


def test_a_programme_may_name_a_standard_that_is_missing() -> None:
    text, _ = edited(PROGRAMME, "standard: town-2020", "standard: other")
    found = curriculum(**{PROGRAMME: text})
    assert (found.standard, found.recommendations) == (None, {})


def test_a_file_is_in_its_own_language_or_the_programmes() -> None:
    found = curriculum()
    assert found.language_of(found.modules["M01"]) == "en"
    assert found.language_of(found.modules["M02"]) == "ru"


def test_a_project_without_programme_is_told_how_to_write_one() -> None:
    files = {name: part_of(name) for name in FILES if name != PROGRAMME}
    _, (problem,) = assemble(files)
    assert (problem.code, problem.where.file) == ("S110", PROGRAMME)
    assert "curriculum schema curriculum" in problem.help


@pytest.mark.parametrize("kind", SINGLE)
def test_a_second_file_of_a_shared_kind_is_named(kind: str) -> None:
    files = {name: part_of(name) for name in FILES}
    extra = f"modules/zz-{kind}.yaml"
    files[extra] = files[SINGLE[kind]]
    _, (problem,) = assemble(files)
    assert (problem.code, problem.where.file, problem.where.path) == ("S110", extra, ("kind",))
    assert SINGLE[kind] in problem.message


def test_two_more_glossaries_are_two_problems() -> None:
    files = {name: part_of(name) for name in FILES}
    files |= {"modules/x.yaml": files[GLOSSARY], "modules/y.yaml": files[GLOSSARY]}
    assert [each.where.file for each in assemble(files)[1]] == ["modules/x.yaml", "modules/y.yaml"]


def test_minutes_are_those_of_the_steps_an_audience_takes_part_in() -> None:
    module = part_of(M01)
    assert isinstance(module, Module)
    assert minutes_for(module, "patrol") == minutes_for(module, "senior") == 90
    assert [step.id for step in steps_for(module, "senior")] == ["S1", "S2", "S4", "S5", "S6"]
    assert len(steps_for(module, None)) == 6


def test_an_entry_of_a_day_takes_the_minutes_of_what_it_names() -> None:
    found = curriculum()
    workshop = part_of(WORKSHOP)
    assert isinstance(workshop, Workshop)
    minutes = [item_minutes(item, "senior", found.modules) for item in workshop.days[0].items]
    assert minutes == [15, 25, 15, 40, 60, 10]
    whole = workshop.days[1].items[3]
    assert item_minutes(whole, "senior", found.modules) == 60
    assert item_minutes(whole, "senior", {}) == 0


def test_the_newest_change_tells_when_a_module_was_revised() -> None:
    module = part_of(M01)
    assert isinstance(module, Module)
    assert module.revised.isoformat() == "2026-11-20"
