"""A real module cut to a few sheets: some steps, a scenario or none, a handout, a short test."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

Tree = dict[str, Any]

OBJECTIVES, STEPS, ROLES, HANDOUTS, TERMS, SOURCES = 2, 2, 4, 1, 6, 2
SCENARIO_EVERY, HANDOUT_EVERY = 5, 2
PARAGRAPHS, CHAPTERS = 1, 3
"""Parts of the reading, after its first lines."""
_SENTENCE = re.compile(r"(?<=[a-z]{3})\.$", re.MULTILINE)
_MODULE_LINK = re.compile(r"\[([^\]]*)\]\(([A-Z]{1,3}\d{2,3})\)")


PRACTICAL = {"exercise", "group-work", "case-study", "table-top", "teach-back"}


def cut(module: Tree, name: str, number: int, variant: int, terms: list[Tree]) -> Tree:
    """The module as `name`, a fraction of its size; each variant reads differently.

    One module in five has a scenario, every other a handout.
    """
    scenario = number % SCENARIO_EVERY == 0
    steps = list(_steps(module, scenario))
    taught = [each for step in steps for each in step.get("objectives", ())]
    tested = {item["objective"] for item in module["assessment"]}
    open_to_all = {each["id"] for each in module["objectives"] if not each.get("audiences")}
    order = sorted(set(taught) & tested & open_to_all, key=lambda each: (-taught.count(each), each))
    kept = set(order[:OBJECTIVES])
    objectives = [each for each in module["objectives"] if each["id"] in kept]
    used = [each for step in steps for each in step.get("handouts", ())]
    fitting = [each for each in module["handouts"] if not each.get("audiences")]
    handouts = sorted(fitting, key=lambda each: each["id"] not in used)
    handouts = handouts[:HANDOUTS] if number % HANDOUT_EVERY == 0 else []
    sheets = {each["id"] for each in handouts}
    scenarios = [
        _only(each, kept)
        for each in module.get("scenarios", ())
        if any(step.get("scenario") == each["id"] for step in steps)
    ]
    for step in steps:
        step["trainer"] = _paragraphs(step.get("trainer") or "", PARAGRAPHS) or None
        step["objectives"] = [each for each in step.get("objectives", ()) if each in kept]
        step["objectives"] = step["objectives"] or sorted(kept)[:1]
        step["handouts"] = [each for each in step.get("handouts", ()) if each in sheets]
    if sheets - {each for step in steps for each in step["handouts"]}:
        steps[-1]["handouts"] = sorted(sheets)
    materials = {each for step in steps for each in step.get("materials", ())}
    items = [item for item in module["assessment"] if item["objective"] in kept]
    short = {
        **module,
        "id": name,
        "title": module["title"] + (f", part {variant + 1}" if variant else ""),
        "purpose": _paragraphs(module["purpose"], 1),
        "community_contributor": _contributor(module["community_contributor"]),
        "objectives": objectives,
        "recommendations": sorted({n for each in objectives for n in each["recommendations"]}),
        "prerequisites": [],
        "minutes": sum(step["minutes"] for step in steps),
        "steps": steps,
        "materials": [each for each in module.get("materials", ()) if each["id"] in materials],
        "scenarios": scenarios,
        "handouts": handouts,
        "assessment": [item for item in items if item in _first_for_each(items)],
        "sources": module["sources"][:SOURCES],
        "reading": _first_parts(module["reading"]),
    }
    text = str(short).casefold()
    words = {each["id"]: [each["term"], *each.get("forms", ())] for each in terms}
    short["terms"] = [
        each for each in module["terms"] if any(word.casefold() in text for word in words[each])
    ][:TERMS]
    varied: Tree = _varied(short, variant)
    return varied


def _steps(module: Tree, scenario: bool) -> Iterator[Tree]:
    """A few steps for every audience; a scenario's step among them, or none."""
    whole = [
        dict(step)
        for step in module["steps"]
        if step["method"] not in ("break", "test", "lecture") and not step.get("audiences")
    ]
    played = [step for step in whole if step.get("scenario")]
    plain = [step for step in whole if not step.get("scenario") and step.get("objectives")]
    plain.sort(key=lambda step: step["method"] not in PRACTICAL)
    if scenario or not any(step["method"] in PRACTICAL for step in plain):
        chosen = [*played[:1], *plain]
    else:
        chosen = plain
    names = {step["id"] for step in chosen[:STEPS]}
    yield from (step for step in whole if step["id"] in names)


def _first_for_each(items: list[Tree]) -> list[Tree]:
    """The first item of each objective."""
    return list({item["objective"]: item for item in reversed(items)}.values())


def _only(part: Tree, objectives: set[str]) -> Tree:
    kept = [each for each in part["objectives"] if each in objectives]
    return {
        **part,
        "objectives": kept or sorted(objectives)[:1],
        "roles": part.get("roles", [])[:ROLES],
    }


def _contributor(part: Tree) -> Tree:
    return {**part, "note": _paragraphs(part.get("note") or "", 1) or None}


def _paragraphs(text: str, count: int) -> str:
    return "\n\n".join(text.rstrip().split("\n\n")[:count])


def _first_parts(reading: str) -> str:
    return "## ".join(reading.split("## ")[: CHAPTERS + 1]).rstrip() + "\n"


def _varied(value: Any, variant: int) -> Any:
    """The same text with a number in its sentences, and without links between modules."""
    if isinstance(value, dict):
        return {key: _varied(each, variant) for key, each in value.items()}
    if isinstance(value, list):
        return [_varied(each, variant) for each in value]
    if isinstance(value, str) and "\n" in value:
        value = _MODULE_LINK.sub(r"\1", value)
        return _SENTENCE.sub(f" (case {variant + 1}).", value) if variant else value
    return value
