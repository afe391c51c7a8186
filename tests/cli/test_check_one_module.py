"""Asked about one module, `check` judges again only when something changed, and hides nothing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from curriculum_cli.build import marks, places
from curriculum_cli.checks import beside, studying
from curriculum_cli.checks.report import Choice, Quick
from curriculum_cli.cli import plain_check
from curriculum_cli.cli import project as of_project
from curriculum_cli.diagnostics import Problem
from curriculum_cli.settings import Settings
from curriculum_cli.source.files import SourceFile

from ..project import GLOSSARY, M01, M02, WORDING, Project
from .conftest import Command, Result

FORMS = ("text", "json", "sarif", "github", "junit")
PO = "modules/locale/kk/M01-first-contact.po"


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """One entry for each time that rules run."""
    seen: list[int] = []
    real = of_project._judged_anew
    monkeypatch.setattr(of_project, "_judged_anew", lambda *given: seen.append(1) or real(*given))
    return seen


def cache() -> Path:
    return Path(places.user_cache() or "")


def records() -> list[Path]:
    return sorted(cache().glob("check/reports/*.txt"))


def without_memory(command: Command, *arguments: str) -> Result:
    aside = cache().with_name("aside")
    if cache().exists():
        cache().rename(aside)
    result = command(*arguments)
    shutil.rmtree(cache(), ignore_errors=True)
    if aside.exists():
        aside.rename(cache())
    return result


def test_each_file_and_form_is_shown_from_the_last_report(
    here: Project, command: Command, judged: list[int]
) -> None:
    here.replace(M01, "minutes: 90", "minutes: 85")
    here.replace(M02, "minutes: 60", "minutes: 55 # curriculum: ignore[T101,T102] so")
    assert command("check").code == 1
    for form in FORMS:
        for paths in ((), (M01,), (M02,), ("modules",), (GLOSSARY, M01)):
            arguments = ("check", "--format", form, *paths)
            before = len(judged)
            shown = command(*arguments)
            assert len(judged) == before
            assert shown == without_memory(command, *arguments)
            assert len(judged) == before + 1


def test_every_change_is_judged(here: Project, command: Command, judged: list[int]) -> None:
    number = iter(range(1_000))

    def one(path: str = M01) -> Result:
        """Each time another command line, so that no answer is simply repeated."""
        arguments = ("check", path, *(["modules"] * next(number)))
        before = len(judged)
        result = command(*arguments)
        assert len(judged) == before + 1, "it changed"
        assert result == without_memory(command, *arguments)
        assert len(judged) == before + 2
        again = command(*arguments, "--format", "json")
        assert len(judged) == before + 2, "it did not change"
        assert again.code == result.code
        return result

    assert one().code == 0
    text = here.read(M01)
    for minutes in (80, 70, 80):  # the same size, at once
        here.write(M01, text.replace("minutes: 90", f"minutes: {minutes}"))
        assert f"has {minutes}" in one().out
    known = os.stat(here.path(M01))
    here.write(M01, text.replace("minutes: 90", "minutes: 60"))
    os.utime(here.path(M01), ns=(known.st_atime_ns, known.st_mtime_ns))
    assert "has 60" in one().out, "whatever its time says"
    other = here.path("modules/other.tmp")
    other.write_text(text.replace("minutes: 90", "minutes: 65"), "utf-8")
    other.replace(here.path(M01))
    assert "has 65" in one().out, "a file in its place"
    here.write(M01, text)
    assert one().code == 0
    words = here.read(WORDING)
    here.write(WORDING, words.replace("kind: wording", "kind: wordign"))
    assert one("modules").code == 1
    here.write(WORDING, words)
    here.write(PO, "no po file")
    assert one("modules").code == 1
    here.path(PO).unlink()
    here.path("modules/figures/path.svg").write_text("<svg")
    assert "A103" in one("modules").out
    here.write("templates/fonts/characters.txt", "U+0041\n")
    assert "A105" in one().out
    here.path(M02).unlink()
    assert one("modules").code == 1


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of content files, each time that one is read to be judged."""
    seen: list[str] = []
    real = beside.read_bytes

    def reading(file: SourceFile, root: Path) -> tuple[bytes | None, list[Problem]]:
        seen.append(file.name)
        return real(file, root)

    monkeypatch.setattr(beside, "read_bytes", reading)
    monkeypatch.setattr(studying, "read_bytes", reading)
    return seen


