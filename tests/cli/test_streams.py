"""Which stream gets what: colour, the embedded curriculum, closed pipes, poor terminals."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from curriculum_cli import settings
from curriculum_cli.cli.project import EMBEDDED

from ..project import CASES, M01, PROGRAMME, Project
from .conftest import Command

ROOT = CASES.parent.parent
PROGRAM = [sys.executable, "-c", "from curriculum_cli.cli.main import main; main()"]


def program(
    folder: Path, *arguments: str, stdout: int = subprocess.PIPE, **variables: str
) -> subprocess.CompletedProcess[str]:
    """The command as a process of its own."""
    known = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
    return subprocess.run(
        [*PROGRAM, *arguments],
        cwd=folder,
        env={**known, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **variables},
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def empty(project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """An empty folder to stand in; the small project is what the program has embedded."""
    (project.root / "templates").mkdir()
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    monkeypatch.setattr(settings, "embedded_root", lambda: project.root)
    return project


def test_an_empty_folder_uses_the_embedded_curriculum_and_says_so(
    empty: Project, command: Command
) -> None:
    result = command("check")
    assert (result.code, result.out, result.err) == (0, "No problems found.\n", EMBEDDED + "\n")
    assert "M01" in command("list").out


def test_json_alone_is_on_stdout_with_the_embedded_curriculum_too(
    empty: Project, command: Command
) -> None:
    empty.replace(M01, "minutes: 90", "minutes: 85")
    result = command("check", "--format", "json")
    assert (result.code, result.err) == (1, EMBEDDED + "\n")
    assert [each["code"] for each in result.json["findings"]] == ["T101"]


def test_quiet_leaves_out_the_word_about_the_embedded_curriculum(
    empty: Project, command: Command
) -> None:
    assert command("--quiet", "check").err == ""


def test_the_real_embedded_curriculum_is_found_by_the_program(tmp_path: Path) -> None:
    result = program(tmp_path, "check", "--format", "json")
    assert result.stderr == EMBEDDED + "\n"
    assert result.stdout.startswith("{")
    assert result.returncode in (0, 1)


def test_a_folder_deep_inside_finds_its_project(
    here: Project, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(here.root / "modules" / "figures" / "m01")
    assert command("--verbose", "check").err == "Project: ../../..\n"


def test_a_programme_that_is_a_link_to_nowhere_is_not_passed_over(
    here: Project, command: Command
) -> None:
    here.path(PROGRAMME).unlink()
    here.path(PROGRAMME).symlink_to("nowhere.yaml")
    result = command("check")
    assert (result.code, result.err) == (1, "")
    assert result.lines[0] == f"{PROGRAMME}:1:1: error Y110 this link leads nowhere"


COLOUR = re.compile(r"\x1b\[[0-9;]*3[0-9][0-9;]*m")


def test_colour_is_for_terminals_only(
    here: Project, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    here.replace(M01, "minutes: 90", "minutes: 85")
    assert "\x1b" not in command("check").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert COLOUR.search(command("check").out)
    assert not COLOUR.search(command("--no-color", "check").out)
    monkeypatch.setenv("NO_COLOR", "")
    assert COLOUR.search(command("check").out), "an empty NO_COLOR says nothing"
    monkeypatch.setenv("NO_COLOR", "1")
    assert not COLOUR.search(command("check").out)


def test_the_program_ends_with_the_exit_code(project: Project, tmp_path: Path) -> None:
    assert program(project.root, "check").returncode == 0
    project.replace(M01, "minutes: 90", "minutes: 85")
    result = program(project.root, "check")
    assert (result.returncode, result.stderr) == (1, "")
    assert program(project.root, "chek").returncode == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ["rule"],
        ["rule", "--format", "json"],
        ["schema", "module"],
        ["list"],
        ["check"],
        ["check", "--format", "json"],
        ["--version"],
        ["--help"],
    ],
    ids=" ".join,
)
def test_a_reader_that_has_gone_is_no_failure(project: Project, arguments: list[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        result = program(project.root, *arguments, stdout=writer)
    finally:
        os.close(writer)
    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.parametrize("form", ["text", "json"])
def test_errors_end_with_1_even_when_nobody_reads_them(project: Project, form: str) -> None:
    project.replace(M01, "minutes: 90", "minutes: 85")
    reader, writer = os.pipe()
    os.close(reader)
    try:
        result = program(project.root, "check", "--format", form, stdout=writer)
    finally:
        os.close(writer)
    assert (result.returncode, result.stderr) == (1, "")


def test_a_terminal_without_the_letters_gets_their_numbers(project: Project) -> None:
    result = program(project.root, "list", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (result.returncode, result.stderr) == (0, "")
    assert "\\u041f\\u043b\\u0430\\u043d" in result.stdout


def test_a_file_name_that_is_no_text_is_shown_all_the_same(project: Project) -> None:
    name = os.fsencode(project.root / "modules") + b"/\xff\x1b[31m\n.yaml"
    with open(name, "wb") as file:
        file.write(b"a:\n")
    for form in ("text", "json"):
        result = program(project.root, "check", "--format", form)
        assert (result.returncode, result.stderr) == (1, "")
        assert "modules/\ufffd\ufffd[31m\ufffd.yaml" in result.stdout
        assert "\x1b" not in result.stdout


def test_a_current_folder_that_is_gone_is_wrong_use_and_no_bug(tmp_path: Path) -> None:
    folder = tmp_path / "gone"
    folder.mkdir()
    script = f"import os; os.rmdir({str(folder)!r}); " + PROGRAM[2]
    result = subprocess.run(
        [sys.executable, "-c", script, "check"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == "error: the current folder is gone\n  Go to one that exists.\n"
