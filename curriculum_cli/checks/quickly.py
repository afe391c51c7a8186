"""Check a project, studying only modules that changed, in as many processes as are lent.

The report is the one of `check_project`. What rules of one file find in a module is kept by a
digest of the module, of its translations, and of everything that is no module. Rules that compare
files run each time, over outlines of the modules. What is out of the ordinary is left to
`check_project`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Protocol
from urllib.parse import unquote

from ..diagnostics import Problem, Severity
from ..model.curriculum import Curriculum, assemble
from ..model.decode import decode as to_part
from ..model.fields import Part
from ..model.markdown import targets
from ..model.module import Module
from ..model.outline import from_outline, outline_of
from ..model.texts import texts
from ..settings import today
from ..source.files import content_files, decode, other_files, read_bytes, read_text
from ..source.strict_yaml import parse
from ..source.translations import Translations, read_translations
from ..source.tree import Tree
from .engine import Judge, form_verdict, judge_settings, placed, problems_of, verdict
from .late import Late
from .project import check_project
from .registry import RULES
from .report import UNREADABLE, Choice, Quick
from .rules import Reads, Rule, Subject
from .scopes import AllFiles, SomeFiles
from .silences import Placed, Silence, silences_in
from .study import Study

_MODULE = re.compile(rb"(?:\xef\xbb\xbf)?(?:(?:#[^\r\n]*)?\r?\n)*kind: module[ \t]*(?:#|\r|\n)")
_HEAD = 4096
_FEW = 4
"""Files that are studied sooner than a process starts."""
_LISTS = ""
"""The name under which the study of all files is kept that are no modules."""
_MOST_TREES = 16


class Memory(Protocol):
    """Where texts are kept by name between runs; what cannot be kept is not."""

    def load(self) -> dict[str, str]:
        """Everything that is kept."""

    def save(self, texts: Mapping[str, str]) -> None:
        """Keep these, and nothing else."""


class _OddError(Exception):
    """Something that is left to `check_project`."""


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
) -> Quick:
    """Check the project at `root`; `program` is a digest of all that reads and judges."""
    day = day or today()
    try:
        return _Run(root, choice, printable, memory, program, processes, day, rules).check()
    except _OddError:
        outcome = check_project(root, choice, printable, day, rules)
        return Quick(outcome.report, outcome.read.files, outcome.read.texts)


class _Run:
    def __init__(
        self,
        root: Path,
        choice: Choice,
        printable: frozenset[int],
        memory: Memory,
        program: str,
        processes: int,
        day: date,
        rules: Sequence[Rule],
    ) -> None:
        self.root = root
        self.printable = printable
        self.memory = memory
        self.processes = processes
        self.day = day
        self.rules = rules
        self.files = {each.name: each for each in content_files(root)}
        self.modules = [name for name in self.files if self._is_module(name)]
        self.translations = read_translations(root)
        digests = self._read_lists()
        self.lists, missing = assemble(self.parts)
        if missing:
            raise _OddError
        self.linked = {each.module for each in self.lists.links.links} if self.lists.links else ()
        self.pictures = other_files(root)
        self.choice = choice.filled_from(self.lists.programme.checks)
        profile = str(self.choice.profile or "")
        about = [
            program,
            profile,
            repr(sorted(printable)),
            day.isoformat(),
            *digests,
            *self._of_pictures(),
        ]
        self.context = _digest(*about)

    def _is_module(self, name: str) -> bool:
        path = self.files[name].path
        if not path.is_file():  # a pipe would wait for somebody to write
            return False
        try:
            with path.open("rb") as file:
                return _MODULE.match(file.read(_HEAD)) is not None
        except OSError:
            return False

    def _read_lists(self) -> list[str]:
        """Read every file that is no module; their names and digests."""
        self.trees: dict[str, Tree] = dict(self.translations.trees)
        self.parts: dict[str, Part] = {}
        digests = []
        modules = set(self.modules)
        for name, file in self.files.items():
            if name not in modules:
                raw, _ = read_bytes(file, self.root)
                tree, part, problems = _read(name, raw) if raw is not None else (None, None, [])
                if raw is None or tree is None or part is None or problems:
                    raise _OddError
                self.trees[name], self.parts[name] = tree, part
                digests += [name, sha256(raw).hexdigest()]
        return digests

    def _of_pictures(self) -> list[str]:
        """What files are there that pictures may be, and digests of what is in them."""
        found = []
        for path in self.pictures or ():
            found += [str(path), os.path.realpath(path)]
            try:
                found.append(sha256(path.read_bytes()).hexdigest() if path.is_file() else "")
            except OSError:
                found.append("")
        return found

    def check(self) -> Quick:
        # a folder that is a link may change unseen
        kept = self.memory.load() if self.pictures is not None else {}
        studies = {name: each for name in self.modules if (each := self._known(name, kept))}
        missing = [name for name in self.modules if name not in studies]
        lines = {name: kept[name] for name in studies}
        for line in self._study_all(missing):
            study = Study.from_text(line)
            studies[study.file] = study
            lines[study.file] = line
        whole = self._lists(kept)
        if self.pictures is not None and (missing or len(kept) != len(lines) + 1):
            keep = {name: line for name, line in lines.items() if studies[name].key}
            self.memory.save({**keep, _LISTS: whole.to_text()})
        trees = Late((*self.files, *self.trees), self._tree, _MOST_TREES)
        source = Late((*self.files, *self.translations.texts), self._text, _MOST_TREES)
        files = tuple(self.files)
        form = [found for each in studies.values() for found in each.form]
        if form:
            return Quick(form_verdict(form), files, source)
        found = [placed for each in (whole, *studies.values()) for placed in each.found]
        outlined = self._outlined(studies)
        problems = [*self.translations.problems, *judge_settings(outlined, self.rules)]
        problems += problems_of(self.rules, self._subject(outlined), Reads.OUTLINES)
        problems += problems_of(self.rules, self._subject(self._everything()), Reads.EVERYTHING)
        found += [placed(each, trees) for each in problems]
        silences = [each for study in (whole, *studies.values()) for each in study.silences]
        statuses = {name: part.status for name, part in outlined.of(Module)}
        report = verdict(found, silences, statuses, self.choice, self.rules)
        return Quick(report, files, source)

    def _known(self, name: str, kept: Mapping[str, str]) -> Study | None:
        """What is kept of a module, when it and all that it was judged beside are the same."""
        line = kept.get(name)
        raw = read_bytes(self.files[name], self.root)[0] if line else None
        return _study(line, name, self._key(name, raw)) if line and raw is not None else None

    def _key(self, name: str, raw: bytes) -> str:
        parts = [self.context, name, sha256(raw).hexdigest()]
        for each in self.translations.files:
            if each.source_file == name:
                parts += [each.file, self.translations.texts[each.file]]
        return _digest(*parts)

    def _study_all(self, names: Sequence[str]) -> Iterable[str]:
        if self.processes < 2 or len(names) <= _FEW:
            return map(self._study, names)
        from .processes import spread

        return spread(self._study, names, self.processes)

    def _study(self, name: str) -> str:
        """Read one module and judge it by the rules of one file."""
        raw, problems = read_bytes(self.files[name], self.root)
        tree, part = None, None
        if raw is not None:
            tree, part, problems = _read(name, raw)
        key = self._key(name, raw) if raw is not None else ""
        if tree is None or not isinstance(part, Module):
            trees = {name: tree} if tree is not None else {}
            form = tuple(placed(each, trees) for each in problems)
            return Study(name, key, form).to_text()
        judge = Judge({name: part.status}, self.choice.profile)
        rules = [each for each in self.rules if judge.severity(each, name) is not Severity.OFF]
        said = self._translations_of({name})
        found, silences = self._judged(rules, {name: part}, {name: tree}, said)
        outline = outline_of(part, with_digest=part.id in self.linked)
        if _shows_content(part):
            key = ""
        return Study(name, key, (), found, silences, outline).to_text()

    def _lists(self, kept: Mapping[str, str]) -> Study:
        """What rules of one file find in the files that are no modules."""
        others = {each.source_file for each in self.translations.files} - set(self.modules)
        mine = self._translations_of(others)
        key = _digest(self.context, *(each for file in mine.texts.items() for each in file))
        known = _study(kept.get(_LISTS, ""), _LISTS, key)
        if known is not None:
            return known
        own = {name: tree for name, tree in self.trees.items() if name in self.parts}
        found, silences = self._judged(self.rules, self.parts, own, mine)
        return Study(_LISTS, key, (), found, silences)

    def _judged(
        self,
        rules: Sequence[Rule],
        parts: Mapping[str, Part],
        trees: Mapping[str, Tree],
        translations: Translations,
    ) -> tuple[tuple[Placed, ...], tuple[Silence, ...]]:
        curriculum = SomeFiles(parts, self.lists)
        subject = self._subject(curriculum, {**self.trees, **trees}, translations)
        problems = problems_of(rules, subject, Reads.FILE)
        own = (*trees.values(), *translations.trees.values())
        return (
            tuple(placed(each, subject.trees) for each in problems),
            tuple(each for tree in own for each in silences_in(tree)),
        )

    def _translations_of(self, sources: set[str]) -> Translations:
        whole = self.translations
        files = tuple(each for each in whole.files if each.source_file in sources)
        trees = {each.file: whole.trees[each.file] for each in files}
        return Translations(files, trees, {each.file: whole.texts[each.file] for each in files})

    def _subject(
        self,
        curriculum: Curriculum,
        trees: dict[str, Tree] | None = None,
        translations: Translations | None = None,
    ) -> Subject:
        said = self.translations if translations is None else translations
        trees = self.trees if trees is None else trees
        return Subject(curriculum, trees, self.root, self.printable, said, self.day)

    def _outlined(self, studies: Mapping[str, Study]) -> Curriculum:
        """All files, of modules their outlines."""
        files: dict[str, Part] = {}
        for name in self.files:
            study = studies.get(name)
            if study is None:
                files[name] = self.parts[name]
            elif study.outline is None:
                raise _OddError
            else:
                try:
                    files[name] = from_outline(study.outline)
                except UNREADABLE as error:
                    raise _OddError from error
        return Curriculum(files)

    def _everything(self) -> Curriculum:
        """All files, read when a rule asks for them."""

        def part(name: str) -> Part | None:
            tree = None if name in self.parts else self._tree(name)
            return to_part(tree)[0] if tree is not None else self.parts.get(name)

        return AllFiles(Late(tuple(self.files), part, len(self.files)), self.lists)

    def _text(self, name: str) -> str | None:
        if name in self.translations.texts:
            return self.translations.texts[name]
        return read_text(self.files[name], self.root)[0]

    def _tree(self, name: str) -> Tree | None:
        if name in self.trees:
            return self.trees[name]
        text = self._text(name)
        return parse(name, text)[0] if text is not None else None


def _read(name: str, raw: bytes) -> tuple[Tree | None, Part | None, list[Problem]]:
    """A file's tree and part of the model, or its mistakes of form."""
    text, problems = decode(name, raw)
    if text is None:
        return None, None, problems
    tree, problems = parse(name, text)
    if tree is None:
        return None, None, problems
    part, problems = to_part(tree)
    return tree, part, problems


def _study(line: str, name: str, key: str) -> Study | None:
    """The study of a file that was kept, when it can be read and is of this key."""
    try:
        study = Study.from_text(line)
    except UNREADABLE:
        return None
    return study if (study.file, study.key) == (name, key) else None


def _shows_content(module: Module) -> bool:
    """Whether a content file is named as a picture: then it matters which of those there are."""
    return any(
        unquote(target.url).lower().endswith((".yaml", ".yml", ".po"))
        for text in texts(module)
        if text.markdown
        for target in targets(text.text)
        if target.kind == "image"
    )


def _digest(*parts: str) -> str:
    whole = sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        whole.update(len(data).to_bytes(8, "big"))
        whole.update(data)
    return whole.hexdigest()