def test_only_what_changed_is_read_again(
    here: Project, command: Command, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(marks, "SETTLED", -(10**18))  # as if nothing had changed just now
    command("check")
    assert {M01, M02, GLOSSARY} <= set(read)
    text = here.read(M01)
    known = os.stat(here.path(M01))
    for minutes in (80, 70):
        read.clear()
        here.write(M01, text.replace("minutes: 90", f"minutes: {minutes}"))
        os.utime(here.path(M01), ns=(known.st_atime_ns, known.st_mtime_ns))
        shown = command("check", M01)
        assert set(read) == {M01}
        assert f"has {minutes}" in shown.out
        assert shown == without_memory(command, "check", M01)
    read.clear()
    here.replace(GLOSSARY, "kind: glossary", "kind: glosary")
    assert command("check", GLOSSARY).code == 1
    assert GLOSSARY in read


def test_what_changed_just_now_is_read_again(
    here: Project, command: Command, read: list[str]
) -> None:
    command("check")
    read.clear()
    here.replace(M01, "minutes: 90", "minutes: 80")
    command("check", M01)
    assert {M01, M02, GLOSSARY} <= set(read), "a second change may not show in their times yet"


@pytest.mark.parametrize(
    "arguments",
    [(), (M01,), ("--format", "json", M01), ("modules", "--format=sarif", "--format", "github")],
    ids=" ".join,
)
def test_a_plain_command_line_is_read_as_the_library_reads_it(
    here: Project, command: Command, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    here.replace(M01, "minutes: 90", "minutes: 85")
    assert plain_check.plain_check(["check", *arguments]) is not None
    shown = command("check", *arguments)
    assert (shown.code, shown.err) == (1, "")
    monkeypatch.setattr(plain_check, "plain_check", lambda _: None)
    assert without_memory(command, "check", *arguments) == shown


@pytest.mark.parametrize(
    "arguments",
    [
        *(
            (),
            ("build",),
            ("check", "--statistics"),
            ("check", "-h"),
            ("check", ""),
            ("-q", "check"),
        ),
        *(("check", "--format"), ("check", "--format", "xml"), ("check", "--format", "json,text")),
        *(("check", "--formats=json"), ("check", "--", M01), ("check", M01, "--select", "T101")),
    ],
    ids=repr,
)
def test_every_other_command_line_is_left_to_the_library(arguments: tuple[str, ...]) -> None:
    assert plain_check.plain_check(list(arguments)) is None


def test_a_new_time_alone_changes_nothing(
    here: Project, command: Command, judged: list[int]
) -> None:
    command("check")
    os.utime(here.path(M01), ns=(1, 1))
    assert command("check", M01).code == 0
    assert len(judged) == 1


def test_what_changes_while_it_is_judged_is_judged_again(
    here: Project, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    real: Callable[..., Quick] = of_project._judged_anew

    def slow(settings: Settings, choice: Choice, digests: dict[str, str]) -> Quick:
        outcome = real(settings, choice, digests)
        here.replace(M01, "minutes: 90", "minutes: 85")
        return outcome

    with monkeypatch.context() as patch:
        patch.setattr(of_project, "_judged_anew", slow)
        assert command("check").code == 0
    assert records() == []
    assert command("check", M01).code == 1
    assert command("check").code == 1


def test_another_profile_choice_or_day_is_another_report(
    here: Project, command: Command, judged: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    here.replace(M01, "minutes: 90", "minutes: 85")
    for arguments in ((), ("--profile", "publish"), ("--select", "W"), ("--ignore", "T101")):
        before = len(judged)
        results = [command("check", *arguments, *paths) for paths in ((), (M01,), (M02,))]
        assert len(judged) == before + 1
        assert results[1] == without_memory(command, "check", *arguments, M01)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000000")
    before = len(judged)
    command("check", M01)
    assert len(judged) == before + 1


def test_a_report_that_is_damaged_or_anybody_s_is_not_believed(
    here: Project, command: Command, judged: list[int]
) -> None:
    here.replace(M01, "minutes: 90", "minutes: 85")
    wanted = without_memory(command, "check", M01)
    command("check")
    (record,) = records()
    kept = record.read_bytes()
    say = next(line for line in kept.split(b"\n") if line.startswith(b"say\t"))
    for data in (
        *(b"", b"\xff", kept[:-9], kept[40:], kept.replace(say, b"say\t[[],0]")),
        *(
            kept.replace(say, b"say\t" + each)
            for each in (b"", b"null", b"[" * 90_000, b"[[1],0,[]]")
        ),
    ):
        shutil.rmtree(cache() / "last")
        record.write_bytes(data)
        before = len(judged)
        assert command("check", M01) == wanted
        assert len(judged) == before + 1
    shutil.rmtree(cache() / "last")
    record.write_bytes(kept.replace(say, b"say\t[[],0,[]]"))
    record.chmod(0o666)
    assert command("check", M01) == wanted, "anybody may have written it"
