"""No sentence of a module stands in another one."""

from __future__ import annotations

from collections import defaultdict

from .embedded import curriculum, sentences


def test_no_two_modules_share_a_sentence_of_eight_words() -> None:
    where: dict[str, set[str]] = defaultdict(set)
    for each in curriculum().modules.values():
        for sentence in sentences(each):
            where[sentence].add(each.id)
    shared = {text: sorted(ids) for text, ids in where.items() if len(ids) > 1}
    assert shared == {}
