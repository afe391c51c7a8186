"""Pages that an earlier build knew are not rendered again, unless anything of theirs changed."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256

import pytest
from curriculum_cli.build.assets import AssetMissingError
from curriculum_cli.build.documents import Maker
from curriculum_cli.build.store import KNOWN, digest_of
from curriculum_cli.build.work import Work
from curriculum_cli.render.environment import Renderer
from curriculum_cli.views.document import Leaf

from ..project import M01
from .town import Town, digests

PICTURE = "modules/figures/path.svg"


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each leaf's page was rendered."""
    counted: Counter[str] = Counter()
    real = Renderer.page

    def page(self: Renderer, leaf: Leaf, body: str) -> str:
        counted[leaf.id] += 1
        return real(self, leaf, body)

    monkeypatch.setattr(Renderer, "page", page)
    return counted


def test_nothing_is_rendered_twice(town: Town, rendered: Counter[str]) -> None:
    before = town.files()
    town.build()
    assert not rendered
    assert town.files() == before


def test_contents_are_the_same_when_no_body_was_read(town: Town, rendered: Counter[str]) -> None:
    before = town.files()
    for path in town.output.rglob("*.pdf"):
        path.unlink()
    town.build()
    assert not rendered
    assert town.files() == before


def test_only_changed_leaves_are_rendered(town: Town, rendered: Counter[str]) -> None:
    town.project.replace(M01, "Opening round", "Opening talk")
    town.build()
    assert rendered
    assert all(leaf.startswith("M01") for leaf in rendered)


def test_a_changed_picture_is_another_page(town: Town, rendered: Counter[str]) -> None:
    picture = town.root / PICTURE
    picture.write_bytes(picture.read_bytes().replace(b"</svg>", b"<g></g></svg>"))
    assert town.build().laid_out == 1
    assert rendered.total() == 1


def test_a_picture_that_is_gone_is_missed(town: Town) -> None:
    (town.root / PICTURE).unlink()
    with pytest.raises(AssetMissingError, match="does not exist"):
        town.build()


def test_another_shell_is_another_page(town: Town, rendered: Counter[str]) -> None:
    town.own_templates("shells/print.html")
    assert town.build().laid_out == 0
    rendered.clear()
    shell = town.root / "templates/shells/print.html"
    shell.write_text(shell.read_text("utf-8").replace("<body>", '<body class="own">'), "utf-8")
    result = town.build()
    assert len(rendered) == result.leaves == result.laid_out


def test_force_renders_everything(town: Town, rendered: Counter[str]) -> None:
    result = town.build(force=True)
    assert len(rendered) == result.leaves


def whole(*parts: object) -> bytes:
    """An entry that is not cut, and not what was written either."""
    data = json.dumps(parts).encode()
    return sha256(data).hexdigest().encode() + b"\n" + data


NO_PICTURES = digest_of()


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b"null", b"\xff", b"0" * 64 + b"\n[1, 2]"),
        whole(),
        whole(1, [], NO_PICTURES, []),
        whole("../../../etc/passwd", [], NO_PICTURES, []),
        whole("0" * 64, None, NO_PICTURES, []),
        whole("0" * 64, [], None, [["anchor"]]),
        whole("0" * 64, [], None, []),
    ],
)
def test_a_damaged_entry_counts_as_missing(town: Town, rendered: Counter[str], data: bytes) -> None:
    entries = [*town.cache.rglob(f"*{KNOWN}")]
    for entry in entries:
        entry.write_bytes(data)
    before = town.files()
    assert town.build().laid_out == 0
    assert rendered.total() == len(entries)
    assert town.files() == before


def test_a_leaf_that_the_cache_lost_is_rendered_and_laid_out(
    town: Town, rendered: Counter[str]
) -> None:
    town.entries()[0].unlink()
    assert town.build().laid_out == 1
    assert rendered.total() == 1


def test_leaves_opened_while_others_are_awaited_give_the_same_bytes(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    def build() -> tuple[int, dict[str, str]]:
        town.project.replace(M01, "Opening round", "Opening talk")
        town.build(output=town.root / "other")
        town.project.replace(M01, "Opening talk", "Opening round")
        return len(opened), digests(town.root / "other")

    opened: list[str] = []
    real = Maker.open_some

    def noted(self: Maker, works: list[Work]) -> Iterator[str]:
        for key in real(self, works):
            opened.append(key)
            yield key

    monkeypatch.setattr(Maker, "open_some", noted)
    before = {path.name for path in town.entries()}
    number, files = build()
    assert number
    for path in town.entries():
        if path.name not in before:
            path.unlink()
    shutil.rmtree(town.root / "other")
    opened.clear()
    monkeypatch.setattr(Maker, "open_some", lambda self, works: iter(()))
    assert build() == (0, files)
