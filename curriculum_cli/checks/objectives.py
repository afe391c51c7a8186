"""O: objectives are taught, assessed and traced to the standard, for everyone who has them."""

from __future__ import annotations

from collections.abc import Iterator

from ..diagnostics import ALWAYS_ERROR, ALWAYS_WARNING, Related, Where
from ..model.assessment import MultipleChoice
from ..model.module import Module, Objective
from .audiences import outcomes, whom
from .rules import Finding, Reads, Subject, check


def _objectives(subject: Subject) -> Iterator[tuple[str, Module, int, Objective]]:
    for file, module in subject.curriculum.of(Module):
        for index, objective in enumerate(module.objectives):
            yield file, module, index, objective


def audiences_of_item(module: Module, item: object) -> tuple[str, ...]:
    """Who answers an item: its own list, or everyone who has its objective."""
    own: tuple[str, ...] = getattr(item, "audiences", ())
    if own:
        return own
    wanted = getattr(item, "objective", "")
    for objective in module.objectives:
        if objective.id == wanted:
            return module.audiences_of(objective)
    return module.audiences


@check("O101", ALWAYS_ERROR, Reads.FILE)
def objectives_are_taught(subject: Subject) -> Iterator[Finding]:
    """Every objective is taught by a step, for each audience that has it.

    Why: What no step teaches, participants cannot be asked to do.
    Bad:
        objectives: [{id: O1, …}, {id: O2, …}]
        steps: [{id: S1, objectives: [O1], …}]
    Good:
        steps: [{id: S1, objectives: [O1], …}, {id: S2, objectives: [O2], …}]
    Source: RPMES note 10, pp. 22-23: the chain from standard to competence to training.
    """
    for file, module, index, objective in _objectives(subject):
        having = module.audiences_of(objective)
        taught = {
            audience
            for step in module.steps
            if objective.id in step.objectives and step.method != "break"
            for audience in module.audiences_of(step)
        }
        missing = [audience for audience in having if audience not in taught]
        if missing:
            yield Finding(
                Where(file, ("objectives", index, "id")),
                f"no step teaches objective {objective.id}{whom(missing, having)}",
                f"Add {objective.id} to the `objectives:` of the step that teaches it.",
            )


@check("O102", ALWAYS_ERROR, Reads.FILE)
def objectives_are_assessed(subject: Subject) -> Iterator[Finding]:
    """Every objective is measured by an item, for each audience that has it.

    Why: Without a measure nobody knows whether the objective was reached.
    Bad:
        objectives: [{id: O1, …}]
        assessment: []
    Good:
        assessment: [{id: Q1, objective: O1, …}]
    """
    for file, module, index, objective in _objectives(subject):
        having = module.audiences_of(objective)
        measured = {
            audience
            for item in module.assessment
            if item.objective == objective.id
            for audience in audiences_of_item(module, item)
        }
        missing = [audience for audience in having if audience not in measured]
        if missing:
            yield Finding(
                Where(file, ("objectives", index, "id")),
                f"no item measures objective {objective.id}{whom(missing, having)}",
                f"Write an item under `assessment:` with `objective: {objective.id}`.",
            )


@check("O103", ALWAYS_ERROR, Reads.FILE)
def objectives_are_traced(subject: Subject) -> Iterator[Finding]:
    """Every objective serves a Recommendation, and every Recommendation of a module an objective.

    Why: The programme is signed as a way to carry out the standard; each part must show how.
    Bad:
        recommendations: [16]
        objectives: [{id: O1, …}]              # serves none
    Good:
        objectives: [{id: O1, recommendations: [16], …}]
    """
    for file, module, index, objective in _objectives(subject):
        if not objective.recommendations:
            numbers = ", ".join(str(number) for number in module.recommendations)
            yield Finding(
                Where(file, ("objectives", index, "id")),
                f"objective {objective.id} serves no Recommendation",
                f"Add `recommendations:` to it; the module serves {numbers}.",
            )
    for file, module in subject.curriculum.of(Module):
        served = {number for each in module.objectives for number in each.recommendations}
        for index, number in enumerate(module.recommendations):
            if number not in served:
                yield Finding(
                    Where(file, ("recommendations", index)),
                    f"the module claims Recommendation {number}, but no objective serves it",
                    "Add it to an objective, or take it out here.",
                )


