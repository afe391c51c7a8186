"""How role cards are shared out over sheets that are cut and never printed on both sides."""

from __future__ import annotations

from math import ceil

from ..model.scenario import Role

SHEET = 207
"""Millimetres for cards on a sheet: what Letter, the lower paper, has below the title."""

_LINE, _SIGNS, _FRAME, _SECRET = 5.12, 74, 22.6, 9.2
"""A line (mm), signs in it, a card without text (mm), the head of a secret (mm)."""


def cards_by_page(roles: tuple[Role, ...]) -> tuple[tuple[Role, ...], ...]:
    """The roles in order, as many to a sheet as fit by the length of their texts."""
    pages: list[list[Role]] = []
    room = 0.0
    for role in roles:
        need = _height(role)
        if not pages or need > room:
            pages.append([])
            room = SHEET
        pages[-1].append(role)
        room -= need
    _leave_none_alone(pages)
    return tuple(tuple(page) for page in pages)


def _leave_none_alone(pages: list[list[Role]]) -> None:
    """Give a last card that stands alone a neighbour from a sheet of three or more."""
    if len(pages) > 1 and len(pages[-1]) == 1 and len(pages[-2]) > 2:
        pair = [pages[-2][-1], *pages[-1]]
        if sum(map(_height, pair)) <= SHEET:
            pages[-2:] = [pages[-2][:-1], pair]


def _height(role: Role) -> float:
    """Millimetres that a card takes, on the generous side."""
    secret = _SECRET + _lines(role.secret) * _LINE if role.secret else 0
    return _FRAME + _lines(role.card) * _LINE + secret


def _lines(text: str) -> float:
    paragraphs = [" ".join(each.split()) for each in text.split("\n\n")]
    return sum(ceil(len(each) / _SIGNS) + 0.42 for each in paragraphs if each)
