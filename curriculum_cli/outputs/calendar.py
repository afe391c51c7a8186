"""The one door to iCalendar (RFC 5545): appointments as a file that calendars read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

PRODUCT = "-//curriculum//schedule//EN"


@dataclass(frozen=True)
class Appointment:
    """One entry: `clock` is hours:minutes on the wall of its time zone; a pause blocks nobody."""

    uid: str
    summary: str
    day: date
    clock: str
    minutes: int
    time_zone: str
    place: str
    text: str = ""
    pause: bool = False


def calendar(name: str, appointments: Sequence[Appointment], revised: date) -> bytes:
    """A calendar with its time zones in it.

    *Why* `revised` as the stamp of every entry: the same content gives the same bytes.
    """
    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.calendar_name = name
    stamp = datetime.combine(revised, time(), UTC)
    for each in appointments:
        made.add_component(_event(each, stamp))
    years = [each.day.year for each in appointments] or [revised.year]
    made.add_missing_timezones(date(min(years), 1, 1), date(max(years) + 1, 1, 1))
    data: bytes = made.to_ical()
    return data


def _event(appointment: Appointment, stamp: datetime) -> Event:
    zone = ZoneInfo(appointment.time_zone)
    start = datetime.combine(appointment.day, time.fromisoformat(appointment.clock), zone)
    event = Event()
    event.add("uid", appointment.uid)
    event.add("dtstamp", stamp)
    event.add("dtstart", start)
    event.add("dtend", start + timedelta(minutes=appointment.minutes))
    event.add("summary", appointment.summary)
    event.add("location", appointment.place)
    if appointment.text:
        event.add("description", appointment.text)
    event.add("transp", "TRANSPARENT" if appointment.pause else "OPAQUE")
    return event
