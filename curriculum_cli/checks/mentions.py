"""Every place in the files that names something else by its id."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import chain

from ..diagnostics import Where
from ..model.delivery import Delivery
from ..model.integration import Integration
from ..model.links import Links
from ..model.module import Module
from ..model.outline import links_in
from ..model.reference_lists import Glossary
from ..model.remember import remember
from ..model.standard import Standard
from ..model.workshop import ModuleItem, Workshop
from .rules import Subject

Reference = tuple[Where, str, str, Collection[str]]
"""Where it stands, what it names, the word for that, and the names that exist."""


def _listed(
    file: str, values: Iterable[object], word: str, known: Collection[str], *path: str | int
) -> Iterator[Reference]:
    for index, value in enumerate(values):
        yield Where(file, (*path, index)), str(value), word, known


def _to_lists(subject: Subject, file: str, module: Module) -> Iterator[Reference]:
    """What a module names of the programme, the standard, the glossary and the sources."""
    curriculum = subject.curriculum
    numbers = [str(number) for number in curriculum.recommendations]
    yield from _listed(file, module.audiences, "audience", curriculum.audiences, "audiences")
    yield from _listed(file, module.recommendations, "Recommendation", numbers, "recommendations")
    yield from _listed(file, module.terms, "glossary term", curriculum.terms, "terms")
    for index, reference in enumerate(module.sources):
        where = Where(file, ("sources", index, "source"))
        yield where, reference.source, "source", curriculum.sources
    for index, scenario in enumerate(module.scenarios):
        if scenario.origin != "fictional":
            where = Where(file, ("scenarios", index, "origin"))
            yield where, scenario.origin, "source", ["fictional", *curriculum.sources]


def _inside(file: str, module: Module) -> Iterator[Reference]:
    """What parts of a module name of one another."""
    objectives = [each.id for each in module.objectives]
    audiences = module.audiences
    for name in ("objectives", "steps", "scenarios", "handouts", "assessment"):
        for index, part in enumerate(getattr(module, name)):
            yield from _listed(
                file, part.audiences, "audience of this module", audiences, name, index, "audiences"
            )
    for index, objective in enumerate(module.objectives):
        yield from _listed(
            file,
            objective.recommendations,
            "Recommendation of this module",
            [str(number) for number in module.recommendations],
            "objectives",
            index,
            "recommendations",
        )
    handouts = [each.id for each in module.handouts]
    materials = [each.id for each in module.materials]
    scenarios = [each.id for each in module.scenarios]
    for index, step in enumerate(module.steps):
        yield from _listed(
            file, step.objectives, "objective", objectives, "steps", index, "objectives"
        )
        yield from _listed(file, step.handouts, "handout", handouts, "steps", index, "handouts")
        yield from _listed(file, step.materials, "material", materials, "steps", index, "materials")
        if step.scenario is not None:
            where = Where(file, ("steps", index, "scenario"))
            yield where, step.scenario, "scenario", scenarios
    for index, scenario in enumerate(module.scenarios):
        yield from _listed(
            file, scenario.objectives, "objective", objectives, "scenarios", index, "objectives"
        )
    for index, item in enumerate(module.assessment):
        where = Where(file, ("assessment", index, "objective"))
        yield where, item.objective, "objective", objectives


def _in_workshops(subject: Subject) -> Iterator[Reference]:
    curriculum = subject.curriculum
    for file, workshop in curriculum.of(Workshop):
        yield Where(file, ("audience",)), workshop.audience, "audience", curriculum.audiences
        yield from _listed(
            file,
            workshop.languages,
            "language of the programme",
            curriculum.programme.languages,
            "languages",
        )
        forms = [each.id for each in curriculum.handbook.forms] if curriculum.handbook else []
        for index, each in enumerate(workshop.forms):
            yield Where(file, ("forms", index, "form")), each.form, "form of the handbook", forms
        for day_index, day in enumerate(workshop.days):
            for index, item in enumerate(day.items):
                if not isinstance(item, ModuleItem):
                    continue
                path = ("days", day_index, "items", index)
                yield Where(file, (*path, "module")), item.module, "module", curriculum.modules
                module = curriculum.modules.get(item.module)
                if module is not None:
                    steps = [step.id for step in module.steps]
                    yield from _listed(
                        file, item.steps, f"step of {module.id}", steps, *path, "steps"
                    )

        for index, gap in enumerate(workshop.left_out):
            where = Where(file, ("left_out", index, "module"))
            yield where, gap.module, "module", curriculum.modules
            module = curriculum.modules.get(gap.module)
            if module is not None:
                steps = [step.id for step in module.steps]
                at = ("left_out", index, "steps")
                yield from _listed(file, gap.steps, f"step of {module.id}", steps, *at)


def _in_deliveries(subject: Subject) -> Iterator[Reference]:
    """Workshop, modules and steps, even such as the workshop no longer has: notes are history."""
    curriculum = subject.curriculum
    for file, delivery in curriculum.of(Delivery):
        yield Where(file, ("workshop",)), delivery.workshop, "workshop", curriculum.workshops
        for index, taken in enumerate(delivery.steps):
            where = Where(file, ("steps", index, "module"))
            yield where, taken.module, "module", curriculum.modules
            module = curriculum.modules.get(taken.module)
            if module is not None:
                steps = [step.id for step in module.steps]
                where = Where(file, ("steps", index, "step"))
                yield where, taken.step, f"step of {module.id}", steps


def _in_lists(subject: Subject) -> Iterator[Reference]:
    curriculum = subject.curriculum
    numbers = [str(number) for number in curriculum.recommendations]
    file, programme = curriculum.programme_file, curriculum.programme
    standards = [each.id for _, each in curriculum.of(Standard)]
    yield Where(file, ("standard",)), programme.standard, "standard", standards
    yield from _listed(file, programme.modules, "module", curriculum.modules, "modules")
    for index, hole in enumerate(programme.left_out):
        at = ("left_out", index)
        yield (
            Where(file, (*at, "recommendation")),
            str(hole.recommendation),
            "Recommendation",
            numbers,
        )
        if hole.audience is not None:
            yield Where(file, (*at, "audience")), hole.audience, "audience", curriculum.audiences
    for name, standard in curriculum.of(Standard):
        yield Where(name, ("source",)), standard.source, "source", curriculum.sources
        parts = [part.id for part in standard.parts]
        for index, each in enumerate(standard.recommendations):
            yield Where(name, ("recommendations", index, "part")), each.part, "part", parts
            for row, emphasis in enumerate(each.audiences):
                where = Where(name, ("recommendations", index, "audiences", row, "audience"))
                yield where, emphasis.audience, "audience", curriculum.audiences
    for name, confirmed in curriculum.of(Links):
        for index, link in enumerate(confirmed.links):
            where = Where(name, ("links", index, "module"))
            yield where, link.module, "module", curriculum.modules
            where = Where(name, ("links", index, "recommendation"))
            yield where, str(link.recommendation), "Recommendation", numbers
    for name, glossary in curriculum.of(Glossary):
        for index, term in enumerate(glossary.terms):
            at = ("terms", index)
            yield from _listed(name, term.see, "glossary term", curriculum.terms, *at, "see")
            yield from _listed(
                name, term.recommendations, "Recommendation", numbers, *at, "recommendations"
            )
            for row, reference in enumerate(term.sources):
                where = Where(name, (*at, "sources", row, "source"))
                yield where, reference.source, "source", curriculum.sources


def _in_prose(subject: Subject) -> Iterator[Reference]:
    """Links in markdown that name a module or one of its sheets."""
    modules = subject.curriculum.modules
    for file, part in subject.curriculum.files.items():
        for path, target in links_in(part):
            if target.url and not set(":/\\") & set(target.url):
                where = Where(file, path, offset=target.offset, length=target.length)
                yield where, target.url, "module", modules


def _in_integration(subject: Subject) -> Iterator[Reference]:
    curriculum = subject.curriculum
    for file, plan in curriculum.of(Integration):
        yield from _listed(file, plan.audiences, "audience", curriculum.audiences, "audiences")
        for index, each in enumerate(plan.subjects):
            for row, insertion in enumerate(each.insertions):
                path = ("subjects", index, "insertions", row)
                where = Where(file, (*path, "module"))
                yield where, insertion.module, "module", curriculum.modules
                module = curriculum.modules.get(insertion.module)
                if module is None:
                    continue
                steps = [
                    step.id
                    for step in module.steps
                    if set(plan.audiences) & set(module.audiences_of(step))
                ]
                whom = " or ".join(plan.audiences)
                word = f"step of {module.id} for {whom}"
                yield from _listed(file, insertion.steps, word, steps, *path, "steps")
                handouts = [handout.id for handout in module.handouts]
                word = f"handout of {module.id}"
                yield from _listed(file, insertion.handouts, word, handouts, *path, "handouts")
                if insertion.scenario is not None:
                    scenarios = [scenario.id for scenario in module.scenarios]
                    where = Where(file, (*path, "scenario"))
                    yield where, insertion.scenario, f"scenario of {module.id}", scenarios


@remember(1)
def named(subject: Subject) -> dict[str, set[str]]:
    """What the lists name and what modules name of the lists, by the word for it."""
    found: dict[str, set[str]] = {}
    modules = (_to_lists(subject, *each) for each in subject.curriculum.of(Module))
    for _, name, word, _ in chain(_in_lists(subject), *modules):
        found.setdefault(word, set()).add(name)
    return found


def mentions_across(subject: Subject) -> Iterator[Reference]:
    """References that lead from a file to a module or workshop, and all that stand in the lists."""
    yield from _in_workshops(subject)
    yield from _in_deliveries(subject)
    yield from _in_integration(subject)
    yield from _in_lists(subject)
    yield from _in_prose(subject)
    modules = subject.curriculum.modules
    for file, module in subject.curriculum.of(Module):
        yield from _listed(file, module.prerequisites, "module", modules, "prerequisites")


def mentions_in_file(subject: Subject) -> Iterator[Reference]:
    """References that a module makes to its own parts and to the lists."""
    for file, module in subject.curriculum.of(Module):
        yield from _to_lists(subject, file, module)
        yield from _inside(file, module)
