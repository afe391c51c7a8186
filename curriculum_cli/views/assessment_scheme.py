"""How learning is assessed and the training evaluated: by module, and with which forms."""

from __future__ import annotations

from typing import NamedTuple

from ..model.handbook import Form
from ..model.module import Domain, Module
from .document import Leaf
from .edition import Edition
from .reference_leaves import shared_leaf

DOMAINS: tuple[Domain, ...] = ("knowledge", "skill", "attitude")


class AssessmentRow(NamedTuple):
    """What one module measures; `objectives` by domain, in the order of DOMAINS."""

    id: str
    title: str
    objectives: tuple[int, ...]
    items: int
    checklists: int
    minutes: int


class AssessmentSchemeView(NamedTuple):
    """Modules with their instruments, the sums, and the forms of the whole programme."""

    domains: tuple[str, ...]
    rows: tuple[AssessmentRow, ...]
    total: AssessmentRow
    forms: tuple[Form, ...]


def assessment_scheme(edition: Edition) -> Leaf:
    """The scheme for the edition's modules."""
    rows = tuple(map(_row, edition.modules))
    total = AssessmentRow(
        id="",
        title=edition.t("plan.total"),
        objectives=tuple(sum(row.objectives[i] for row in rows) for i in range(len(DOMAINS))),
        items=sum(row.items for row in rows),
        checklists=sum(row.checklists for row in rows),
        minutes=sum(row.minutes for row in rows),
    )
    handbook = edition.curriculum.handbook
    view = AssessmentSchemeView(
        domains=tuple(edition.t(f"domain.{each}") for each in DOMAINS),
        rows=rows,
        total=total,
        forms=handbook.forms if handbook else (),
    )
    title = edition.t("assessment.title")
    return shared_leaf(edition, "assessment", "scheme.html", title, view, "label.assessment")


def _row(module: Module) -> AssessmentRow:
    domains = [each.domain for each in module.objectives]
    audience = module.audiences[0]
    return AssessmentRow(
        id=module.id,
        title=module.title,
        objectives=tuple(domains.count(each) for each in DOMAINS),
        items=sum(item.kind != "checklist" for item in module.assessment),
        checklists=sum(item.kind == "checklist" for item in module.assessment)
        + sum(bool(scenario.observer) for scenario in module.scenarios),
        minutes=sum(
            step.minutes
            for step in module.steps
            if step.method == "test" and audience in module.audiences_of(step)
        ),
    )
