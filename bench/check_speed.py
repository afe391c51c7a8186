"""How long `curriculum check` takes beside `check-jsonschema` and `yamllint`, as ratios.

    python -m bench.check_speed --modules 1000 --runs 5

varies the real modules, runs all programs in turn on the same files, and prints medians as parts
of the others'; nothing is remembered at first, and one module is changed for the second run. The
other two are looked for on PATH, or below --tools; neither is needed else.

One module alone is checked in these files and in the real curriculum, beside the bare imports of
the libraries that every command needs: with nothing remembered, after a change of this module, and
asked for when nothing has changed since the last check.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from compileall import compile_dir
from itertools import cycle
from pathlib import Path

from .project import ROOT, full_project

CACHE = "cache"
Seconds = tuple[float, float]
"""By the clock, and of processor time in all processes together."""


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def seconds(command: list[str], folder: Path) -> Seconds:
    began, used = time.perf_counter(), _processor()
    done = subprocess.run(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False
    )
    took = time.perf_counter() - began, _processor() - used
    if done.returncode not in (0, 1):
        sys.exit(f"{command[:3]} ended with {done.returncode}: {done.stderr.decode()[-400:]}")
    return took


def peak(command: list[str], folder: Path) -> float:
    """The greatest memory of a command and its children, in MiB, one process at a time."""
    script = (
        "import resource, subprocess, sys;"
        "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *command], cwd=folder, capture_output=True, check=True
    )
    return int(done.stdout) / 1024


def cold(command: list[str], folder: Path, cache: Path) -> Seconds:
    """With nothing remembered."""
    shutil.rmtree(cache, ignore_errors=True)
    return seconds(command, folder)


def changed(file: Path, command: list[str], folder: Path) -> Seconds:
    """With one module changed since the last time: a sentence in its text."""
    text = file.read_text("utf-8")
    assert "\nreading: |\n" in text
    file.write_text(
        text.replace("\nreading: |\n", "\nreading: |\n  One more sentence.\n\n"), "utf-8"
    )
    return seconds(command, folder)


def measures(
    folder: Path, files: list[Path], tools: str
) -> Iterator[tuple[str, Callable[[], Seconds]]]:
    names = [str(path.relative_to(folder)) for path in files]
    check = [sys.executable, "-m", "curriculum_cli", "check", "--format", "json"]
    yield "check", lambda: cold(check, folder, folder / CACHE)
    edits = cycle(files)
    yield "check after one change", lambda: changed(next(edits), check, folder)
    schema = folder / "module.schema.json"
    with schema.open("wb") as file:
        subprocess.run([*check[:3], "schema", "module"], cwd=folder, stdout=file, check=True)
    for tool, arguments in (
        ("check-jsonschema", ["--schemafile", str(schema)]),
        ("yamllint", ["-d", "default"]),
    ):
        program = shutil.which(tool, path=os.pathsep.join([tools, os.environ["PATH"]]))
        if program:
            whole = [program, *arguments, *names]
            yield tool, lambda whole=whole: seconds(whole, folder)  # type: ignore[misc]


def alone(
    folder: Path, files: list[Path], cache: Path, where: str
) -> Iterator[tuple[str, Callable[[], Seconds]]]:
    """One module, named on the command line, in a project whose other modules stay as they are."""
    check = [sys.executable, "-m", "curriculum_cli", "check", "--format", "json"]
    mine, other = (str(path.relative_to(folder)) for path in files[:2])
    yield f"one module in {where}, {UNKNOWN}", lambda: cold([*check, mine], folder, cache)
    yield f"one module in {where}, {CHANGED}", lambda: changed(files[0], [*check, mine], folder)
    yield f"one module in {where}, {KNOWN}", lambda: seconds([*check, other], folder)


def bare(folder: Path) -> Seconds:
    """The libraries that every command needs, imported and nothing else."""
    return seconds([sys.executable, "-c", BARE], folder)


BARE = "import typer, yaml, pydantic"
UNKNOWN = "nothing remembered"
CHANGED = "changed since the last check"
KNOWN = "nothing changed since"
PAIRS = (
    ("check after one change", "check", 0.15),
    ("check", "check-jsonschema", 0.1),
    ("check", "yamllint", 0.05),
)
ALONE = {UNKNOWN: None, CHANGED: None, KNOWN: 2.0}
"""At most so many times the bare imports, where that is promised."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--modules", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--tools", default="")
    options = parser.parse_args()
    os.environ["PYTHONPATH"] = str(ROOT)
    os.environ.pop("CURRICULUM_CACHE", None)
    compile_dir(ROOT / "curriculum_cli", quiet=1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["XDG_CACHE_HOME"] = str(folder / CACHE)
        files = full_project(folder, options.modules)
        size = sum(path.stat().st_size for path in files) / (1 << 20)
        print(f"{len(files)} modules, {size:.1f} MiB, {os.cpu_count()} cores")
        runs = list(measures(folder, files, options.tools))
        real = folder / "real"
        small = full_project(real, 0)
        for where, home, its in ((f"{len(files)}", folder, files), ("the real ones", real, small)):
            runs += alone(home, its, folder / CACHE, where)
        runs.append((BARE, lambda: bare(folder)))
        taken: dict[str, list[Seconds]] = {what: [] for what, _ in runs}
        for _ in range(options.runs):
            for what, run in runs:
                taken[what].append(run())
        middle = {
            what: [statistics.median(column) for column in zip(*each, strict=True)]
            for what, each in taken.items()
        }
        print("by the clock, of processor time")
        single = [
            (what, BARE, wanted)
            for what in middle
            for state, wanted in ALONE.items()
            if what.endswith(f", {state}")
        ]
        for what, other, wanted in (*PAIRS, *single):
            if other in middle:
                clock, processor = (a / b for a, b in zip(middle[what], middle[other], strict=True))
                promised = f"(at most {wanted})  " if wanted else ""
                print(f"{clock:7.3f} {processor:7.3f}  {promised}{what} / {other}")
        command = [sys.executable, "-m", "curriculum_cli", "check"]
        shutil.rmtree(folder / CACHE, ignore_errors=True)
        print(f"most memory: {peak(command, folder):.0f} MiB")


if __name__ == "__main__":
    main()
