"""The integration plan as a leaf: what goes into which subject, with hours and sums."""

from __future__ import annotations

from typing import NamedTuple

from ..model.integration import Insertion, Integration, Subject
from ..model.module import Handout, Step
from ..model.scenario import Scenario
from .document import Leaf
from .edition import Edition


class InsertionRow(NamedTuple):
    """One insertion with the sheets that it names, by id and title."""

    insertion: Insertion
    module: str
    parts: tuple[tuple[str, str], ...]
    hours: str


class SubjectView(NamedTuple):
    """One subject with what goes into it and the sums."""

    subject: Subject
    rows: tuple[InsertionRow, ...]
    minutes: int
    hours: str
    share: str


class IntegrationView(NamedTuple):
    """The whole plan."""

    note: str
    audiences: tuple[str, ...]
    subjects: tuple[SubjectView, ...]
    all_hours: int
    minutes: int
    hours: str
    academic_hour: int


def integration_plan(edition: Edition) -> Leaf | None:
    """The plan by subject; None where the project has none."""
    plan = edition.curriculum.integration
    if plan is None:
        return None
    hour = edition.curriculum.programme.defaults.academic_hour
    minutes = sum(plan.minutes_of(each) for each in plan.subjects)
    view = IntegrationView(
        note=plan.note,
        audiences=edition.audience_titles(plan.audiences),
        subjects=tuple(_subject(edition, plan, each) for each in plan.subjects),
        all_hours=sum(each.hours for each in plan.subjects),
        minutes=minutes,
        hours=edition.formats.academic_hours(minutes, hour),
        academic_hour=hour,
    )
    running = edition.shared_running(plan.title)
    return Leaf(
        "integration", "integration.html", plan.title, f"{edition.t('label.integration')}-", 1,
        edition.curriculum.language_of(plan), view, running,
    )  # fmt: skip


def _subject(edition: Edition, plan: Integration, subject: Subject) -> SubjectView:
    hour = edition.curriculum.programme.defaults.academic_hour
    minutes = plan.minutes_of(subject)
    return SubjectView(
        subject=subject,
        rows=tuple(_row(edition, each, hour) for each in subject.insertions),
        minutes=minutes,
        hours=edition.formats.academic_hours(minutes, hour),
        share=edition.formats.percent(minutes, subject.hours * hour),
    )


def _row(edition: Edition, insertion: Insertion, hour: int) -> InsertionRow:
    module = edition.curriculum.modules[insertion.module]
    named = (*insertion.steps, *filter(None, (insertion.scenario,)), *insertion.handouts)
    sheets: list[Step | Scenario | Handout] = [*module.steps, *module.scenarios, *module.handouts]
    titles = {each.id: each.title for each in sheets}
    return InsertionRow(
        insertion=insertion,
        module=module.title,
        parts=tuple((each, titles[each]) for each in named),
        hours=edition.formats.academic_hours(insertion.minutes, hour),
    )
