"""Anything may lie in `modules/`: `check` names each file, in little memory, with no traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ..project import M01, Project
from .test_build import environment

MIB = 1 << 20
SUITE = Path(__file__).parents[1] / "data/yaml-test-suite.json"


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(1 << 30)


def linked(target: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(target)


NASTY: dict[str, bytes | Callable[[Path], None]] = {
    "empty": b"",
    "blank": b"\n\n  \n",
    "nul": b"kind: \x00module\n",
    "tabs": b"kind: module\n\tid: M03\n",
    "crlf": b"kind: module\r\nid:\r\n\t- M03\r\n",
    "only-returns": b"kind: module\rid: [\r",
    "bom": b"\xef\xbb\xbfkind: modul\n",
    "two-boms": b"\xef\xbb\xbf\xef\xbb\xbfkind: module\n",
    "utf-16": "kind: module\n".encode("utf-16"),
    "utf-16-unmarked": "kind: module\n".encode("utf-16-be"),
    "utf-32": "kind: module\n".encode("utf-32"),
    "windows-1251": "kind: модуль\n".encode("cp1251"),
    "latin": b"kind: caf\xe9\n",
    "emoji": "👍: 👩‍👩‍👧\n".encode(),
    "surrogate": b"kind: \xed\xa0\x80\n",
    "escaped-surrogate": b'kind: "\\uD800"\n',
    "brackets": b"[" * 100_000,
    "braces": b"{" * 100_000,
    "keys": b"a:\n" + b"".join(b" " * n + b"a:\n" for n in range(1, 900)),
    "dashes": b"- " * 50_000,
    "questions": b"? " * 50_000,
    "quotes": b'"' * 99_999,
    "anchors": b"a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
    "one-line": b"kind: " + b"x" * MIB,
    "many-keys": b"".join(b"k%d: v\n" % n for n in range(60_000)),
    "random": bytes(range(256)) * 64,
    "digits": b"kind: module\nminutes: " + b"9" * 100_000 + b"\n",
    "huge": sparse,
    "a-folder": Path.mkdir,
    "a-pipe": os.mkfifo,
    "nowhere": linked("nothing.yaml"),
    "round": linked("round.yaml"),
    "outside": linked("/etc/hostname"),
    "a-device": linked("/dev/zero"),
    "name\nwith a line": b"kind: x\n",
}

MEASURED = (
    "import resource, subprocess, sys;"
    "done = subprocess.run(sys.argv[1:], timeout=120);"
    "most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss;"
    "print(f'{most} KiB', file=sys.stderr);"
    "sys.exit(done.returncode)"
)


def run(folder: Path, *arguments: str) -> tuple[int, str, str, int]:
    """Exit code, both streams, and the most memory of one process in MiB."""
    command = [sys.executable, "-m", "curriculum_cli", *arguments]
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, *command],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    *lines, most = done.stderr.splitlines()
    return done.returncode, done.stdout, "\n".join(lines), int(most.split()[0]) // 1024


@pytest.mark.parametrize("name", NASTY)
def test_a_bad_file_is_named_and_all_others_are_read(project: Project, name: str) -> None:
    path = project.path(f"modules/{name}.yaml")
    made = NASTY[name]
    if isinstance(made, bytes):
        path.write_bytes(made)
    else:
        made(path)
    report = project.report()
    assert report.errors
    assert {each.file for each in report.diagnostics} == {f"modules/{name}.yaml"}
    assert all(each.message and each.help for each in report.diagnostics)


@pytest.mark.parametrize("kind", ["po", "svg", "png"])
@pytest.mark.parametrize("name", [name for name in NASTY if name not in ("empty", "blank")])
def test_a_bad_translation_or_picture_is_named(project: Project, name: str, kind: str) -> None:
    if kind == "po":
        path = project.path("modules/locale/kk/M01-first-contact.po")
        path.parent.mkdir(parents=True)
    else:
        path = project.path(f"modules/figures/new.{kind}")
        project.replace(M01, "(figures/path.svg)", f"(figures/new.{kind})")
    made = NASTY[name]
    if isinstance(made, bytes):
        path.write_bytes(made)
    else:
        made(path)
    report = project.report()
    wanted = "modules/locale/kk/M01-first-contact.po" if kind == "po" else M01
    assert report.errors
    assert {each.file for each in report.diagnostics} == {wanted}


@pytest.mark.parametrize("name", [M01, "modules/locale/kk/M01-first-contact.po"])
def test_a_file_that_may_not_be_read_is_named(
    project: Project, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.write(name, "kind: module\n")
    really = Path.read_bytes

    def read_bytes(path: Path) -> bytes:  # for root no file is unreadable
        if path == project.path(name):
            raise PermissionError(13, "Permission denied", str(path))
        return really(path)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    assert [
        (each.file, each.code, each.message)
        for each in project.report().diagnostics
        if each.code == "Y110"
    ] == [(name, "Y110", "the file cannot be read: permission denied")]


def test_all_bad_files_at_once_are_named_in_little_memory(project: Project) -> None:
    for name, made in NASTY.items():
        path = project.path(f"modules/{name}.yaml")
        if isinstance(made, bytes):
            path.write_bytes(made)
        else:
            made(path)
    code, out, err, most = run(project.root, "check", "--format", "json")
    assert (code, err) == (1, "")
    assert most < 200
    named = {each["file"] for each in json.loads(out)["findings"]}
    assert len(named) == len(NASTY)
    code, out, err, most = run(project.root, "check")
    assert code == 1
    assert "Traceback" not in out + err
    assert most < 200


def test_the_yaml_test_suite_in_a_project_is_named_file_by_file(project: Project) -> None:
    cases = json.loads(SUITE.read_text("utf-8"))
    for case in cases:
        data = case["yaml"].encode("utf-8", "surrogatepass")
        project.write(f"modules/suite/{case['id'].replace('/', '-')}.yaml", data)
    code, out, err, most = run(project.root, "check", "--format", "json")
    assert (code, err) == (1, "")
    assert most < 200
    named = {each["file"] for each in json.loads(out)["findings"]}
    assert len(named) == len(cases)
    assert all(name.startswith("modules/suite/") for name in named)


def test_a_folder_that_cannot_be_read_is_no_traceback(project: Project) -> None:
    project.path(M01).unlink()
    project.path(M01).mkdir()
    code, out, err, _ = run(project.root, "check")
    assert code == 1
    assert "Y110" in out
    assert "Traceback" not in out + err
