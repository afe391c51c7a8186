"""What a build says of pages that were made, but that somebody should look at."""

from __future__ import annotations

from dataclasses import replace

import pytest
from curriculum_cli.build.manifest import FileRecord
from curriculum_cli.build.remarks import FAULTS, page_remarks

from ..outputs.test_measures import PLANTED
from .test_outputs import ONE
from .town import Town


def record(pages: int, paper: str = "a4") -> FileRecord:
    return FileRecord(
        path="en/overview.pdf", sha256="", bytes=0, document="overview", title="", language="en",
        format="pdf", paper=paper, draft=False, audience=None, selection=(), commit="", recipe="",
        pages=pages, modules={}, leaves=(),
    )  # fmt: skip


def remarks(before: FileRecord, now: FileRecord) -> list[str]:
    return list(page_remarks({before.path: before}, [now]))


@pytest.mark.parametrize(("before", "now"), [(100, 116), (100, 84), (4, 8)])
def test_a_jump_in_length_is_told(before: int, now: int) -> None:
    (remark,) = remarks(record(before), record(now))
    assert remark.startswith(f"en/overview.pdf has {now} pages, it had {before}")


@pytest.mark.parametrize(("before", "now"), [(100, 114), (100, 86), (4, 6), (0, 50)])
def test_a_sheet_more_or_less_is_no_jump(before: int, now: int) -> None:
    assert remarks(record(before), record(now)) == []


def test_other_paper_and_a_new_document_are_no_jump() -> None:
    assert remarks(record(100), record(130, "letter")) == []
    assert remarks(record(100), replace(record(130), path="en/new.pdf")) == []


def test_every_fault_has_words_of_its_own() -> None:
    assert FAULTS.keys() == {*PLANTED, "heading"}


def test_a_page_to_look_at_is_named_by_its_label(town: Town) -> None:
    assert town.build(ONE, formats=("pdf",)).remarks == ()
    town.own_templates("leaves/plan.html")
    path = town.root / "templates/leaves/plan.html"
    wide = "<p style='white-space: nowrap'>" + "far " * 60 + "</p></article>"
    path.write_text(path.read_text("utf-8").replace("</article>", wide), "utf-8")
    (remark,) = town.build(ONE, formats=("pdf",)).remarks
    assert remark.startswith("page M02-")
    assert "runs into the margin" in remark
