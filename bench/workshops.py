"""Six one-day workshops over the modules of a cut curriculum."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from .cut import Tree

WORKSHOPS, MODULES_EACH = 6, 5
FIRST = date(2027, 4, 6)
PARTICIPANTS = 16
_START, _LUNCH, _BREAK, _BREAK_AFTER = 9 * 60, 60, 15, 75


def workshops(trees: list[Tree]) -> Iterator[Tree]:
    """Each shares modules with the next, as the courses of one academy do."""
    for number in range(WORKSHOPS):
        audience = _audiences(trees)[number % len(_audiences(trees))]
        having = [tree for tree in trees if audience in tree["audiences"]]
        first = number * 2 % max(len(having) - MODULES_EACH + 1, 1)
        yield _workshop(number, audience, having[first : first + MODULES_EACH])


def _audiences(trees: list[Tree]) -> list[str]:
    counts: dict[str, int] = {}
    for tree in trees:
        for audience in tree["audiences"]:
            counts[audience] = counts.get(audience, 0) + 1
    return sorted(counts, key=lambda each: (-counts[each], each))[:3]


def _workshop(number: int, audience: str, modules: list[Tree]) -> Tree:
    items: list[Tree] = [{"event": "registration", "minutes": 15}]
    sitting = clock = 15
    lunch = False
    for index, module in enumerate(modules):
        if index and sitting + module["minutes"] > _BREAK_AFTER:
            pause = {"break": _BREAK}
            if not lunch and clock > 150:
                pause, lunch = {"lunch": _LUNCH}, True
            items.append(pause)
            clock += next(iter(pause.values()))
            sitting = 0
        items.append({"module": module["id"]})
        clock += module["minutes"]
        sitting += module["minutes"]
    if sitting > _BREAK_AFTER - 30:
        items.append({"break": _BREAK})
        clock += _BREAK
    items += [{"event": "evaluation", "minutes": 15}, {"event": "certificates", "minutes": 15}]
    clock += 30
    return {
        "kind": "workshop",
        "id": f"workshop-{number + 1}",
        "title": f"Workshop {number + 1}",
        "audience": audience,
        "place": "Training centre",
        "languages": ["en"],
        "participants": PARTICIPANTS,
        "dates": [FIRST + timedelta(weeks=number)],
        "seed": number + 1,
        "days": [{"start": _clock(0), "end": _clock(clock), "items": items}],
    }


def _clock(minutes: int) -> str:
    return f"{(_START + minutes) // 60:02}:{(_START + minutes) % 60:02}"
