"""Templates hold no words of any language, and take no markup from content."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from curriculum_cli.render.environment import Renderer
from curriculum_cli.views.all_documents import documents
from curriculum_cli.views.catalogue import NAMES
from curriculum_cli.views.front import cover
from jinja2 import Environment

from tests.editions import TEMPLATES, catalogue, edition
from tests.project import CASES

_TAG = re.compile(r"<!--.*?-->|<style\b[^>]*>.*?</style>|<[^>]*>", re.DOTALL)
_SPOKEN = re.compile(r'\b(?:alt|title|aria-label|placeholder|label)="([^"]*)"')
_WORD = re.compile(r"[^\W\d_]{2,}")
_BLOCK = re.compile(r"{% block (\w+) %}")
_SAME_EVERYWHERE = {"PDF", "HTML"}


def literal_words(source: str) -> set[str]:
    """Words a reader would see that stand in the template itself."""
    environment = Environment(autoescape=True)
    pieces = ["" if kind != "data" else text for _, kind, text in environment.lex(source)]
    text = "\x00".join(pieces)
    spoken = " ".join(_SPOKEN.findall(text.replace("\x00", "")))
    shown = re.sub(r"&\w+;", " ", _TAG.sub(" ", text.replace("\x00", "")))
    return set(_WORD.findall(shown + " " + spoken)) - _SAME_EVERYWHERE


@pytest.mark.parametrize(
    "path", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: str(path.relative_to(TEMPLATES))
)
def test_a_template_holds_no_literal_words(path: Path) -> None:
    assert literal_words(path.read_text("utf-8")) == set()


@pytest.mark.parametrize(
    "planted",
    ["<p>Objectives</p>", '<img alt="A map" src="x">', "<p>{{ t('x') }} минут</p>"],
)
def test_a_planted_word_is_found(planted: str) -> None:
    assert literal_words(planted)


def test_css_holds_no_words_either() -> None:
    for path in sorted(TEMPLATES.rglob("*.css")):
        for text in re.findall(r'content:\s*"([^"]*)"', path.read_text("utf-8")):
            assert not _WORD.search(text), f"{path.name}: {text}"


def own_look(folder: Path, name: str, text: str) -> Renderer:
    """A renderer for a project that has one template of its own."""
    path = folder / name
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")
    return Renderer((folder, TEMPLATES), edition(CASES / "project"))


def test_a_project_changes_one_block_and_keeps_the_rest(tmp_path: Path) -> None:
    own = "{% extends 'embedded/leaves/cover.html' %}{% block logo %}<hr>{% endblock %}"
    renderer = own_look(tmp_path, "leaves/cover.html", own)
    leaf = cover(renderer.edition, "trainer-handbook", owner=False, trainer_only=True)
    plain = Renderer((TEMPLATES,), renderer.edition).leaf_body(leaf)
    changed = renderer.leaf_body(leaf)
    assert "<hr>" not in plain
    assert changed.replace("<hr>", "").split() == plain.split()


def test_every_block_of_a_leaf_can_be_taken_out(tmp_path: Path) -> None:
    """A block that needs a name from another block would break the rest."""
    shown = edition(CASES / "project")
    leaves = {leaf.template: leaf for each in documents(shown, NAMES) for leaf in each.leaves}
    for template, leaf in leaves.items():
        for block in _BLOCK.findall((TEMPLATES / "leaves" / template).read_text("utf-8")):
            own = (
                f"{{% extends 'embedded/leaves/{template}' %}}{{% block {block} %}}{{% endblock %}}"
            )
            renderer = own_look(tmp_path / template / block, f"leaves/{template}", own)
            assert renderer.leaf_body(leaf), block


def test_every_method_has_a_drawing_in_the_colours_of_the_tokens() -> None:
    methods = {
        key.removeprefix("method.") for key in catalogue("en").messages if key.startswith("method.")
    }
    drawn = {path.stem for path in (TEMPLATES / "icons").glob("*.svg")}
    assert methods <= drawn
    for path in (TEMPLATES / "icons").glob("*.svg"):
        assert "var(--" in path.read_text("utf-8"), path.name


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("leaves/*.html")), ids=lambda p: p.name)
def test_a_link_holds_plain_text_only(path: Path) -> None:
    """Each element in a link becomes a link of its own on paper, which has no tag."""
    for inside in re.findall(r"<a [^>]*>(.*?)</a>", path.read_text("utf-8"), re.DOTALL):
        assert not re.search(r"<|\b(?:line|prose|inline|method)\(", inside), inside
