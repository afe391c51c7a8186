"""From a folder to a checked curriculum, or to everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ..model.curriculum import Curriculum, assemble
from ..model.decode import decode_all
from ..model.kinds import SINGLE
from ..settings import today
from ..source.project import Read, read_project
from ..source.translations import read_translations
from .report import Choice, Report

if TYPE_CHECKING:
    from .rules import Rule


@dataclass(frozen=True)
class Checked:
    """A curriculum that has been checked. Views accept nothing less."""

    curriculum: Curriculum
    report: Report


@dataclass(frozen=True)
class Outcome:
    """What came of checking a project: `checked` is None while a file does not decode."""

    read: Read
    report: Report
    checked: Checked | None = None


def check_project(
    root: Path,
    choice: Choice,
    printable: frozenset[int] = frozenset(),
    day: date | None = None,
    rules: Sequence[Rule] | None = None,
    known: Report | None = None,
) -> Outcome:
    """Read, decode and judge the project at `root`, as on a day; today when it is None.

    `known` is the report of the same files, when there is one; then no rule is loaded.
    *Why* in stages: one typing mistake must not print a hundred “unknown id”s.
    """
    read = read_project(root)
    files, problems = decode_all(read.trees.values())
    curriculum, missing = assemble(files)
    found = [*read.problems, *problems, *missing]
    if found:
        place = SINGLE["curriculum"]
        if any(problem.where.file == place for problem in (*read.problems, *problems)):
            # it is there but does not decode, so it is not missing
            found = [each for each in found if each not in missing or each.where.file != place]
        from .engine import form_report

        return Outcome(read, form_report(found, read.trees))
    translations = read_translations(root)
    report = known
    if report is None:
        from .engine import run
        from .registry import RULES
        from .rules import Subject

        trees = read.trees | translations.trees
        subject = Subject(curriculum, trees, root, printable, translations, day or today())
        chosen = RULES if rules is None else rules
        report = run(subject, choice, chosen, problems=translations.problems)
    read = read._replace(texts=read.texts | translations.texts)
    return Outcome(read, report, Checked(curriculum, report))
