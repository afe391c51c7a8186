"""P: a scenario that a stranger can run from the paper, and that ends in learning."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import get_args

from ..diagnostics import ALWAYS_WARNING, WARNING_THEN_ERROR, Where
from ..model.module import Module
from ..model.scenario import DebriefPhase, Scenario
from .rules import Finding, Reads, Subject, check

PHASES: tuple[str, ...] = get_args(DebriefPhase)

_SECRET_OF = re.compile(
    r"\b(R[0-9]{1,3})(?:['’]s)?\s+(?:secret|құпия\w*)\b"
    r"|\b(?:secret of|секрет\w*)\s+(R[0-9]{1,3})\b",
    re.IGNORECASE,
)
_MAY_SPEAK_OF_ROLES = re.compile(r"[Rr][0-9]")


def _scenarios(subject: Subject) -> Iterator[tuple[str, int, Scenario]]:
    for file, module in subject.curriculum.of(Module):
        for index, scenario in enumerate(module.scenarios):
            yield file, index, scenario


@check("P103", WARNING_THEN_ERROR, Reads.FILE)
def debriefs_have_four_phases(subject: Subject) -> Iterator[Finding]:
    """The debrief of a scenario asks for facts, feelings, findings and future, in this order.

    Why: Who begins with feelings or verdicts gets a quarrel; who leaves out the future, nothing.
    Bad:
        debrief: [{phase: findings, …}, {phase: facts, …}]
    Good:
        debrief: [{phase: facts, …}, {phase: feelings, …}, {phase: findings, …}, {phase: future, …}]
    Source: Greenaway's review in four parts, as retold by Georgescu (2012).
    """
    for file, index, scenario in _scenarios(subject):
        asked = [question.phase for question in scenario.debrief]
        missing = [phase for phase in PHASES if phase not in asked]
        if missing:
            yield Finding(
                Where(file, ("scenarios", index, "id")),
                f"the debrief of {scenario.id} asks nothing about {', '.join(missing)}",
                f"Add a question to `debrief:` with `phase: {missing[0]}`.",
            )
        for row in range(1, len(asked)):
            if PHASES.index(asked[row]) < PHASES.index(asked[row - 1]):
                yield Finding(
                    Where(file, ("scenarios", index, "debrief", row, "phase")),
                    f"{scenario.id} asks about {asked[row]} after {asked[row - 1]}",
                    f"Keep the order {', '.join(PHASES)}.",
                )


@check("P104", ALWAYS_WARNING, Reads.FILE)
def scenarios_have_roles_and_observers(subject: Subject) -> Iterator[Finding]:
    """A scenario has roles, two or more in a role-play, and an observer's sheet.

    Why: Those who do not play must watch for something, or the debrief has no facts.
    Bad:
        roles: [{id: R1, name: Officer, …}]
        observer: []
    Good:
        roles: [{id: R1, name: Officer, …}, {id: R2, name: Driver, …}]
        observer: [{id: B1, text: Gives the reason before asking for papers}]
    Source: California POST, scenario evaluation: behaviours to tick, with room for evidence.
    """
    for file, index, scenario in _scenarios(subject):
        where = Where(file, ("scenarios", index, "id"))
        players = sum(role.count for role in scenario.roles)
        if not players:
            help = "Write a card for each player under `roles:`."
            yield Finding(where, f"scenario {scenario.id} has no roles", help)
        elif scenario.kind == "role-play" and players < 2:
            help = "Write a card for the person opposite under `roles:`."
            yield Finding(where, f"role-play {scenario.id} has only one player", help)
        if not scenario.observer:
            help = "Write under `observer:` what can be seen or heard."
            yield Finding(where, f"scenario {scenario.id} has no observer's sheet", help)


@check("P105", ALWAYS_WARNING, Reads.FILE)
def secrets_are_there(subject: Subject) -> Iterator[Finding]:
    """A role-play has a secret, and each secret that the notes speak of is on a role's card.

    Why: What must be found out by asking is what makes a contact real.
    Bad:
        kind: role-play
        roles: [{id: R1, name: Driver, card: …}]
    Good:
        roles: [{id: R1, name: Driver, card: …, secret: Your papers are in the other car.}]
    """
    for file, index, scenario in _scenarios(subject):
        secret = {role.id for role in scenario.roles if role.secret}
        if scenario.kind == "role-play" and scenario.roles and not secret:
            yield Finding(
                Where(file, ("scenarios", index, "id")),
                f"no role of {scenario.id} has a secret",
                "Give a role a `secret:`, something told only when asked well.",
            )
        for key in ("task", "setup", "facilitator"):
            text = getattr(scenario, key) or ""
            if not _MAY_SPEAK_OF_ROLES.search(text):
                continue
            for match in _SECRET_OF.finditer(text):
                name = (match[1] or match[2]).upper()
                if name not in secret:
                    yield Finding(
                        Where(
                            file,
                            ("scenarios", index, key),
                            offset=match.start(),
                            length=len(match[0]),
                        ),
                        f"{name} of {scenario.id} has no secret",
                        f"Write it under `secret:` of {name}, or name another role.",
                    )
