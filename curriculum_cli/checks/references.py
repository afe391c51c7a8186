"""R: ids are unique, and every reference leads somewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from ..diagnostics import ALWAYS_ERROR, ALWAYS_WARNING, Related, Where, did_you_mean
from ..model.markdown import targets
from ..model.module import Module
from ..model.texts import texts
from ..model.workshop import ModuleItem
from .rules import Finding, Subject, check

Place = tuple[Where, str]


def _ids(file: str, parts: Iterable[object], *path: str | int) -> Iterator[Place]:
    for index, part in enumerate(parts):
        yield Where(file, (*path, index, "id")), str(getattr(part, "id", ""))


def _families(subject: Subject) -> Iterator[tuple[str, list[Place]]]:
    """Groups of ids that must differ from one another, with the word for them."""
    curriculum = subject.curriculum
    modules = [(Where(file, ("id",)), each.id) for file, each in curriculum.of(Module)]
    yield "module", modules
    from ..model.reference_lists import Glossary, Sources, Wording
    from ..model.standard import Standard
    from ..model.workshop import Workshop

    yield "workshop", [(Where(file, ("id",)), each.id) for file, each in curriculum.of(Workshop)]
    yield "standard", [(Where(file, ("id",)), each.id) for file, each in curriculum.of(Standard)]
    for file, module in curriculum.of(Module):
        for name in ("objectives", "steps", "materials", "scenarios", "handouts", "assessment"):
            yield name.rstrip("s"), list(_ids(file, getattr(module, name), name))
        for index, scenario in enumerate(module.scenarios):
            yield "role", list(_ids(file, scenario.roles, "scenarios", index, "roles"))
            yield "behaviour", list(_ids(file, scenario.observer, "scenarios", index, "observer"))
        for index, item in enumerate(module.assessment):
            for name in ("options", "pairs"):
                parts = getattr(item, name, ())
                yield name.rstrip("s"), list(_ids(file, parts, "assessment", index, name))
    for file, glossary in curriculum.of(Glossary):
        yield "term", list(_ids(file, glossary.terms, "terms"))
    for file, sources in curriculum.of(Sources):
        yield "source", list(_ids(file, sources.sources, "sources"))
    for file, wording in curriculum.of(Wording):
        yield "entry", list(_ids(file, wording.entries, "entries"))
    for file, standard in curriculum.of(Standard):
        yield "part", list(_ids(file, standard.parts, "parts"))
        numbers = [
            (Where(file, ("recommendations", index, "number")), str(each.number))
            for index, each in enumerate(standard.recommendations)
        ]
        yield "Recommendation", numbers
    programme, file = curriculum.programme, curriculum.programme_file
    yield "audience", list(_ids(file, programme.audiences, "audiences"))
    if curriculum.handbook is not None:
        handbook_file = next(
            name for name, each in curriculum.files.items() if each is curriculum.handbook
        )
        yield "section", list(_ids(handbook_file, curriculum.handbook.sections, "sections"))
        yield "form", list(_ids(handbook_file, curriculum.handbook.forms, "forms"))


@check("R101", ALWAYS_ERROR)
def ids_are_unique(subject: Subject) -> Iterator[Finding]:
    """An id is used once.

    Why: Sheets, tests and cross references are found by id; with two of them, one is lost.
    Bad:
        objectives: [{id: O1, …}, {id: O1, …}]
    Good:
        objectives: [{id: O1, …}, {id: O2, …}]
    """
    for word, places in _families(subject):
        first: dict[str, Where] = {}
        for where, name in places:
            if name in first:
                related = (Related(first[name], "first used here"),)
                help = "Give one of them a new id; ids are never reused."
                yield Finding(where, f"the id {name} of this {word} is used twice", help, related)
            else:
                first[name] = where


Reference = tuple[Where, str, str, Collection[str]]
"""Where it stands, what it names, the word for that, and the names that exist."""


def _listed(
    file: str, values: Iterable[object], word: str, known: Collection[str], *path: str | int
) -> Iterator[Reference]:
    for index, value in enumerate(values):
        yield Where(file, (*path, index)), str(value), word, known


def _in_module(subject: Subject, file: str, module: Module) -> Iterator[Reference]:
    curriculum = subject.curriculum
    objectives = [each.id for each in module.objectives]
    numbers = [str(number) for number in curriculum.recommendations]
    audiences = module.audiences
    yield from _listed(file, module.audiences, "audience", curriculum.audiences, "audiences")
    yield from _listed(file, module.recommendations, "Recommendation", numbers, "recommendations")
    yield from _listed(file, module.prerequisites, "module", curriculum.modules, "prerequisites")
    yield from _listed(file, module.terms, "glossary term", curriculum.terms, "terms")
    for index, reference in enumerate(module.sources):
        where = Where(file, ("sources", index, "source"))
        yield where, reference.source, "source", curriculum.sources
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
        if scenario.origin != "fictional":
            where = Where(file, ("scenarios", index, "origin"))
            yield where, scenario.origin, "source", ["fictional", *curriculum.sources]
    for index, item in enumerate(module.assessment):
        where = Where(file, ("assessment", index, "objective"))
        yield where, item.objective, "objective", objectives


def _in_workshops(subject: Subject) -> Iterator[Reference]:
    from ..model.workshop import Workshop

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


def _in_lists(subject: Subject) -> Iterator[Reference]:
    from ..model.reference_lists import Glossary
    from ..model.standard import Standard

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
        for text in texts(part):
            if not text.markdown:
                continue
            for target in targets(text.text):
                if target.kind == "link" and target.url and not set(":/\\") & set(target.url):
                    where = Where(file, text.path, offset=target.offset, length=target.length)
                    yield where, target.url, "module", modules


@check("R102", ALWAYS_ERROR)
def references_resolve(subject: Subject) -> Iterator[Finding]:
    """Every reference names something that exists.

    Why: A handout that the plan mentions and the pack lacks is found out in front of the class.
    Bad:
        handouts: [H9]      # the module has H1 and H2
    Good:
        handouts: [H2]
    """
    references = [*_in_workshops(subject), *_in_lists(subject), *_in_prose(subject)]
    for file, module in subject.curriculum.of(Module):
        references += _in_module(subject, file, module)
    no_standard = subject.curriculum.standard is None
    for where, name, word, known in references:
        if no_standard and word == "Recommendation":
            continue  # one wrong name of the standard is one finding
        if name not in known:
            message = f"there is no {word} “{name}”"
            yield Finding(where, message, did_you_mean(name, [str(each) for each in known]))


@check("R103", ALWAYS_ERROR)
def prerequisites_do_not_circle(subject: Subject) -> Iterator[Finding]:
    """No module needs itself, directly or by way of others.

    Why: Modules that wait for each other can be taught in no order.
    Bad:
        # M02 needs M03, and M03 needs M02
    Good:
        # M03 needs M02
    """
    modules, files = subject.curriculum.modules, subject.curriculum.module_files
    done: set[str] = set()
    for start in modules:
        if start in done:
            continue
        circle = _circle(start, {name: each.prerequisites for name, each in modules.items()}, done)
        if circle:
            before = modules[circle[0]].prerequisites.index(circle[1])
            where = Where(files[circle[0]], ("prerequisites", before))
            shown = " → ".join(circle)
            yield Finding(
                where,
                f"these modules wait for each other: {shown}",
                "Take one of these prerequisites out.",
            )


def _circle(start: str, needs: dict[str, tuple[str, ...]], done: set[str]) -> list[str]:
    """The first circle reached from `start`, its first module repeated at the end."""
    path: list[str] = [start]
    waiting = [iter(needs.get(start, ()))]
    while path:
        following = next(waiting[-1], None)
        if following is None:
            done.add(path.pop())
            waiting.pop()
        elif following in path:
            circle = [*path[path.index(following) :], following]
            done.update(path)
            return circle
        elif following not in done and following in needs:
            path.append(following)
            waiting.append(iter(needs[following]))
    return []


@check("R104", ALWAYS_WARNING)
def modules_are_in_the_programme(subject: Subject) -> Iterator[Finding]:
    """Every module file is listed in the programme, once.

    Why: A module that the programme does not list is printed in no handbook.
    Bad:
        modules: [M01]          # while modules/M02-….yaml exists
    Good:
        modules: [M01, M02]
    """
    programme = subject.curriculum.programme
    for file, module in subject.curriculum.of(Module):
        if module.id not in programme.modules:
            help = f"Add it to `modules:` in {subject.curriculum.programme_file}."
            yield Finding(Where(file, ("id",)), f"the programme does not list {module.id}", help)
    seen: set[str] = set()
    for index, name in enumerate(programme.modules):
        if name in seen:
            where = Where(subject.curriculum.programme_file, ("modules", index))
            yield Finding(where, f"{name} is listed twice", "Keep it where it is taught first.")
        seen.add(name)
