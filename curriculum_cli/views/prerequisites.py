"""Which module comes before which: as a picture and as a table."""

from __future__ import annotations

from typing import NamedTuple

from ..model.module import Module
from ..model.order import direct, layers
from .document import Leaf
from .edition import Edition
from .reference_leaves import shared_leaf


class Named(NamedTuple):
    """A module by its id and title: a word changed in its text changes nothing here."""

    id: str
    title: str


class PrerequisitesView(NamedTuple):
    """Modules in layers, each after what it needs, and the needs to draw; all needs in `rows`."""

    titles: dict[str, str]
    layers: tuple[tuple[str, ...], ...]
    needs: tuple[tuple[str, str], ...]
    rows: tuple[tuple[Named, tuple[Named, ...]], ...]
    description: str


def prerequisites(edition: Edition) -> Leaf:
    """The order of the edition's modules."""
    modules = {module.id: module for module in edition.modules}
    needs = {name: module.prerequisites for name, module in modules.items()}
    drawn = direct(needs)
    after: dict[str, list[str]] = {}
    for before, name in drawn:
        after.setdefault(before, []).append(name)
    told = [
        edition.t("prerequisites.before", module=before, modules=", ".join(names))
        for before, names in after.items()
    ]
    everything = edition.curriculum.modules
    view = PrerequisitesView(
        titles={name: module.title for name, module in modules.items()},
        layers=tuple(map(tuple, layers(needs))),
        needs=tuple(drawn),
        rows=tuple(
            (_named(module), tuple(_named(everything[each]) for each in module.prerequisites))
            for module in edition.modules
        ),
        description=" ".join(told) or edition.t("prerequisites.none"),
    )
    title = edition.t("prerequisites.title")
    return shared_leaf(
        edition, "prerequisites", "prerequisites.html", title, view, "label.prerequisites"
    )


def _named(module: Module) -> Named:
    return Named(module.id, module.title)
