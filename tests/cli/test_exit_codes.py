"""0 fine, 1 the content has problems, 2 wrong use, 3 a bug of ours, 130 Ctrl-C."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from curriculum_cli import __version__
from curriculum_cli.cli import check_command
from curriculum_cli.diagnostics import BuildError

from ..project import M01, PROGRAMME, Project
from .conftest import Command


def test_a_sound_project_ends_with_0(here: Project, command: Command) -> None:
    result = command("check")
    assert (result.code, result.out, result.err) == (0, "No problems found.\n", "")


def test_errors_in_the_content_end_with_1(here: Project, command: Command) -> None:
    here.replace(M01, "minutes: 90", "minutes: 85")
    result = command("check")
    assert (result.code, result.err) == (1, "")
    assert result.lines[-1] == "1 error."


def test_warnings_alone_end_with_0(here: Project, command: Command) -> None:
    here.replace(PROGRAMME, "modules: [M01, M02]", "modules: [M01, M02, M01]")
    result = command("check")
    assert (result.code, result.lines[-1]) == (0, "1 warning.")


def test_a_list_of_what_does_not_decode_ends_with_1(here: Project, command: Command) -> None:
    here.replace(M01, "minutes: 90", "minutes: x")
    result = command("list", "modules")
    assert result.code == 1
    assert "S105" in result.out + result.err


WRONG_USE = {
    "an unknown command": (["chekc"], "chekc"),
    "an unknown option": (["check", "--profil", "draft"], "--profil"),
    "an unknown format": (["check", "--format", "xml"], "xml"),
    "an unknown profile": (["check", "--profile", "strict"], "strict"),
    "a file that is not there": (["check", "modules/M99.yaml"], "no file or folder “modules/M99"),
    "a name that no disk takes": (["check", "x" * 300], "there is no file or folder"),
    "a file of another project": (["check", "/etc"], "“/etc” is not part of the curriculum"),
    "an unknown rule": (["rule", "T999"], "there is no rule “T999”\n  `curriculum rule` lists"),
    "rules that do not exist": (["check", "--select", "T101,Q"], "no rule begins with “Q”"),
    "rules to ignore that do not exist": (["check", "--ignore", "X1"], "no rule begins with “X1”"),
    "an unknown kind of file": (["schema", "modul"], "Did you mean “module”?"),
    "an unknown kind of list": (["list", "module"], "Did you mean “modules”?"),
    "a folder that is not there": (["--project", "nowhere", "check"], "no folder “nowhere”"),
    "a folder that is a file": (["--project", PROGRAMME, "check"], "there is no folder"),
    "a folder without curriculum": (["--project", "modules", "check"], "“modules” holds no curr"),
    "a folder that links to itself": (["--project", "loop", "check"], "there is no folder “loop”"),
}


@pytest.mark.parametrize(("arguments", "message"), WRONG_USE.values(), ids=list(WRONG_USE))
def test_wrong_use_ends_with_2_and_says_what_is_wrong(
    here: Project, command: Command, arguments: list[str], message: str
) -> None:
    (here.root / "loop").symlink_to("loop")
    result = command(*arguments)
    assert (result.code, result.out) == (2, "")
    assert message in result.err
    assert "Traceback" not in result.err


def test_a_list_of_nothing_is_wrong_use(here: Project, command: Command) -> None:
    here.path("modules/workshops/two-days.yaml").unlink()
    result = command("list", "workshops")
    assert (result.code, result.err) == (2, "error: the curriculum has no workshops\n")


def test_no_command_at_all_shows_the_help(command: Command) -> None:
    result = command()
    assert result.code == 2
    assert "Commands:" in result.out + result.err


class OopsError(Exception):
    pass


def test_a_bug_ends_with_3_a_report_and_no_traceback(
    here: Project, command: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def break_down(*_: object) -> None:
        raise OopsError("deep inside")

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(check_command, "judged_quickly", break_down)
    result = command("check")
    assert (result.code, result.out) == (3, "")
    first, second = result.err.splitlines()
    assert first.startswith(f"This is a bug in curriculum {__version__}, not a mistake of yours: ")
    assert "OopsError in test_exit_codes.py, line " in first
    assert "Traceback" not in result.err
    (report,) = tmp_path.glob("curriculum-bug-*.txt")
    assert second == f"Please report it with the file {report}."
    text = report.read_text("utf-8")
    assert "Traceback" in text
    assert "OopsError: deep inside" in text


def test_a_bug_is_told_even_when_no_report_can_be_written(
    here: Project, command: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def break_down(*_: object) -> None:
        raise OopsError

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    monkeypatch.setattr(check_command, "judged_quickly", break_down)
    result = command("check")
    assert result.code == 3
    assert result.err.splitlines()[1] == "Please report it with the command you ran."


def test_a_failure_that_is_nobodys_fault_ends_with_3_and_its_own_words(
    here: Project, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise BuildError("the disk is full", "Make room.")

    monkeypatch.setattr(check_command, "judged_quickly", fail)
    result = command("check")
    assert (result.code, result.err) == (3, "error: the disk is full\n  Make room.\n")


def test_ctrl_c_ends_with_130(
    here: Project, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(check_command, "judged_quickly", interrupt)
    result = command("check")
    assert (result.code, result.out, result.err) == (130, "", "\nStopped.\n")
