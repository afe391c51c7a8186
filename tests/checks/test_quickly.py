"""The quick way of checking says exactly what the plain way says: cold, warm, after any change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from curriculum_cli.build.check_memory import CheckMemory
from curriculum_cli.checks import quickly, studying
from curriculum_cli.checks.project import check_project
from curriculum_cli.checks.quickly import Memory, check_quickly
from curriculum_cli.checks.registry import BY_CODE
from curriculum_cli.checks.report import Choice, Report
from curriculum_cli.checks.rules import Finding, Reads, Rule, Subject
from curriculum_cli.checks.scopes import OutOfReachError
from curriculum_cli.diagnostics import ALWAYS_ERROR, Profile, Where
from curriculum_cli.model.module import Module

from ..project import (
    GLOSSARY,
    M01,
    M02,
    PRINTABLE,
    PROGRAMME,
    TODAY,
    WORDING,
    WORKSHOP,
    Project,
    shown,
)
from . import test_form
from .cases import Edit, apply
from .test_registry import TABLES

CASES: dict[str, tuple[Edit, ...]] = {}
for table in TABLES:
    for name, case in table.FAILING.items():
        CASES[f"{table.__name__.rpartition('_')[2]}: {name}"] = case.edits
    if table is not test_form:
        for name, passing in table.PASSING.items():
            CASES[f"{table.__name__.rpartition('_')[2]}: {name} (passes)"] = passing[1]

ALL = Choice()
PO = "modules/locale/kk/M01-first-contact.po"


@dataclass
class Remembered:
    """A memory that lasts as long as a test, and counts what was not known."""

    texts: dict[str, str] = field(default_factory=dict)

    def load(self) -> dict[str, str]:
        return dict(self.texts)

    def save(self, texts: Mapping[str, str]) -> None:
        self.texts = dict(texts)


def quick(
    project: Project,
    memory: Memory,
    choice: Choice = ALL,
    *,
    processes: int = 1,
    day: date = TODAY,
    program: str = "program",
) -> Report:
    return check_quickly(
        project.root, choice, PRINTABLE, memory, program, processes=processes, day=day
    ).report


def plain(project: Project, choice: Choice = ALL, day: date = TODAY) -> Report:
    return check_project(project.root, choice, PRINTABLE, day).report


def assert_same(found: Report, wanted: Report) -> None:
    assert shown(found.diagnostics) == shown(wanted.diagnostics)
    assert found == wanted


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What is remembered of the small project as it is."""
    memory = Remembered()
    quick(Project.copy(tmp_path_factory.mktemp("sound") / "town"), memory)
    assert len(memory.texts) == 5, "two modules, the lists and what they are, and what is across"
    return memory.texts


@pytest.mark.parametrize("name", CASES)
def test_a_change_is_seen_whatever_is_remembered(
    project: Project, sound: dict[str, str], name: str
) -> None:
    memory = Remembered(dict(sound))
    apply(project, CASES[name])
    wanted = plain(project)
    for _ in ("of the sound project", "of this one"):
        assert_same(quick(project, memory), wanted)


def assert_followed(project: Project, memory: Memory) -> None:
    """As memory has it, and without any."""
    wanted = plain(project)
    assert_same(quick(project, memory), wanted)
    assert_same(quick(project, memory), wanted)
    assert_same(quick(project, Remembered()), wanted)


def test_every_file_may_change_and_change_back(project: Project) -> None:
    memory, before = Remembered(), plain(project)
    for path in sorted(project.root.glob("modules/**/*.yaml")):
        name = path.relative_to(project.root).as_posix()
        text = project.read(name)
        for changed in ("\n# a line\n" + text, text.replace("id:", "di:", 1), "", text):
            project.write(name, changed)
            assert_same(quick(project, memory), plain(project))
    assert_same(quick(project, memory), before)


def test_files_may_come_and_go(project: Project) -> None:
    memory, text = Remembered(), project.read(M01)
    assert_followed(project, memory)
    project.path(M01).unlink()
    assert_followed(project, memory)
    project.write("modules/other.yaml", text)
    assert_followed(project, memory)
    project.write(M01, text)
    assert_followed(project, memory)
    project.path("modules/other.yaml").rename(project.path("modules/M03-other.yaml"))
    assert_followed(project, memory)
    project.write("modules/M04.yaml", text.replace("id: M01", "id: M04"))
    assert_followed(project, memory)
    project.path(WORDING).unlink()
    assert_followed(project, memory)
    programme = project.read(PROGRAMME)
    project.path(PROGRAMME).unlink()
    assert_followed(project, memory)
    project.write(PROGRAMME, programme.replace("[M01", "[M04, M01"))
    assert_followed(project, memory)
    project.path(M02).unlink()
    project.path(M02).symlink_to("nowhere")
    assert_followed(project, memory)


