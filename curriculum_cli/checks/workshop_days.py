"""W: the dates of a workshop and the pauses of its days."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from ..diagnostics import ALWAYS_ERROR, ALWAYS_WARNING, Where
from ..model.timetable import Stretch, timetable
from ..model.timing import LONGEST_STRETCH, clock_time
from ..model.workshop import EventItem, Workshop
from .rules import Finding, Reads, Subject, check

FRIDAY = 5
NOON = (12 * 60 + 30, 14 * 60)
"""Within these minutes of the day the Friday prayer is held in all of Kazakhstan, all year."""


@check("W106", ALWAYS_ERROR, Reads.OUTLINES)
def each_day_has_its_date(subject: Subject) -> Iterator[Finding]:
    """A workshop has one date for each day, in order.

    Why: Invitations, rooms and the calendar file are made from these dates.
    Bad:
        dates: [2027-03-10, 2027-03-09]    # and three days below
    Good:
        dates: [2027-03-09, 2027-03-10, 2027-03-11]
    """
    for file, workshop in subject.curriculum.of(Workshop):
        days, dates = len(workshop.days), workshop.dates
        if len(dates) != days:
            few = "Add a date" if len(dates) < days else "Take a date out"
            yield Finding(
                Where(file, ("dates",)),
                f"the workshop has {_count(days, 'day')}, but {_count(len(dates), 'date')}",
                f"{few}, or change the days.",
            )
        for index, (before, after) in enumerate(pairwise(dates), 1):
            if after <= before:
                word = "is there twice" if after == before else f"comes after {before}"
                where = Where(file, ("dates", index))
                yield Finding(where, f"{after} {word}", "Write the dates in order, each once.")


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


@check("W107", ALWAYS_WARNING, Reads.OUTLINES)
def dates_are_no_days_off(subject: Subject) -> Iterator[Finding]:
    """A workshop is not held on the programme's days off.

    Why: On a feast people stay away, and those who come think of home.
    Bad:
        dates: [2027-03-22]    # Nauryz
    Good:
        dates: [2027-03-29]
    """
    for file, workshop in subject.curriculum.of(Workshop):
        for index, held in enumerate(workshop.dates):
            for off in subject.curriculum.programme.days_off:
                if off.start <= held <= (off.end or off.start):
                    where = Where(file, ("dates", index))
                    help = f"Choose another day; `days_off:` in {subject.curriculum.programme_file}"
                    yield Finding(where, f"{held} is a day off: {off.name}", f"{help} lists them.")


@check("W108", ALWAYS_WARNING, Reads.OUTLINES)
def fridays_have_their_pause(subject: Subject) -> Iterator[Finding]:
    """A Friday that runs over noon has a pause for prayer about noon, and no other day has one.

    Why: Who has to choose between the course and the prayer has been told whose course it is.
    Bad:
        dates: [2027-06-04]    # a Friday
        days: [{start: "09:00", end: "17:00", items: [{module: M11}, {lunch: 60}, …]}]
    Good:
        days:
          - start: "09:00"
            end: "17:00"
            items: [{module: M11}, {lunch: 60}, {event: prayer-pause, minutes: 60}, …]
    """
    for file, workshop in subject.curriculum.of(Workshop):
        for index, day in enumerate(timetable(workshop, subject.curriculum.modules)):
            held = day.date
            if held is None:
                continue
            pauses = [
                slot.index
                for slot in day.slots
                if isinstance(slot.item, EventItem) and slot.item.event == "prayer-pause"
            ]
            if held.isoweekday() != FRIDAY:
                for row in pauses:
                    where = Where(file, ("days", index, "items", row, "event"))
                    message = f"a Friday pause on a {held:%A}: {held}"
                    yield Finding(where, message, "Move it to the Friday, or write `break:`.")
                continue
            pieces = [*day.stretches()]
            if not any(_meets_noon(each) for each in pieces):
                continue
            if not pauses:
                yield Finding(
                    Where(file, ("dates", index)),
                    f"{held} is a Friday, and day {index + 1} has no pause for prayer",
                    "Add `{event: prayer-pause, minutes: 60}` beside the lunch.",
                )
                continue
            for row in pauses:
                if not _at_noon(pieces, row):
                    where = Where(file, ("days", index, "items", row, "event"))
                    message = f"the Friday pause lies outside {_noon()}"
                    yield Finding(where, message, "Move it to noon; ask the nearest mosque.")


def _noon() -> str:
    return " to ".join(clock_time(each) for each in NOON)


def _meets_noon(piece: Stretch) -> bool:
    return piece.start < NOON[1] and piece.start + piece.minutes > NOON[0]


def _at_noon(pieces: list[Stretch], row: int) -> bool:
    """Whether a pause, with the pauses before and after it, meets noon."""
    for pause, group in groupby(pieces, lambda each: each.pause):
        together = list(group)
        if pause and any(each.index == row for each in together):
            return any(_meets_noon(each) for each in together)
    return False


@check("W109", ALWAYS_WARNING, Reads.OUTLINES)
def nobody_sits_too_long(subject: Subject) -> Iterator[Finding]:
    """A workshop day has a pause after at most 100 minutes; breaks inside modules count.

    Why: After an hour and a half people hear the voice and no longer the words.
    Bad:
        items: [{event: review, minutes: 30}, {module: M08, steps: [S1, S2]}]    # 120 minutes
    Good:
        items: [{event: review, minutes: 30}, {break: 15}, {module: M08, steps: [S1, S2]}]
    """
    for file, workshop in subject.curriculum.of(Workshop):
        for index, day in enumerate(timetable(workshop, subject.curriculum.modules)):
            for sat in _sittings(day.stretches()):
                total = sum(each.minutes for each in sat)
                if total <= LONGEST_STRETCH:
                    continue
                past = next(
                    each
                    for each in sat
                    if each.start + each.minutes > sat[0].start + LONGEST_STRETCH
                )
                times = f"{clock_time(sat[0].start)} to {clock_time(sat[0].start + total)}"
                yield Finding(
                    Where(file, ("days", index, "items", past.index)),
                    f"day {index + 1} has no pause from {times}: {total} minutes",
                    f"Put `{{break: 15}}` where {LONGEST_STRETCH} minutes are not yet over.",
                )


def _sittings(pieces: Iterator[Stretch]) -> Iterator[list[Stretch]]:
    """What lies between two pauses."""
    sat: list[Stretch] = []
    for piece in pieces:
        if not piece.pause:
            sat.append(piece)
        elif sat:
            yield sat
            sat = []
    if sat:
        yield sat
