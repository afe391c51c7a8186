"""What the reader makes of files as they lie on disk: encodings, links, folders, sizes."""

from __future__ import annotations

import codecs
import os
from pathlib import Path

import pytest
from curriculum_cli.diagnostics import Problem
from curriculum_cli.source.files import MAX_BYTES, SourceFile, content_files, decode, read_text

from ..marks import Place

NAME = "modules/M01.yaml"


def read(root: Path, path: Path) -> tuple[str | None, list[Problem]]:
    return read_text(SourceFile(path, path.relative_to(root).as_posix()), root)


def refused(root: Path, path: Path) -> Problem:
    text, problems = read(root, path)
    assert text is None
    (problem,) = problems
    return problem


def place(problem: Problem) -> Place:
    assert problem.span is not None
    return Place(problem.span.line, problem.span.column)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "town" / "modules").mkdir(parents=True)
    return tmp_path / "town"


@pytest.mark.parametrize(
    "raw",
    [
        "a: Қазақ\nb: 1\n".encode(),
        codecs.BOM_UTF8 + "a: Қазақ\nb: 1\n".encode(),
        "a: Қазақ\r\nb: 1\r\n".encode(),
        "a: Қазақ\rb: 1\r".encode(),
    ],
    ids=["plain", "byte order mark", "Windows line ends", "old Mac line ends"],
)
def test_four_ways_to_save_utf8_give_the_same_text(root: Path, raw: bytes) -> None:
    path = root / NAME
    path.write_bytes(raw)
    assert read(root, path) == ("a: Қазақ\nb: 1\n", [])


@pytest.mark.parametrize(
    ("raw", "guess", "where"),
    [
        ("a: 1\n".encode("utf-16"), "UTF-16", Place(1, 1)),
        (codecs.BOM_UTF16_BE + "a: 1\n".encode("utf-16-be"), "UTF-16", Place(1, 1)),
        ("a: 1\nb: Привет, мир\n".encode("cp1251"), "Windows-1251", Place(2, 4)),
        ("a: Ә\nә: ".encode() + b"\xe3\n", "", Place(2, 4)),
        (b"a: 1\r\nb: \xcf\xf0\r\n", "Windows-1251", Place(2, 4)),
        (b"a: 1\rb: \xcf\xf0\r", "Windows-1251", Place(2, 4)),
        ("a: Әлем".encode()[:-1], "", Place(1, 7)),
    ],
    ids=["UTF-16", "UTF-16 BE", "1251", "one wrong byte", "1251 CRLF", "1251 CR", "cut off"],
)
def test_another_encoding_is_named_at_its_first_wrong_byte(
    raw: bytes, guess: str, where: Place
) -> None:
    text, (problem,) = decode(NAME, raw)
    assert text is None
    assert (problem.code, place(problem)) == ("Y107", where)
    assert ("looks like" in problem.message) == bool(guess)
    assert guess in problem.message
    assert "UTF-8" in problem.help


@pytest.mark.parametrize(
    ("letter", "code"),
    [
        ("\0", "U+0000"),
        ("\x1b", "U+001B"),
        ("\x7f", "U+007F"),
        ("\x85", "U+0085"),
        ("\u2028", "U+2028"),
        ("\ufeff", "U+FEFF"),
        ("\uffff", "U+FFFF"),
    ],
)
def test_an_invisible_character_is_refused_at_its_place(letter: str, code: str) -> None:
    text, (problem,) = decode(NAME, f"a: Ә\r\nb: x{letter}y\r\n".encode())
    assert text is None
    assert (problem.code, place(problem)) == ("Y107", Place(2, 5))
    assert code in problem.message


def test_a_file_full_of_nulls_gives_twenty_problems_at_most() -> None:
    assert len(decode(NAME, b"\0" * 5_000)[1]) == 20


