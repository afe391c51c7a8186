"""The lesson plan of one module, as the leaves a trainer puts in a binder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from ..model.module import Change, Handout, Module, Objective, Step
from ..model.reference_lists import Source, Term
from ..model.scenario import Role, Scenario
from ..model.standard import Recommendation
from .assessment import KeyItem, PaperItem, key_item, paper_item, special_audiences
from .cards import cards_by_page
from .document import Document, Leaf
from .edition import Edition
from .quantities import Quantity, quantities


@dataclass(frozen=True)
class ObjectiveRow:
    """An objective side by side with the way it is assessed."""

    objective: Objective
    items: tuple[tuple[str, str], ...]
    audiences: tuple[str, ...]


@dataclass(frozen=True)
class StepRow:
    """A step with its clock time, and with whom it runs side by side."""

    step: Step
    clock: str
    until: str
    audiences: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """A line in the list of sheets that make up the lesson plan."""

    leaf: str
    label: str
    title: str
    kind: str
    audiences: tuple[str, ...] = ()


@dataclass(frozen=True)
class PlanView:
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


@dataclass(frozen=True)
class ScenarioView:
    """A scenario for the trainer: everything but the cards, which are a sheet of their own."""

    module: Module
    scenario: Scenario
    origin: str | None
    step: Step | None
    audiences: tuple[str, ...]


@dataclass(frozen=True)
class CardsView:
    """Role cards to cut, as many to a page as fit."""

    module_id: str
    scenario_id: str
    title: str
    pages: tuple[tuple[Role, ...], ...]


@dataclass(frozen=True)
class ObserverView:
    """The observer's sheet, to copy."""

    module_id: str
    scenario_id: str
    title: str
    behaviours: tuple[str, ...]


@dataclass(frozen=True)
class HandoutView:
    """A handout as participants get it: no answers."""

    module_id: str
    id: str
    title: str
    kind: str
    body: str
    lines: int
    audiences: tuple[str, ...]


@dataclass(frozen=True)
class PaperView:
    """The test as participants get it."""

    module_id: str
    title: str
    items: tuple[PaperItem, ...]


@dataclass(frozen=True)
class KeyView:
    """Keys and feedback of the test, and answers to worksheets."""

    module_id: str
    title: str
    items: tuple[KeyItem, ...]
    handouts: tuple[Handout, ...]


@dataclass(frozen=True)
class RecordView:
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
    if module.assessment:
        found.append(Sheet(f"{module.id}-T", f"{module.id}-T-1", module.title, "test"))
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


def handout_leaf(edition: Edition, module: Module, handout: Handout, depth: int) -> Leaf:
    """One handout: the same leaf in lesson plan, handbooks and packs."""
    own = edition.audience_titles(handout.audiences) if handout.audiences else ()
    return Leaf(
        id=f"{module.id}-{handout.id}",
        template="handout.html",
        title=handout.title,
        label=f"{module.id}-{handout.id}-",
        depth=depth,
        language=edition.curriculum.language_of(module),
        view=HandoutView(
            module.id, handout.id, handout.title, handout.kind, handout.body, handout.lines, own
        ),
        running=edition.module_running(module, trainer_only=False),
    )


def module_leaves(edition: Edition, module: Module, depth: int = 1) -> Iterator[Leaf]:
    """All leaves of a module's lesson plan; the plan at `depth`, its sheets one below."""
    language = edition.curriculum.language_of(module)
    trainer = edition.module_running(module, trainer_only=True)
    open_sheet = edition.module_running(module, trainer_only=False)

    def leaf(suffix: str, template: str, title: str, view: object, *, secret: bool) -> Leaf:
        name = f"{module.id}{suffix}"
        running = trainer if secret else open_sheet
        return Leaf(name, template, title, f"{name}-", depth + 1, language, view, running)

    title = f"{module.id} {module.title}"
    plan = plan_view(edition, module)
    yield Leaf(module.id, "plan.html", title, f"{module.id}-", depth, language, plan, trainer)
    for scenario in module.scenarios:
        step = next((each for each in module.steps if each.scenario == scenario.id), None)
        source = edition.curriculum.sources.get(scenario.origin)
        own = edition.audience_titles(scenario.audiences) if scenario.audiences else ()
        view = ScenarioView(module, scenario, source.title if source else None, step, own)
        base = f"-{scenario.id}"
        yield leaf(base, "scenario.html", scenario.title, view, secret=True)
        if scenario.roles:
            cards = CardsView(module.id, scenario.id, scenario.title, cards_by_page(scenario.roles))
            title = f"{edition.t('sheet.cards')}: {scenario.title}"
            yield leaf(f"{base}R", "cards.html", title, cards, secret=True)
        if scenario.observer:
            behaviours = tuple(each.text for each in scenario.observer)
            observer = ObserverView(module.id, scenario.id, scenario.title, behaviours)
            title = f"{edition.t('sheet.observer')}: {scenario.title}"
            yield leaf(f"{base}B", "observer.html", title, observer, secret=True)
    for handout in module.handouts:
        yield handout_leaf(edition, module, handout, depth + 1)
    if module.assessment:
        items = tuple(
            replace(
                paper_item(module, number, item),
                audiences=edition.audience_titles(special_audiences(module, item)),
            )
            for number, item in enumerate(module.assessment, 1)
        )
        paper = PaperView(module.id, module.title, items)
        yield leaf("-T", "test.html", edition.t("sheet.test"), paper, secret=False)
        keys = tuple(key_item(module, n, i) for n, i in enumerate(module.assessment, 1))
        answered = tuple(each for each in module.handouts if each.answers)
        key = KeyView(module.id, module.title, keys, answered)
        yield leaf("-K", "key.html", edition.t("sheet.key"), key, secret=True)
    record = record_view(edition, module)
    yield leaf("-N", "record.html", edition.t("sheet.record"), record, secret=True)


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
