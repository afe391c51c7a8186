"""The six workshops: real days for one audience, in an order that can be taught."""

from __future__ import annotations

import re

import pytest
from curriculum_cli.model.texts import texts
from curriculum_cli.model.timing import steps_for
from curriculum_cli.model.workshop import EventItem, LunchItem, ModuleItem, Workshop
from curriculum_cli.views.taught import taught
from curriculum_cli.views.workshop_people import training_minutes
from curriculum_cli.views.workshop_tests import drawn_for

from ..editions import ROOT, edition
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
    assert training_minutes(edition(ROOT), workshop) == 16 * hour
    assert len(set(workshop.dates)) == 5


_SHEET = re.compile(r"\b[HC]\d\b")
_PART = re.compile(r"\b[HCS]\d+\b")
_SEEN_IN_CLASS = re.compile(r"think back|in class|in the course|this module|at hand", re.IGNORECASE)


@pytest.mark.parametrize("name", WORKSHOPS)
def test_a_pack_names_no_sheet_that_only_others_have(name: str) -> None:
    for each in taught(curriculum().workshops[name], curriculum()):
        whole = curriculum().modules[each.module.id]
        sheets = {part.id for part in (*whole.handouts, *whole.scenarios)}
        there = {part.id for part in (*each.module.handouts, *each.module.scenarios)}
        for part in (*each.module.steps, *each.module.scenarios, *each.module.materials):
            named = {found for text in texts(part) for found in _SHEET.findall(text.text)}
            assert not named & (sheets - there), (each.module.id, part.id)


@pytest.mark.parametrize("name", WORKSHOPS)
def test_a_drawn_item_can_be_answered_before_the_course(name: str) -> None:
    workshop = curriculum().workshops[name]
    for row in drawn_for(workshop, taught(workshop, curriculum())):
        for item in (row.before, row.after):
            asked = f"{item.situation or ''} {item.stem}"
            assert not _PART.search(asked), (row.module.id, item.id)
            assert not _SEEN_IN_CLASS.search(asked), (row.module.id, item.id)
