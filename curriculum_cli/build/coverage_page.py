"""The coverage as one page for the screen that works offline and without script."""

from __future__ import annotations

from markupsafe import Markup

from ..checks.project import Outcome
from ..model.coverage import LEAST_STEP
from ..render.environment import Renderer
from ..settings import Settings
from ..views.coverage_report import CoverageReport
from .look import read_look
from .plan import edition_in
from .provenance import provenance
from .request import Request

STYLES = ("tokens", "screen")


def coverage_page(
    settings: Settings, outcome: Outcome, report: CoverageReport, language: str
) -> str:
    """The page, with headings in one language."""
    assert outcome.checked is not None, "files that do not decode are never shown"
    where = provenance(settings.project, outcome)
    edition = edition_in(
        language, Request(documents=(), languages=(language,)), settings, outcome.checked, where
    )
    css = "\n".join(read_look(settings.asset("styles", f"{name}.css")) for name in STYLES)
    return Renderer(settings.templates, edition).shell(
        "shells/coverage.html",
        report=report,
        least_step=LEAST_STEP,
        curriculum=outcome.checked.curriculum,
        css=Markup(css),  # noqa: S704 — our own style sheets
    )
