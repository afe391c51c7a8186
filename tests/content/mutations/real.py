"""The real curriculum in a folder of its own: read once, broken and mended many times."""

from __future__ import annotations

import gc
import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from curriculum_cli.checks.engine import form_report, run
from curriculum_cli.checks.report import Choice, Report
from curriculum_cli.checks.rules import Subject
from curriculum_cli.cli.project import printable
from curriculum_cli.diagnostics import Diagnostic, Profile
from curriculum_cli.model.curriculum import assemble
from curriculum_cli.model.decode import decode_all
from curriculum_cli.model.fields import Part
from curriculum_cli.settings import load_settings
from curriculum_cli.source.files import content_files
from curriculum_cli.source.project import read_files, read_project
from curriculum_cli.source.translations import read_translations

from ...editions import ROOT
from ...marks import Place
from ...project import TODAY, place, shown
from .mutation import Mutation, make, marked

State = dict[str, bytes | None]


class Real:
    """A copy of `modules/`, and the report of it as it stands.

    *Why* not the whole way each time: of what was not touched, the decoded files are kept.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        shutil.copytree(ROOT / "modules", root / "modules")
        self._state = self._now()
        self.printable = printable(load_settings(root, None))
        self._read = read_project(root)
        self._parts, problems = decode_all(self._read.trees.values())
        assert not problems
        gc.collect()
        gc.freeze()  # or each run looks through all that is kept
        self._before: dict[object, Report] = {(): self.report()}

    def report(self) -> Report:
        """What is found in the folder as it is now, under the strictest profile."""
        state = self._now()
        same = {name for name, data in state.items() if self._state.get(name) == data}
        files = [each for each in content_files(self.root) if each.name not in same]
        fresh = read_files(files, self.root)
        trees = {name: each for name, each in self._read.trees.items() if name in same}
        trees |= fresh.trees
        parts, problems = decode_all(fresh.trees.values())
        kept: dict[str, Part] = {name: each for name, each in self._parts.items() if name in same}
        curriculum, missing = assemble(dict(sorted((kept | parts).items())))
        if fresh.problems or problems or missing:
            return form_report([*fresh.problems, *problems, *missing], trees)
        done = read_translations(self.root)
        subject = Subject(curriculum, trees | done.trees, self.root, self.printable, done, TODAY)
        return run(subject, Choice(Profile.PUBLISH), problems=done.problems)

    @contextmanager
    def mended(self) -> Iterator[None]:
        """Within this block files may change; after it they are as before."""
        try:
            yield
        finally:
            shutil.rmtree(self.root / "modules")
            for name, data in self._state.items():
                path = self.root / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data or b"")

    def _now(self) -> State:
        """Every plain file; a link or folder in the place of a file is another thing."""
        return {
            path.relative_to(self.root).as_posix(): path.read_bytes()
            for path in sorted((self.root / "modules").rglob("*"))
            if path.is_file() and not path.is_symlink()
        }

    def before(self, mutation: Mutation) -> Report:
        """Bring about the state in which the rule can be broken; its report."""
        make(self.root, mutation.given)
        if mutation.given not in self._before:
            self._before[mutation.given] = self.report()
        return self._before[mutation.given]


def assert_only_this(real: Real, mutation: Mutation) -> None:
    """The break is found at its place, and beside it only what follows from it."""
    with real.mended():
        before = _counted(real.before(mutation))
        at = make(real.root, mutation.edits)
        report = real.report()
        if mutation.at is not None:
            at = marked(real.root, mutation.at)
    new = [each for each in report.diagnostics if not _taken(before, each)]
    text = shown(tuple(new)) or "nothing was found"
    assert at is not None, f"the mutation marks no place\n{text}"
    ours = [(each.file, place(each)) for each in new if each.code == mutation.code]
    assert ours == [at], f"expected {mutation.code} at {_in_words(at)}\n{text}"
    others = {each.code for each in new} - {mutation.code}
    assert others == set(mutation.follows), text


def _counted(report: Report) -> Counter[tuple[str, str]]:
    return Counter((each.code, each.message) for each in report.diagnostics)


def _taken(before: Counter[tuple[str, str]], each: Diagnostic) -> bool:
    """Whether the finding was there before; each of those counts once."""
    key = (each.code, each.message)
    before[key] -= 1
    return before[key] >= 0


def _in_words(at: tuple[str, Place]) -> str:
    return f"{at[0]}:{at[1].line}:{at[1].column}"
