"""What a module is judged beside: lists, translations, pictures; read at once, with a digest.

What the lists decoded to is kept, for in the hour of writing a module they seldom change.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path

from ..diagnostics import Problem
from ..model.curriculum import assemble
from ..model.decode import decode as to_part
from ..model.fields import Part
from ..model.plain import from_plain, to_plain
from ..source.files import content_files, decode, other_files, read_bytes, read_text
from ..source.strict_yaml import parse
from ..source.translations import Translations, read_translations
from ..source.tree import Tree
from .late import Late
from .report import UNREADABLE, Choice

_MODULE = re.compile(rb"(?:\xef\xbb\xbf)?(?:(?:#[^\r\n]*)?\r?\n)*kind: module[ \t]*(?:#|\r|\n)")
_HEAD = 4096


class OddError(Exception):
    """Something out of the ordinary, which is left to `check_project`."""


class Beside:
    """The files of a project: all that are no modules read, the modules by name.

    `context` is a digest of everything but the modules and their own translations; `program` one
    of all that reads and judges. `kept` is what `lists_text` was the last time. Raises OddError for
    a file that is not sound.
    """

    def __init__(
        self,
        root: Path,
        choice: Choice,
        printable: frozenset[int],
        program: str,
        day: date,
        digests: Mapping[str, str],
        kept: str = "",
    ) -> None:
        self.root = root
        self.digests = digests
        self.printable = printable
        self.day = day
        self.files = {each.name: each for each in content_files(root)}
        self.modules = [name for name in self.files if self._is_module(name)]
        self.translations = read_translations(root)
        self._of_lists = self._digests_of_lists()
        about_lists = [each for name in self._of_lists.items() for each in name]
        self._key = digest_of_texts(program, *about_lists)
        self._trees: dict[str, Tree] = dict(self.translations.trees)
        self._kept = kept
        self.parts = self._kept_lists() or self._read_lists()
        self.lists, missing = assemble(self.parts)
        if missing:
            raise OddError
        self.linked = {each.module for each in self.lists.links.links} if self.lists.links else ()
        self.pictures = other_files(root)
        self.choice = choice.filled_from(self.lists.programme.checks)
        profile = str(self.choice.profile or "")
        about = [
            program,
            profile,
            repr(sorted(printable)),
            day.isoformat(),
            *about_lists,
            *self._of_pictures(),
        ]
        self.context = digest_of_texts(*about)

    def _is_module(self, name: str) -> bool:
        path = self.files[name].path
        if not path.is_file():  # a pipe would wait for somebody to write
            return False
        try:
            with path.open("rb") as file:
                return _MODULE.match(file.read(_HEAD)) is not None
        except OSError:
            return False

    def _digests_of_lists(self) -> dict[str, str]:
        """The digest of each file that is no module, by name."""
        modules = set(self.modules)
        digests = {}
        for name in self.files:
            if name not in modules:
                digest = self.digest(name)
                if digest is None:
                    raise OddError
                digests[name] = digest
        return digests

    def _kept_lists(self) -> dict[str, Part] | None:
        """The files that are no module, as they were decoded the last time."""
        key, _, text = self._kept.partition("\t")
        if key != self._key:
            return None
        try:
            parts = {name: from_plain(plain) for name, plain in json.loads(text).items()}
        except UNREADABLE:
            return None
        sound = parts.keys() == self._of_lists.keys()
        return parts if sound and all(isinstance(each, Part) for each in parts.values()) else None

    def _read_lists(self) -> dict[str, Part]:
        """The files that are no module, read and decoded."""
        self._kept = ""
        parts = {}
        for name, digest in self._of_lists.items():
            raw, _ = read_bytes(self.files[name], self.root)
            if raw is None or sha256(raw).hexdigest() != digest:  # changed this very moment
                raise OddError
            tree, part, problems = read_part(name, raw)
            if tree is None or part is None or problems:
                raise OddError
            self._trees[name], parts[name] = tree, part
        return parts

    @property
    def lists_text(self) -> str:
        """What the files that are no module decoded to, in one line."""
        if not self._kept:
            plain = {name: to_plain(part) for name, part in self.parts.items()}
            self._kept = self._key + "\t" + json.dumps(plain, separators=(",", ":"))
        return self._kept

    @property
    def trees(self) -> Mapping[str, Tree]:
        """The trees of all files that are no module, and of translations."""
        return self.trees_with({})

    def trees_with(self, others: Mapping[str, Tree]) -> Mapping[str, Tree]:
        """The same beside some others; each is made when it is asked for."""
        names = (*others, *self._of_lists, *self.translations.trees)
        return Late(names, lambda name: others.get(name) or self.tree(name), len(names))

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

    def digest(self, name: str) -> str | None:
        """The digest of a file, known already or else read, if it can be."""
        file = self.files[name]
        known = self.digests.get(str(file.path)) if file.beside else None
        if known is None:
            raw, _ = read_bytes(file, self.root)
            known = sha256(raw).hexdigest() if raw is not None else None
        return known

    def key(self, name: str, digest: str) -> str:
        """A digest of a module, itself known by one, and of all that it is judged beside."""
        parts = [self.context, name, digest]
        for each in self.translations.files:
            if each.source_file == name:
                parts += [each.file, self.translations.texts[each.file]]
        return digest_of_texts(*parts)

    def translations_of(self, sources: set[str]) -> Translations:
        """The translations of these files."""
        whole = self.translations
        files = tuple(each for each in whole.files if each.source_file in sources)
        trees = {each.file: whole.trees[each.file] for each in files}
        return Translations(files, trees, {each.file: whole.texts[each.file] for each in files})

    def text(self, name: str) -> str | None:
        """The text of a file, if it can be read."""
        if name in self.translations.texts:
            return self.translations.texts[name]
        return read_text(self.files[name], self.root)[0]

    def tree(self, name: str) -> Tree | None:
        """The tree of a file, if it is sound."""
        if name in self._trees:
            return self._trees[name]
        text = self.text(name)
        tree = parse(name, text)[0] if text is not None else None
        if tree is not None and name in self.parts:
            self._trees[name] = tree
        return tree


def read_part(name: str, raw: bytes) -> tuple[Tree | None, Part | None, list[Problem]]:
    """A file's tree and part of the model, or its mistakes of form."""
    text, problems = decode(name, raw)
    if text is None:
        return None, None, problems
    tree, problems = parse(name, text)
    if tree is None:
        return None, None, problems
    part, problems = to_part(tree)
    return tree, part, problems


def digest_of_texts(*parts: str) -> str:
    """One digest of several texts, in order."""
    whole = sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        whole.update(len(data).to_bytes(8, "big"))
        whole.update(data)
    return whole.hexdigest()
