"""W: a workshop teaches modules that its people can take, whole and in a fitting order."""

from __future__ import annotations

from collections.abc import Iterator

from ..diagnostics import ALWAYS_WARNING, WARNING_THEN_ERROR, Related, Where
from ..model.module import Module
from ..model.timing import own_steps
from ..model.workshop import ModuleItem, Workshop
from .rules import Finding, Reads, Subject, check


def _held(subject: Subject, workshop: Workshop) -> Iterator[tuple[Module, ModuleItem, int, int]]:
    """Every entry of a workshop that is a module, with the indexes of its day and itself."""
    for day_index, day in enumerate(workshop.days):
        for index, item in enumerate(day.items):
            if isinstance(item, ModuleItem) and item.module in subject.curriculum.modules:
                yield subject.curriculum.modules[item.module], item, day_index, index


def _first(subject: Subject, file: str, workshop: Workshop) -> Iterator[tuple[Module, Where]]:
    """Each module of a workshop once, where it is named first."""
    seen: set[str] = set()
    for module, item, day, index in _held(subject, workshop):
        if item.module not in seen:
            seen.add(item.module)
            yield module, Where(file, ("days", day, "items", index, "module"))


@check("W102", WARNING_THEN_ERROR, Reads.OUTLINES)
def prerequisites_come_first(subject: Subject) -> Iterator[Finding]:
    """A module comes after the modules it needs, in the programme and in each workshop.

    Why: People who lack the ground of a module learn its words and not its use.
    Bad:
        items: [{module: M10}, {lunch: 60}, {module: M01}]    # M10 needs M01
    Good:
        items: [{module: M01}, {lunch: 60}, {module: M10}]
        # or, for people who know M01: left_out: [{module: M01, reason: Taken in spring.}]
    """
    curriculum = subject.curriculum
    order = [
        (curriculum.modules[name], Where(curriculum.programme_file, ("modules", index)))
        for index, name in enumerate(curriculum.programme.modules)
        if name in curriculum.modules
    ]
    yield from _out_of_order(subject, order, "Change the order.", ())
    for file, workshop in curriculum.of(Workshop):
        known = tuple(gap.module for gap in workshop.left_out if not gap.steps)
        help = "Teach {need} before it, or say under `left_out:` why its people know it."
        yield from _out_of_order(subject, [*_first(subject, file, workshop)], help, known)


def _out_of_order(
    subject: Subject, order: list[tuple[Module, Where]], help: str, known: tuple[str, ...]
) -> Iterator[Finding]:
    names = [module.id for module, _ in order]
    for place, (module, where) in enumerate(order):
        for index, need in enumerate(module.prerequisites):
            if need in known or need in names[:place] or need not in subject.curriculum.modules:
                continue
            late = "comes after it" if need in names else "is not taught"
            at = Where(subject.curriculum.module_files[module.id], ("prerequisites", index))
            yield Finding(
                where,
                f"{module.id} needs {need}, which {late}",
                help.format(need=need),
                (Related(at, f"{module.id} says so here"),),
            )


@check("W103", WARNING_THEN_ERROR, Reads.OUTLINES)
def steps_are_taught_once_and_in_order(subject: Subject) -> Iterator[Finding]:
    """A workshop teaches every step of its modules once and in order, or says why not.

    Breaks of a module may fall away when the day has its own.

    Why: A step left out by mistake is often the debrief or the test, and nobody notices.
    Bad:
        items: [{module: M06, steps: [S1, S2]}]    # M06 also has S3
    Good:
        items: [{module: M06, steps: [S1, S2]}]
        left_out: [{module: M06, steps: [S3], reason: The post-test holds the items of this test.}]
    """
    for file, workshop in subject.curriculum.of(Workshop):
        held = [*_held(subject, workshop)]
        taught: dict[str, dict[str, Where]] = {}
        last: dict[str, Where] = {}
        for module, item, day, index in held:
            before = taught.setdefault(module.id, {})
            last[module.id] = Where(file, ("days", day, "items", index, "steps"))
            yield from _in_one_item(file, workshop, module, item, (day, index), before)
        yield from _untaught(subject, workshop, taught, last)
        yield from _taught_after_all(file, workshop, taught)