@pytest.mark.parametrize("size", [MAX_BYTES + 1, 3 << 20])
def test_a_file_that_is_too_large_is_not_read(root: Path, size: int) -> None:
    path = root / NAME
    path.write_bytes(b"#" * size)
    problem = refused(root, path)
    assert problem.code == "Y105"
    assert "at most 2 MiB" in problem.message


def test_a_file_of_just_two_mebibytes_is_read(root: Path) -> None:
    path = root / NAME
    path.write_bytes(b"#" * MAX_BYTES)
    text, problems = read(root, path)
    assert (len(text or ""), problems) == (MAX_BYTES, [])


def test_a_link_out_of_the_project_is_refused(root: Path) -> None:
    outside = root.parent / "outside.yaml"
    outside.write_text("kind: module\n")
    path = root / NAME
    path.symlink_to(outside)
    assert refused(root, path).code == "Y111"


def test_a_link_that_stays_inside_is_read(root: Path) -> None:
    (root / "modules" / "real.yaml").write_text("kind: module\n")
    path = root / NAME
    path.symlink_to("real.yaml")
    assert read(root, path) == ("kind: module\n", [])


@pytest.mark.parametrize("target", ["nowhere.yaml", "M01.yaml", "../../nowhere"])
def test_a_link_to_nowhere_or_to_itself_is_refused(root: Path, target: str) -> None:
    path = root / NAME
    path.symlink_to(target)
    problem = refused(root, path)
    assert (problem.code, problem.message) == ("Y110", "this link leads nowhere")


def test_a_folder_with_the_name_of_a_file_is_refused(root: Path) -> None:
    path = root / NAME
    path.mkdir()
    (path / "inner.yaml").write_text("a: 1\n")
    assert [file.name for file in content_files(root)] == [NAME]
    problem = refused(root, path)
    assert (problem.code, "folder" in problem.message) == ("Y110", True)


def test_a_pipe_is_refused_without_waiting_for_a_writer(root: Path) -> None:
    path = root / NAME
    os.mkfifo(path)
    problem = refused(root, path)
    assert (problem.code, "plain file" in problem.message) == ("Y110", True)


def test_a_file_that_goes_away_is_reported(root: Path) -> None:
    assert refused(root, root / NAME).code == "Y110"


def test_files_come_in_the_order_of_their_names_whatever_the_disk_says(root: Path) -> None:
    names = ["b.yaml", "a.yml", "workshops/z.yaml", "standards/s.yaml", "M10.yaml", "M9.yaml"]
    for name in names:
        path = root / "modules" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("a: 1\n")
    found = [file.name for file in content_files(root)]
    assert found == sorted(f"modules/{name}" for name in names)


def test_hidden_files_and_other_kinds_of_file_are_left_alone(root: Path) -> None:
    for name in [".hidden.yaml", ".git/x.yaml", "notes.txt", "figures/x.svg", "x.yaml.bak"]:
        path = root / "modules" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("a: 1\n")
    assert content_files(root) == []


def test_a_linked_folder_is_named_and_not_walked_into(root: Path) -> None:
    outside = root.parent / "outside"
    outside.mkdir()
    (outside / "x.yaml").write_text("a: 1\n")
    (root / "modules" / "workshops").symlink_to(outside)
    (file,) = content_files(root)
    assert file.name == "modules/workshops"
    assert refused(root, file.path).code == "Y111"


def test_a_link_from_a_folder_to_itself_ends(root: Path) -> None:
    (root / "modules" / "a.yaml").write_text("a: 1\n")
    (root / "modules" / "loop").symlink_to(root / "modules")
    assert [file.name for file in content_files(root)] == ["modules/a.yaml", "modules/loop"]
    problem = refused(root, root / "modules" / "loop")
    assert (problem.code, "folder is a link" in problem.message) == ("Y110", True)


def test_a_linked_folder_of_pictures_is_no_content(root: Path) -> None:
    (root / "pictures").mkdir()
    (root / "modules" / "figures").symlink_to(root / "pictures")
    assert content_files(root) == []
