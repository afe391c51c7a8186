"""The six workshops: real days for one audience, in an order that can be taught."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from curriculum_cli.model.timing import steps_for
from curriculum_cli.model.workshop import EventItem, LunchItem, ModuleItem, Workshop, WorkshopDay

from .embedded import curriculum

WORKSHOPS = tuple(curriculum().workshops)


def _parts(workshop: Workshop, day: WorkshopDay) -> Iterator[tuple[int, bool]]:
    """Minutes of everything in a day, in order, and whether it is a pause."""
    for item in day.items:
        if isinstance(item, ModuleItem):
            module = curriculum().modules[item.module]
            for step in steps_for(module, workshop.audience):
                if not item.steps or step.id in item.steps:
                    yield step.minutes, step.method == "break"
        elif isinstance(item, EventItem):
            yield item.minutes, item.event == "prayer-pause"
        else:
            yield (item.lunch if isinstance(item, LunchItem) else item.break_), True


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
def test_nobody_sits_for_more_than_a_hundred_minutes(name: str) -> None:
    workshop = curriculum().workshops[name]
    for number, day in enumerate(workshop.days, 1):
        stretch = 0
        for minutes, pause in _parts(workshop, day):
            stretch = 0 if pause else stretch + minutes
            assert stretch <= 100, number


@pytest.mark.parametrize("name", WORKSHOPS)
def test_modules_are_open_to_the_audience_and_come_after_what_they_need(name: str) -> None:
    workshop = curriculum().workshops[name]
    taught: list[str] = []
    for each in _taught(workshop):
        module = curriculum().modules[each]
        assert workshop.audience in module.audiences, each
        assert set(module.prerequisites) <= set(taught), each
        taught.append(each)
        assert workshop.participants <= module.group.max, each


@pytest.mark.parametrize("name", WORKSHOPS)
def test_steps_are_taught_once_and_in_order_and_a_gap_is_explained(name: str) -> None:
    workshop = curriculum().workshops[name]
    notes = " ".join(
        [workshop.note or ""]
        + [item.note or "" for day in workshop.days for item in day.items if hasattr(item, "note")]
    )
    for each, steps in _taught(workshop).items():
        own = [step.id for step in steps_for(curriculum().modules[each], workshop.audience)]
        assert steps == [step for step in own if step in steps], each
        for missing in set(own) - set(steps):
            assert missing in notes, (each, missing)


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
