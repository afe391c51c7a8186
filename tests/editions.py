"""Editions for tests: the small project or the embedded curriculum, in one language."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from curriculum_cli.checks.project import Outcome, check_project
from curriculum_cli.checks.report import Choice
from curriculum_cli.i18n.catalogue import Catalogue, load_catalogue
from curriculum_cli.render.environment import Renderer
from curriculum_cli.views.document import Document
from curriculum_cli.views.edition import Edition, Provenance

ROOT = Path(__file__).parent.parent
TEMPLATES = ROOT / "templates"
LANGUAGES = ("en", "ru", "kk")


@cache
def catalogue(language: str) -> Catalogue:
    return load_catalogue(TEMPLATES / "locale" / language / "interface.po", language)


@cache
def checked(root: Path) -> Outcome:
    outcome = check_project(root, Choice())
    assert outcome.checked is not None, outcome.report.diagnostics
    return outcome


def edition(root: Path, language: str = "en", **more: object) -> Edition:
    """An edition whose provenance is always the same, so that its pages are too."""
    outcome = checked(root)
    assert outcome.checked is not None
    where = Provenance("abc1234", date(2026, 11, 22), "curriculum 0.0.0")
    return Edition(outcome.checked, catalogue(language), where, "a4", **more)  # type: ignore[arg-type]


def bodies(edition: Edition, document: Document) -> dict[str, str]:
    """The HTML of every leaf of a document, by leaf id."""
    renderer = Renderer((TEMPLATES,), edition)
    return {leaf.id: renderer.leaf_body(leaf) for leaf in document.leaves}
