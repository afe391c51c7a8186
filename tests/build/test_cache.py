"""What is laid out again, and what comes from the cache."""

from __future__ import annotations

import os
import time

import pytest
from curriculum_cli.build.store import DAY, UNUSED_DAYS, Store, digest_of, leaf_key
from curriculum_cli.diagnostics import UsageError

from ..project import M01
from .town import Town


def laid_out(town: Town) -> int:
    return town.build().laid_out


def test_a_second_build_lays_out_nothing_and_changes_no_file(town: Town) -> None:
    before = town.files()
    result = town.build()
    assert (result.laid_out, result.reused) == (0, result.leaves)
    assert town.files() == before


def test_one_changed_word_lays_out_only_the_leaves_of_its_module(town: Town) -> None:
    town.project.replace(M01, "Opening round", "Opening talk")
    before = town.records()
    result = town.build()
    changed = {
        leaf.id
        for path, record in town.records().items()
        if record.format == "pdf"
        for leaf, old in zip(record.leaves, before[path].leaves, strict=True)
        if leaf.digest != old.digest
    }
    assert changed
    assert all(leaf.startswith("M01") for leaf in changed)
    assert result.laid_out == len(changed)


def test_a_document_without_the_changed_word_is_left_alone(town: Town) -> None:
    path = town.output / "en/lesson-plans/M02-local-plan.pdf"
    before = path.stat()
    town.project.replace(M01, "Opening round", "Opening talk")
    town.build()
    after = path.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


DAMAGES = {
    "cut": lambda data: data[: len(data) // 2],
    "changed": lambda data: data[:-9] + bytes([data[-9] ^ 1]) + data[-8:],
    "empty": lambda data: b"",
    "of another kind": lambda data: b"\xff" * 100,
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_entry_counts_as_missing(town: Town, damage: str) -> None:
    entry = town.entries()[0]
    entry.write_bytes(DAMAGES[damage](entry.read_bytes()))
    before = town.files()
    assert laid_out(town) == 1
    assert town.files() == before
    assert laid_out(town) == 0


@pytest.mark.parametrize("damage", DAMAGES)
def test_damaged_fonts_are_packed_anew(town: Town, damage: str) -> None:
    (faces,) = (town.cache / "leaves").rglob("*.faces")
    whole = faces.read_bytes()
    faces.write_bytes(DAMAGES[damage](whole))
    before = town.files()
    town.project.replace(M01, "Opening round", "Opening talk")
    town.build()
    town.project.replace(M01, "Opening talk", "Opening round")
    town.build()
    assert faces.read_bytes() == whole
    assert town.files() == before


def test_a_cache_that_cannot_be_written_is_said(town: Town) -> None:
    entry = town.entries()[0]
    entry.unlink()
    entry.mkdir()
    before = town.files()
    with pytest.raises(UsageError, match="cannot be written"):
        town.build()
    assert town.files() == before


def test_a_changed_picture_lays_out_its_leaf(town: Town) -> None:
    picture = town.root / "modules/figures/path.svg"
    picture.write_bytes(picture.read_bytes().replace(b"</svg>", b"<g></g></svg>"))
    assert laid_out(town) == 1


def test_a_changed_style_sheet_lays_out_everything(town: Town) -> None:
    town.own_templates("styles/print.css")
    assert laid_out(town) == 0
    sheet = town.root / "templates/styles/print.css"
    sheet.write_text(sheet.read_text("utf-8") + "\nh1 { color: #123456 }\n", "utf-8")
    result = town.build()
    assert result.laid_out == result.leaves


def test_a_changed_font_lays_out_everything(town: Town) -> None:
    town.own_templates("fonts")
    assert laid_out(town) == 0
    fonts = town.root / "templates/fonts"
    (fonts / "NotoSans-Italic.ttf").write_bytes((fonts / "NotoSans-Regular.ttf").read_bytes())
    result = town.build()
    assert result.laid_out == result.leaves


def test_force_lays_out_everything_and_gives_the_same_bytes(town: Town) -> None:
    before = town.files()
    result = town.build(force=True, documents=("lesson-plan",))
    assert result.laid_out == result.leaves
    assert town.files() == before


def test_another_engine_is_another_key() -> None:
    html, assets = "<p>", {"a.svg": b"x"}
    key = leaf_key(html, assets, b"around")
    assert key != leaf_key(html, assets, b"another")
    assert key != leaf_key(html, {"a.svg": b"y"}, b"around")
    assert key != leaf_key(html, {"b.svg": b"x"}, b"around")
    assert key != leaf_key("<p> ", assets, b"around")


def test_no_part_of_a_digest_passes_for_another() -> None:
    assert digest_of(b"ab", b"c") != digest_of(b"a", b"bc")
    assert digest_of(b"ab") != digest_of(b"ab", b"")


def test_entries_nobody_used_for_a_month_go(town: Town) -> None:
    first, second, *_ = town.entries()
    now = time.time()
    os.utime(first, (now, now - (UNUSED_DAYS + 1) * DAY))
    os.utime(second, (now, now - (UNUSED_DAYS - 1) * DAY))
    store = Store(town.cache)
    (store.leaves / "pruned").unlink()
    store.prune()
    assert not first.exists()
    assert second.exists()


def test_a_used_entry_counts_as_new(town: Town) -> None:
    entry = town.entries()[0]
    old = time.time() - (UNUSED_DAYS + 1) * DAY
    os.utime(entry, (old, old))
    assert Store(town.cache).get(entry.stem) is not None
    assert entry.stat().st_mtime > old + DAY


def test_git_sees_nothing_of_the_cache(town: Town) -> None:
    assert (town.cache / ".gitignore").read_text() == "*\n"
