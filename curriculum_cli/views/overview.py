"""The overview: the programme in one document that whoever is responsible for it can approve."""

from __future__ import annotations

from collections.abc import Iterator

from . import front, reference_leaves
from .assessment_scheme import assessment_scheme
from .coverage_matrix import coverage_matrix
from .coverage_picture import coverage_picture
from .document import Document, Leaf
from .edition import Edition
from .integration import integration_plan
from .outcomes import outcomes
from .prerequisites import prerequisites
from .workshop_list import workshop_list


def _leaves(edition: Edition) -> Iterator[Leaf]:
    yield front.cover(edition, "overview", owner=False, trainer_only=False, approval=True)
    yield front.imprint(edition)
    yield front.contents(edition, "overview")
    yield from reference_leaves.sections(edition, "owner", "front")
    yield reference_leaves.programme_overview(edition)
    yield outcomes(edition, "overview")
    yield prerequisites(edition)
    yield from filter(None, (workshop_list(edition),))
    yield from filter(None, (coverage_picture(edition), coverage_matrix(edition)))
    yield from filter(None, (integration_plan(edition),))
    yield assessment_scheme(edition)
    yield from reference_leaves.sections(edition, "owner", "back")
    yield reference_leaves.sources(edition)


def overview(edition: Edition) -> Document:
    """The whole overview."""
    return Document(
        name="overview",
        path=f"overview{edition.suffix}",
        title=f"{edition.t('document.overview')}: {edition.curriculum.programme.title}",
        subject=edition.curriculum.programme.title,
        language=edition.language,
        leaves=tuple(_leaves(edition)),
    )
