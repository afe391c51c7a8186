"""What serves the standard and what does not, holes first: for the screen and for programs."""

from __future__ import annotations

from typing import Literal, NamedTuple

from ..model.coverage import LinkState, Row, Service, link_states, rows
from ..model.curriculum import Curriculum
from ..model.programme import LeftOut
from ..model.standard import Standard

State = Literal["hole", "left-out", "served"]
_ORDER: tuple[State, ...] = ("hole", "left-out", "served")


class Cell(NamedTuple):
    """How a module serves an item; `link` is None when nobody has confirmed it."""

    service: Service
    link: LinkState | None


class ItemCoverage(NamedTuple):
    """One item of the standard: what is missing, what is accepted, and its cells by module."""

    row: Row
    accepted: tuple[LeftOut, ...]
    cells: dict[str, Cell]

    @property
    def state(self) -> State:
        if self.row.hole:
            return "hole"
        return "left-out" if self.accepted else "served"


class CoverageReport(NamedTuple):
    """The whole standard, holes first, then what is left out on purpose, then the rest."""

    standard: Standard
    modules: tuple[str, ...]
    items: tuple[ItemCoverage, ...]

    def count(self, state: State) -> int:
        return sum(each.state == state for each in self.items)

    def links(self, link: LinkState | None) -> tuple[tuple[str, int], ...]:
        """Links in that state, each as module and number of the item."""
        found = (
            (name, each.row.recommendation.number)
            for each in self.items
            for name, cell in each.cells.items()
            if cell.link == link
        )
        return tuple(sorted(found))


def coverage_report(curriculum: Curriculum) -> CoverageReport | None:
    """The coverage of the programme's standard; None when it names none that exists."""
    standard = curriculum.standard
    if standard is None:
        return None
    states = link_states(curriculum)
    items = []
    for row in rows(curriculum):
        number = row.recommendation.number
        accepted = [each for each in curriculum.programme.left_out if each.recommendation == number]
        cells = {
            each.module: Cell(each, states.get((each.module, number))) for each in row.services
        }
        items.append(ItemCoverage(row, tuple(accepted), cells))
    items.sort(key=lambda each: _ORDER.index(each.state))
    return CoverageReport(standard, tuple(curriculum.modules), tuple(items))
