"""A workshop's modules hold what its audience does in the steps it has chosen, and no more."""

from __future__ import annotations

import pytest
from curriculum_cli.model.module import Module
from curriculum_cli.model.workshop import Workshop
from curriculum_cli.views.taught import Taught, taught

from tests.editions import ROOT, edition
from tests.project import CASES


def small(**changes: object) -> tuple[Taught, ...]:
    curriculum = edition(CASES / "project").curriculum
    workshop = curriculum.workshops["two-days"].model_copy(update=changes)
    return taught(workshop, curriculum)


def test_modules_come_in_the_order_they_are_taught_each_once() -> None:
    assert [each.module.id for each in small()] == ["M01", "M02"]


def test_steps_of_several_days_are_one_plan_with_their_clock_times() -> None:
    times = [(s.step.id, s.day, f"{s.start // 60}:{s.start % 60:02d}") for s in small()[0].steps]
    assert times == [("S1", 1, "9:15"), ("S2", 1, "9:30"), ("S4", 1, "9:55"), ("S6", 2, "10:05")]


def test_minutes_are_those_of_the_chosen_steps() -> None:
    assert [each.module.minutes for each in small()] == [80, 60]


def test_nothing_of_another_audience_is_left_not_even_a_reference() -> None:
    module = small()[0].module
    assert [each.id for each in module.objectives] == ["O6", "O1", "O3"]
    assert [each.id for each in module.scenarios] == ["C2"]
    assert [each.id for each in module.assessment] == ["Q2", "Q3", "Q4", "Q5"]
    assert all("O2" not in step.objectives for step in module.steps)


def test_what_only_unchosen_steps_need_is_left_out() -> None:
    curriculum = edition(CASES / "project").curriculum
    workshop = curriculum.workshops["two-days"]
    day = workshop.days[0].model_copy(update={"items": workshop.days[0].items[:2]})
    module = small(days=(day,))[0].module
    assert [step.id for step in module.steps] == ["S1", "S2"]
    assert [each.id for each in module.handouts] == ["H1"]
    assert module.scenarios == ()
    assert [each.id for each in module.materials] == ["flipchart"]


def dangling(module: Module) -> list[str]:
    """References of a module to parts that it does not have."""
    known = {
        each.id
        for part in (module.objectives, module.handouts, module.scenarios, module.materials)
        for each in part
    }
    named = [name for s in module.steps for name in (*s.objectives, *s.handouts, *s.materials)]
    named += [step.scenario for step in module.steps if step.scenario]
    named += [name for each in module.scenarios for name in each.objectives]
    named += [item.objective for item in module.assessment]
    return sorted(set(named) - known)


EMBEDDED = edition(ROOT).curriculum


@pytest.mark.parametrize("workshop", EMBEDDED.workshops.values(), ids=lambda each: each.id)
def test_the_parts_of_every_workshop_name_only_parts_that_are_there(workshop: Workshop) -> None:
    for each in taught(workshop, EMBEDDED):
        assert dangling(each.module) == [], each.module.id
        for part in (each.module.steps, each.module.objectives, each.module.scenarios):
            assert all(not p.audiences for p in part)
