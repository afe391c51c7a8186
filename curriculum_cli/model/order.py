"""In which order modules can be taught: layers, with the needs that are not implied by others."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from graphlib import CycleError, TopologicalSorter

Needs = Mapping[str, Collection[str]]
"""What each thing needs before it, by name. Names that are not keys do not count."""


def layers(needs: Needs) -> list[list[str]]:
    """Things that need nothing, then those that need only the former, and so on.

    Needs that go round in a circle are passed over: the rules report them.
    """
    known = _without_circles(needs)
    order = {name: place for place, name in enumerate(known)}
    sorter = TopologicalSorter(known)
    sorter.prepare()
    found: list[list[str]] = []
    while sorter.is_active():
        ready = sorter.get_ready()
        found.append(sorted(ready, key=order.__getitem__))
        sorter.done(*ready)
    return found


def direct(needs: Needs) -> list[tuple[str, str]]:
    """Each need that no chain of other needs implies, as (before, after)."""
    known = _without_circles(needs)
    above: dict[str, set[str]] = {}
    for layer in layers(known):
        for name in layer:
            above[name] = {each for need in known[name] for each in (need, *above[need])}
    return [
        (need, name)
        for name, wanted in known.items()
        for need in wanted
        if not any(need in above[other] for other in wanted)
    ]


def _without_circles(needs: Needs) -> dict[str, list[str]]:
    known = {
        name: [each for each in dict.fromkeys(wanted) if each in needs and each != name]
        for name, wanted in needs.items()
    }
    while True:
        try:
            TopologicalSorter(known).prepare()
        except CycleError as error:
            before, after = error.args[1][:2]
            known[after].remove(before)
        else:
            return known
