"""Check a project, studying only modules that changed, in as many processes as are lent.

The report is the one of `check_project`. What rules of one file find in a module is kept by a
digest of the module, of its translations, and of everything that is no module. Rules that compare
files run over outlines of the modules, and again only when an outline changed or something else.
What is out of the ordinary is left to `check_project`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Protocol

from ..model.curriculum import Curriculum
from ..model.decode import decode as to_part
from ..model.fields import Part
from ..model.outline import from_outline
from ..settings import today
from ..source.tree import Tree
from .beside import Beside, OddError, digest_of_texts
from .engine import form_verdict, judge_settings, placed, problems_of, verdict
from .late import Late
from .registry import RULES
from .report import UNREADABLE, Choice, Quick
from .rules import Reads, Rule
from .scopes import AllFiles
from .study import Study
from .studying import ACROSS, PARTS, Studying, kept_study

_FEW = 4
"""Files that are studied sooner than a process starts."""
_MOST_TREES = 16


class Memory(Protocol):
    """Where texts are kept by name between runs; what cannot be kept is not."""

    def load(self) -> dict[str, str]:
        """Everything that is kept."""

    def save(self, texts: Mapping[str, str]) -> None:
        """Keep these, and nothing else."""


def check_quickly(
    root: Path,
    choice: Choice,
    printable: frozenset[int],
    memory: Memory,
    program: str,
    *,
    processes: int = 1,
    day: date | None = None,
    rules: Sequence[Rule] = RULES,
    digests: Mapping[str, str] | None = None,
) -> Quick:
    """Check the project at `root`; `program` is a digest of all that reads and judges.

    `digests` are those of files by path that are known without reading (SHA-256, hexadecimal).
    """
    day = day or today()
    try:
        kept = memory.load()
        lists = kept.get(PARTS, "")
        beside = Beside(root, choice, printable, program, day, digests or {}, lists)
        return _Run(beside, memory, kept, processes, rules).check()
    except OddError:
        from .project import check_project  # seldom

        outcome = check_project(root, choice, printable, day, rules)
        return Quick(outcome.report, outcome.read.files, outcome.read.texts)


class _Run:
    def __init__(
        self,
        beside: Beside,
        memory: Memory,
        kept: Mapping[str, str],
        processes: int,
        rules: Sequence[Rule],
    ) -> None:
        self.beside = beside
        # a folder that is a link may change unseen
        self.kept = kept if beside.pictures is not None else {}
        self.studying = Studying(beside, rules)
        self.memory = memory
        self.processes = processes
        self.rules = rules

    def check(self) -> Quick:
        kept = self.kept
        studies = {
            name: each for name in self.beside.modules if (each := self.studying.known(name, kept))
        }
        missing = [name for name in self.beside.modules if name not in studies]
        lines = {name: kept[name] for name in studies}
        for line in self._study_all(missing):
            study = Study.from_text(line)
            studies[study.file] = study
            lines[study.file] = line
        whole = self.studying.lists(kept)
        form = [found for each in studies.values() for found in each.form]
        across = self._across(studies, kept) if not form else Study(ACROSS, "")
        keep = {name: line for name, line in lines.items() if studies[name].key}
        keep |= {each.file: each.to_text() for each in (whole, across) if each.key}
        if self.beside.pictures is not None:
            keep[PARTS] = self.beside.lists_text
            if keep != kept:
                self.memory.save(keep)
        source = Late(
            (*self.beside.files, *self.beside.translations.texts), self.beside.text, _MOST_TREES
        )
        files = tuple(self.beside.files)
        if form:
            return Quick(form_verdict(form), files, source)
        everything = self.studying.subject(self._everything())
        problems = [
            *self.beside.translations.problems,
            *problems_of(self.rules, everything, Reads.EVERYTHING),
        ]
        found = [placed for each in (whole, across, *studies.values()) for placed in each.found]
        found += [placed(each, self._trees) for each in problems]
        silences = [each for study in (whole, *studies.values()) for each in study.silences]
        statuses = {name: each.status for name, each in studies.items()}
        report = verdict(found, silences, statuses, self.beside.choice, self.rules)
        return Quick(report, files, source)

    def _across(self, studies: Mapping[str, Study], kept: Mapping[str, str]) -> Study:
        """What rules find that compare files; a change inside a module seldom touches it."""
        said = self.beside.translations.texts
        key = digest_of_texts(
            self.beside.context,
            *(each for file in said.items() for each in file),
            *(each for name in self.beside.modules for each in (name, studies[name].outline)),
        )
        known = kept_study(kept.get(ACROSS, ""), ACROSS, key)
        if known is not None:
            return known
        outlined = self._outlined(studies)
        problems = [
            *judge_settings(outlined, self.rules),
            *problems_of(self.rules, self.studying.subject(outlined), Reads.OUTLINES),
        ]
        # where something stands in a module moves with every line of its text
        places = {found.where.file for found in problems}
        places |= {each.where.file for found in problems for each in found.related}
        lasting = places.isdisjoint(self.beside.modules)
        found = tuple(placed(each, self._trees) for each in problems)
        return Study(ACROSS, key if lasting else "", (), found)

    @cached_property
    def _trees(self) -> Mapping[str, Tree]:
        return Late((*self.beside.files, *self.beside.trees), self.beside.tree, _MOST_TREES)

    def _study_all(self, names: Sequence[str]) -> Iterable[str]:
        if self.processes < 2 or len(names) <= _FEW:
            return map(self.studying.study, names)
        from .processes import spread

        return spread(self.studying.study, names, self.processes)

    def _outlined(self, studies: Mapping[str, Study]) -> Curriculum:
        """All files, of modules their outlines."""
        files: dict[str, Part] = {}
        for name in self.beside.files:
            study = studies.get(name)
            if study is None:
                files[name] = self.beside.parts[name]
            else:
                try:
                    files[name] = from_outline(json.loads(study.outline))
                except UNREADABLE as error:
                    raise OddError from error
        return Curriculum(files)

    def _everything(self) -> Curriculum:
        """All files, read when a rule asks for them."""

        def part(name: str) -> Part | None:
            tree = None if name in self.beside.parts else self.beside.tree(name)
            return to_part(tree)[0] if tree is not None else self.beside.parts.get(name)

        return AllFiles(
            Late(tuple(self.beside.files), part, len(self.beside.files)), self.beside.lists
        )
