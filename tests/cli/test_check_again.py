"""Asked again about the same files, `check` says the same at once; about others, it looks."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from curriculum_cli.build import places
from curriculum_cli.cli import check_command

from ..project import M01, PROGRAMME, Project
from .conftest import Command, Result

FORMS = ("text", "json", "sarif", "github", "junit")


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """One entry for each time that the files are really checked."""
    seen: list[int] = []
    real = check_command.judged_quickly
    monkeypatch.setattr(
        check_command, "judged_quickly", lambda *given: seen.append(1) or real(*given)
    )
    return seen


@pytest.mark.parametrize("form", FORMS)
def test_the_same_is_said_again(
    here: Project, command: Command, looks: list[int], form: str
) -> None:
    for _ in range(2):
        first, again = command("check", "--format", form), command("check", "--format", form)
        assert again == first
        here.replace(M01, "minutes: 90", "minutes: 85") if not first.code else None
    assert (first.code, len(looks)) == (1, 2)
    assert command("check", "--format", form, "--select", "W").code == 0


def test_every_change_is_looked_at(here: Project, command: Command, looks: list[int]) -> None:
    def fresh() -> Result:
        before = len(looks)
        result = command("check")
        assert len(looks) == before + 1
        assert command("check") == result
        assert len(looks) == before + 1
        return result

    assert fresh().code == 0
    text = here.read(M01)
    here.write(M01, text.replace("minutes: 90", "minutes: 80"))
    assert "has 80" in fresh().out
    here.write(M01, text.replace("minutes: 90", "minutes: 70"))  # the same size, at once
    assert "has 70" in fresh().out
    here.path(M01).rename(here.path("modules/M01-other.yaml"))
    assert "modules/M01-other.yaml" in fresh().out
    here.path("modules/M01-other.yaml").unlink()
    assert "M01" in fresh().out
    here.write(M01, text)
    here.write(PROGRAMME, here.read(PROGRAMME) + "checks: {profile: publish}\n")
    assert "V107" in fresh().out
    here.path("modules/figures/path.svg").write_text("<svg")
    assert "A103" in fresh().out
    here.write("templates/fonts/characters.txt", "U+0041\n")
    assert "A105" in fresh().out


def test_other_days_and_looks_are_other_questions(
    here: Project, command: Command, looks: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("COLUMNS", "60"), ("NO_COLOR", "1"), ("SOURCE_DATE_EPOCH", "1900000000")):
        command("check")
        before = len(looks)
        monkeypatch.setenv(name, value)
        command("check")
        assert len(looks) == before + 1


def test_what_is_written_to_a_file_is_written_each_time(
    here: Project, command: Command, tmp_path: Path
) -> None:
    report = tmp_path / "report.json"
    for _ in range(2):
        command("check", "--format", "json", "--output-file", str(report))
        assert report.stat().st_size > 10
        report.unlink()


def test_what_anybody_could_have_written_is_not_believed(
    here: Project, command: Command, looks: list[int]
) -> None:
    command("check")
    kept = list(Path(places.user_cache() or "").rglob("*.txt"))
    assert len(kept) == 3, "the answer, the report, and what is known of each file"
    for path in kept:
        assert path.stat().st_mode & 0o077 == 0
        path.chmod(0o666)
    command("check")
    assert len(looks) == 2
    assert not (here.root / ".curriculum").exists()


def test_an_answer_that_is_damaged_is_not_given(
    here: Project, command: Command, looks: list[int]
) -> None:
    command("check")
    record = next(Path(places.user_cache() or "").glob("last/*.txt"))
    for damage in (b"", b"\xff", record.read_bytes()[:-9], record.read_bytes()[40:]):
        record.write_bytes(damage)
        assert command("check").code == 0
    assert len(looks) == 5
    assert os.path.isfile(record)
