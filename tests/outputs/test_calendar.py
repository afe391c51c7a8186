"""Calendars: other libraries read them, and the same content gives the same bytes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import vobject
from curriculum_cli.outputs.calendar import Appointment, calendar

LESSON = Appointment(
    uid="w-1-m01-1@p.curriculum",
    summary="M01 Сөйлесу, тыңдау; \\ түсіну",
    day=date(2027, 3, 9),
    clock="23:30",
    minutes=90,
    time_zone="Asia/Almaty",
    place="Қонаев",
    text="Зал\n23:30 S1 Ашылуы",
)
BREAK = replace(LESSON, uid="w-1-break-1@p.curriculum", summary="Үзіліс", pause=True, text="")
TEXT = calendar("Семинар", [LESSON, BREAK], date(2026, 11, 22)).decode()


def test_another_library_reads_the_same_times_and_texts() -> None:
    lesson, pause = vobject.readOne(TEXT).vevent_list
    assert lesson.uid.value == LESSON.uid
    assert lesson.summary.value == LESSON.summary
    assert lesson.location.value == LESSON.place
    assert lesson.description.value == LESSON.text
    start, end = lesson.dtstart.value, lesson.dtend.value
    assert start.isoformat() == "2027-03-09T23:30:00+05:00"
    assert end - start == timedelta(minutes=90)
    assert (lesson.transp.value, pause.transp.value) == ("OPAQUE", "TRANSPARENT")
    assert not hasattr(pause, "description")


def test_the_time_zone_stands_in_the_file_and_lines_are_as_the_format_wants() -> None:
    assert TEXT.count("BEGIN:VTIMEZONE") == 1
    lines = TEXT.split("\r\n")
    assert lines[-1] == ""
    assert all("\n" not in line and len(line.encode()) <= 75 for line in lines)


def test_the_same_content_gives_the_same_bytes() -> None:
    assert calendar("Семинар", [LESSON, BREAK], date(2026, 11, 22)).decode() == TEXT


def test_a_zone_with_summer_time_is_written_with_both_offsets() -> None:
    text = calendar("x", [replace(LESSON, time_zone="Europe/Vienna")], date(2026, 1, 1)).decode()
    assert "BEGIN:DAYLIGHT" in text
    assert vobject.readOne(text).vevent.dtstart.value.utcoffset() == timedelta(hours=1)


def test_a_calendar_may_be_empty() -> None:
    assert "BEGIN:VCALENDAR" in calendar("x", [], date(2026, 1, 1)).decode()
