"""The small project as something to build: with its own cache and output folder."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from curriculum_cli.build.executor import Executor, ForkedWorkers
from curriculum_cli.build.manifest import FileRecord, previous_files
from curriculum_cli.build.pipeline import build
from curriculum_cli.build.reporter import Reporter, Silence
from curriculum_cli.build.request import Request
from curriculum_cli.build.work import BuildResult
from curriculum_cli.checks.project import check_project
from curriculum_cli.checks.report import Choice
from curriculum_cli.settings import Settings, embedded_root, load_settings

from ..project import Project

REQUEST = Request(documents=("lesson-plan", "participant-handbook"), languages=("en",))


@dataclass(frozen=True)
class Town:
    """A copy of the small project with what was built of it."""

    project: Project

    @property
    def root(self) -> Path:
        return self.project.root

    @property
    def settings(self) -> Settings:
        return load_settings(self.root)

    @property
    def output(self) -> Path:
        return self.root / "build"

    @property
    def cache(self) -> Path:
        return self.root / ".curriculum"

    def build(
        self,
        request: Request = REQUEST,
        *,
        output: Path | None = None,
        executor: Executor | None = None,
        reporter: Reporter | None = None,
        **changes: object,
    ) -> BuildResult:
        """Build; `changes` are fields of the request."""
        settings = load_settings(self.root, output)
        outcome = check_project(self.root, Choice())
        assert outcome.checked is not None
        wanted = replace(request, **changes)  # type: ignore[arg-type]
        workers = executor or ForkedWorkers(2)
        try:
            return build(wanted, settings, outcome, reporter or Silence(), workers)
        finally:
            workers.shutdown(cancel_futures=True)

    def files(self) -> dict[str, str]:
        """The digest of every file in the output folder."""
        return digests(self.output)

    def records(self) -> dict[str, FileRecord]:
        return {record.path: record for record in previous_files(self.output)}

    def own_templates(self, *names: str) -> None:
        """Give the project its own copy of some templates, to be changed."""
        for name in names:
            path = self.root / "templates" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            source = embedded_root() / "templates" / name
            if source.is_dir():
                shutil.copytree(source, path)
            else:
                shutil.copy(source, path)

    def entries(self) -> list[Path]:
        """The leaves in the cache, the largest first: those are in every build."""
        found = (self.cache / "leaves").rglob("*.leaf")
        return sorted(found, key=lambda path: path.stat().st_size, reverse=True)


def digests(folder: Path) -> dict[str, str]:
    """The digest of every file below a folder, by its path there."""
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def children() -> list[int]:
    """Processes that this one has started and that still run."""
    found = []
    for each in Path("/proc").iterdir():
        if each.name.isdigit():
            try:
                fields = (each / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[1]) == os.getpid() and fields[0] != "Z":
                found.append(int(each.name))
    return found
