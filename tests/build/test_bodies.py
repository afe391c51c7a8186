"""HTML of leaves that is kept: nothing that shows is left out of its key, and no name gets in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from curriculum_cli.build import bodies
from curriculum_cli.build.bodies import Bodies, plain_bytes
from curriculum_cli.build.store import BODY, Store
from curriculum_cli.render.environment import Renderer
from curriculum_cli.settings import Settings, load_settings
from curriculum_cli.views.all_documents import documents
from curriculum_cli.views.catalogue import NAMES
from curriculum_cli.views.document import Leaf
from curriculum_cli.views.edition import Edition

from ..editions import catalogue, edition
from ..project import CASES, Project


@pytest.fixture
def settings(project: Project) -> Settings:
    return load_settings(project.root)


@pytest.fixture
def store(settings: Settings) -> Store:
    found = Store(settings.cache)
    found.open()
    return found


@pytest.fixture
def english() -> Edition:
    return edition(CASES / "project")


@pytest.fixture
def plan(english: Edition) -> Leaf:
    return next(documents(english, ("lesson-plan",))).leaves[0]


class Counted(Renderer):
    """A renderer that counts."""

    rendered = 0

    def leaf_body(self, leaf: Leaf) -> str:
        self.rendered += 1
        return super().leaf_body(leaf)


def rendered(leaf: Leaf, store: Store, edition: Edition, *, force: bool = False) -> bool:
    """Whether a new build renders a leaf; its HTML is right either way."""
    settings = load_settings(store.folder.parent)
    renderer = Counted(settings.templates, edition)
    bodies = Bodies(renderer, store, settings, force=force)
    body = bodies.of(leaf, bodies.name_of(leaf))
    assert body == Renderer(settings.templates, edition).leaf_body(leaf)
    return bool(renderer.rendered)


def test_a_leaf_is_rendered_once(plan: Leaf, store: Store, english: Edition) -> None:
    assert rendered(plan, store, english)
    assert not rendered(plan, store, english)
    assert rendered(plan, store, english, force=True)


CHANGES: dict[str, Callable[[Leaf, Edition], tuple[Leaf, Edition]]] = {
    "its title": lambda leaf, edition: (leaf._replace(title="Other"), edition),
    "its language": lambda leaf, edition: (leaf._replace(language="ru"), edition),
    "the edition's language": lambda leaf, edition: (
        leaf,
        replace(edition, catalogue=catalogue("kk")),
    ),
    "a draft": lambda leaf, edition: (leaf, replace(edition, draft=True)),
    "the paper": lambda leaf, edition: (leaf, replace(edition, paper="letter")),
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_shows_is_another_leaf(
    plan: Leaf, store: Store, english: Edition, change: str
) -> None:
    rendered(plan, store, english)
    leaf, other = CHANGES[change](plan, english)
    assert rendered(leaf, store, other)


def test_another_template_string_or_library_is_another_leaf(
    plan: Leaf, store: Store, english: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    rendered(plan, store, english)
    macros = store.folder.parent / "templates/leaves/macros.html"
    macros.parent.mkdir(parents=True)
    source = load_settings(CASES / "project").templates[-1] / "leaves/macros.html"
    macros.write_text(source.read_text("utf-8") + "{# another #}", "utf-8")
    assert rendered(plan, store, english)
    assert not rendered(plan, store, english)
    monkeypatch.setattr(bodies, "version", lambda _: "99")
    assert rendered(plan, store, english)


def test_what_is_cut_or_changed_is_made_anew(plan: Leaf, store: Store, english: Edition) -> None:
    rendered(plan, store, english)
    (entry,) = store.leaves.rglob(f"*{BODY}")
    whole = entry.read_bytes()
    for damaged in (whole[:-5], whole.replace(b"<h1>", b"<h2>"), b"", b"\xff\n"):
        entry.write_bytes(damaged)
        assert rendered(plan, store, english)
        assert entry.read_bytes() == whole


def test_names_of_people_are_never_kept(plan: Leaf, store: Store, english: Edition) -> None:
    private = plan._replace(private=True)
    assert rendered(private, store, english)
    assert rendered(private, store, english)
    assert not [*store.leaves.rglob(f"*{BODY}")]


def test_the_same_values_are_the_same_bytes_and_no_two_leaves_share_theirs(
    english: Edition,
) -> None:
    def found() -> dict[bytes, Leaf]:
        leaves = [leaf for each in documents(english, NAMES) for leaf in each.leaves]
        return {plain_bytes(leaf): leaf for leaf in leaves}

    first, second = found(), found()
    assert first.keys() == second.keys()
    assert len({repr(leaf) for leaf in first.values()}) == len(first)
    day = next(iter(first.values()))
    assert plain_bytes(day._replace(view=date(2026, 1, 1))) != plain_bytes(day._replace(view=None))
