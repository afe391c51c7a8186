"""Judge files by themselves: a module beside the lists, and the lists by what is in them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from urllib.parse import unquote

from ..diagnostics import Severity
from ..model.curriculum import Curriculum
from ..model.fields import Part
from ..model.module import Module
from ..model.outline import outline_of
from ..model.remember import forget
from ..model.texts import targets_in
from ..source.files import read_bytes
from ..source.translations import Translations
from ..source.tree import Tree
from .beside import Beside, digest_of_texts, read_part
from .engine import Judge, placed, problems_of
from .report import UNREADABLE
from .rules import Reads, Rule, Subject
from .scopes import SomeFiles
from .silences import Placed, Silence, silences_in
from .study import Study

LISTS = ""
"""The name under which the study of all files is kept that are no modules."""
ACROSS = "*"
"""The name under which is kept what rules find that compare files, when it is not in a module."""
PARTS = "="
"""The name under which is kept what the files decoded to that are no modules."""


class Studying:
    """What rules of one file find in the files of a project."""

    def __init__(self, beside: Beside, rules: Sequence[Rule]) -> None:
        self.beside = beside
        self.rules = rules

    def known(self, name: str, kept: Mapping[str, str]) -> Study | None:
        """What is kept of a module, when it and all that it was judged beside are the same."""
        line = kept.get(name)
        digest = self.beside.digest(name) if line else None
        return kept_study(line, name, self.beside.key(name, digest)) if line and digest else None

    def study(self, name: str) -> str:
        """Read one module and judge it by the rules of one file."""
        raw, problems = read_bytes(self.beside.files[name], self.beside.root)
        tree, part = None, None
        if raw is not None:
            tree, part, problems = read_part(name, raw)
        key = self.beside.key(name, sha256(raw).hexdigest()) if raw is not None else ""
        if tree is None or not isinstance(part, Module):
            trees = {name: tree} if tree is not None else {}
            form = tuple(placed(each, trees) for each in problems)
            return Study(name, key, form).to_text()
        judge = Judge({name: part.status}, self.beside.choice.profile)
        rules = [each for each in self.rules if judge.severity(each, name) is not Severity.OFF]
        said = self.beside.translations_of({name})
        found, silences = self._judged(rules, {name: part}, {name: tree}, said)
        plain = outline_of(part, with_digest=part.id in self.beside.linked)
        outline = json.dumps(plain, separators=(",", ":"))
        if _shows_content(part):
            key = ""
        forget(part, *said.files)
        return Study(name, key, (), found, silences, outline, part.status).to_text()

    def lists(self, kept: Mapping[str, str]) -> Study:
        """What rules of one file find in the files that are no modules."""
        others = {each.source_file for each in self.beside.translations.files} - set(
            self.beside.modules
        )
        mine = self.beside.translations_of(others)
        key = digest_of_texts(
            self.beside.context, *(each for file in mine.texts.items() for each in file)
        )
        known = kept_study(kept.get(LISTS, ""), LISTS, key)
        if known is not None:
            return known
        own = {name: tree for name, tree in self.beside.trees.items() if name in self.beside.parts}
        found, silences = self._judged(self.rules, self.beside.parts, own, mine)
        return Study(LISTS, key, (), found, silences)

    def _judged(
        self,
        rules: Sequence[Rule],
        parts: Mapping[str, Part],
        trees: Mapping[str, Tree],
        translations: Translations,
    ) -> tuple[tuple[Placed, ...], tuple[Silence, ...]]:
        curriculum = SomeFiles(parts, self.beside.lists)
        subject = self.subject(curriculum, self.beside.trees_with(trees), translations)
        problems = problems_of(rules, subject, Reads.FILE)
        own = (*trees.values(), *translations.trees.values())
        return (
            tuple(placed(each, subject.trees) for each in problems),
            tuple(each for tree in own for each in silences_in(tree)),
        )

    def subject(
        self,
        curriculum: Curriculum,
        trees: Mapping[str, Tree] | None = None,
        translations: Translations | None = None,
    ) -> Subject:
        """What rules look at; all trees and translations where none are given."""
        said = self.beside.translations if translations is None else translations
        trees = self.beside.trees if trees is None else trees
        return Subject(
            curriculum, trees, self.beside.root, self.beside.printable, said, self.beside.day
        )


def kept_study(line: str, name: str, key: str) -> Study | None:
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
        for _, target in targets_in(module)
        if target.kind == "image"
    )
