"""The participant's handbook: chapters, worksheets, glossary; nothing of the trainer's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..model.module import Module
from ..model.reference_lists import Term
from . import front, reference_leaves
from .document import Document, Leaf
from .edition import Edition
from .exercise import ExerciseView, exercise_view
from .outcomes import outcomes
from .sheets import handout_leaf


class ChapterView(NamedTuple):
    """A module's chapter. Made of what participants may see, so nothing else can slip in."""

    id: str
    title: str
    minutes: int
    objectives: tuple[tuple[str, str, tuple[str, ...]], ...]
    reading: str | None
    key_points: tuple[str, ...]
    exercises: tuple[ExerciseView, ...]
    handouts: tuple[tuple[str, str, str], ...]
    terms: tuple[Term, ...]
    sources: tuple[tuple[str, str], ...]


def chapter_leaf(edition: Edition, module: Module) -> Leaf:
    """The chapter of one module."""
    curriculum = edition.curriculum
    titles = edition.audience_titles
    exercises = tuple(exercise_view(module, each) for each in module.scenarios)
    view = ChapterView(
        id=module.id,
        title=module.title,
        minutes=module.minutes,
        objectives=tuple(
            (o.id, o.text, titles(o.audiences) if o.audiences else ()) for o in module.objectives
        ),
        reading=module.reading,
        key_points=module.key_points,
        exercises=exercises,
        handouts=tuple((f"{module.id}-{h.id}", h.title, h.kind) for h in module.handouts),
        terms=tuple(curriculum.terms[each] for each in module.terms),
        sources=tuple((curriculum.sources[r.source].title, r.where) for r in module.sources),
    )
    return Leaf(
        id=f"{module.id}-P",
        template="chapter.html",
        title=f"{module.id} {module.title}",
        label=f"{module.id}-P-",
        depth=1,
        language=curriculum.language_of(module),
        view=view,
        running=edition.module_running(module, trainer_only=False),
    )


def _leaves(edition: Edition) -> Iterator[Leaf]:
    yield front.cover(edition, "participant-handbook", owner=True, trainer_only=False)
    yield front.imprint(edition)
    yield front.contents(edition, "participant")
    yield from reference_leaves.sections(edition, "participant", "front")
    yield outcomes(edition, "participant")
    for module in edition.modules:
        yield chapter_leaf(edition, module)
        for handout in module.handouts:
            yield handout_leaf(edition, module, handout, depth=2)
    yield from reference_leaves.sections(edition, "participant", "back")
    yield reference_leaves.glossary(edition)
    yield reference_leaves.sources(edition)
    yield from reference_leaves.forms(edition, "participant")


def participant_handbook(edition: Edition) -> Document:
    """The whole participant's handbook."""
    return Document(
        name="participant-handbook",
        path=f"participant-handbook{edition.suffix}",
        title=f"{edition.t('document.participant-handbook')}: {edition.curriculum.programme.title}",
        subject=edition.curriculum.programme.title,
        language=edition.language,
        leaves=tuple(_leaves(edition)),
    )
