"""T and W: minutes that add up."""

from __future__ import annotations

from collections.abc import Iterator

from ..diagnostics import ALWAYS_ERROR, Where
from ..model.integration import Integration
from ..model.module import Module
from ..model.timetable import timetable
from ..model.timing import clock_time, minutes_for
from ..model.workshop import Workshop
from .rules import Finding, Reads, Subject, check


@check("T101", ALWAYS_ERROR, Reads.FILE)
def steps_add_up(subject: Subject) -> Iterator[Finding]:
    """The minutes of the steps add up to the module's, for every audience.

    Why: The trainer reads clock times off the plan; a wrong sum makes every one of them wrong.
    Bad:
        minutes: 90
        steps: [{id: S1, minutes: 40, …}, {id: S2, minutes: 40, …}]
    Good:
        minutes: 90
        steps: [{id: S1, minutes: 40, …}, {id: S2, minutes: 50, …}]
    Source: training-document conventions: minutes must add up to the declared duration.
    """
    for file, module in subject.curriculum.of(Module):
        wrong: dict[int, list[str]] = {}
        for audience in module.audiences:
            total = minutes_for(module, audience)
            if total != module.minutes:
                wrong.setdefault(total, []).append(audience)
        for total, audiences in wrong.items():
            whom = "" if len(audiences) == len(module.audiences) else f" for {', '.join(audiences)}"
            gap = module.minutes - total
            word = f"{gap} too few" if gap > 0 else f"{-gap} too many"
            yield Finding(
                Where(file, ("minutes",)),
                f"the steps add up to {total} minutes{whom}, the module has {module.minutes}",
                f"There are {word}: change a step, or write `minutes: {total}`.",
            )


@check("T102", ALWAYS_ERROR, Reads.FILE)
def scenarios_fit_their_step(subject: Subject) -> Iterator[Finding]:
    """Briefing, play and debrief of a scenario fit in the step that plays it.

    Why: When time runs out it is the debrief that is cut, and the debrief is where people learn.
    Bad:
        steps: [{id: S4, minutes: 30, scenario: C1, …}]
        scenarios: [{id: C1, minutes: {brief: 5, play: 15, debrief: 20}, …}]
    Good:
        steps: [{id: S4, minutes: 40, scenario: C1, …}]
    """
    for file, module in subject.curriculum.of(Module):
        scenarios = {each.id: each for each in module.scenarios}
        for index, step in enumerate(module.steps):
            scenario = scenarios.get(step.scenario or "")
            if scenario and scenario.minutes.total > step.minutes:
                need, have = scenario.minutes.total, step.minutes
                yield Finding(
                    Where(file, ("steps", index, "minutes")),
                    f"scenario {scenario.id} takes {need} minutes, its step {step.id} has {have}",
                    f"Give the step {need} minutes, or shorten briefing or play; keep the debrief.",
                )


@check("T103", ALWAYS_ERROR, Reads.OUTLINES)
def insertions_take_as_long_as_their_steps(subject: Subject) -> Iterator[Finding]:
    """What goes into a lesson of another subject takes as long as the steps it names.

    Why: The teacher of that subject gives up these minutes; with fewer, the debrief is lost.
    Bad:
        - {lesson: Questioning a witness, module: M08, steps: [S8], minutes: 30, …}   # S8 has 40
    Good:
        - {lesson: Questioning a witness, module: M08, steps: [S8], minutes: 40, …}
    """
    modules = subject.curriculum.modules
    for file, plan in subject.curriculum.of(Integration):
        for index, taught in enumerate(plan.subjects):
            for row, each in enumerate(taught.insertions):
                module = modules.get(each.module)
                if module is None or not each.steps:
                    continue
                need = sum(step.minutes for step in module.steps if step.id in each.steps)
                if need != each.minutes:
                    yield Finding(
                        Where(file, ("subjects", index, "insertions", row, "minutes")),
                        f"the steps of {module.id} take {need} minutes, the lesson has"
                        f" {each.minutes}",
                        f"Write `minutes: {need}`, or name other steps.",
                    )


@check("T104", ALWAYS_ERROR, Reads.OUTLINES)
def insertions_fit_their_subject(subject: Subject) -> Iterator[Finding]:
    """What goes into a subject fits the hours that the subject has.

    Why: A plan that needs more time than there is will be cut by whoever comes first.
    Bad:
        {id: ethics, hours: 2, insertions: [{minutes: 60, …}, {minutes: 45, …}]}
    Good:
        {id: ethics, hours: 20, insertions: [{minutes: 60, …}, {minutes: 45, …}]}
    """
    hour = subject.curriculum.programme.defaults.academic_hour
    for file, plan in subject.curriculum.of(Integration):
        for index, taught in enumerate(plan.subjects):
            need, have = plan.minutes_of(taught), taught.hours * hour
            if need > have:
                yield Finding(
                    Where(file, ("subjects", index, "hours")),
                    f"{need} minutes go into {taught.title}, which has {have}",
                    "Move an insertion to another subject, or give the subject more hours.",
                )


@check("W101", ALWAYS_ERROR, Reads.OUTLINES)
def days_add_up(subject: Subject) -> Iterator[Finding]:
    """What a workshop day holds fills it from start to end.

    Why: Rooms, meals and buses are booked by these times.
    Bad:
        {start: "09:00", end: "17:00", items: […]}    # 500 minutes of items
    Good:
        {start: "09:00", end: "17:20", items: […]}
    """
    curriculum = subject.curriculum
    for file, workshop in curriculum.of(Workshop):
        for day in timetable(workshop, curriculum.modules):
            if day.over:
                have = day.end - day.start
                yield Finding(
                    Where(file, ("days", day.number - 1, "end")),
                    f"day {day.number} holds {have + day.over} minutes, but lasts {have}",
                    f"It ends at {clock_time(day.end + day.over)} as it stands;"
                    " change an item or the end.",
                )
