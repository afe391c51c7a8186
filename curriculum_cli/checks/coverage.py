"""C: the standard is served, item by item and audience by audience."""

from __future__ import annotations

from collections.abc import Iterator

from ..diagnostics import ALWAYS_WARNING, WARNING_THEN_ERROR, Where
from ..model.coverage import LEAST_STEP, Part, rows
from .rules import Finding, Reads, Subject, check

_WORDS: dict[Part, str] = {
    "objective": "objective",
    "step": f"step of {LEAST_STEP} minutes or more",
    "item": "assessment item",
}


def _standard_file(subject: Subject) -> str:
    wanted = subject.curriculum.standard
    return next(name for name, each in subject.curriculum.files.items() if each is wanted)


@check("C101", WARNING_THEN_ERROR, Reads.OUTLINES)
def items_are_served(subject: Subject) -> Iterator[Finding]:
    """Each item of the standard is stated, taught for ten minutes or more, and measured.

    Why: The programme promises the whole standard; what no test item measures is only named.
    Bad:
        # no objective of any module has `recommendations: [23]`
    Good:
        objectives: [{id: O2, recommendations: [23], …}]
        steps: [{id: S3, minutes: 25, objectives: [O2], …}]
        assessment: [{id: Q4, objective: O2, …}]
    Source: RPMES note 10, pp. 22-23: the chain from standard to competence to training.
    """
    for index, row in enumerate(rows(subject.curriculum)):
        if row.open_parts:
            number = row.recommendation.number
            lacking = f"is served by no {', no '.join(_WORDS[each] for each in row.open_parts)}"
            yield Finding(
                Where(_standard_file(subject), ("recommendations", index, "number")),
                f"Recommendation {number} {lacking if row.services else 'is served by no module'}",
                f"Give it an objective, a step of {LEAST_STEP} minutes and a test item, or list it"
                f" under `left_out:` in {subject.curriculum.programme_file} with the reason.",
            )


@check("C102", WARNING_THEN_ERROR, Reads.OUTLINES)
def main_audiences_are_served(subject: Subject) -> Iterator[Finding]:
    """Each item of the standard reaches every audience for whom it matters most.

    Why: A rule for commanders that only recruits are taught changes little.
    Bad:
        audiences: [{audience: senior, weight: main, …}]    # taught only to patrol officers
    Good:
        # an objective with this number in a module that is open to `senior`
    """
    titles = subject.curriculum.audiences
    for index, row in enumerate(rows(subject.curriculum)):
        marked = row.recommendation.audiences
        for place, each in enumerate(marked):
            name = each.audience
            if name in row.open_audiences:
                where = ("recommendations", index, "audiences", place, "audience")
                yield Finding(
                    Where(_standard_file(subject), where),
                    f"no module serves Recommendation {row.recommendation.number} for"
                    f" {titles.get(name, name)}",
                    f"Open a module that serves it to `{name}`, or list the hole under `left_out:`"
                    f" in {subject.curriculum.programme_file} with the reason.",
                )


@check("C103", ALWAYS_WARNING, Reads.OUTLINES)
def accepted_holes_are_holes(subject: Subject) -> Iterator[Finding]:
    """What the programme says is left out is really left out.

    Why: Officials sign the list of holes; a hole that is filled, or was never one, misleads them.
    Bad:
        left_out: [{recommendation: 16, audience: patrol, …}]    # M10 serves it for patrol
    Good:
        left_out: [{recommendation: 9, audience: recruit, …}]    # no module serves it for recruits
    """
    found = {row.recommendation.number: row for row in rows(subject.curriculum)}
    for index, hole in enumerate(subject.curriculum.programme.left_out):
        row = found.get(hole.recommendation)
        if row is None:
            continue
        real = row.missing if hole.audience is None else hole.audience in row.audiences_missing
        if not real:
            whom = f" for {hole.audience}" if hole.audience else ""
            filled = ", ".join(each.module for each in row.services)
            why = (
                f"{filled} serves it"
                if hole.audience is None or hole.audience in row.main_audiences
                else "the standard does not name it a main audience"
            )
            yield Finding(
                Where(subject.curriculum.programme_file, ("left_out", index)),
                f"Recommendation {hole.recommendation} is not left out{whom}: {why}",
                "Take the entry out.",
            )
