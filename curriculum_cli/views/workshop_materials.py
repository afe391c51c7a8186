"""What to bring to a workshop and what to copy, counted for its participants."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ..model.module import Material, Module
from ..model.workshop import Workshop
from .copy_list import Copies, copy_list
from .document import Leaf
from .edition import Edition
from .pack_sheet import pack_sheet
from .quantities import groups, quantity
from .taught import Taught


class ModuleMaterials(NamedTuple):
    """The materials of one module with the pieces to bring."""

    module: Module
    language: str
    pieces: tuple[tuple[Material, int], ...]


class MaterialsView(NamedTuple):
    """Both lists, for one number of participants."""

    title: str
    language: str
    participants: int
    groups: int
    modules: tuple[ModuleMaterials, ...]
    copies: tuple[Copies, ...]


def materials_leaf(
    edition: Edition, workshop: Workshop, modules: tuple[Taught, ...], leaves: Iterable[Leaf]
) -> Leaf:
    """The list of materials; `leaves` are the sheets of which copies are wanted."""
    small_group = edition.curriculum.programme.defaults.small_group
    people = workshop.participants
    view = MaterialsView(
        title=workshop.title,
        language=edition.curriculum.programme.language,
        participants=people,
        groups=groups(people, small_group),
        modules=tuple(
            ModuleMaterials(
                each.module,
                edition.curriculum.language_of(each.module),
                tuple(
                    (
                        material,
                        quantity(
                            material,
                            participants=people,
                            small_group=small_group,
                            trainers=each.module.trainers,
                        ),
                    )
                    for material in each.module.materials
                ),
            )
            for each in modules
            if each.module.materials
        ),
        copies=copy_list(edition, workshop, modules, leaves),
    )
    return pack_sheet(edition, workshop, "materials", view, trainer_only=True)
