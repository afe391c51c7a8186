"""T: a plan that people can follow: short lectures, breaks in time, room to talk things over."""

from __future__ import annotations

from collections.abc import Iterator

from ..diagnostics import INFO_THEN_WARNING, WARNING_THEN_ERROR, Where
from ..model.module import Module, Step
from ..model.timing import LONGEST_STRETCH, steps_for
from .audiences import outcomes
from .rules import Finding, Reads, Subject, check

LONGEST_LECTURE = 20
MANY_STEPS = 6


def _runs(steps: tuple[Step, ...], method: str, *, inside: bool) -> Iterator[list[Step]]:
    """Runs of steps that follow one another and all have the method, or all have not."""
    run: list[Step] = []
    for step in steps:
        if (step.method == method) is inside:
            run.append(step)
        else:
            yield run
            run = []
    yield run


def _too_long(run: list[Step], most: int) -> Iterator[tuple[str, str, str, int]]:
    """First and last step of a run, the step in which it goes over, and its minutes."""
    total = sum(step.minutes for step in run)
    if total <= most:
        return
    so_far = 0
    for step in run:
        so_far += step.minutes
        if so_far > most:
            yield run[0].id, run[-1].id, step.id, total
            return


def _minutes_of(file: str, module: Module, step: str) -> Where:
    index = next(index for index, each in enumerate(module.steps) if each.id == step)
    return Where(file, ("steps", index, "minutes"))


@check("T105", WARNING_THEN_ERROR, Reads.FILE)
def lectures_are_short(subject: Subject) -> Iterator[Finding]:
    """No lecture lasts more than 20 minutes, nor do lectures that follow one another.

    Why: After twenty minutes of listening little is taken in; a task in between brings it back.
    Bad:
        steps: [{id: S2, minutes: 15, method: lecture}, {id: S3, minutes: 10, method: lecture}]
    Good:
        steps: [{id: S2, minutes: 15, method: lecture}, {id: S3, minutes: 10, method: pair-work}]
    Source: UN core pre-deployment training materials (2017), guidance for instructors: half of a
        lesson of 45 minutes is interaction. The twenty minutes are our own figure.
    """
    for file, module in subject.curriculum.of(Module):

        def judge(audience: str, module: Module = module) -> Iterator[tuple[str, str, str, int]]:
            for run in _runs(steps_for(module, audience), "lecture", inside=True):
                yield from _too_long(run, LONGEST_LECTURE)

        for (first, last, over, total), whose in outcomes(module, judge):
            what = f"step {first} is" if first == last else f"steps {first} to {last} are"
            yield Finding(
                _minutes_of(file, module, over),
                f"{what} {total} minutes of lecture{whose}, more than {LONGEST_LECTURE}",
                "Put a task, a question in pairs or a case in between.",
            )


@check("T106", WARNING_THEN_ERROR, Reads.FILE)
def breaks_come_in_time(subject: Subject) -> Iterator[Finding]:
    """No audience works more than 100 minutes without a break.

    Why: Tired people stop listening, and it is the last exercise that suffers.
    Bad:
        steps: [{id: S1, minutes: 60, …}, {id: S2, minutes: 60, …}]
    Good:
        steps: [{id: S1, minutes: 60, …}, {id: S2, minutes: 15, method: break, …}, {id: S3, …}]
    Source: our own figure: two academic hours of 45 minutes and a little room.
    """
    for file, module in subject.curriculum.of(Module):

        def judge(audience: str, module: Module = module) -> Iterator[tuple[str, str, str, int]]:
            for run in _runs(steps_for(module, audience), "break", inside=False):
                yield from _too_long(run, LONGEST_STRETCH)

        for (first, last, over, total), whose in outcomes(module, judge):
            what = f"step {first} lasts" if first == last else f"steps {first} to {last} last"
            yield Finding(
                _minutes_of(file, module, over),
                f"{what} {total} minutes without a break{whose}, more than {LONGEST_STRETCH}",
                f"Put a step with `method: break` before {over}."
                if over != first
                else "Divide the step, with a break in between.",
            )


@check("T107", WARNING_THEN_ERROR, Reads.FILE)
def debriefs_are_long_enough(subject: Subject) -> Iterator[Finding]:
    """The debrief of a scenario lasts at least as long as the play.

    Why: People learn when they talk it over, not while they play.
    Bad:
        minutes: {brief: 5, play: 20, debrief: 10}
    Good:
        minutes: {brief: 5, play: 15, debrief: 15}
    Source: training-document conventions: the debrief at least as long as the play.
    """
    for file, module in subject.curriculum.of(Module):
        for index, scenario in enumerate(module.scenarios):
            play, debrief = scenario.minutes.play, scenario.minutes.debrief
            if debrief < play:
                yield Finding(
                    Where(file, ("scenarios", index, "minutes", "debrief")),
                    f"the debrief of {scenario.id} takes {debrief} minutes, the play {play}",
                    f"Give the debrief {play} minutes, or shorten the play.",
                )


@check("T108", INFO_THEN_WARNING, Reads.FILE)
def minutes_are_planned(subject: Subject) -> Iterator[Finding]:
    """In a module of more than six steps the minutes are not all multiples of ten.

    Why: A plan made of tens was guessed; a plan that was tried has a 15 or a 7 in it.
    Bad:
        # eight steps of 10, 20, 20, 30, 10, 30, 20 and 10 minutes
    Good:
        # eight steps of 8, 15, 20, 35, 15, 30, 22 and 10 minutes
    """
    for file, module in subject.curriculum.of(Module):
        many = len(module.steps) > MANY_STEPS
        if many and all(step.minutes % 10 == 0 for step in module.steps):
            yield Finding(
                Where(file, ("steps",), key=True),
                f"the minutes of all {len(module.steps)} steps are multiples of ten",
                "Go through each step with the text in hand, and write how long it really takes.",
            )
