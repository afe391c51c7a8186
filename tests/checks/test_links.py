"""C: a confirmed link is suspect when one of its two texts has changed."""

from __future__ import annotations

import pytest

from ..project import LINKS, M01, M02, STANDARD, Project, only, shown
from .cases import Case, assert_found, assert_silent

_STEP = "Группа пишет пять пунктов и показывает соседям."

FAILING = {
    "a module that was rewritten": Case(
        "C104",
        ((M02, _STEP, "Группа пишет шесть пунктов."),),
        "M02 has changed since its links to Recommendation 3 were confirmed on 2026-11-12",
        "`curriculum coverage --confirm M02`",
        (M02, "recommendations: ▸[3, 1]\nprereq"),
    ),
    "an item that was retold": Case(
        "C104",
        ((STANDARD, "looked at again every year", "looked at again every month"),),
        "Recommendation 3 has changed since its link to M02 was confirmed on 2026-11-12",
        "`curriculum coverage --confirm M02`",
        (M02, "recommendations: [▸3, 1]\nprereq"),
    ),
    "a link of a module that is gone": Case(
        "R102", ((LINKS, "module: M02", "module: ▸M03"),), "there is no module “M03”"
    ),
    "a link to an item that is gone": Case(
        "R102",
        ((LINKS, "recommendation: 3", "recommendation: ▸9"),),
        "there is no Recommendation “9”",
    ),
}
PASSING = {
    "a new version of the same text": ("C104", ((M02, 'version: "0.3"\ns', 'version: "0.4"\ns'),)),
    "pages of the standard": ("C104", ((STANDARD, "pages: p. 5", "pages: p. 6"),)),
    "another module": ("C104", ((M01, "Greet first; the", "Greet first: the"),)),
    "the same text laid out otherwise": (
        "C104",
        ((M02, f"content: {_STEP}", f'content: "{_STEP}" # as before'),),
    ),
}


@pytest.mark.parametrize("name", FAILING)
def test_a_suspect_link_is_pointed_at(project: Project, name: str) -> None:
    assert_found(project, FAILING[name])


@pytest.mark.parametrize("name", PASSING)
def test_a_link_that_holds_is_left_alone(project: Project, name: str) -> None:
    assert_silent(project, *PASSING[name])


def test_a_suspect_link_shows_where_it_was_confirmed(project: Project) -> None:
    project.replace(M02, _STEP, "Группа пишет.")
    ((file, span, _),) = only(project.report(select=("C104",))).related
    assert (file, span.line) == (LINKS, 4)


def test_without_confirmed_links_nothing_is_suspect(project: Project) -> None:
    project.path(LINKS).unlink()
    assert shown(project.report(select=("C", "R")).diagnostics) == ""
