"""R: ids are unique, and every reference leads somewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..diagnostics import ALWAYS_ERROR, ALWAYS_WARNING, Related, Where, did_you_mean
from ..model.handbook import Handbook
from ..model.integration import Integration
from ..model.module import Module
from ..model.programme import Programme
from ..model.reference_lists import Glossary, Sources, Wording
from ..model.standard import Standard
from ..model.workshop import Workshop
from .mentions import Reference, mentions_across, mentions_in_file
from .rules import Finding, Reads, Subject, check

Place = tuple[Where, str]


def _ids(file: str, parts: Iterable[object], *path: str | int) -> list[Place]:
    """The ids of a list; none when they all differ, for then nobody asks where they stand."""
    names = [str(getattr(part, "id", "")) for part in parts]
    if len(set(names)) == len(names):
        return []
    return [(Where(file, (*path, index, "id")), name) for index, name in enumerate(names)]


def _across(subject: Subject) -> Iterator[tuple[str, list[Place]]]:
    """Groups of ids that must differ from one another, with the word for them: those of files."""
    curriculum = subject.curriculum
    modules = [(Where(file, ("id",)), each.id) for file, each in curriculum.of(Module)]
    yield "module", modules
    yield "workshop", [(Where(file, ("id",)), each.id) for file, each in curriculum.of(Workshop)]
    yield "standard", [(Where(file, ("id",)), each.id) for file, each in curriculum.of(Standard)]


def _within(subject: Subject) -> Iterator[tuple[str, list[Place]]]:
    """The same within one file."""
    curriculum = subject.curriculum
    for file, module in curriculum.of(Module):
        for name in ("objectives", "steps", "materials", "scenarios", "handouts", "assessment"):
            yield name.rstrip("s"), _ids(file, getattr(module, name), name)
        for index, scenario in enumerate(module.scenarios):
            yield "role", _ids(file, scenario.roles, "scenarios", index, "roles")
            yield "behaviour", _ids(file, scenario.observer, "scenarios", index, "observer")
        for index, item in enumerate(module.assessment):
            for name in ("options", "pairs"):
                if name in type(item).model_fields:
                    parts = getattr(item, name)
                    yield name.rstrip("s"), _ids(file, parts, "assessment", index, name)
    for file, glossary in curriculum.of(Glossary):
        yield "term", _ids(file, glossary.terms, "terms")
    for file, sources in curriculum.of(Sources):
        yield "source", _ids(file, sources.sources, "sources")
    for file, plan in curriculum.of(Integration):
        yield "subject", _ids(file, plan.subjects, "subjects")
    for file, wording in curriculum.of(Wording):
        yield "entry", _ids(file, wording.entries, "entries")
    for file, standard in curriculum.of(Standard):
        yield "part", _ids(file, standard.parts, "parts")
        numbers = [
            (Where(file, ("recommendations", index, "number")), str(each.number))
            for index, each in enumerate(standard.recommendations)
        ]
        yield "Recommendation", numbers
    for file, programme in curriculum.of(Programme):
        yield "audience", _ids(file, programme.audiences, "audiences")
    for file, handbook in curriculum.of(Handbook):
        yield "section", _ids(file, handbook.sections, "sections")
        yield "form", _ids(file, handbook.forms, "forms")


def _ids_in_file(subject: Subject) -> Iterator[Finding]:
    return _twice(_within(subject))


def _twice(families: Iterable[tuple[str, list[Place]]]) -> Iterator[Finding]:
    for word, places in families:
        first: dict[str, Where] = {}
        for where, name in places:
            if name in first:
                related = (Related(first[name], "first used here"),)
                help = "Give one of them a new id; ids are never reused."
                yield Finding(where, f"the id {name} of this {word} is used twice", help, related)
            else:
                first[name] = where


@check("R101", ALWAYS_ERROR, Reads.OUTLINES, in_file=_ids_in_file)
def ids_are_unique(subject: Subject) -> Iterator[Finding]:
    """An id is used once.

    Why: Sheets, tests and cross references are found by id; with two of them, one is lost.
    Bad:
        objectives: [{id: O1, …}, {id: O1, …}]
    Good:
        objectives: [{id: O1, …}, {id: O2, …}]
    """
    return _twice(_across(subject))


def _references_in_file(subject: Subject) -> Iterator[Finding]:
    return _dangling(subject, mentions_in_file(subject))


def _dangling(subject: Subject, references: Iterable[Reference]) -> Iterator[Finding]:
    no_standard = subject.curriculum.standard is None
    for where, name, word, known in references:
        if no_standard and word == "Recommendation":
            continue  # one wrong name of the standard is one finding
        if name not in known:
            message = f"there is no {word} “{name}”"
            yield Finding(where, message, did_you_mean(name, [str(each) for each in known]))


@check("R102", ALWAYS_ERROR, Reads.OUTLINES, in_file=_references_in_file)
def references_resolve(subject: Subject) -> Iterator[Finding]:
    """Every reference names something that exists.

    Why: A handout that the plan mentions and the pack lacks is found out in front of the class.
    Bad:
        handouts: [H9]      # the module has H1 and H2
    Good:
        handouts: [H2]
    """
    return _dangling(subject, mentions_across(subject))


@check("R103", ALWAYS_ERROR, Reads.OUTLINES)
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
    needs = {name: each.prerequisites for name, each in modules.items()}
    for start in modules:
        if start in done:
            continue
        circle = _circle(start, needs, done)
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


def _unlisted(subject: Subject) -> Iterator[Finding]:
    listed = subject.curriculum.programme.modules
    for file, module in subject.curriculum.of(Module):
        if module.id not in listed:
            help = f"Add it to `modules:` in {subject.curriculum.programme_file}."
            yield Finding(Where(file, ("id",)), f"the programme does not list {module.id}", help)


@check("R104", ALWAYS_WARNING, Reads.OUTLINES, in_file=_unlisted)
def modules_are_in_the_programme(subject: Subject) -> Iterator[Finding]:
    """Every module file is listed in the programme, once.

    Why: A module that the programme does not list is printed in no handbook.
    Bad:
        modules: [M01]          # while modules/M02-….yaml exists
    Good:
        modules: [M01, M02]
    """
    programme = subject.curriculum.programme
    seen: set[str] = set()
    for index, name in enumerate(programme.modules):
        if name in seen:
            where = Where(subject.curriculum.programme_file, ("modules", index))
            yield Finding(where, f"{name} is listed twice", "Keep it where it is taught first.")
        seen.add(name)
