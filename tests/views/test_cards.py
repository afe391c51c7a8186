"""Role cards: as many to a sheet as fit, none lost, none on the back of another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from curriculum_cli.build.executor import ForkedWorkers
from curriculum_cli.build.look import style_sheets
from curriculum_cli.model.scenario import Role
from curriculum_cli.outputs.leaf_pdf import LaidOut, lay_out
from curriculum_cli.render.environment import Renderer
from curriculum_cli.settings import load_settings
from curriculum_cli.views.cards import cards_by_page
from curriculum_cli.views.lesson_plan import lesson_plan
from hypothesis import given
from hypothesis import strategies as st

from tests.editions import ROOT, TEMPLATES, edition


def _role(number: int, words: int, secret: int) -> Role:
    return Role.model_validate(
        {
            "id": f"R{number}",
            "name": "Player",
            "card": "word " * words + "end",
            **({"secret": "word " * secret + "end"} if secret else {}),
        }
    )


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 200)), max_size=9))
def test_every_card_is_on_a_sheet_once_and_in_order(sizes: list[tuple[int, int]]) -> None:
    roles = tuple(_role(number, *size) for number, size in enumerate(sizes, 1))
    pages = cards_by_page(roles)
    assert tuple(role for page in pages for role in page) == roles
    assert all(pages)


def test_short_cards_share_a_sheet_and_long_ones_do_not() -> None:
    short = tuple(_role(number, 20, 10) for number in range(1, 7))
    long = tuple(_role(number, 350, 90) for number in range(1, 3))
    assert [len(page) for page in cards_by_page(short)] == [4, 2]
    assert [len(page) for page in cards_by_page(long)] == [1, 1]


def lay_out_here(html: str, workspace: Path) -> LaidOut:
    """Lay out a page in the look of the documents."""
    settings = load_settings(ROOT)
    fonts = settings.asset("fonts")
    return lay_out(html, css=style_sheets(settings), assets={}, fonts=fonts, workspace=workspace)


@pytest.fixture
def workers() -> Iterator[ForkedWorkers]:
    """A worker to lay out in: the engine changes settings of the picture library for ever."""
    found = ForkedWorkers(1)
    yield found
    found.shutdown(cancel_futures=True)


def test_every_card_is_on_the_front_of_a_sheet_on_the_shorter_paper_too(
    tmp_path: Path, workers: ForkedWorkers
) -> None:
    shown = replace(edition(ROOT, "kk"), paper="letter")
    renderer = Renderer((TEMPLATES,), shown)
    cards = 0
    for module in shown.modules:
        for leaf in lesson_plan(shown, module).leaves:
            if leaf.template != "cards.html":
                continue
            html = renderer.page(leaf, renderer.leaf_body(leaf))
            found = workers.submit(lay_out_here, html, tmp_path).result()
            fronts = {name: page for name, page, *_ in found.anchors if "--R" in name}
            cards += len(fronts)
            assert all(page % 2 == 0 for page in fronts.values()), f"{leaf.id}: {fronts}"
            assert found.pages == max(fronts.values()) + 1, f"{leaf.id} runs over onto a back"
    assert cards


def test_a_last_card_does_not_stand_alone_where_it_need_not() -> None:
    roles = tuple(_role(number, 20, 10) for number in range(1, 6))
    assert [len(page) for page in cards_by_page(roles)] == [3, 2]
