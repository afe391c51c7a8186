"""The trainer's handbook: guide, the very lesson plans, matrices, lists and blank forms."""

from __future__ import annotations

from collections.abc import Iterator

from . import front, reference_leaves
from .coverage_matrix import coverage_matrix
from .document import Document, Leaf
from .edition import Edition
from .integration import integration_plan
from .lesson_plan import module_leaves


def _leaves(edition: Edition) -> Iterator[Leaf]:
    yield front.cover(edition, "trainer-handbook", owner=False, trainer_only=True)
    yield front.imprint(edition)
    yield front.contents(edition, "trainer")
    yield from reference_leaves.sections(edition, "trainer", "front")
    yield reference_leaves.programme_overview(edition)
    for module in edition.modules:
        yield from module_leaves(edition, module)
    matrix = coverage_matrix(edition)
    if matrix is not None:
        yield matrix
    plan = integration_plan(edition)
    if plan is not None:
        yield plan
    yield from reference_leaves.sections(edition, "trainer", "back")
    yield reference_leaves.glossary(edition)
    wording = reference_leaves.wording(edition)
    if wording is not None:
        yield wording
    yield reference_leaves.sources(edition)
    yield from reference_leaves.forms(edition, "trainer")


def trainer_handbook(edition: Edition) -> Document:
    """The whole trainer's handbook."""
    return Document(
        name="trainer-handbook",
        path=f"trainer-handbook{edition.suffix}",
        title=f"{edition.t('document.trainer-handbook')}: {edition.curriculum.programme.title}",
        subject=edition.curriculum.programme.title,
        language=edition.language,
        leaves=tuple(_leaves(edition)),
    )
