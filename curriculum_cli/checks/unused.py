"""R: what is defined is used."""

from __future__ import annotations

from collections.abc import Iterator

from ..diagnostics import ALWAYS_WARNING, INFO_THEN_WARNING, Where
from ..model.module import Module
from ..model.reference_lists import Sources
from .audiences import whom
from .mentions import named
from .rules import Finding, Reads, Subject, check


@check("R105", ALWAYS_WARNING, Reads.FILE)
def parts_are_used(subject: Subject) -> Iterator[Finding]:
    """Every handout, scenario and material of a module is used by a step, for each audience.

    Why: A sheet that no step gives out is copied for twenty people and carried home unread.
    Bad:
        handouts: [{id: H1, …}, {id: H2, …}]
        steps: [{id: S1, handouts: [H1], …}]
    Good:
        steps: [{id: S1, handouts: [H1], …}, {id: S2, handouts: [H2], …}]
    """
    inserted = _inserted(subject)
    for file, module in subject.curriculum.of(Module):
        used: dict[str, set[str]] = {}
        for step in module.steps:
            for name in (*step.handouts, *step.materials, *filter(None, [step.scenario])):
                used.setdefault(name, set()).update(module.audiences_of(step))
        for key in ("handouts", "scenarios", "materials"):
            for index, part in enumerate(getattr(module, key)):
                if (module.id, part.id) in inserted:
                    continue
                having = getattr(part, "audiences", ()) or module.audiences
                users = used.get(part.id, set())
                if key == "materials":
                    missing = [] if users else list(having)
                else:
                    missing = [each for each in having if each not in users]
                if missing:
                    field = key if key != "scenarios" else "scenario"
                    yield Finding(
                        Where(file, (key, index, "id")),
                        f"no step uses {key.rstrip('s')} {part.id}{whom(missing, having)}",
                        f"Add it to `{field}:` of the step that uses it, or take it out."
                        if len(missing) == len(having)
                        else "Narrow its `audiences:`, or use it in a step of theirs.",
                    )


def _inserted(subject: Subject) -> set[tuple[str, str]]:
    """Handouts and scenarios that lessons of other subjects use."""
    return {
        (each.module, name)
        for plan in filter(None, [subject.curriculum.integration])
        for taught in plan.subjects
        for each in taught.insertions
        for name in (*each.handouts, *filter(None, [each.scenario]))
    }


@check("R106", INFO_THEN_WARNING, Reads.OUTLINES)
def sources_are_cited(subject: Subject) -> Iterator[Finding]:
    """Every source is cited somewhere, or says under `standing:` what it is for.

    Why: A list of sources shows what the text rests on; what nothing cites only looks learned.
    Bad:
        sources: [{id: old-manual, …}]      # nothing cites it, and it has no `standing:`
    Good:
        # a module cites it: sources: [{source: old-manual, where: p. 4}]
    """
    cited = named(subject).get("source", set())
    for file, sources in subject.curriculum.of(Sources):
        for index, source in enumerate(sources.sources):
            if source.id not in cited and source.standing is None:
                yield Finding(
                    Where(file, ("sources", index, "id")),
                    f"nothing cites the source {source.id}",
                    "Cite it, say under `standing:` what it is for, or take it out.",
                )
