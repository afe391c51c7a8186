"""O: what a workshop tests before and after."""

from __future__ import annotations

from collections.abc import Iterator

from ..diagnostics import ALWAYS_WARNING, Where
from ..model.module import Module
from ..model.timing import steps_for
from ..model.workshop import EventItem, ModuleItem, Workshop
from .objectives import audiences_of_item
from .rules import Finding, Reads, Subject, check

TESTS = ("pre-test", "post-test")


def _events(workshop: Workshop) -> dict[str, tuple[int, int]]:
    """The first place of each test in the days."""
    found: dict[str, tuple[int, int]] = {}
    for day, each in enumerate(workshop.days):
        for row, item in enumerate(each.items):
            if isinstance(item, EventItem) and item.event in TESTS:
                found.setdefault(item.event, (day, row))
    return found


@check("O117", ALWAYS_WARNING, Reads.OUTLINES)
def tests_come_in_pairs(subject: Subject) -> Iterator[Finding]:
    """A workshop that tests before tests after, with the same items, and the reverse.

    Why: Only the difference between the two shows what was learnt in the course.
    Bad:
        - {event: pre-test, minutes: 30}         # and no post-test
    Good:
        - {event: pre-test, minutes: 30}
        - {event: post-test, minutes: 30}
    Source: training-document conventions: same items before and after, gain for each objective.
    """
    for file, workshop in subject.curriculum.of(Workshop):
        events = _events(workshop)
        for name, (day, row) in events.items():
            other = TESTS[1 - TESTS.index(name)]
            if other not in events:
                yield Finding(
                    Where(file, ("days", day, "items", row, "event")),
                    f"the workshop has a {name} and no {other}",
                    f"Add `event: {other}`, or take the {name} out.",
                )


@check("O118", ALWAYS_WARNING, Reads.OUTLINES)
def tests_can_cover_every_objective(subject: Subject) -> Iterator[Finding]:
    """In a workshop with a test, each knowledge objective taught has an item to answer on paper.

    Why: The gain is reported objective by objective; one without an item on paper has no figure.
    Bad:
        objectives: [{id: O2, domain: knowledge, …}]
        assessment: [{id: Q3, objective: O2, kind: checklist, …}]
    Good:
        assessment: [{id: Q3, objective: O2, kind: short-answer, …}]
    Source: training-document conventions: same items before and after, gain for each objective.
    """
    modules = subject.curriculum.modules
    for file, workshop in subject.curriculum.of(Workshop):
        if not _events(workshop):
            continue
        reported: set[tuple[str, str]] = set()
        for day_index, day in enumerate(workshop.days):
            for row, item in enumerate(day.items):
                module = modules.get(item.module) if isinstance(item, ModuleItem) else None
                if module is None or not isinstance(item, ModuleItem):
                    continue
                for name in _without_paper(module, workshop.audience, item.steps):
                    if (module.id, name) in reported:
                        continue
                    reported.add((module.id, name))
                    yield Finding(
                        Where(file, ("days", day_index, "items", row, "module")),
                        f"no test can measure {name} of {module.id} on paper",
                        f"Write an item for {name} in {module.id} that is not a checklist.",
                    )


def _without_paper(module: Module, audience: str, steps: tuple[str, ...]) -> Iterator[str]:
    """Knowledge objectives taught here for which the audience has no item on paper."""
    if audience not in module.audiences:
        return
    taught = {
        name
        for step in steps_for(module, audience)
        if not steps or step.id in steps
        for name in step.objectives
    }
    measured = {
        item.objective
        for item in module.assessment
        if item.kind != "checklist" and audience in audiences_of_item(module, item)
    }
    for objective in module.objectives:
        theirs = audience in module.audiences_of(objective)
        needed = theirs and objective.domain == "knowledge" and objective.id in taught
        if needed and objective.id not in measured:
            yield objective.id
