"""R: ids, references, and what is defined and never used."""

from __future__ import annotations

import pytest

from .mutation import GLOSSARY, M01, M10, M14, PROGRAMME, SOURCES, Mutation
from .real import Real, assert_only_this

_UNCITED = """\
  - id: ▸old-manual
    kind: manual
    author: A school
    title: A manual
    year: "1999"
    checked_on: 2026-11-22
"""
_UNUSED = """\
  - id: ▸gendarmerie
    term: gendarmerie
    definition: A police force of soldiers.
"""
_ORDER = "M11, M12, M13, M14]"

MUTATIONS = (
    Mutation("R101", ((M10, '{id: B2, text: "States', '{id: ▸B1, text: "States'),)),
    Mutation("R102", ((M10, "prerequisites: [M01]", "prerequisites: [▸M99]"),)),
    Mutation(
        "R103",
        (
            (
                M01,
                "recommendations: [1, 2]\nminutes",
                "recommendations: [1, 2]\nprerequisites: [▸M10]\nminutes",
            ),
        ),
        follows=("W102",),
    ),
    Mutation("R104", ((PROGRAMME, _ORDER, "M11, M12, M13]"),), (M14, "id: ▸M14")),
    Mutation(
        "R105",
        (
            (
                M10,
                "materials:\n  - {id: flip",
                "materials:\n  - {id: ▸cones, text: Cones, per: room, count: 4}\n  - {id: flip",
            ),
        ),
    ),
    Mutation(
        "R106",
        (
            (
                SOURCES,
                "  - id: osce-project-2012",
                _UNCITED + "  - id: osce-project-2012",
            ),
        ),
    ),
    Mutation(
        "R107", ((M10, "terms:\n  - profiling", "terms:\n  - ▸precinct-inspector\n  - profiling"),)
    ),
    Mutation(
        "R108",
        ((M10, "  - call-out-list\n", ""),),
        (M10, "use the language card or the ▸call-out list. A"),
    ),
    Mutation(
        "R109",
        (
            (
                GLOSSARY,
                "  - id: call-out-list\n",
                _UNUSED + "  - id: call-out-list\n",
            ),
        ),
    ),
)


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda each: each.code)
def test_a_broken_reference_is_reported_alone(real: Real, mutation: Mutation) -> None:
    assert_only_this(real, mutation)
