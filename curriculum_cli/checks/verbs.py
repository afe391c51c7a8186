"""O and P: an objective begins with one verb that can be observed, and the verb fits its level."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from ..diagnostics import ALWAYS_WARNING, WARNING_THEN_ERROR, Where
from ..model.module import Module, Objective
from ..model.remember import remember
from ..model.verbs import VerbsOfLanguage
from .rules import Finding, Reads, Subject, check

LEVELS_OF = {
    "knowledge": ("remember", "understand", "analyse", "evaluate"),
    "skill": ("apply", "analyse", "evaluate", "create"),
    "attitude": ("respond", "value"),
}
"""The levels that each domain may have."""


class Verb(NamedTuple):
    """A verb in an objective: where it stands, and its levels; none when it cannot be observed."""

    text: str
    start: int
    levels: tuple[str, ...] = ()
    instead: str = ""


class VerbFinder:
    """Finds the verbs of one language in objectives."""

    def __init__(self, language: VerbsOfLanguage) -> None:
        self._last = language.stands == "last"
        self._levels: dict[str, tuple[str, ...]] = {}
        for entry in language.observable:
            for verb in entry.verbs:
                known = self._levels.get(verb.lower(), ())
                self._levels[verb.lower()] = (*known, entry.level)
        self._instead = {
            verb.lower(): entry.write for entry in language.unobservable for verb in entry.verbs
        }
        any_verb = _any({*self._levels, *self._instead})
        good_verb, joins = _any(self._levels), _any(language.joined_by)
        if self._last:
            self._main = re.compile(rf"\b(?:{any_verb})(?=\W*$)", re.IGNORECASE)
            second = rf"\b({good_verb})\s+(?:{joins})\s"
        else:
            self._main = re.compile(rf"(?:{any_verb})\b", re.IGNORECASE)
            noun = _any(language.noun_before)
            no_noun = rf"(?!\s+(?:{noun})\b)" if noun else ""
            second = rf"\s(?:{joins})\s+({good_verb})\b(?=\s+\w){no_noun}"
        self._second = re.compile(second, re.IGNORECASE) if joins else None

    def main(self, text: str) -> Verb | None:
        """The verb that the objective is built on; None when the list does not have it."""
        found = self._main.search(text) if self._last else self._main.match(text)
        return self._verb(found[0], found.start()) if found else None

    def second(self, text: str) -> Verb | None:
        """Another act that a joining word adds."""
        found = self._second.search(text) if self._second else None
        return self._verb(found[1], found.start(1)) if found else None

    def of_level(self, *levels: str) -> str:
        """A few verbs of these levels, for a help sentence."""
        fitting = [verb for verb, found in self._levels.items() if set(levels) & set(found)]
        return ", ".join(f"“{verb}”" for verb in fitting[:5])

    def _verb(self, text: str, start: int) -> Verb:
        name = " ".join(text.lower().split())
        return Verb(text, start, self._levels.get(name, ()), self._instead.get(name, ""))


def _any(words: Collection[str]) -> str:
    """A pattern for any of these words, the longest first, over any white space."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(r"\s+".join(map(re.escape, word.split())) for word in ordered)


_finder = remember(8)(VerbFinder)


def _objectives(subject: Subject) -> Iterator[tuple[Where, Objective, VerbFinder]]:
    """Every objective in a language that has a list of verbs."""
    for file, module in subject.curriculum.of(Module):
        verbs = subject.curriculum.verbs.get(subject.curriculum.language_of(module))
        if verbs is None:
            continue
        finder = _finder(verbs)
        for index, objective in enumerate(module.objectives):
            yield Where(file, ("objectives", index, "text")), objective, finder


def _at(where: Where, verb: Verb) -> Where:
    return Where(where.file, where.path, offset=verb.start, length=len(verb.text))


@check("O106", WARNING_THEN_ERROR, Reads.FILE)
def verbs_are_observable(subject: Subject) -> Iterator[Finding]:
    """An objective names an act that can be seen or heard: never know, understand, appreciate.

    Why: Nobody can see that a person understands; so nobody can test it.
    Bad:
        text: Understand why people report crime less often
    Good:
        text: Explain three reasons why people report crime less often
    Source: “Lesson plans: blueprints for success”, Law Enforcement Trainer 12(6), 1997.
    """
    for where, objective, finder in _objectives(subject):
        verb = finder.main(objective.text)
        if verb and not verb.levels:
            yield Finding(
                _at(where, verb),
                f"“{verb.text}” in objective {objective.id} cannot be observed",
                f"Write {verb.instead}.",
            )


