"""W3: notes after delivery that fit the workshop they speak of."""

from __future__ import annotations

from collections.abc import Iterator

from ..diagnostics import ALWAYS_ERROR, ALWAYS_WARNING, Related, Where
from ..model.delivery import Delivery
from .rules import Finding, Reads, Subject, check


@check("W301", ALWAYS_ERROR, Reads.OUTLINES)
def delivered_days_exist(subject: Subject) -> Iterator[Finding]:
    """Notes after delivery speak of days that the workshop has.

    Why: Minutes noted for a fourth day of three are set against nothing, and are lost.
    Bad:
        steps: [{day: 4, module: M10, step: S1, …}]    # the workshop has three days
    Good:
        steps: [{day: 3, module: M10, step: S1, …}]
    """
    workshops = subject.curriculum.workshops
    for file, delivery in subject.curriculum.of(Delivery):
        workshop = workshops.get(delivery.workshop)
        if workshop is None:
            continue
        days = len(workshop.days)
        for index, taken in enumerate(delivery.steps):
            if taken.day > days:
                yield Finding(
                    Where(file, ("steps", index, "day")),
                    f"{workshop.id} has no day {taken.day}",
                    f"Write a day from 1 to {days}." if days > 1 else "Write `day: 1`.",
                )


@check("W302", ALWAYS_WARNING, Reads.OUTLINES)
def steps_are_noted_once(subject: Subject) -> Iterator[Finding]:
    """Notes after delivery name each step once a day.

    Why: Of two times for one step, nobody can tell later which was meant.
    Bad:
        steps: [{day: 1, module: M10, step: S1, actual: 15, …}, {day: 1, module: M10, step: S1, …}]
    Good:
        steps: [{day: 1, module: M10, step: S1, actual: 15, …}]
    """
    for file, delivery in subject.curriculum.of(Delivery):
        first: dict[tuple[int, str, str], Where] = {}
        for index, taken in enumerate(delivery.steps):
            where = Where(file, ("steps", index, "step"))
            key = (taken.day, taken.module, taken.step)
            if key in first:
                yield Finding(
                    where,
                    f"{taken.module} {taken.step} is noted twice for day {taken.day}",
                    "Keep one line; add the minutes up if the step was taught in two parts.",
                    (Related(first[key], "first noted here"),),
                )
            first.setdefault(key, where)
