"""How findings look on the screen: place, source line, caret, help, summary."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

from ..project import GLOSSARY, M01, M02, PROGRAMME, WORKSHOP, Project
from .conftest import Command, Result


def excerpt(result: Result) -> tuple[str, str]:
    """The source line and the caret line, without their gutters."""
    number, source = next(
        line.strip().split(" | ", 1) for line in result.lines if line.strip()[:1].isdigit()
    )
    under = result.lines[[source in line for line in result.lines].index(True) + 1]
    gutter = f"  {' ' * len(number)} | "
    assert under.startswith(gutter)
    return source, under.removeprefix(gutter)


def pointed_at(source: str, carets: str) -> str:
    """What stands above the carets, as a screen shows it, wide letters and all."""
    first, past = carets.index("^"), len(carets)
    found, cell = "", 0
    for letter in source:
        if first <= cell < past:
            found += letter
        cell += cell_len(letter)
    return found


def test_a_finding_has_place_severity_code_source_caret_and_help(
    here: Project, command: Command
) -> None:
    here.replace(M01, "minutes: 90", "minutes: 85")
    assert command("check").lines == [
        f"{M01}:10:10: error T101 the steps add up to 90 minutes, the module has 85",
        "  10 | minutes: 85",
        "     |          ^^",
        "    help: There are 5 too many: change a step, or write `minutes: 90`.",
        "1 error.",
    ]


def test_a_second_place_is_shown_with_its_own_line(here: Project, command: Command) -> None:
    here.replace(M01, "{id: c, text", "{id: a, text")
    line = here.place(M01, "▸text: He turned").line - 1
    assert f"    see {M01}:{line}:13: first used here" in command("check").lines


CARETS = [
    (M02, "title: Пять пунктов", "title: Пять ▸☎ пунктов", "☎"),
    (M01, "title: Two rules", "title: ▸漢 and 字 rules", "漢"),
    (M01, "title: Two rules", "title: Two 👍 rules 漢", "👍"),
    (M01, "(figures/path.svg)", "(▸figures/пат.svg)", "figures/пат.svg"),
    (M02, "[Спросить, Записать,", "[Спросить, '▸☎', Записать,", "☎"),
    (GLOSSARY, "see: [contact-point]", "see: [▸контакт]", "контакт"),
    (WORKSHOP, "{lunch: 60}", "▸{lunch: час}", "час"),
]


@pytest.mark.parametrize(("name", "old", "new", "wanted"), CARETS)
def test_the_caret_stands_under_the_very_letters(
    here: Project, command: Command, name: str, old: str, new: str, wanted: str
) -> None:
    here.replace(name, old, new)
    source, carets = excerpt(command("check", "--ignore", "C104"))
    assert pointed_at(source, carets) == wanted


@pytest.mark.parametrize("before", [0, 60, 70, 80, 95, 5_000])
@pytest.mark.parametrize("after", [0, 5_000])
@pytest.mark.parametrize("letter", ["x", "Қ", "漢"])
def test_a_long_line_is_cut_around_the_caret(
    here: Project, command: Command, before: int, after: int, letter: str
) -> None:
    old = "purpose: Руководители учатся составлять план вместе с жителями."
    here.replace(M02, old, f"purpose: a{letter * before} [x](/etc/passwd) {letter * after}")
    source, carets = excerpt(command("check", "--select", "A102"))
    assert pointed_at(source, carets) == "/etc/passwd"
    assert len(source) <= 100
    assert source.startswith("…") == (before > 70)
    assert source.endswith("…") == (after > 0)


def test_a_value_over_many_lines_is_marked_to_the_end_of_its_first(
    here: Project, command: Command
) -> None:
    here.replace(M01, "title: Two rules", 'title: "Two\n\n      rules"')
    assert pointed_at(*excerpt(command("check"))) == '"Two'


def test_a_finding_at_the_end_of_the_file_has_no_line_to_show(
    here: Project, command: Command
) -> None:
    here.write("modules/x.yaml", 'kind: "module\n')
    result = command("check")
    assert result.lines[0].startswith("modules/x.yaml:2:1: error Y101")
    assert "|" not in result.out


def test_a_file_that_is_no_text_has_no_line_to_show(here: Project, command: Command) -> None:
    here.write("modules/x.yaml", "kind: модуль".encode("cp1251"))
    result = command("check")
    assert result.lines[0].startswith("modules/x.yaml:1:7: error Y107")
    assert "|" not in result.out


def test_paths_are_those_from_where_the_user_stands(
    project: Project, command: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    project.replace(M01, "minutes: 90", "minutes: 85")
    name = M01.removeprefix("modules/")
    for folder, shown in (("", M01), ("modules", name), ("modules/workshops", f"../{name}")):
        monkeypatch.chdir(project.root / folder)
        assert command("check").lines[0].startswith(f"{shown}:10:10: ")
    monkeypatch.chdir(tmp_path)
    lines = command("--project", "town", "check").lines
    assert lines[0].startswith(f"town/{M01}:10:10: ")
    (tmp_path / "a/b/c/d/e").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "a/b/c/d/e")
    lines = command("--project", str(project.root), "check").lines
    assert lines[0].startswith(f"{project.root / M01}:10:10: ")


def test_findings_are_counted_by_severity(here: Project, command: Command) -> None:
    here.replace(M01, "minutes: 90", "minutes: 85")
    here.replace(M02, "minutes: 60", "minutes: 55 # curriculum: ignore[T101] so")
    here.replace(PROGRAMME, "[M01, M02]", "[M01, M02, M01, M02]")
    assert command("check", "--ignore", "C104").lines[-1] == "1 error, 2 warnings. 1 ignored."


def test_quiet_says_nothing_when_all_is_well_and_all_when_not(
    here: Project, command: Command
) -> None:
    assert command("--quiet", "check").out == ""
    here.replace(M01, "minutes: 90", "minutes: 85")
    assert command("--quiet", "check").out == command("check").out != ""