def test_what_is_found_across_files_is_followed(project: Project) -> None:
    memory, text = Remembered(), project.read(M01)
    quick(project, memory)
    needy = text.replace("prerequisites: []", "prerequisites: [M99]")
    if needy == text:
        needy = text.replace("\nobjectives:", "\nprerequisites: [M99]\nobjectives:", 1)
    for changed in (needy, "\n\n" + needy, needy + "# the end\n", text):
        project.write(M01, changed)
        assert bool(plain(project).errors) is (changed != text)
        assert_followed(project, memory)
    listed = project.read(PROGRAMME)
    project.write(PROGRAMME, listed.replace("[M01", "[M01, M98"))
    assert plain(project).errors, "found in a list"
    assert_followed(project, memory)
    project.write(M01, text.replace("id: M01", "id: M98"))
    assert_followed(project, memory)


def test_a_change_inside_a_module_does_not_compare_all_again(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory, compared = Remembered(), []
    real = quickly.from_outline
    monkeypatch.setattr(quickly, "from_outline", lambda each: compared.append(1) or real(each))
    quick(project, memory)
    assert len(compared) == 2
    project.replace(M01, "Opening round", "Opening talk")
    quick(project, memory)
    assert len(compared) == 2
    project.replace(M01, "minutes: 90", "minutes: 85")
    quick(project, memory)
    assert len(compared) == 4


def test_a_picture_is_part_of_what_a_module_is_judged_beside(project: Project) -> None:
    memory = Remembered()
    quick(project, memory)
    picture = project.path("modules/figures/path.svg")
    drawing = picture.read_bytes()
    for data in (b"<svg", drawing):
        picture.write_bytes(data)
        assert_followed(project, memory)
    picture.unlink()
    assert plain(project).errors
    assert_followed(project, memory)
    picture.symlink_to("/etc/hostname")
    assert_followed(project, memory)


def test_a_content_file_shown_as_a_picture_is_looked_for_each_time(project: Project) -> None:
    memory = Remembered()
    project.replace(M01, "reading: |\n", "reading: |\n  ![x](M02-local-plan.yaml)\n\n")
    assert_followed(project, memory)
    project.path(M02).rename(project.path("modules/M02-plan.yaml"))
    assert_followed(project, memory)


def test_a_folder_that_is_a_link_is_not_trusted(project: Project, tmp_path: Path) -> None:
    memory, figures = Remembered(), project.path("modules/figures")
    figures.rename(project.path("drawings"))
    figures.symlink_to("../drawings")
    assert_followed(project, memory)
    project.path("drawings/path.svg").write_bytes(b"<svg")
    assert_followed(project, memory)
    assert memory.texts == {}


def test_comments_that_silence_are_remembered(project: Project) -> None:
    project.replace(M01, "minutes: 90", "minutes: 85 # curriculum: ignore[T101] so, T102")
    project.replace(M02, "minutes: 60", "minutes: 55 # curriculum: ignore[T101,T102] so")
    project.replace(GLOSSARY, "kind: glossary", "kind: glossary # curriculum: ignore[R101]")
    memory = Remembered()
    assert plain(project).ignored == 2
    assert_followed(project, memory)
    project.write(M02, project.read(M02).replace("55 # curriculum", "60 # curriculum"))
    assert_followed(project, memory)


@pytest.mark.parametrize("profile", [None, *Profile])
@pytest.mark.parametrize("codes", [(), ("T",), ("R101", "W")])
def test_choices_are_no_part_of_what_is_remembered(
    project: Project, profile: Profile | None, codes: tuple[str, ...]
) -> None:
    project.replace(M01, "minutes: 90", "minutes: 85")
    project.replace(M01, "{id: c, text", "{id: a, text")
    project.replace(WORKSHOP, 'end: "12:10"', 'end: "13:10"')
    memory = Remembered()
    quick(project, memory)
    for choice in (Choice(profile, select=codes), Choice(profile, ignore=codes)):
        assert_same(quick(project, memory, choice), plain(project, choice))


def test_settings_of_the_programme_and_the_status_of_modules_count(project: Project) -> None:
    memory = Remembered()
    project.replace(M01, "minutes: 90", "minutes: 85")
    assert_followed(project, memory)
    text = project.read(PROGRAMME)
    for checks in (
        "checks: {profile: publish}\n",
        "checks: {select: [T, R]}\n",
        "checks: {ignore: [{rules: T101, reason: so}, {rules: X9, reason: no}]}\n",
    ):
        project.write(PROGRAMME, text + checks)
        assert_followed(project, memory)
    project.write(PROGRAMME, text)
    project.write(M02, project.read(M02).replace("status: draft", "status: reviewed"))
    assert_followed(project, memory)


def test_translations_are_studied_with_their_module(project: Project) -> None:
    memory = Remembered()
    assert_followed(project, memory)
    header = (
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Language: kk\\n"\n'
    )
    entry = '\nmsgctxt "M01.title"\nmsgid "First contact"\nmsgstr "{}"\n'
    for text in (header, *(header + entry.format(each) for each in ("Пoлиция", "Кездесу", ""))):
        for name in (PO, "modules/locale/kk/glossary.po", "modules/locale/kk/M99.po"):
            project.write(name, text)
            assert_followed(project, memory)
    project.write(PO, "no po file")
    assert_followed(project, memory)
    project.write(PO, b"\xff\xfe")
    assert_followed(project, memory)


def test_another_program_or_day_is_another_judgement(project: Project) -> None:
    memory = Remembered()
    quick(project, memory)
    before = {name: text for name, text in memory.texts.items() if name}
    quick(project, memory, program="another")
    assert not before.items() & memory.texts.items()
    quick(project, memory)
    late = date(2031, 1, 1)
    assert plain(project, day=late) != plain(project)
    assert_same(quick(project, memory, day=late), plain(project, day=late))


def test_what_is_remembered_and_damaged_is_found_again(project: Project) -> None:
    project.replace(M01, "minutes: 90", "minutes: 85")
    memory, wanted = Remembered(), plain(project)
    quick(project, memory)
    for damage in ("", "{}", "null", "[" * 90_000, '["", 1]', "[1, 2, 3, 4, 5, 6]", "\x00"):
        memory.texts = dict.fromkeys(memory.texts, damage)
        assert_same(quick(project, memory), wanted)


def test_the_file_of_a_memory_may_be_damaged_foreign_or_impossible(
    project: Project, tmp_path: Path
) -> None:
    project.replace(M01, "minutes: 90", "minutes: 85")
    file, wanted = tmp_path / "cache" / "memory.txt", plain(project)
    for _ in range(2):
        assert_same(quick(project, CheckMemory(file)), wanted)
    kept = file.read_bytes()
    assert kept.count(b"\n") == 5
    for data in (b"", b"\xff\x00", kept[:-50], kept.replace(b"85", b"90"), b"[" * 90_000):
        file.write_bytes(data)
        assert_same(quick(project, CheckMemory(file)), wanted)
    file.write_bytes(kept)
    file.chmod(0o666)
    assert CheckMemory(file).load() == {}, "anybody may have written it"
    for impossible in (None, tmp_path, file / "below"):
        for _ in range(2):
            assert_same(quick(project, CheckMemory(impossible)), wanted)


def test_several_processes_find_the_same(project: Project) -> None:
    for number in range(3, 12):
        text = project.read(M01).replace("id: M01", f"id: M{number:02}")
        project.write(f"modules/M{number:02}.yaml", text.replace("minutes: 90", "minutes: 85"))
    wanted, memory = plain(project), Remembered()
    assert wanted.errors >= 9
    for _ in range(2):
        assert_same(quick(project, memory, processes=3), wanted)
    project.write("modules/M05.yaml", "kind: module\n")
    assert_same(quick(project, Remembered(), processes=3), plain(project))


def test_only_what_changed_is_studied_again(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory, studied = Remembered(), []
    real = studying.outline_of
    monkeypatch.setattr(
        studying, "outline_of", lambda part, **more: studied.append(part.id) or real(part, **more)
    )
    quick(project, memory)
    assert studied == ["M01", "M02"]
    quick(project, memory)
    assert studied == ["M01", "M02"]
    project.replace(M01, "Opening round", "Opening talk")
    quick(project, memory)
    assert studied == ["M01", "M02", "M01"]
    project.replace(WORDING, "kind: wording", "kind: wording # changed")
    quick(project, memory)
    assert studied == ["M01", "M02", "M01", "M01", "M02"]


def _peeking(subject: Subject) -> list[Finding]:
    modules = [each for _, each in subject.curriculum.of(Module)]
    names = {each.id for each in modules} | set(subject.curriculum.modules)
    return [Finding(Where(M01), f"{sorted(names)}")]


def _reading(subject: Subject) -> list[Finding]:
    return [Finding(Where(M01), each.purpose) for _, each in subject.curriculum.of(Module)]


@pytest.mark.parametrize(
    ("rule", "reads", "error"),
    [(_peeking, Reads.FILE, OutOfReachError), (_reading, Reads.OUTLINES, AttributeError)],
)
def test_a_rule_that_reads_more_than_it_says_fails(
    project: Project, rule: object, reads: Reads, error: type[Exception]
) -> None:
    def check(narrow: Reads) -> Report:
        rules = [Rule("X100", ALWAYS_ERROR, "It is so.", rule, narrow)]  # type: ignore[arg-type]
        memory = Remembered()
        return check_quickly(
            project.root, ALL, PRINTABLE, memory, "program", day=TODAY, rules=rules
        ).report

    assert check(Reads.EVERYTHING).errors
    with pytest.raises(error):
        check(reads)


def test_rules_read_everything_unless_they_say_otherwise() -> None:
    assert Rule("X100", ALWAYS_ERROR, "It is so.").reads is Reads.EVERYTHING
    wide = {
        code for code, rule in BY_CODE.items() if rule.check and rule.reads.name == "EVERYTHING"
    }
    assert wide == {"L103", "L104"}, "a slow rule is slow for everybody: is it needed?"
