"""`curriculum build` as people run it."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from ..build.conftest import built_once  # noqa: F401
from ..build.town import REQUEST, Town, digests
from ..project import M01, Project

RUN = [sys.executable, "-c", "from curriculum_cli.cli.main import main; main()"]
QUICK = ("build", "lesson-plan", "--language", "en", "--format", "html")
ALL = ("build", *REQUEST.documents, "--language", "en")
ROOT = Path(__file__).resolve().parents[2]


def environment(**more: str) -> dict[str, str]:
    kept = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), "LC_ALL": "C.UTF-8"}
    return {**kept, "PYTHONPATH": str(ROOT), **more}


def run(folder: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*RUN, *arguments],
        cwd=folder,
        env=environment(**more),
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def start(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*RUN, *arguments],
        cwd=folder,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=hear_every_wish,
    )


def hear_every_wish() -> None:
    """Undo what a server or `nohup` has told this process, and so its children, not to hear."""
    for wish in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(wish, signal.SIG_DFL)


def alive_in_group(group: int) -> list[str]:
    """Processes of a group that still run."""
    found = []
    for each in Path("/proc").iterdir():
        if each.name.isdigit():
            try:
                fields = (each / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[2]) == group and fields[0] != "Z":
                found.append(each.name)
    return found


def until(condition: Callable[[], object], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.01)


@pytest.fixture
def town(built_once: Path, tmp_path: Path) -> Town:  # noqa: F811
    shutil.copytree(built_once, tmp_path / "town")
    return Town(Project(tmp_path / "town"))


def test_documents_are_listed_on_stdout_and_the_account_is_on_stderr(town: Town) -> None:
    done = run(town.root, *ALL)
    assert done.returncode == 0
    assert "build/en/lesson-plans/M01-first-contact.pdf" in done.stdout
    assert "build/en/participant-handbook.html" in done.stdout
    assert "laid out 0 of" in done.stderr
    assert "laid out" not in done.stdout


def test_a_second_run_says_up_to_date_and_lists_the_same(town: Town) -> None:
    first, second = run(town.root, *QUICK), run(town.root, *QUICK)
    assert second.returncode == 0
    assert "Up to date: 2 documents in build." in second.stderr
    assert second.stdout == first.stdout
    assert run(town.root, "--quiet", *QUICK).stdout == ""


CHANGES: dict[str, Callable[[Town], object]] = {
    "a word": lambda town: town.project.replace(M01, "Opening round", "Opening talk"),
    "a picture": lambda town: (town.root / "modules/figures/path.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title>x</title></svg>'
    ),
    "a new file": lambda town: (town.root / "modules/figures/more.svg").write_text("<svg/>"),
    "a template": lambda town: town.own_templates("leaves/handout.html"),
    "an output": lambda town: (town.output / "index.html").write_text("mine"),
    "a missing output": lambda town: (town.output / "en/lesson-plans/M02-local-plan.html").unlink(),
    "the manifest": lambda town: (town.output / "manifest.json").unlink(),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_never_up_to_date(town: Town, change: str) -> None:
    run(town.root, *QUICK)
    CHANGES[change](town)
    done = run(town.root, *QUICK)
    assert "Up to date" not in done.stderr
    assert done.returncode == 0
    assert "Up to date" in run(town.root, *QUICK).stderr


def test_a_change_that_keeps_size_and_time_is_never_up_to_date(town: Town) -> None:
    run(town.root, *QUICK)
    path = town.root / M01
    before = path.stat()
    town.project.replace(M01, "Opening round", "Opening talks")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    assert "Up to date" not in run(town.root, *QUICK).stderr


def test_a_touched_file_is_still_up_to_date(town: Town) -> None:
    run(town.root, *QUICK)
    (town.root / M01).touch()
    assert "Up to date" in run(town.root, *QUICK).stderr


@pytest.mark.parametrize(
    "arguments", [("--force",), ("--paper", "letter"), ("--draft",)], ids=" ".join
)
def test_another_wish_is_not_up_to_date(town: Town, arguments: tuple[str, ...]) -> None:
    run(town.root, *QUICK)
    assert "Up to date" not in run(town.root, *QUICK, *arguments).stderr


def test_the_order_of_pythons_sets_does_not_reach_the_paper(town: Town) -> None:
    found = set()
    for seed in ("1", "2", "3", "4"):
        shutil.rmtree(town.output)
        run(town.root, *QUICK[:-1], "pdf", PYTHONHASHSEED=seed)
        found.add(tuple(digests(town.output).items()))
    assert len(found) == 1


def test_another_day_of_the_source_is_not_up_to_date(town: Town) -> None:
    run(town.root, *QUICK)
    assert "Up to date" not in run(town.root, *QUICK, SOURCE_DATE_EPOCH="0").stderr


WRONG = {
    "a document": (("build", "lesson-plans"), "lesson-plan"),
    "a language": (("build", "--language", "xx"), "en"),
    "a format": (("build", "--format", "pfd"), "pdf"),
    "a module": (("build", "--module", "M1"), "M01"),
    "an audience": (("build", "--audience", "seniors"), "senior"),
    "a paper": (("build", "--paper", "a5"), "a4"),
    "jobs": (("build", "--jobs", "0"), ""),
    "an option": (("build", "--langage", "en"), "--language"),
}


@pytest.mark.parametrize("what", WRONG)
def test_a_wrong_name_is_wrong_use_and_the_right_one_is_near(town: Town, what: str) -> None:
    arguments, right = WRONG[what]
    before = town.files()
    done = run(town.root, *arguments)
    assert done.returncode == 2
    assert right in done.stderr
    assert done.stdout == ""
    assert town.files() == before


def test_errors_stop_the_build_before_anything_is_written(town: Town) -> None:
    town.project.replace(M01, "minutes: 90\n", "minutes: 95\n")
    before = town.files()
    done = run(town.root, *ALL)
    assert done.returncode == 1
    assert "T101" in done.stderr
    assert "--draft" in done.stderr
    assert done.stdout == ""
    assert town.files() == before


def test_a_draft_is_built_in_spite_of_errors_and_says_so(town: Town) -> None:
    town.project.replace(M01, "minutes: 90\n", "minutes: 95\n")
    done = run(town.root, *QUICK, "--draft")
    assert done.returncode == 0
    assert "1 error" in done.stderr
    assert all(
        r.draft
        for r in town.records().values()
        if r.document == "lesson-plan" and r.format == "html"
    )


def test_a_file_that_does_not_decode_is_never_built(town: Town) -> None:
    town.project.replace(M01, "minutes: 90\n", "minutes: soon\n")
    done = run(town.root, *QUICK, "--draft")
    assert done.returncode == 1
    assert "soon" in done.stderr


def test_a_draft_with_holes_is_the_authors_turn(town: Town) -> None:
    town.project.replace(M01, "recommendations: [1, 2]", "recommendations: [1, 99]")
    done = run(town.root, *QUICK, "--draft")
    assert done.returncode == 1
    assert "draft" in done.stderr
    assert "bug" not in done.stderr


def test_an_empty_folder_builds_the_embedded_curriculum(tmp_path: Path) -> None:
    arguments = ("build", "lesson-plan", "--module", "M10", "--language", "en", "--format", "html")
    done = run(tmp_path, *arguments, "--draft")
    assert done.returncode == 0, done.stderr
    assert "embedded" in done.stderr
    assert list((tmp_path / "build/en/lesson-plans").glob("M10*.html"))
    assert "embedded" in run(tmp_path, *arguments, "--draft").stderr


def test_the_output_that_is_a_file_is_wrong_use(town: Town) -> None:
    (town.root / "out").write_text("mine")
    done = run(town.root, *QUICK, "--output", "out")
    assert done.returncode == 2
    assert "not a folder" in done.stderr


def test_a_full_disk_leaves_the_earlier_documents_whole(town: Town) -> None:
    before = town.files()
    town.project.replace(M01, "Opening round", "Opening talk")
    done = subprocess.run(
        [*RUN, *QUICK],
        cwd=town.root,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000)),
    )
    assert done.returncode == 3
    assert "no room" in done.stderr
    assert town.files() == before
    assert run(town.root, *QUICK).returncode == 0
    assert town.files() != before


def test_a_full_file_system_leaves_the_earlier_documents_whole(town: Town, tmp_path: Path) -> None:
    small = tmp_path / "small"
    small.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1200k", "tmpfs", str(small)]
    if os.geteuid() or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("needs a file system of its own")
    try:
        arguments = (*QUICK, "--output", str(small))
        assert run(town.root, *arguments).returncode == 0
        before = digests(small)
        town.project.replace(M01, "Opening round", "Opening talk")
        (small / "filler").write_bytes(b"x" * (shutil.disk_usage(small).free - 40_000))
        done = run(town.root, *arguments)
        assert done.returncode == 3
        assert "no room" in done.stderr
        (small / "filler").unlink()
        assert digests(small) == before
    finally:
        subprocess.run(["umount", str(small)], check=True)


@pytest.mark.parametrize("moment", ["laying out", "writing"])
def test_a_killed_build_leaves_whole_documents_and_the_next_one_works(
    town: Town, moment: str
) -> None:
    before = town.files()
    town.project.replace(M01, "Opening round", "Opening talk")
    leaves = len(town.entries())
    process = start(town.root, *ALL)
    if moment == "laying out":
        until(lambda: len(town.entries()) > leaves)
    else:
        until(lambda: list(town.output.rglob("*.part")))
    process.kill()
    process.communicate()
    until(lambda: not alive_in_group(process.pid))
    parts = list(town.output.rglob("*.part"))
    assert {
        path: each for path, each in town.files().items() if not path.endswith(".part")
    } == before
    done = run(town.root, *ALL)
    assert done.returncode == 0, done.stderr
    assert not list(town.output.rglob("*.part"))
    assert parts or moment == "laying out"


@pytest.mark.parametrize("wish", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("target", ["the program", "its whole group"])
def test_a_wish_to_end_is_granted_within_a_second(
    town: Town, target: str, wish: signal.Signals
) -> None:
    town.own_templates("leaves/handout.html")
    path = town.root / "templates/leaves/handout.html"
    loop = "<table><tr><td colspan='2000000'>x</td></tr></table></article>"
    path.write_text(path.read_text("utf-8").replace("</article>", loop), "utf-8")
    leaves = len(town.entries())
    process = start(town.root, *ALL)
    until(lambda: len(alive_in_group(process.pid)) > 1)
    time.sleep(3)
    assert len(town.entries()) == leaves
    began = time.monotonic()
    if target == "the program":
        process.send_signal(wish)
    else:
        os.killpg(process.pid, wish)
    _, errors = process.communicate(timeout=10)
    assert time.monotonic() - began < 1.5
    assert process.returncode == 130
    assert not alive_in_group(process.pid)
    assert "Traceback" not in errors
    assert not list(town.output.rglob("*.part"))
