"""The lesson plan of one module, as the leaves a trainer puts in a binder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from ..model.module import Change, Module, Objective, Step
from ..model.reference_lists import Source, Term
from ..model.standard import Recommendation
from .assessment import on_paper
from .document import Document, Leaf
from .edition import Edition
from .quantities import Quantity, quantities
from .sheets import handout_leaf, key_sheet, module_sheet, scenario_leaves, test_sheet


class ObjectiveRow(NamedTuple):
    """An objective side by side with the way it is assessed."""

    objective: Objective
    items: tuple[tuple[str, str], ...]
    audiences: tuple[str, ...]


class StepRow(NamedTuple):
    """A step with its clock time, and with whom it runs side by side.

    `day` is its day in a workshop of several, 0 outside one.
    """

    step: Step
    clock: str
    until: str
    audiences: tuple[str, ...]
    day: int = 0


class Sheet(NamedTuple):
    """A line in the list of sheets that make up the lesson plan."""

    leaf: str
    label: str
    title: str
    kind: str
    audiences: tuple[str, ...] = ()


class PlanView(NamedTuple):
    """Administration page and timed plan."""

    module: Module
    language: str
    academic_hours: str
    academic_hour: int
    audiences: tuple[str, ...]
    recommendations: tuple[Recommendation, ...]
    prerequisites: tuple[tuple[str, str], ...]
    objectives: tuple[ObjectiveRow, ...]
    quantities: tuple[Quantity, ...]
    small_group: int
    sheets: tuple[Sheet, ...]
    steps: tuple[StepRow, ...]
    minutes_by_method: tuple[tuple[str, int], ...]
    start: str


class RecordView(NamedTuple):
    """References, change record and room for notes after delivery."""

    module: Module
    sources: tuple[tuple[Source, str], ...]
    terms: tuple[Term, ...]
    changes: tuple[Change, ...]
    steps: tuple[Step, ...]


def step_rows(edition: Edition, module: Module) -> tuple[StepRow, ...]:
    """Steps with clock times; steps of different audiences side by side share the clock."""
    start = edition.curriculum.programme.defaults.start
    elapsed = dict.fromkeys(module.audiences, 0)
    rows = []
    for step in module.steps:
        having = [audience for audience in module.audiences_of(step) if audience in elapsed]
        begin = max((elapsed[audience] for audience in having), default=0)
        for audience in having:
            elapsed[audience] = begin + step.minutes
        clock = edition.formats.clock
        own = edition.audience_titles(step.audiences) if step.audiences else ()
        rows.append(StepRow(step, clock(start, begin), clock(start, begin + step.minutes), own))
    return tuple(rows)


def minutes_by_method(module: Module) -> tuple[tuple[str, int], ...]:
    """Minutes of each method, most first, as the first audience of the module meets them."""
    audience = module.audiences[0]
    sums: dict[str, int] = {}
    for step in module.steps:
        if audience in module.audiences_of(step):
            sums[step.method] = sums.get(step.method, 0) + step.minutes
    return tuple(sorted(sums.items(), key=lambda pair: (-pair[1], pair[0])))


def sheets_of(edition: Edition, module: Module) -> tuple[Sheet, ...]:
    """The sheets of a lesson plan after the plan itself, in order."""
    titles = edition.audience_titles
    found: list[Sheet] = []
    for scenario in module.scenarios:
        own = titles(scenario.audiences) if scenario.audiences else ()
        base = f"{module.id}-{scenario.id}"
        found.append(Sheet(base, f"{base}-1", scenario.title, "scenario", own))
        if scenario.roles:
            found.append(Sheet(f"{base}R", f"{base}R-1", scenario.title, "cards", own))
        if scenario.observer:
            found.append(Sheet(f"{base}B", f"{base}B-1", scenario.title, "observer", own))
    for handout in module.handouts:
        own = titles(handout.audiences) if handout.audiences else ()
        base = f"{module.id}-{handout.id}"
        found.append(Sheet(base, f"{base}-1", handout.title, "handout", own))
    if on_paper(module):
        found.append(Sheet(f"{module.id}-T", f"{module.id}-T-1", module.title, "test"))
    if module.assessment:
        found.append(Sheet(f"{module.id}-K", f"{module.id}-K-1", module.title, "key"))
    found.append(Sheet(f"{module.id}-N", f"{module.id}-N-1", module.title, "record"))
    return tuple(found)


def plan_view(edition: Edition, module: Module) -> PlanView:
    """What the administration page and the timed plan show."""
    curriculum = edition.curriculum
    defaults = curriculum.programme.defaults
    objectives = tuple(
        ObjectiveRow(
            objective,
            tuple((i.id, i.kind) for i in module.assessment if i.objective == objective.id),
            edition.audience_titles(objective.audiences) if objective.audiences else (),
        )
        for objective in module.objectives
    )
    return PlanView(
        module=module,
        language=curriculum.language_of(module),
        academic_hours=edition.formats.academic_hours(module.minutes, defaults.academic_hour),
        academic_hour=defaults.academic_hour,
        audiences=edition.audience_titles(module.audiences),
        recommendations=tuple(curriculum.recommendations[n] for n in module.recommendations),
        prerequisites=tuple((m, curriculum.modules[m].title) for m in module.prerequisites),
        objectives=objectives,
        quantities=quantities(module, defaults.small_group),
        small_group=defaults.small_group,
        sheets=sheets_of(edition, module),
        steps=step_rows(edition, module),
        minutes_by_method=minutes_by_method(module),
        start=edition.formats.clock(defaults.start),
    )


def module_leaves(edition: Edition, module: Module, depth: int = 1) -> Iterator[Leaf]:
    """All leaves of a module's lesson plan; the plan at `depth`, its sheets one below."""
    title = f"{module.id} {module.title}"
    plan = plan_view(edition, module)
    yield module_sheet(edition, module, "", "plan.html", title, plan, depth)
    for scenario in module.scenarios:
        yield from scenario_leaves(edition, module, scenario, depth + 1)
    for handout in module.handouts:
        yield handout_leaf(edition, module, handout, depth + 1)
    if module.assessment:
        yield from test_sheet(edition, module, depth + 1)
        yield from key_sheet(edition, module, depth + 1)
    record = record_view(edition, module)
    yield module_sheet(
        edition, module, "-N", "record.html", edition.t("sheet.record"), record, depth + 1
    )


def record_view(edition: Edition, module: Module) -> RecordView:
    """References, glossary terms, changes, and the steps to note true minutes against."""
    curriculum = edition.curriculum
    return RecordView(
        module=module,
        sources=tuple((curriculum.sources[r.source], r.where) for r in module.sources),
        terms=tuple(curriculum.terms[each] for each in module.terms),
        changes=module.changes,
        steps=tuple(step for step in module.steps if step.method != "break"),
    )


def lesson_plan(edition: Edition, module: Module) -> Document:
    """The document of one module, for its trainer; named after the module's own file."""
    stem = PurePosixPath(edition.curriculum.module_files[module.id]).stem
    name = stem if stem.startswith(module.id) else f"{module.id}-{stem}"
    return Document(
        name="lesson-plan",
        path=f"lesson-plans/{name}{edition.suffix}",
        title=f"{edition.t('document.lesson-plan')}: {module.id} {module.title}",
        subject=edition.curriculum.programme.title,
        language=edition.language,
        leaves=tuple(module_leaves(edition, module)),
    )
