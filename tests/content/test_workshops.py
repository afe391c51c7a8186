"""The six workshops: real days for one audience, in an order that can be taught."""

from __future__ import annotations

import pytest
from curriculum_cli.model.timing import steps_for
from curriculum_cli.model.workshop import EventItem, LunchItem, ModuleItem, Workshop

from .embedded import curriculum

WORKSHOPS = tuple(curriculum().workshops)


def _events(workshop: Workshop) -> list[str]:
    return [
        item.event for day in workshop.days for item in day.items if isinstance(item, EventItem)
    ]


def _taught(workshop: Workshop) -> dict[str, list[str]]:
    """The steps of each module that the days hold, in the order of the days."""
    found: dict[str, list[str]] = {}
    for day in workshop.days:
        for item in day.items:
            if isinstance(item, ModuleItem):
                module = curriculum().modules[item.module]
                steps = [step.id for step in steps_for(module, workshop.audience)]
                found.setdefault(item.module, []).extend(item.steps or steps)
    return found


def test_the_six_workshops_are_there() -> None:
    assert set(WORKSHOPS) == {
        *("almaty-senior", "almaty-mid-level", "south-kazakhstan-senior"),
        *("south-kazakhstan-mid-level", "trainers", "police-school"),
    }


@pytest.mark.parametrize("name", WORKSHOPS)
def test_a_workshop_has_all_that_belongs_to_it(name: str) -> None:
    workshop = curriculum().workshops[name]
    events = _events(workshop)
    for each in ("opening", "pre-test", "post-test", "evaluation", "wrap-up", "certificates"):
        assert each in events, each
    assert len(workshop.dates) == len(workshop.days)
    assert list(workshop.dates) == sorted(set(workshop.dates))
    if name != "police-school":
        assert len(workshop.days) == 3
        assert events[0] == "registration"
        assert sum(isinstance(item, LunchItem) for day in workshop.days for item in day.items) == 3
    for day, date in zip(workshop.days, workshop.dates, strict=True):
        friday = date.isoweekday() == 5
        held = [item.event for item in day.items if isinstance(item, EventItem)]
        assert friday == ("prayer-pause" in held), date


def test_trainers_teach_back_more_than_they_listen() -> None:
    assert _events(curriculum().workshops["trainers"]).count("teach-back") == 5


def test_the_police_school_has_sixteen_academic_hours_on_several_dates() -> None:
    workshop = curriculum().workshops["police-school"]
    hour = curriculum().programme.defaults.academic_hour
    lessons = sum(
        step.minutes
        for each, steps in _taught(workshop).items()
        for step in curriculum().modules[each].steps
        if step.id in steps and step.method != "break"
    )
    tests = sum(
        item.minutes
        for day in workshop.days
        for item in day.items
        if isinstance(item, EventItem) and item.event in ("pre-test", "post-test")
    )
    assert lessons + tests == 16 * hour
    assert len(set(workshop.dates)) == 5