@check("O107", ALWAYS_WARNING, Reads.FILE)
def verbs_are_on_the_list(subject: Subject) -> Iterator[Finding]:
    """An objective is built on a verb of the programme's list.

    Why: The list says which verbs can be tested, and how demanding each is.
    Bad:
        text: The officer and the law
    Good:
        text: State the three articles of the law that bind an officer at a check
    """
    for where, objective, finder in _objectives(subject):
        if finder.main(objective.text) is None:
            yield Finding(
                where,
                f"objective {objective.id} is not built on a verb of the list",
                f"Use one that fits the level {objective.level}, such as"
                f" {finder.of_level(objective.level)}; or add a verb to modules/verbs.yaml.",
            )


@check("O108", ALWAYS_WARNING, Reads.FILE)
def objectives_have_one_verb(subject: Subject) -> Iterator[Finding]:
    """An objective names one act.

    Why: Of two acts one can be reached and the other not; then nobody knows what to tick.
    Bad:
        text: Greet the person and give the reason for the stop
    Good:
        text: Greet the person with the reason for the stop
    Source: training-document conventions: one observable verb for each objective.
    """
    for where, objective, finder in _objectives(subject):
        verb = finder.second(objective.text)
        if verb:
            yield Finding(
                _at(where, verb),
                f"objective {objective.id} has a second verb, “{verb.text}”",
                "Make it an objective of its own, or say it as a condition: “with …”, “so that …”.",
            )


@check("O109", ALWAYS_WARNING, Reads.FILE)
def verbs_fit_their_level(subject: Subject) -> Iterator[Finding]:
    """The verb of an objective belongs to its level.

    Why: Whoever reads “apply” plans practice; a verb of remembering then tests something else.
    Bad:
        {text: List the six parts of a stop, level: create, …}
    Good:
        {text: List the six parts of a stop, level: remember, …}
    Source: levels of the revised taxonomy of Bloom (Anderson and Krathwohl, 2001).
    """
    for where, objective, finder in _objectives(subject):
        verb = finder.main(objective.text)
        if objective.domain == "attitude" or not verb or not verb.levels:
            continue
        fitting = [level for level in verb.levels if level in LEVELS_OF[objective.domain]]
        if objective.level not in verb.levels and objective.level in LEVELS_OF[objective.domain]:
            levels = " or ".join(fitting or verb.levels)
            yield Finding(
                Where(where.file, (*where.path[:-1], "level")),
                f"“{verb.text}” in {objective.id} is a verb of the level {levels}, not of"
                f" {objective.level}",
                f"Write `level: {fitting[0]}`, or use a verb such as"
                f" {finder.of_level(objective.level)}."
                if fitting
                else f"Use a verb such as {finder.of_level(objective.level)}.",
            )


@check("O110", WARNING_THEN_ERROR, Reads.FILE)
def levels_fit_their_domain(subject: Subject) -> Iterator[Finding]:
    """The level of an objective is one that its domain can have.

    Why: Knowledge is told, a skill is shown, an attitude is reflected on: each is tested otherwise.
    Bad:
        {text: Conduct a stop, domain: knowledge, level: apply, …}
    Good:
        {text: Conduct a stop, domain: skill, level: apply, …}
    Source: RPMES Rec. 8 note, pp. 19-20: a short course does not change deep attitudes.
    """
    for file, module in subject.curriculum.of(Module):
        for index, objective in enumerate(module.objectives):
            levels = LEVELS_OF[objective.domain]
            if objective.level not in levels:
                domains = [name for name, known in LEVELS_OF.items() if objective.level in known]
                yield Finding(
                    Where(file, ("objectives", index, "level")),
                    f"objective {objective.id}, of the domain {objective.domain}, cannot have the"
                    f" level {objective.level}",
                    f"Write one of {', '.join(levels)}, or `domain: {domains[0]}`.",
                )


@check("P106", WARNING_THEN_ERROR, Reads.FILE)
def attitudes_are_reflected_on(subject: Subject) -> Iterator[Finding]:
    """An attitude objective uses a verb of attitudes: reflect on, acknowledge, uphold.

    Why: Attitudes are reflected on and shown in acts; no course may claim to have changed them.
    Bad:
        {text: Explain why rumours spread, domain: attitude, …}
    Good:
        {text: Reflect on a rumour that one has believed, domain: attitude, …}
    Source: RPMES Rec. 8 note, pp. 19-20: a short course does not change deep attitudes.
    """
    for where, objective, finder in _objectives(subject):
        verb = finder.main(objective.text)
        if objective.domain != "attitude" or not verb or not verb.levels:
            continue
        if not set(verb.levels) & set(LEVELS_OF["attitude"]):
            yield Finding(
                _at(where, verb),
                f"“{verb.text}” in {objective.id} is not a verb of attitudes",
                f"Use one such as {finder.of_level(*LEVELS_OF['attitude'])}, or make it knowledge"
                " or skill.",
            )
