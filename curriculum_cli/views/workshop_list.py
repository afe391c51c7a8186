"""The workshops of the programme: for whom, where, when, and made of what."""

from __future__ import annotations

from typing import NamedTuple

from ..model.timing import item_minutes
from ..model.workshop import ModuleItem, Workshop
from .document import Leaf
from .edition import Edition
from .reference_leaves import shared_leaf


class WorkshopRow(NamedTuple):
    """One workshop; `modules` gives id, title and minutes of what is taught of each."""

    workshop: Workshop
    audience: str
    languages: str
    modules: tuple[tuple[str, str, int], ...]
    minutes: int
    hours: str


class WorkshopsView(NamedTuple):
    """All workshops."""

    rows: tuple[WorkshopRow, ...]
    academic_hour: int


def workshop_list(edition: Edition) -> Leaf | None:
    """Every workshop, in the order of their first days; None where there is none."""
    workshops = sorted(edition.curriculum.workshops.values(), key=lambda each: min(each.dates))
    if not workshops:
        return None
    hour = edition.curriculum.programme.defaults.academic_hour
    view = WorkshopsView(tuple(_row(edition, each, hour) for each in workshops), hour)
    title = edition.t("workshops.title")
    return shared_leaf(edition, "workshops", "workshops.html", title, view, "label.workshops")


def _row(edition: Edition, workshop: Workshop, hour: int) -> WorkshopRow:
    modules = edition.curriculum.modules
    taught: dict[str, int] = {}
    for day in workshop.days:
        for item in day.items:
            if isinstance(item, ModuleItem):
                minutes = item_minutes(item, workshop.audience, modules)
                taught[item.module] = taught.get(item.module, 0) + minutes
    minutes = sum(taught.values())
    return WorkshopRow(
        workshop=workshop,
        audience=edition.curriculum.audiences.get(workshop.audience, workshop.audience),
        languages=", ".join(edition.t(f"language.{each}") for each in workshop.languages),
        modules=tuple((name, modules[name].title, taught[name]) for name in taught),
        minutes=minutes,
        hours=edition.formats.academic_hours(minutes, hour),
    )
