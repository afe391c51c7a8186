"""What serves each item of the standard: objectives, steps, test items, audiences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from .curriculum import Curriculum
from .links import Link
from .module import Module
from .programme import LeftOut
from .remember import remember
from .standard import Recommendation

Part = Literal["objective", "step", "item"]
"""What it takes to serve an item: to state it, to teach it for long enough, to measure it."""

LEAST_STEP = 10
"""Minutes a step needs to count as teaching an item, not only touching it."""


@dataclass(frozen=True, slots=True)
class Service:
    """How one module serves one item of the standard. Empty when it does not."""

    module: str
    objectives: tuple[str, ...]
    steps: tuple[str, ...]
    items: tuple[str, ...]
    audiences: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """Stated, taught for long enough, and measured."""
        return bool(self.objectives and self.steps and self.items)


@dataclass(frozen=True, slots=True)
class Row:
    """One item of the standard with every module that serves it, in the programme's order."""

    recommendation: Recommendation
    services: tuple[Service, ...]
    left_out: bool
    left_out_for: tuple[str, ...]

    @property
    def missing(self) -> tuple[Part, ...]:
        """What no module has for it, whether accepted or not."""
        found: dict[Part, bool] = {
            "objective": any(each.objectives for each in self.services),
            "step": any(each.steps for each in self.services),
            "item": any(each.items for each in self.services),
        }
        return tuple(name for name, there in found.items() if not there)

    @property
    def main_audiences(self) -> tuple[str, ...]:
        """Audiences for whom the item matters most."""
        marked = self.recommendation.audiences
        return tuple(each.audience for each in marked if each.weight == "main")

    @property
    def audiences_missing(self) -> tuple[str, ...]:
        """Main audiences that no module serves, whether accepted or not."""
        served = {audience for each in self.services for audience in each.audiences}
        return tuple(each for each in self.main_audiences if each not in served)

    @property
    def open_parts(self) -> tuple[Part, ...]:
        """What is missing and nobody has accepted."""
        return () if self.left_out else self.missing

    @property
    def open_audiences(self) -> tuple[str, ...]:
        """Main audiences that a served item does not reach, and nobody has accepted."""
        if self.left_out or not self.services:
            return ()
        return tuple(each for each in self.audiences_missing if each not in self.left_out_for)

    @property
    def hole(self) -> bool:
        """Whether something is missing that nobody has accepted."""
        return bool(self.open_parts or self.open_audiences)


def service(module: Module, number: int) -> Service:
    """How a module serves the item with this number."""
    objectives = [each for each in module.objectives if number in each.recommendations]
    ids = {each.id for each in objectives}
    return Service(
        module=module.id,
        objectives=tuple(each.id for each in objectives),
        steps=tuple(
            step.id
            for step in module.steps
            if step.minutes >= LEAST_STEP and step.method != "break" and ids & set(step.objectives)
        ),
        items=tuple(item.id for item in module.assessment if item.objective in ids),
        audiences=tuple(
            dict.fromkeys(who for each in objectives for who in module.audiences_of(each))
        ),
    )


def row(item: Recommendation, modules: Iterable[Module], holes: Iterable[LeftOut]) -> Row:
    """One item of the standard, as far as these modules serve it."""
    found = (service(module, item.number) for module in modules)
    here = [each for each in holes if each.recommendation == item.number]
    return Row(
        recommendation=item,
        services=tuple(each for each in found if each.objectives),
        left_out=any(each.audience is None for each in here),
        left_out_for=tuple(each.audience for each in here if each.audience is not None),
    )


@remember(4)
def rows(curriculum: Curriculum) -> tuple[Row, ...]:
    """Every item of the programme's standard."""
    serving: dict[int, list[Module]] = {}
    for module in curriculum.modules.values():
        for number in {each for one in module.objectives for each in one.recommendations}:
            serving.setdefault(number, []).append(module)
    holes = curriculum.programme.left_out
    items = curriculum.recommendations.values()
    return tuple(row(item, serving.get(item.number, ()), holes) for item in items)


LinkState = Literal["confirmed", "suspect"]


@dataclass(frozen=True, slots=True)
class Compared:
    """A confirmed link beside the texts of today; `index` is its place in the file."""

    index: int
    link: Link
    module_changed: bool
    item_changed: bool

    @property
    def suspect(self) -> bool:
        return self.module_changed or self.item_changed


def compared(curriculum: Curriculum) -> Iterator[Compared]:
    """Every confirmed link whose module and item exist."""
    links = curriculum.links.links if curriculum.links else ()
    texts: dict[str, str] = {}
    for index, link in enumerate(links):
        module = curriculum.modules.get(link.module)
        item = curriculum.recommendations.get(link.recommendation)
        if module is None or item is None:
            continue
        if link.module not in texts:
            texts[link.module] = module.digest
        module_changed = link.module_digest != texts[link.module]
        yield Compared(index, link, module_changed, link.item_digest != item.digest)


def link_states(curriculum: Curriculum) -> dict[tuple[str, int], LinkState]:
    """Each link, by module and item, that someone has confirmed at some time."""
    states: dict[tuple[str, int], LinkState] = {}
    for each in compared(curriculum):
        key = (each.link.module, each.link.recommendation)
        if states.get(key) != "suspect":
            states[key] = "suspect" if each.suspect else "confirmed"
    return states
