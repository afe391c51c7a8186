"""The whole curriculum: every decoded file, linked by id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from ..diagnostics import Problem, Where
from .content_rules import ContentRules
from .delivery import Delivery
from .fields import Part
from .handbook import Handbook
from .integration import Integration
from .kinds import SINGLE
from .links import Links
from .module import Module
from .programme import Programme
from .reference_lists import Glossary, Source, Sources, Term, Wording
from .standard import Recommendation, Standard
from .verbs import Verbs, VerbsOfLanguage
from .workshop import Workshop

P = TypeVar("P", bound=Part)


@dataclass(frozen=True)
class Curriculum:
    """Everything of one project. `files` is by file name, in the order of names."""

    files: Mapping[str, Part]

    def of(self, kind: type[P]) -> Iterator[tuple[str, P]]:
        """Every file of a kind, with its name."""
        for name, part in self.files.items():
            if isinstance(part, kind):
                yield name, part

    def _one(self, kind: type[P]) -> P | None:
        return next((part for _, part in self.of(kind)), None)

    @cached_property
    def programme(self) -> Programme:
        programme = self._one(Programme)
        assert programme is not None, "a curriculum without programme does not pass decoding"
        return programme

    @cached_property
    def programme_file(self) -> str:
        return next(name for name, _ in self.of(Programme))

    @cached_property
    def modules(self) -> dict[str, Module]:
        """Modules by id, in the programme's order, those it does not list last."""
        found = {module.id: module for _, module in self.of(Module)}
        order = [each for each in self.programme.modules if each in found]
        return {each: found[each] for each in dict.fromkeys((*order, *found))}

    @cached_property
    def module_files(self) -> dict[str, str]:
        """The file of each module, by id; the first where an id is used twice."""
        files: dict[str, str] = {}
        for name, module in self.of(Module):
            files.setdefault(module.id, name)
        return files

    @cached_property
    def workshops(self) -> dict[str, Workshop]:
        return {workshop.id: workshop for _, workshop in self.of(Workshop)}

    def deliveries(self, workshop: str) -> list[Delivery]:
        """Notes after delivery of a workshop, the earliest first."""
        found = [each for _, each in self.of(Delivery) if each.workshop == workshop]
        return sorted(found, key=lambda each: each.date)

    @cached_property
    def standard(self) -> Standard | None:
        """The standard that the programme names."""
        standards = {each.id: each for _, each in self.of(Standard)}
        return standards.get(self.programme.standard)

    @cached_property
    def recommendations(self) -> dict[int, Recommendation]:
        standard = self.standard
        return {each.number: each for each in standard.recommendations} if standard else {}

    @cached_property
    def glossary(self) -> Glossary | None:
        return self._one(Glossary)

    @cached_property
    def terms(self) -> dict[str, Term]:
        return {term.id: term for _, glossary in self.of(Glossary) for term in glossary.terms}

    @cached_property
    def sources(self) -> dict[str, Source]:
        return {each.id: each for _, sources in self.of(Sources) for each in sources.sources}

    @cached_property
    def wording(self) -> Wording | None:
        return self._one(Wording)

    @cached_property
    def content_rules(self) -> ContentRules | None:
        return self._one(ContentRules)

    @cached_property
    def verbs(self) -> dict[str, VerbsOfLanguage]:
        """The verbs for objectives, by language; empty when the project has no such list."""
        return {each.language: each for _, verbs in self.of(Verbs) for each in verbs.languages}

    @cached_property
    def handbook(self) -> Handbook | None:
        return self._one(Handbook)

    @cached_property
    def integration(self) -> Integration | None:
        return self._one(Integration)

    @cached_property
    def links(self) -> Links | None:
        return self._one(Links)

    @cached_property
    def audiences(self) -> dict[str, str]:
        """Titles of the programme's audiences, by id."""
        return {each.id: each.title for each in self.programme.audiences}

    def file_of(self, part: Part) -> str:
        """The file that a part is the whole of."""
        return next(name for name, each in self.files.items() if each is part)

    def language_of(self, part: Part) -> str:
        """The language a file is written in: its own, or the programme's."""
        return getattr(part, "language", None) or self.programme.language


def assemble(files: Mapping[str, Part]) -> tuple[Curriculum, list[Problem]]:
    """Put the decoded files together; a project needs exactly one programme."""
    problems: list[Problem] = []
    for kind, place in SINGLE.items():
        found = [name for name, part in files.items() if getattr(part, "kind", "") == kind]
        found.sort(key=lambda name: name != place)
        if kind == "curriculum" and not found:
            message = "the project has no programme file"
            help = f"Write {place}; `curriculum schema curriculum` shows its form."
            problems.append(Problem("S110", Where(place), message, help))
        for extra in found[1:]:
            message = f"a second file of kind “{kind}”; the first is {found[0]}"
            problems.append(
                Problem("S110", Where(extra, ("kind",)), message, "Join the two into one.")
            )
    return Curriculum(dict(files)), problems
