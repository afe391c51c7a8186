"""Clock times of a workshop."""

from __future__ import annotations

from datetime import date

from curriculum_cli.model.timetable import DayTimes, timetable
from curriculum_cli.model.workshop import ModuleItem

from ..project import M01, WORKSHOP
from .breaking import edited
from .test_curriculum import curriculum


def days(**changed: str) -> tuple[DayTimes, ...]:
    found = curriculum(**changed)
    return timetable(found.workshops["two-days"], found.modules)


def clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def test_entries_follow_one_another_from_the_start_of_the_day() -> None:
    first, second = days()
    assert [clock(slot.start) for slot in first.slots] == [
        "09:00", "09:15", "09:40", "09:55", "10:35", "11:35",
    ]  # fmt: skip
    assert clock(first.slots[-1].end) == "11:45"
    assert (first.number, first.date) == (1, date(2027, 3, 9))
    assert (second.number, second.date) == (2, date(2027, 3, 10))
    assert [slot.index for slot in second.slots] == [0, 1, 2, 3, 4]


def test_a_module_brings_the_steps_it_names_with_their_times() -> None:
    module = days()[0].slots[1]
    assert module.module is not None
    assert module.module.id == "M01"
    times = [(each.step.id, clock(each.start), clock(each.end)) for each in module.steps]
    assert times == [("S1", "09:15", "09:30"), ("S2", "09:30", "09:40")]


def test_steps_of_other_audiences_take_no_time() -> None:
    text, _ = edited(WORKSHOP, "{module: M01, steps: [S1, S2]}", "{module: M01}")
    module = days(**{WORKSHOP: text})[0].slots[1]
    assert [each.step.id for each in module.steps] == ["S1", "S2", "S4", "S5", "S6"]
    assert module.minutes == 90


def test_a_day_tells_how_far_it_runs_over_or_under() -> None:
    assert [day.over for day in days()] == [0, 0]
    text, _ = edited(M01, "minutes: 10\n    method: lecture", "minutes: 25\n    method: lecture")
    assert [day.over for day in days(**{M01: text})] == [15, 0]
    text, _ = edited(WORKSHOP, "{lunch: 60}", "{lunch: 40}")
    assert [day.over for day in days(**{WORKSHOP: text})] == [-20, 0]


def test_an_unknown_module_and_a_missing_date_leave_holes_not_errors() -> None:
    text, _ = edited(WORKSHOP, "{module: M02}", "{module: M77}")
    slot = days(**{WORKSHOP: text})[1].slots[3]
    assert isinstance(slot.item, ModuleItem)
    assert (slot.module, slot.steps, slot.minutes) == (None, (), 0)
    text, _ = edited(WORKSHOP, "dates: [2027-03-09, 2027-03-10]", "dates: [2027-03-09]")
    assert [day.date for day in days(**{WORKSHOP: text})] == [date(2027, 3, 9), None]
