"""How many copies of each sheet a workshop takes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from ..model.module import Material, Module
from ..model.workshop import Workshop
from .audience import for_audience
from .document import Leaf
from .edition import Edition
from .quantities import groups, quantity
from .taught import Taught
from .workshop_people import PLATES_ON_A_PAGE

Counted = Literal["exactly", "at-least", "listed"]

_NAMED = {"cards.html": "role-cards", "observer.html": "observer-sheets"}
"""How the id of a material begins that is such a sheet of the scenario it is used with."""


class Copies(NamedTuple):
    """One sheet of the pack and how many copies it takes.

    `number` holds `exactly`; it is the least, one set for each group, where it is `at-least`; it
    stands with the materials of `module` where it is `listed`, since one number there holds for
    several sheets.
    """

    leaf: str
    sheet: str
    title: str
    language: str
    number: int
    counted: Counted = "exactly"
    module: str = ""


def copy_list(
    edition: Edition, workshop: Workshop, modules: tuple[Taught, ...], leaves: Iterable[Leaf]
) -> tuple[Copies, ...]:
    """The sheets of which copies are wanted, with the numbers."""
    wholes = {each.module.id: _whole(edition, workshop, each) for each in modules}
    return tuple(_copies(edition, workshop, wholes, leaf) for leaf in leaves)


def _whole(edition: Edition, workshop: Workshop, part: Taught) -> Module:
    """The module as the audience has it, steps that the workshop leaves out included."""
    module = edition.curriculum.modules[part.module.id]
    fits = workshop.audience in module.audiences
    return for_audience(module, workshop.audience) if fits else module


def _copies(edition: Edition, workshop: Workshop, modules: dict[str, Module], leaf: Leaf) -> Copies:
    base = leaf.id, leaf.label.removesuffix("-"), leaf.title, leaf.language
    people = workshop.participants
    if leaf.template == "name_plates.html":
        return Copies(*base, groups(people, PLATES_ON_A_PAGE))
    kept = {f"form-{each.form}": each.copies for each in workshop.forms}
    if leaf.template not in _NAMED:
        return Copies(*base, kept.get(leaf.id) or people)
    size = edition.curriculum.programme.defaults.small_group
    module = modules[leaf.id.partition("-")[0]]
    scenario = leaf.id.partition("-")[2][:-1]
    for material in module.materials:
        if not material.id.startswith(_NAMED[leaf.template]):
            continue
        played = _played_with(module, material)
        if scenario not in played:
            continue
        if len(played) == 1 or material.count == len(played):
            pieces = quantity(
                material, participants=people, small_group=size, trainers=module.trainers
            )
            return Copies(*base, pieces // len(played))
        return Copies(*base, 0, "listed", module.id)
    own = next((each.group_size for each in module.scenarios if each.id == scenario), None)
    return Copies(*base, groups(people, own or size), "exactly" if own else "at-least")


def _played_with(module: Module, material: Material) -> set[str]:
    """The scenarios in whose steps a material is used."""
    return {
        step.scenario for step in module.steps if step.scenario and material.id in step.materials
    }