def _in_one_item(
    file: str,
    workshop: Workshop,
    module: Module,
    item: ModuleItem,
    place: tuple[int, int],
    before: dict[str, Where],
) -> Iterator[Finding]:
    """What is wrong with the steps of one entry; `before` holds the steps taught so far."""
    path = ("days", place[0], "items", place[1])
    own = [step.id for step in own_steps(module, workshop.audience)]
    if not item.steps:
        where = Where(file, (*path, "module"))
        again = [name for name in own if name in before]
        if again:
            yield _again(where, module, again, before)
        before.update(dict.fromkeys((each for each in own if each not in before), where))
    for row, name in enumerate(item.steps):
        where = Where(file, (*path, "steps", row))
        if name in before:
            yield _again(where, module, [name], before)
        elif name in own:
            later = [each for each in before if own.index(each) > own.index(name)]
            before[name] = where
            if later:
                message = f"{name} of {module.id} is taught after {later[0]}"
                yield Finding(where, message, "Keep the order of the module's plan.")
        elif name in (step.id for step in module.steps):
            message = f"{name} of {module.id} is not for {workshop.audience}"
            yield Finding(where, message, "Take it out; its minutes are not counted.")


def _again(where: Where, module: Module, steps: list[str], before: dict[str, Where]) -> Finding:
    related = (Related(before[steps[0]], "taught here first"),)
    message = f"{_are(steps, module)} taught a second time"
    return Finding(where, message, "Take it out here or there.", related)


def _are(steps: list[str], module: Module) -> str:
    return f"{', '.join(steps)} of {module.id} {'is' if len(steps) == 1 else 'are'}"


def _untaught(
    subject: Subject,
    workshop: Workshop,
    taught: dict[str, dict[str, Where]],
    last: dict[str, Where],
) -> Iterator[Finding]:
    for name, steps in taught.items():
        excused = {step for gap in workshop.left_out if gap.module == name for step in gap.steps}
        module = subject.curriculum.modules[name]
        missing = [
            step.id
            for step in own_steps(module, workshop.audience)
            if step.method != "break" and step.id not in steps and step.id not in excused
        ]
        if missing:
            gap = f"{{module: {name}, steps: [{', '.join(missing)}], reason: …}}"
            yield Finding(
                last[name],
                f"{_are(missing, module)} not taught",
                f"Add to the steps, or write `left_out: [{gap}]`.",
            )


def _taught_after_all(
    file: str, workshop: Workshop, taught: dict[str, dict[str, Where]]
) -> Iterator[Finding]:
    for index, gap in enumerate(workshop.left_out):
        if not gap.steps and gap.module in taught:
            where = Where(file, ("left_out", index, "module"))
            message = f"{gap.module} is left out, yet it is taught"
            yield Finding(where, message, "Name the `steps:` that are left out.")
        for row, name in enumerate(gap.steps):
            where = Where(file, ("left_out", index, "steps", row))
            if gap.module not in taught:
                message = f"{gap.module} is not part of this workshop"
                yield Finding(where, message, "Take the entry out.")
            elif name in taught[gap.module]:
                related = (Related(taught[gap.module][name], "taught here"),)
                message = f"{name} of {gap.module} is left out, yet it is taught"
                yield Finding(where, message, "Take it out here or there.", related)


@check("W104", WARNING_THEN_ERROR, Reads.OUTLINES)
def modules_are_open_to_the_audience(subject: Subject) -> Iterator[Finding]:
    """A workshop teaches modules that are written for its audience.

    Why: Objectives, scenarios and test items speak to the people they were written for.
    Bad:
        audience: senior
        days: [{items: [{module: M10}], …}]    # M10 has audiences: [patrol, supervisor]
    Good:
        audience: supervisor
    """
    for file, workshop in subject.curriculum.of(Workshop):
        for module, where in _first(subject, file, workshop):
            if workshop.audience not in module.audiences:
                yield Finding(
                    where,
                    f"{module.id} is not written for {workshop.audience}",
                    f"It is for {', '.join(module.audiences)}.",
                )


@check("W105", ALWAYS_WARNING, Reads.OUTLINES)
def groups_fit_their_modules(subject: Subject) -> Iterator[Finding]:
    """A workshop has as many participants as its modules are written for.

    Why: With too many there is no turn for everybody in a role-play; with too few no debate.
    Bad:
        participants: 30    # M10 has group: {min: 12, max: 20}
    Good:
        participants: 20
    """
    for file, workshop in subject.curriculum.of(Workshop):
        few: list[Module] = []
        many: list[Module] = []
        for module, _ in _first(subject, file, workshop):
            if workshop.participants < module.group.min:
                few.append(module)
            if workshop.participants > module.group.max:
                many.append(module)
        for modules, limit, word in (
            (few, max((each.group.min for each in few), default=0), "fewer"),
            (many, min((each.group.max for each in many), default=0), "more"),
        ):
            if modules:
                names = ", ".join(each.id for each in modules)
                written = "is" if len(modules) == 1 else "are"
                edge = "from" if word == "fewer" else "up to"
                yield Finding(
                    Where(file, ("participants",)),
                    f"{workshop.participants} participants are {word} than {names} {written}"
                    f" written for: {edge} {limit}",
                    f"Invite {edge} {limit}, or choose other modules.",
                )
