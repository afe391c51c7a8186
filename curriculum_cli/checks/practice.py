"""P: practice for everybody, few lectures, a group that can work, people from outside."""

from __future__ import annotations

from collections.abc import Iterator

from ..diagnostics import ALWAYS_WARNING, WARNING_THEN_ERROR, Where
from ..model.module import Module
from ..model.timing import steps_for
from .audiences import outcomes
from .rules import Finding, Reads, Subject, check

PRACTICAL = frozenset(
    {"role-play", "case-study", "table-top", "exercise", "group-work", "teach-back", "field-visit"}
)
"""Methods in which participants do a task of their work."""

LECTURE_SHARE = 3
"""Lecture is at most one part in this many."""


@check("P101", WARNING_THEN_ERROR, Reads.FILE)
def everybody_practises(subject: Subject) -> Iterator[Finding]:
    """Every audience has a practical exercise in each module.

    Why: Police work is learnt by doing it where mistakes cost nothing.
    Bad:
        steps: [{id: S1, method: lecture, …}, {id: S2, method: discussion, …}]
    Good:
        steps: [{id: S1, method: lecture, …}, {id: S2, method: role-play, …}]
    Source: RPMES Rec. 8 note, pp. 19-20: practical exercises that copy police tasks.
    """
    for file, module in subject.curriculum.of(Module):

        def judge(audience: str, module: Module = module) -> Iterator[bool]:
            if not any(step.method in PRACTICAL for step in steps_for(module, audience)):
                yield True

        for _, whose in outcomes(module, judge):
            yield Finding(
                Where(file, ("steps",), key=True),
                f"the module has no practical exercise{whose}",
                f"Add a step with one of the methods {', '.join(sorted(PRACTICAL))}.",
            )


@check("P102", ALWAYS_WARNING, Reads.FILE)
def lectures_are_few(subject: Subject) -> Iterator[Finding]:
    """At most a third of the working minutes of each audience is lecture.

    Why: What participants only hear they forget; the standard asks for interactive training.
    Bad:
        steps: [{id: S1, minutes: 20, method: lecture}, {id: S2, minutes: 25, method: exercise}]
    Good:
        steps: [{id: S1, minutes: 15, method: lecture}, {id: S2, minutes: 30, method: exercise}]
    Source: RPMES Rec. 8 note, pp. 19-20: lectures alone do little. The third is our own figure.
    """
    for file, module in subject.curriculum.of(Module):

        def judge(audience: str, module: Module = module) -> Iterator[tuple[int, int]]:
            steps = [step for step in steps_for(module, audience) if step.method != "break"]
            lecture = sum(step.minutes for step in steps if step.method == "lecture")
            work = sum(step.minutes for step in steps)
            if lecture * LECTURE_SHARE > work:
                yield lecture, work

        for (lecture, work), whose in outcomes(module, judge):
            yield Finding(
                Where(file, ("steps",), key=True),
                f"{lecture} of {work} minutes are lecture{whose}, more than a third",
                f"Turn {lecture - work // LECTURE_SHARE} minutes or more into an exercise.",
            )


@check("P107", WARNING_THEN_ERROR, Reads.FILE)
def absent_contributors_are_explained(subject: Subject) -> Iterator[Finding]:
    """A module without a community contributor gives the reason.

    Why: Members of communities belong in planning and delivery; an exception needs a reason.
    Bad:
        community_contributor: {role: none}
    Good:
        community_contributor: {role: none, note: The files used here are confidential.}
    Source: RPMES Rec. 9 and note, pp. 20-22: minority representatives help to plan and to teach.
    """
    for file, module in subject.curriculum.of(Module):
        contributor = module.community_contributor
        if contributor.role == "none" and contributor.note is None:
            yield Finding(
                Where(file, ("community_contributor", "role")),
                "no community contributor takes part, and no reason is given",
                "Write the reason under `note:`, or plan a part for one.",
            )


@check("P108", ALWAYS_WARNING, Reads.FILE)
def groups_fit_the_programme(subject: Subject) -> Iterator[Finding]:
    """The group size of a module is within the programme's.

    Why: Courses are filled by the programme's numbers; a role-play for six fails with twenty.
    Bad:
        group: {min: 12, max: 30}       # the programme has 12 to 20
    Good:
        group: {min: 12, max: 20}
    """
    limits = subject.curriculum.programme.defaults.group
    for file, module in subject.curriculum.of(Module):
        group = module.group
        if group.min > group.max:
            yield Finding(
                Where(file, ("group", "min")),
                f"the smallest group, {group.min}, is larger than the largest, {group.max}",
                f"Write `group: {{min: {group.max}, max: {group.min}}}` if they were exchanged.",
            )
            continue
        for name, wrong in (("min", group.min < limits.min), ("max", group.max > limits.max)):
            if wrong:
                size = getattr(group, name)
                yield Finding(
                    Where(file, ("group", name)),
                    f"a group of {size} is outside the programme's {limits.min} to {limits.max}",
                    f"Write {getattr(limits, name)}, or change `defaults:` in"
                    f" {subject.curriculum.programme_file}.",
                )
