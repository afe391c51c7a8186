"""The sheets of a pack that belong to the workshop itself, and no module."""

from __future__ import annotations

from ..model.workshop import Workshop
from .document import Leaf
from .edition import Edition

PACK_SHEETS = {
    "programme": "workshop_programme.html",
    "running-order": "running_order.html",
    "materials": "workshop_materials.html",
    "register": "register.html",
    "pre-test": "drawn_test.html",
    "pre-test-answers": "answer_sheet.html",
    "pre-test-key": "drawn_key.html",
    "post-test": "drawn_test.html",
    "post-test-answers": "answer_sheet.html",
    "post-test-key": "drawn_key.html",
    "results": "results.html",
    "certificate": "certificates.html",
    "plates": "name_plates.html",
}
"""Each sheet's name, which is its title and its label in the interface strings, and template."""


def pack_sheet(
    edition: Edition,
    workshop: Workshop,
    name: str,
    view: object,
    *,
    trainer_only: bool,
    private: bool = False,
) -> Leaf:
    """One such sheet; `private` when it holds names of people."""
    title = edition.t(f"pack.{name}")
    running = edition.shared_running(workshop.title, trainer_only=trainer_only)
    label = edition.t(f"pack-label.{name}")
    return Leaf(
        f"workshop-{name}", PACK_SHEETS[name], title, f"{label}-", 1, edition.language, view,
        running, private=private,
    )  # fmt: skip
