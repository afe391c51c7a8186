"""Planned against actual: what the notes after delivery say about each step of a workshop."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import NamedTuple

from ..model.curriculum import Curriculum
from ..model.timetable import timetable
from ..model.workshop import Workshop


class StepHistory(NamedTuple):
    """A step: minutes as planned today, as planned then, and as it went (None: not noted).

    `planned` is None for a step that the workshop no longer has.
    """

    day: int
    module: str
    step: str
    title: str
    planned: int | None
    planned_then: tuple[int | None, ...]
    actual: tuple[int | None, ...]
    remarks: tuple[str, ...]

    @property
    def mean(self) -> Fraction | None:
        """The mean of what was noted, in minutes."""
        noted = [each for each in self.actual if each is not None]
        return Fraction(sum(noted), len(noted)) if noted else None


class TestHistory(NamedTuple):
    """One test: its average in per cent, each time it was counted."""

    test: str
    averages: tuple[int | None, ...]


class History(NamedTuple):
    """Everything noted about one workshop; tuples are in the order of `dates`."""

    workshop: str
    title: str
    dates: tuple[date, ...]
    steps: tuple[StepHistory, ...]
    tests: tuple[TestHistory, ...]


def history(curriculum: Curriculum, workshop: Workshop) -> History:
    """What was planned and what was noted, step by step, in the order of the workshop."""
    notes = curriculum.deliveries(workshop.id)
    planned: dict[tuple[int, str, str], int] = {}
    for day in timetable(workshop, curriculum.modules):
        for slot in day.slots:
            for each in slot.steps:
                assert slot.module is not None
                planned[day.number, slot.module.id, each.step.id] = each.step.minutes
    taken = [{(s.day, s.module, s.step): s for s in note.steps} for note in notes]
    keys = dict.fromkeys([*planned, *(key for each in taken for key in each)])
    rows = []
    for key in keys:
        found = [each.get(key) for each in taken]
        module = curriculum.modules.get(key[1])
        titles = {step.id: step.title for step in module.steps} if module else {}
        rows.append(
            StepHistory(
                *key,
                title=titles.get(key[2], ""),
                planned=planned.get(key),
                planned_then=tuple(each.planned if each else None for each in found),
                actual=tuple(each.actual if each else None for each in found),
                remarks=tuple(each.remark for each in found if each and each.remark),
            )
        )
    tests = []
    for name in ("pre-test", "post-test"):
        averages = [{each.test: each.average for each in note.tests}.get(name) for note in notes]
        if any(each is not None for each in averages):
            tests.append(TestHistory(name, tuple(averages)))
    return History(
        workshop=workshop.id,
        title=workshop.title,
        dates=tuple(note.date for note in notes),
        steps=tuple(sorted(rows, key=lambda row: row.day)),
        tests=tuple(tests),
    )
