"""A module's test as participants see it, and its key as trainers do."""

from __future__ import annotations

from hashlib import sha256
from typing import NamedTuple

from ..model.assessment import (
    Checklist,
    Essay,
    Item,
    Matching,
    MultipleChoice,
    Ordering,
    Question,
    ShortAnswer,
    TrueFalse,
)
from ..model.module import Module


class Choice(NamedTuple):
    """One thing to choose, match or put in order, behind its letter."""

    letter: str
    text: str


class PaperItem(NamedTuple):
    """An item as printed on the test paper: nothing here tells the answer."""

    number: int
    kind: str
    stem: str
    situation: str | None
    choices: tuple[Choice, ...] = ()
    prompts: tuple[str, ...] = ()
    lines: int = 0
    audiences: tuple[str, ...] = ()


class KeyItem(NamedTuple):
    """An item's key: the answer in letters, the model answer, and what to say about it.

    Without a number it is not on the paper: an assessor ticks it.
    """

    number: int | None
    item: Question
    answer: str
    model_answer: str | None = None
    feedback: tuple[tuple[str, str], ...] = ()
    criteria: tuple[str, ...] = ()


_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def shuffled(texts: tuple[str, ...], seed: str) -> tuple[int, ...]:
    """An order that looks random, is always the same, and is never the order given."""
    order = sorted(
        range(len(texts)), key=lambda i: sha256(f"{seed}|{texts[i]}|{i}".encode()).digest()
    )
    if len(order) > 1 and order == sorted(order):
        order = [*order[1:], order[0]]
    return tuple(order)


def _order(module: Module, item: Matching | Ordering) -> tuple[int, ...]:
    texts = tuple(p.right for p in item.pairs) if isinstance(item, Matching) else item.sequence
    return shuffled(texts, f"{module.id}|{item.id}")


def special_audiences(module: Module, item: Item) -> tuple[str, ...]:
    """Ids of those an item is for when it is not for everyone: its own, or its objective's."""
    objective = next((each for each in module.objectives if each.id == item.objective), None)
    return item.audiences or (objective.audiences if objective else ())


def on_paper(module: Module) -> tuple[Item, ...]:
    """The items that participants answer on paper, in order; the others an assessor ticks."""
    return tuple(each for each in module.assessment if not isinstance(each, Checklist))


def seen_in_practice(module: Module) -> tuple[Item, ...]:
    """The items that an assessor ticks, in order."""
    return tuple(each for each in module.assessment if isinstance(each, Checklist))


def paper_item(module: Module, number: int, item: Item) -> PaperItem:
    """What participants see of an item that is on paper."""
    base = (number, item.kind, item.stem, item.situation)
    if isinstance(item, MultipleChoice):
        choices = tuple(Choice(_LETTERS[i], o.text) for i, o in enumerate(item.options))
        return PaperItem(*base, choices=choices)
    if isinstance(item, Matching):
        order = _order(module, item)
        choices = tuple(Choice(_LETTERS[n], item.pairs[i].right) for n, i in enumerate(order))
        return PaperItem(*base, choices=choices, prompts=tuple(p.left for p in item.pairs))
    if isinstance(item, Ordering):
        order = _order(module, item)
        return PaperItem(
            *base, choices=tuple(Choice(_LETTERS[n], item.sequence[i]) for n, i in enumerate(order))
        )
    if isinstance(item, ShortAnswer | Essay):
        return PaperItem(*base, lines=item.lines)
    return PaperItem(*base)


def key_item(module: Module, number: int | None, item: Item) -> KeyItem:
    """What trainers see of an item."""
    if isinstance(item, MultipleChoice):
        letters = [_LETTERS[i] for i, o in enumerate(item.options) if o.correct]
        feedback = tuple((_LETTERS[i], o.feedback or "") for i, o in enumerate(item.options))
        return KeyItem(number, item, ", ".join(letters), feedback=feedback)
    if isinstance(item, TrueFalse):
        return KeyItem(number, item, "true" if item.answer else "false")
    if isinstance(item, Matching):
        order = _order(module, item)
        pairs = [f"{n + 1} {_LETTERS[order.index(n)]}" for n in range(len(item.pairs))]
        return KeyItem(number, item, ", ".join(pairs))
    if isinstance(item, Ordering):
        order = _order(module, item)
        letters = [_LETTERS[order.index(n)] for n in range(len(item.sequence))]
        return KeyItem(number, item, " – ".join(letters))
    if isinstance(item, ShortAnswer):
        return KeyItem(number, item, "", model_answer=item.answer)
    if isinstance(item, Checklist):
        return KeyItem(number, item, "", criteria=item.checks)
    return KeyItem(number, item, "", criteria=item.criteria)
