"""`schedule` and `new`: clock times, over and under, calendars, and notes after delivery."""

from __future__ import annotations

import pytest
import vobject

from ..project import DELIVERY, WORKSHOP, Project
from .conftest import Command


def test_clock_times_follow_from_the_start(here: Project, command: Command) -> None:
    result = command("schedule", "two-days")
    assert (result.code, result.err) == (0, "")
    assert "09:15-09:40  25 min  M01 The first minute of a contact" in result.out
    assert "Ends at 11:45, as planned." in result.out
    assert "S1 Opening round" not in result.out


def test_steps_are_shown_on_request(here: Project, command: Command) -> None:
    assert "09:30-09:40  10 min    S2 Two rules" in command("schedule", "--steps").out


@pytest.mark.parametrize(
    ("end", "verdict"),
    [
        ("11:30", "Ends at 11:45, planned 11:30: 15 min over."),
        ("12:00", "Ends at 11:45, planned 12:00: 15 min left."),
    ],
)
def test_over_and_under_are_told(here: Project, command: Command, end: str, verdict: str) -> None:
    here.replace(WORKSHOP, 'end: "11:45"', f'end: "{end}"')
    result = command("schedule")
    assert result.code == 0
    assert verdict in result.out


def test_json_holds_days_entries_and_steps(here: Project, command: Command) -> None:
    (found,) = command("schedule", "--format", "json").json["workshops"]
    first = found["days"][0]
    assert (first["date"], first["over"], found["time_zone"]) == ("2027-03-09", 0, "Asia/Almaty")
    assert [entry["kind"] for entry in first["entries"]][:3] == ["event", "module", "break"]
    assert first["entries"][1]["steps"][1]["start"] == "09:30"


def test_the_calendar_is_read_by_another_library(here: Project, command: Command) -> None:
    here.replace(WORKSHOP, "place: Town hall", "place: Town hall\ntime_zone: Europe/Vienna")
    result = command("schedule", "--format", "ics", "--language", "kk")
    events = vobject.readOne(result.out).vevent_list
    assert [str(event.dtstart.value) for event in events[:2]] == [
        "2027-03-09 09:00:00+01:00",
        "2027-03-09 09:15:00+01:00",
    ]
    assert events[2].summary.value == "Үзіліс"
    assert len({event.uid.value for event in events}) == len(events)


def test_uids_stay_when_clock_times_move(here: Project, command: Command) -> None:
    def uids() -> dict[str, str]:
        events = vobject.readOne(command("schedule", "--format", "ics").out).vevent_list
        return {event.uid.value: str(event.dtstart.value) for event in events}

    before = uids()
    here.replace(WORKSHOP, 'start: "09:00"', 'start: "08:30"')
    after = uids()
    assert before.keys() == after.keys()
    assert before != after


def test_a_day_without_date_is_left_out_of_the_calendar_with_a_word(
    here: Project, command: Command
) -> None:
    here.replace(WORKSHOP, "[2027-03-09, 2027-03-10]", "[2027-03-09]")
    result = command("schedule", "--format", "ics")
    assert "day 2 has no date" in result.err
    assert "two-days-2-" not in result.out


def test_a_file_is_written_byte_for_byte(here: Project, command: Command) -> None:
    here_file = here.path("plan.ics")
    result = command("schedule", "--format", "ics", "--output-file", str(here_file))
    assert (result.code, result.out) == (0, "")
    assert here_file.read_bytes().decode() == command("schedule", "--format", "ics").out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("schedule", "two-day"), "Did you mean “two-days”?"),
        (("schedule", "--actual", "--format", "ics"), "a calendar holds what is planned"),
        (("schedule", "--output-file", "x.txt"), "text is for the screen"),
        (("schedule", "--format", "ics", "--output-file", "no/x.ics"), "cannot be written"),
        (("schedule", "--language", "de"), "there is no language “de”"),
        (("new", "delivery", "two-day"), "Did you mean “two-days”?"),
        (("new", "delivry", "two-days"), "Did you mean “delivery”?"),
        (("new", "delivery", "two-days", "--date", "9.3.2027"), "not a day of the calendar"),
        (("new", "delivery", "two-days", "--date", "2027-02-30"), "not a day of the calendar"),
    ],
)
def test_wrong_use_is_told_in_one_line(
    here: Project, command: Command, arguments: tuple[str, ...], message: str
) -> None:
    result = command(*arguments)
    assert (result.code, result.out) == (2, "")
    assert message in result.err


def test_planned_is_set_against_actual(here: Project, command: Command) -> None:
    result = command("schedule", "two-days", "--actual")
    rows = [line.split() for line in result.lines]
    assert ["1", "M01", "S1", "Opening", "round", "15", "20", "+5"] in rows
    assert ["1", "M01", "S2", "Two", "rules", "10", "–", "–"] in rows
    assert "planned 70 min, actual 30 min" in result.out
    assert "Pre-test: 52 %" in result.out
    assert "Late buses" in result.out


def test_the_mean_of_two_deliveries_is_taken(here: Project, command: Command) -> None:
    second = (
        here.read(DELIVERY).replace("2027-03-09", "2027-09-01").replace("actual: 20", "actual: 15")
    )
    here.write("modules/deliveries/second.yaml", second)
    (found,) = command("schedule", "--actual", "--format", "json").json["workshops"]
    row = next(row for row in found["steps"] if row["step"] == "S1" and row["module"] == "M01")
    assert (row["planned"], row["actual"], row["mean"]) == (15, [20, 15], 17.5)
    assert found["dates"] == ["2027-03-09", "2027-09-01"]


def test_a_step_that_the_workshop_no_longer_has_is_kept(here: Project, command: Command) -> None:
    here.replace(WORKSHOP, "steps: [S1, S2]", "steps: [S2]")
    (found,) = command("schedule", "--actual", "--format", "json").json["workshops"]
    row = next(row for row in found["steps"] if row["step"] == "S1" and row["module"] == "M01")
    assert (row["planned"], row["planned_then"], row["actual"]) == (None, [15], [20])


def test_without_notes_it_says_how_to_begin(here: Project, command: Command) -> None:
    here.path(DELIVERY).unlink()
    result = command("schedule", "two-days", "--actual")
    assert result.code == 2
    assert "curriculum new delivery two-days" in result.err


def test_a_new_delivery_is_valid_as_it_stands(here: Project, command: Command) -> None:
    assert command("new", "delivery", "two-days", "--date", "2027-09-01").code == 0
    text = here.read("modules/deliveries/two-days-2027-09-01.yaml")
    assert "{day: 1, module: M01, step: S1, planned: 15}" in text
    assert (
        command("check", "--profile", "draft").out
        == command("check", "--profile", "publish", "--ignore", "V107,L102").out
    )
    assert command("check").code == 0
    assert len(here.curriculum().deliveries("two-days")) == 2


def test_a_file_that_is_there_is_never_overwritten(here: Project, command: Command) -> None:
    before = here.read(DELIVERY)
    result = command("new", "delivery", "two-days")
    assert result.code == 2
    assert "is there already" in result.err
    assert here.read(DELIVERY) == before


def test_the_embedded_curriculum_gets_no_new_files(
    command: Command, tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(str(tmp_path))
    result = command("new", "delivery", "almaty-mid-level")
    assert result.code == 2
    assert "embedded curriculum is not changed" in result.err
