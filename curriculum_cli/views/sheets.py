"""The sheets of a module beside its plan: scenarios, cards, handouts, test and key."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..model.module import Handout, Module, Step
from ..model.scenario import Role, Scenario
from .assessment import (
    KeyItem,
    PaperItem,
    key_item,
    on_paper,
    paper_item,
    seen_in_practice,
    special_audiences,
)
from .cards import cards_by_page
from .document import Leaf
from .edition import Edition


class ScenarioView(NamedTuple):
    """A scenario for the trainer: everything but the cards, which are a sheet of their own."""

    module: Module
    scenario: Scenario
    origin: str | None
    step: Step | None
    audiences: tuple[str, ...]


class CardsView(NamedTuple):
    """Role cards to cut, as many to a page as fit."""

    module_id: str
    scenario_id: str
    title: str
    pages: tuple[tuple[Role, ...], ...]


class ObserverView(NamedTuple):
    """The observer's sheet, to copy."""

    module_id: str
    scenario_id: str
    title: str
    behaviours: tuple[str, ...]


class HandoutView(NamedTuple):
    """A handout as participants get it: no answers."""

    module_id: str
    id: str
    title: str
    kind: str
    body: str
    lines: int
    audiences: tuple[str, ...]


class PaperView(NamedTuple):
    """The test as participants get it."""

    module_id: str
    title: str
    items: tuple[PaperItem, ...]


class KeyView(NamedTuple):
    """Keys and feedback of the test, what an assessor ticks, and answers to worksheets."""

    module_id: str
    title: str
    items: tuple[KeyItem, ...]
    observed: tuple[KeyItem, ...]
    handouts: tuple[Handout, ...]


def module_sheet(
    edition: Edition,
    module: Module,
    suffix: str,
    template: str,
    title: str,
    view: object,
    depth: int,
    *,
    trainer_only: bool = True,
) -> Leaf:
    """One sheet of a module; `suffix` follows the module's id in its name and its label."""
    name = f"{module.id}{suffix}"
    language = edition.curriculum.language_of(module)
    running = edition.module_running(module, trainer_only=trainer_only)
    return Leaf(name, template, title, f"{name}-", depth, language, view, running)


def handout_leaf(edition: Edition, module: Module, handout: Handout, depth: int) -> Leaf:
    """One handout: the same leaf in lesson plan, handbooks and packs."""
    own = edition.audience_titles(handout.audiences) if handout.audiences else ()
    return Leaf(
        id=f"{module.id}-{handout.id}",
        template="handout.html",
        title=handout.title,
        label=f"{module.id}-{handout.id}-",
        depth=depth,
        language=edition.curriculum.language_of(module),
        view=HandoutView(
            module.id, handout.id, handout.title, handout.kind, handout.body, handout.lines, own
        ),
        running=edition.module_running(module, trainer_only=False),
    )


def scenario_leaves(
    edition: Edition, module: Module, scenario: Scenario, depth: int
) -> Iterator[Leaf]:
    """A scenario's sheets: the trainer's, the role cards, and the observer's."""
    step = next((each for each in module.steps if each.scenario == scenario.id), None)
    source = edition.curriculum.sources.get(scenario.origin)
    own = edition.audience_titles(scenario.audiences) if scenario.audiences else ()
    view = ScenarioView(module, scenario, source.title if source else None, step, own)
    base = f"-{scenario.id}"
    yield module_sheet(edition, module, base, "scenario.html", scenario.title, view, depth)
    if scenario.roles:
        cards = CardsView(module.id, scenario.id, scenario.title, cards_by_page(scenario.roles))
        title = f"{edition.t('sheet.cards')}: {scenario.title}"
        yield module_sheet(edition, module, f"{base}R", "cards.html", title, cards, depth)
    if scenario.observer:
        behaviours = tuple(each.text for each in scenario.observer)
        observer = ObserverView(module.id, scenario.id, scenario.title, behaviours)
        title = f"{edition.t('sheet.observer')}: {scenario.title}"
        yield module_sheet(edition, module, f"{base}B", "observer.html", title, observer, depth)


def test_sheet(edition: Edition, module: Module, depth: int) -> Iterator[Leaf]:
    """The module's own test as participants get it; nothing when it has none."""
    asked = on_paper(module)
    if not asked:
        return
    items = tuple(
        paper_item(module, number, item)._replace(
            audiences=edition.audience_titles(special_audiences(module, item))
        )
        for number, item in enumerate(asked, 1)
    )
    paper = PaperView(module.id, module.title, items)
    title = edition.t("sheet.test")
    yield module_sheet(edition, module, "-T", "test.html", title, paper, depth, trainer_only=False)


def key_sheet(
    edition: Edition, module: Module, depth: int, *, items: bool = True
) -> Iterator[Leaf]:
    """Keys to the module's own test and its worksheets; without `items`, to worksheets only."""
    keys = tuple(key_item(module, n, i) for n, i in enumerate(on_paper(module) if items else (), 1))
    seen = seen_in_practice(module) if items else ()
    observed = tuple(key_item(module, None, each) for each in seen)
    answered = tuple(each for each in module.handouts if each.answers)
    if not keys and not observed and not answered:
        return
    key = KeyView(module.id, module.title, keys, observed, answered)
    title = edition.t("sheet.key" if keys or observed else "key.worksheets")
    yield module_sheet(edition, module, "-K", "key.html", title, key, depth)
