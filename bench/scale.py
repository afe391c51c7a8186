"""How time and memory grow: modules, languages, workers, certificates, `check` of many files.

`python -m bench --scale 10,100,1000`. The curricula are cut ones, so that 1,000 modules are made
in minutes; `check` reads modules of real size.
"""

from __future__ import annotations

import json
import shutil
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from .measure import Taken, Task, peak, timed
from .project import cut_project, full_project
from .side_by_side import SideBySide
from .tasks import WORKSHOP, curriculum, environment

PEOPLE = 500
CHECKED = 1000
FEW = 10
MANY = 1000
"""From here on one run gives memory and time: two would take an hour more."""
BOOK = "-book"
LONGEST = 3600.0
RUNS_OF_FIRST = 3
LANGUAGES = "en,ru,kk"


def measure_scale(run: SideBySide, sizes: list[int], rounds: int) -> None:
    """One row after the other, each written at once; rows that stand are kept.

    `rounds` are those of `check` and its baseline.
    """
    for size in sizes:
        project = run.work / f"scale-{size}"
        for task in _of_size(project, size):
            if run.rows.one("scale", task=task.name) is None:
                if not (project / "modules").exists():
                    cut_project(project, size)
                if task.name.endswith(BOOK):
                    timed(task)  # what no lesson plan holds is laid out beforehand
                _row(run, task, size, RUNS_OF_FIRST if size <= FEW else 1)
        shutil.rmtree(project, ignore_errors=True)
    _certificates(run)
    _check(run, rounds)


def people(count: int) -> str:
    """A list of invented participants, whose names say that they are."""
    lines = (f"Participant {n:03},officer,Unit {n % 12 + 1}" for n in range(1, count + 1))
    return "\n".join(["name,rank,unit", *lines, ""])


def _of_size(project: Path, size: int) -> Iterator[Task]:
    yield _plans(project, size, 1, "en")
    yield _plans(project, size, 2, "en")
    yield _task(
        f"{size}{BOOK}", f"{size:,} modules, handbook bound from the cache", project,
        ("build", "--language", "en", "--format", "pdf", "trainer-handbook"),
        ("rm", "-rf", str(project / "build")),
    )  # fmt: skip
    yield _plans(project, size, 2, LANGUAGES)


def _plans(project: Path, size: int, jobs: int, languages: str) -> Task:
    build = ("build", "--language", languages, "--format", "pdf", "--jobs", str(jobs))
    return _task(
        f"{size}-{languages.count(',') + 1}-{jobs}",
        f"{size:,} modules, lesson plans",
        project,
        (*build, "lesson-plan"),
        ("rm", "-rf", str(project / ".curriculum"), str(project / "build")),
    )


def _task(
    name: str, label: str, project: Path, arguments: tuple[str, ...], clean: tuple[str, ...] = ()
) -> Task:
    return Task(
        name,
        label,
        curriculum(project, *arguments),
        project,
        "",
        clean,
        environment=environment(),
        longest=LONGEST,
    )


def _row(run: SideBySide, task: Task, size: int, runs: int) -> None:
    """Memory and time come from different runs, since each tool starts the program itself."""
    began = time.monotonic()
    mib, why = peak(task)
    once = Taken(time.monotonic() - began, why=why)
    taken = [once] if why or size >= MANY else [timed(task) for _ in range(runs)]
    why = why or next((each.why for each in taken if each.why), "")
    option = task.command.index("--language") + 1 if "--language" in task.command else 0
    jobs = task.command.index("--jobs") + 1 if "--jobs" in task.command else 0
    run.rows.add(
        "scale",
        task=task.name,
        label=task.label,
        modules=size,
        languages=task.command[option].count(",") + 1 if option else 1,
        jobs=int(task.command[jobs]) if jobs else 2,
        seconds=statistics.median(each.seconds for each in taken) if not why else 0,
        pages=0 if why else _pages(task.folder),
        mib=mib,
        why=why,
    )
    run.say(f"scale: {task.label}, {task.name} {why}")


def _pages(project: Path) -> int:
    """Printed pages of what the last build made, without blank backs."""
    manifest = json.loads((project / "build/manifest.json").read_text("utf-8"))
    return sum(leaf["pages"] for each in manifest["files"] for leaf in each["leaves"])


def _certificates(run: SideBySide) -> None:
    """Everybody's certificates in one file: the trainer's copy of a workshop's pack."""
    if run.rows.one("scale", task="certificates"):
        return
    project = run.work / "certificates"
    if not project.exists():
        cut_project(project, FEW)
    (project / "people.csv").write_text(people(PEOPLE), "utf-8")
    task = _task(
        "certificates",
        f"trainer’s copy with certificates, plates, register for {PEOPLE} people",
        project,
        (
            "handout", WORKSHOP, "--participants", str(project / "people.csv"),
            "--copy", "trainer", "--language", "en", "--format", "pdf", "--jobs", "2",
        ),
        ("rm", "-rf", str(project / "build")),
    )  # fmt: skip
    _row(run, task, FEW, 1)
    shutil.rmtree(project, ignore_errors=True)


def _check(run: SideBySide, rounds: int) -> None:
    """`check` of many modules of real size beside check-jsonschema, and after one change."""
    project = run.work / "check"
    project.mkdir(parents=True, exist_ok=True)
    files = None
    for task in _checks(project):
        run.rows.add("task", task=task.name, label=task.label, baseline=task.baseline)
    for number in range(1, rounds + 1):
        for task in _checks(project):
            if run.rows.one("time", task=task.name, round=number):
                continue
            if files is None:
                shutil.rmtree(project, ignore_errors=True)
                project.mkdir(parents=True)
                files = full_project(project, CHECKED)
                _schema(project)
            _checked(run, task, number)
    shutil.rmtree(project, ignore_errors=True)


def _checked(run: SideBySide, task: Task, number: int) -> None:
    if number == 1 and task.baseline != task.name:
        mib, why = peak(task)
        run.rows.add("peak", task=task.name, mib=mib, why=why)
    taken = timed(task)
    run.rows.add(
        "time", task=task.name, round=number, seconds=taken.seconds, processor=taken.processor,
        why=taken.why,
    )  # fmt: skip
    run.say(f"check, round {number}: {task.label} {taken.why}")


def _checks(project: Path) -> Iterator[Task]:
    ours = curriculum(project, "check", "--format", "json")
    cache = project / "cache"
    memory = {**environment(), "XDG_CACHE_HOME": str(cache)}
    clean = ("rm", "-rf", str(cache))
    edit = (sys.executable, "-m", "bench.edit", "number", str(project))
    label = f"check, {CHECKED:,} modules"
    for name, words, command, baseline, before in (
        ("check-jsonschema", f"check-jsonschema, {CHECKED:,} modules", _other(), "", ()),
        ("check", f"ours: {label}, cold", ours, "check-jsonschema", clean),
        ("check-one", f"ours: {label}, one changed", ours, "check", edit),
    ):
        yield Task(
            name, words, command, project, baseline or name, before,
            environment=memory, longest=LONGEST,
        )  # fmt: skip


def _other() -> tuple[str, ...]:
    listed = "exec {} -m check_jsonschema --schemafile module.schema.json modules/[MX]*.yaml"
    return ("sh", "-c", listed.format(sys.executable))


def _schema(project: Path) -> None:
    from .processes import run

    command = (sys.executable, "-m", "curriculum_cli", "schema", "module")
    ended = run(command, project, environment(), 60)
    (project / "module.schema.json").write_text(ended.output, "utf-8")