@check("O104", ALWAYS_ERROR, Reads.FILE)
def parts_serve_objectives(subject: Subject) -> Iterator[Finding]:
    """Every step, scenario and item serves an objective of its own audience.

    Why: Time and tests that serve no objective are taken from those that do.
    Bad:
        steps: [{id: S3, method: lecture, …}]                 # no objectives
    Good:
        steps: [{id: S3, method: lecture, objectives: [O2], …}]
    """
    for file, module in subject.curriculum.of(Module):
        having = {each.id: set(module.audiences_of(each)) for each in module.objectives}
        for index, step in enumerate(module.steps):
            if step.method == "break":
                continue
            where = Where(file, ("steps", index, "id"))
            if not step.objectives:
                message = f"step {step.id} serves no objective"
                yield Finding(where, message, "Add `objectives:`, or make it a break.")
            yield from _strangers(where, f"step {step.id}", step.objectives, module, having, step)
        for index, scenario in enumerate(module.scenarios):
            where = Where(file, ("scenarios", index, "id"))
            word = f"scenario {scenario.id}"
            yield from _strangers(where, word, scenario.objectives, module, having, scenario)
        for index, item in enumerate(module.assessment):
            if item.audiences:
                where = Where(file, ("assessment", index, "id"))
                strangers = set(item.audiences) - having.get(item.objective, set(item.audiences))
                if strangers:
                    names = ", ".join(sorted(strangers))
                    message = f"item {item.id} is for {names}, who do not have {item.objective}"
                    yield Finding(where, message, "Change its `audiences:` or its objective.")


def _strangers(
    where: Where,
    word: str,
    objectives: tuple[str, ...],
    module: Module,
    having: dict[str, set[str]],
    part: object,
) -> Iterator[Finding]:
    """An audience that takes part but has none of the objectives named."""
    known = [having[each] for each in objectives if each in having]
    if not known:
        return
    own: tuple[str, ...] = getattr(part, "audiences", ()) or module.audiences
    left_out = [audience for audience in own if not any(audience in each for each in known)]
    if left_out:
        names = ", ".join(left_out)
        message = f"{word} is for {names} too, who have none of {', '.join(objectives)}"
        yield Finding(where, message, "Narrow its `audiences:`, or add an objective of theirs.")


FEWEST, MOST = 3, 6
"""How many objectives an audience can reach in one module."""


@check("O111", ALWAYS_WARNING, Reads.FILE)
def objectives_are_few(subject: Subject) -> Iterator[Finding]:
    """Each audience of a module has three to six objectives.

    Why: One or two do not make a module; more than six are ticked off instead of practised.
    Bad:
        objectives: [{id: O1, audiences: [patrol], …}, {id: O2, audiences: [senior], …}]
    Good:
        objectives: [{id: O1, …}, {id: O2, …}, {id: O3, audiences: [patrol], …}]
    Source: training-document conventions: three to six objectives a session.
    """
    for file, module in subject.curriculum.of(Module):

        def count(audience: str, module: Module = module) -> Iterator[int]:
            theirs = sum(audience in module.audiences_of(each) for each in module.objectives)
            if not FEWEST <= theirs <= MOST:
                yield theirs

        for number, whose in outcomes(module, count):
            word = "objective" if number == 1 else "objectives"
            few = number < FEWEST
            yield Finding(
                Where(file, ("objectives",), key=True),
                f"{number or 'no'} {word}{whose}: {'fewer' if few else 'more'} than"
                f" {FEWEST if few else MOST}",
                "Say what else they will be able to do, or join the module to another."
                if few
                else "Join objectives that are parts of one act, or make two modules.",
            )


@check("O105", ALWAYS_ERROR, Reads.FILE)
def multiple_choice_has_one_key(subject: Subject) -> Iterator[Finding]:
    """A multiple-choice item has exactly one key.

    Why: With two keys or none, the key sheet is wrong and the mark unfair.
    Bad:
        options: [{id: a, …}, {id: b, …}]
    Good:
        options: [{id: a, correct: true, …}, {id: b, …}]
    """
    for file, module in subject.curriculum.of(Module):
        for index, item in enumerate(module.assessment):
            if not isinstance(item, MultipleChoice):
                continue
            keys = [row for row, option in enumerate(item.options) if option.correct]
            if len(keys) != 1:
                count = "no key" if not keys else f"{len(keys)} keys"
                related = tuple(
                    Related(Where(file, ("assessment", index, "options", row)), "a key")
                    for row in keys
                )
                yield Finding(
                    Where(file, ("assessment", index, "id")),
                    f"item {item.id} has {count}",
                    "Write `correct: true` on exactly one option.",
                    related,
                )
