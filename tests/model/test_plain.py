"""Files of the model kept as JSON, and what comes back."""

from __future__ import annotations

import json
from datetime import date, time
from pathlib import Path

import pytest
from curriculum_cli.model.curriculum import Curriculum
from curriculum_cli.model.decode import decode_all
from curriculum_cli.model.fields import Part
from curriculum_cli.model.kinds import KINDS
from curriculum_cli.model.plain import from_plain, to_plain
from curriculum_cli.source.project import read_project

ROOT = Path(__file__).resolve().parents[2]
UNREADABLE = (ValueError, TypeError, LookupError, AttributeError)


def _again(part: Part) -> Part:
    part = from_plain(json.loads(json.dumps(to_plain(part))))
    assert isinstance(part, Part)
    return part


@pytest.mark.parametrize("project", [ROOT, ROOT / "tests/cases/project"], ids=["real", "small"])
def test_every_file_comes_back_as_it_was(project: Path) -> None:
    files, problems = decode_all(read_project(project).trees.values())
    assert not problems
    assert len({part.__class__ for part in files.values()}) > 9
    for name, part in files.items():
        again = _again(part)
        assert again == part, name
        assert repr(again) == repr(part), name
    assert Curriculum({name: _again(part) for name, part in files.items()}).audiences


def test_days_and_times_come_back() -> None:
    for value in (date(2026, 11, 22), time(9, 30), (time(0, 0), None, True, 3, "x")):
        assert from_plain(json.loads(json.dumps(to_plain(value)))) == value


@pytest.mark.parametrize(
    "text",
    [
        '{"~":"Nobody"}',
        '{"id":"x"}',
        '{"~":"Source","id":"x"}',
        '{"~":"date","is":"2026-13-01"}',
        '{"~":"date"}',
        '{"~":"open","is":"x"}',
        '{"~":[1],"is":"x"}',
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(UNREADABLE):
        from_plain(json.loads(text))


def test_what_no_file_holds_is_not_kept() -> None:
    with pytest.raises(TypeError, match="set"):
        to_plain({1, 2})


def test_every_kind_is_found_by_its_name() -> None:
    assert len({kind.__name__ for kind in KINDS.values()}) == len(KINDS)
