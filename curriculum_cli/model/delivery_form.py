"""The form to fill in after a workshop: valid as it stands, with everything that is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from .module import Module
from .timetable import timetable
from .workshop import EventItem, Workshop

_HEAD = """\
# Notes after delivery of {workshop}. Fill in what you know; the file is valid as it stands.
kind: delivery
workshop: {workshop}
date: {date}    # the first day
# participants: {participants}    # how many came

# Names are optional; a role is enough.
trainers:
  - {{role: Lead trainer}}
  - {{role: Second trainer}}

# Write the minutes that each step took, as `actual: 25`, before the brace; 0 when it was left out.
# A reason helps: `actual: 25, remark: Many questions`.
steps:
"""


def delivery_form(workshop: Workshop, modules: Mapping[str, Module], on: date) -> str:
    """The text of a new file; steps with the minutes that are planned today."""
    head = _HEAD.format(workshop=workshop.id, date=on, participants=workshop.participants)
    return head + "\n".join([*_steps(workshop, modules), *_tests(workshop), ""])


def _steps(workshop: Workshop, modules: Mapping[str, Module]) -> Iterator[str]:
    for day in timetable(workshop, modules):
        for slot in day.slots:
            for each in slot.steps:
                step = each.step
                assert slot.module is not None
                if step.method != "break":
                    yield (
                        f"  - {{day: {day.number}, module: {slot.module.id}, step: {step.id}, "
                        f"planned: {step.minutes}}}  # {step.title}"
                    )


def _tests(workshop: Workshop) -> Iterator[str]:
    events = [i.event for d in workshop.days for i in d.items if isinstance(i, EventItem)]
    found = [name for name in ("pre-test", "post-test") if name in events]
    if found:
        yield ""
        yield "# Averages of all papers in per cent: `average: 58, papers: 18` before the brace."
        yield "tests:"
        yield from (f"  - {{test: {name}}}" for name in found)
    yield ""
    yield "# What the next edition should know:"
    yield "# note: |"
    yield "#   …"
