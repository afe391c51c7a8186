"""Role cards: as many to a sheet as fit, none lost, none on the back of another."""

from __future__ import annotations

from curriculum_cli.model.scenario import Role
from curriculum_cli.views.cards import cards_by_page
from hypothesis import given
from hypothesis import strategies as st


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
