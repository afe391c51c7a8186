"""How many of each material to bring, for a number of participants."""

from __future__ import annotations

from typing import NamedTuple

from ..model.module import Material, Module


class Quantity(NamedTuple):
    """One line of the materials list: for the smallest and the largest group."""

    material: Material
    least: int
    most: int


def groups(participants: int, size: int) -> int:
    """How many groups of at most `size` people there are."""
    return -(-participants // size)


def quantity(material: Material, *, participants: int, small_group: int, trainers: int) -> int:
    """Pieces to bring; groups are rounded up."""
    times = {
        "room": 1,
        "group": groups(participants, small_group),
        "participant": participants,
        "trainer": trainers,
    }[material.per]
    return material.count * times


def quantities(module: Module, small_group: int) -> tuple[Quantity, ...]:
    """The module's materials for its smallest and largest group."""

    def pieces(material: Material, participants: int) -> int:
        return quantity(
            material,
            participants=participants,
            small_group=small_group,
            trainers=module.trainers,
        )

    return tuple(
        Quantity(each, pieces(each, module.group.min), pieces(each, module.group.max))
        for each in module.materials
    )
