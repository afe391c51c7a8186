"""What participants will be able to do, module by module."""

from __future__ import annotations

from typing import NamedTuple

from .document import Leaf
from .edition import Edition


class OutcomesView(NamedTuple):
    """The objectives of each module, with whom each is for where that is not everybody."""

    modules: tuple[tuple[str, str, tuple[tuple[str, tuple[str, ...]], ...]], ...]


def outcomes(edition: Edition, reader: str) -> Leaf:
    """The outcomes, said to a participant or, in the overview, about participants."""
    modules = tuple(
        (
            m.id,
            m.title,
            tuple(
                (o.text, edition.audience_titles(o.audiences) if o.audiences else ())
                for o in m.objectives
            ),
        )
        for m in edition.modules
    )
    about = reader == "overview"
    title = edition.t("outcomes.title-about") if about else edition.t("outcomes.title")
    running = edition.shared_running(title)
    return Leaf(
        "outcomes-overview" if about else "outcomes", "outcomes.html", title,
        f"{edition.t('label.outcomes')}-", 1, edition.curriculum.programme.language,
        OutcomesView(modules), running,
    )  # fmt: skip
