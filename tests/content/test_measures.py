"""Coverage, words, minutes and items of every module: as tables to read, and against the measure.

The tables lie in tests/golden/curriculum. They change with the content; look at the difference.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from curriculum_cli.checks.objectives import audiences_of_item
from curriculum_cli.model.coverage import rows
from curriculum_cli.model.module import Module
from curriculum_cli.model.timing import steps_for

from ..golden import differences
from .embedded import MODULES, curriculum, module, words


def _versions(each: Module) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each version of a module's plan, by the first audience that has it, with its steps."""
    seen: dict[tuple[str, ...], str] = {}
    for audience in each.audiences:
        steps = tuple(step.id for step in steps_for(each, audience))
        seen.setdefault(steps, audience)
    for steps, audience in seen.items():
        yield audience, steps


def coverage_table() -> str:
    lines = []
    for row in rows(curriculum()):
        number = row.recommendation.number
        for each in row.services:
            found = f"objectives {' '.join(each.objectives)}; steps {' '.join(each.steps)}"
            lines.append(f"Rec. {number:2} {each.module}: {found}; items {' '.join(each.items)}")
        lines += [f"Rec. {number:2} left out for {hole}" for hole in row.left_out_for]
    return "\n".join(lines) + "\n"


def module_table() -> str:
    lines = []
    for each in curriculum().modules.values():
        whole = sum(words(step.content) + words(step.trainer) for step in each.steps)
        judged = sum(item.situation is not None for item in each.assessment)
        lines.append(
            f"{each.id} {each.minutes:3} min; chapter {words(each.reading):4} words; plan {whole:4}"
            f" words; {len(each.objectives)} objectives, {len(each.scenarios)} scenarios,"
            f" {len(each.handouts)} handouts, {len(each.assessment):2} items ({judged} with a case)"
        )
    return "\n".join(lines) + "\n"


def method_table() -> str:
    lines = []
    for each in curriculum().modules.values():
        for audience, steps in _versions(each):
            minutes: Counter[str] = Counter()
            for step in each.steps:
                if step.id in steps:
                    minutes[step.method] += step.minutes
            shown = ", ".join(f"{name} {count}" for name, count in minutes.most_common())
            lines.append(f"{each.id} {audience}: {shown}")
    return "\n".join(lines) + "\n"


def item_table() -> str:
    lines = []
    for each in curriculum().modules.values():
        for objective in each.objectives:
            items = [item.id for item in each.assessment if item.objective == objective.id]
            domain = f"{objective.domain}, {objective.level}"
            lines.append(f"{each.id} {objective.id} ({domain}): {' '.join(items)}")
    return "\n".join(lines) + "\n"


def test_the_tables_are_as_they_were_last_looked_at() -> None:
    tables = {
        "coverage.txt": coverage_table(),
        "modules.txt": module_table(),
        "minutes-by-method.txt": method_table(),
        "items-by-objective.txt": item_table(),
    }
    assert differences("curriculum", tables) == []


def test_every_recommendation_is_served_and_reaches_its_main_audiences() -> None:
    found = {row.recommendation.number: row for row in rows(curriculum())}
    assert list(found) == list(range(1, 24))
    for number, row in found.items():
        assert row.missing == (), number
        assert set(row.audiences_missing) == set(row.left_out_for), number


def test_all_fourteen_modules_are_there_in_order() -> None:
    assert list(MODULES) == [f"M{number:02}" for number in range(1, 15)]


@pytest.mark.parametrize("name", MODULES)
def test_a_module_keeps_to_the_measure(name: str) -> None:
    each = module(name)
    assert 90 <= each.minutes <= 240
    assert 900 <= words(each.reading) <= 1_600
    assert {objective.domain for objective in each.objectives} == {"knowledge", "skill", "attitude"}
    assert each.key_points
    assert each.terms
    assert each.community_contributor.note
    assert any(reference.source == "rpmes" and reference.where for reference in each.sources)
    assert (each.reviewed, each.approved) == (None, None)


@pytest.mark.parametrize("name", MODULES)
def test_a_version_of_a_module_keeps_to_the_measure(name: str) -> None:
    each = module(name)
    for audience, ids in _versions(each):
        steps = [step for step in each.steps if step.id in ids]
        lectures = [step.minutes for step in steps if step.method == "lecture"]
        objectives = [o for o in each.objectives if audience in each.audiences_of(o)]
        scenarios = [s for s in each.scenarios if audience in each.audiences_of(s)]
        handouts = [h for h in each.handouts if audience in each.audiences_of(h)]
        items = [i for i in each.assessment if audience in audiences_of_item(each, i)]
        assert 3 <= len(objectives) <= 6, audience
        assert 2 <= len(handouts) <= 4, audience
        assert 8 <= len(items) <= 12, audience
        assert sum(item.situation is not None for item in items) >= 3, audience
        assert 1 <= len(scenarios) <= 2, audience
        assert sum(lectures) * 3 <= each.minutes, audience
        assert max(lectures, default=0) <= 20, audience
        assert longest_stretch(each, ids) <= 100, audience
        assert any(step.minutes % 10 for step in steps), audience


def longest_stretch(each: Module, ids: tuple[str, ...]) -> int:
    """Minutes of the longest run of steps without a break."""
    longest = stretch = 0
    for step in each.steps:
        if step.id in ids:
            stretch = 0 if step.method == "break" else stretch + step.minutes
            longest = max(longest, stretch)
    return longest


@pytest.mark.parametrize("name", MODULES)
def test_a_scenario_can_be_played(name: str) -> None:
    for scenario in module(name).scenarios:
        phases = [question.phase for question in scenario.debrief]
        order = ["facts", "feelings", "findings", "future"]
        assert list(dict.fromkeys(phases)) == order, scenario.id
        assert phases == sorted(phases, key=order.index), scenario.id
        assert scenario.minutes.debrief >= scenario.minutes.play, scenario.id
        assert len(scenario.observer) >= 4, scenario.id
        assert scenario.facilitator, scenario.id
        assert scenario.origin == "fictional", scenario.id
        if scenario.kind == "role-play":
            assert any(role.secret for role in scenario.roles), scenario.id
