"""Cover, imprint and contents of a handbook."""

from __future__ import annotations

from typing import NamedTuple

from ..i18n.formats import NAMES
from ..model.programme import Partner
from .document import Document, Leaf, Running
from .edition import Edition

PRINT_TEST = "Әділет, ғылым, құқық, таң, өмір, ұлт, үміт, қаһарман, іс"
"""All nine Kazakh letters that Russian does not have; whoever reads them has a good copy."""


class CoverView(NamedTuple):
    """The first page. `owner` asks for a name, `approval` for the signatures of officials."""

    kind: str
    title: str
    subtitle: str | None
    modules: tuple[tuple[str, str], ...]
    version: str
    day: str
    language_name: str
    owner: bool
    trainer_only: bool
    approval: bool
    draft: bool


class ImprintView(NamedTuple):
    """What the edition is, who stands behind it, and what has not been done to it."""

    title: str
    purpose: str
    notice: str | None
    partners: tuple[Partner, ...]
    facts: tuple[tuple[str, str], ...]
    untranslated: str | None
    unreviewed: tuple[str, ...]
    print_test: str
    language: str


class ContentsEntry(NamedTuple):
    """One line of the contents: its label is where it stands in the binder."""

    leaf: str
    anchor: str
    title: str
    label: str
    depth: int
    language: str
    trainer_only: bool


class ContentsView(NamedTuple):
    """The table of contents. `entries` is filled in when the other leaves are laid out.

    `example` is the first of the document's sheets that belongs to a module; nothing without one.
    """

    entries: tuple[ContentsEntry, ...] = ()
    example: str = ""


def cover(
    edition: Edition, kind: str, *, owner: bool, trainer_only: bool, approval: bool = False
) -> Leaf:
    """The cover of a handbook; `kind` is the document's promised name."""
    programme = edition.curriculum.programme
    modules = tuple((m.id, m.title) for m in edition.modules)
    view = CoverView(
        kind=kind,
        title=programme.title,
        subtitle=programme.subtitle,
        modules=modules,
        version=programme.version,
        day=edition.formats.day(edition.provenance.built_on),
        language_name=NAMES[edition.language],
        owner=owner,
        trainer_only=trainer_only,
        approval=approval,
        draft=edition.draft,
    )
    title = edition.t(f"document.{kind}")
    return Leaf(
        f"cover-{kind}", "cover.html", title, f"{edition.t('label.cover')}-", 1, edition.language,
        view, Running(), listed=False,
    )  # fmt: skip


def imprint(edition: Edition) -> Leaf:
    """The imprint: facts about the edition and its honest limits."""
    programme = edition.curriculum.programme
    where = edition.provenance
    facts = [
        (edition.t("imprint.edition"), programme.version),
        (edition.t("imprint.language"), NAMES[edition.language]),
        (edition.t("imprint.date"), edition.formats.day(where.built_on)),
        (edition.t("imprint.commit"), where.commit),
        (edition.t("imprint.program"), where.program),
    ]
    foreign = [each for each in edition.content_languages if each != edition.language]
    names = ", ".join(edition.t(f"language.{each}") for each in foreign)
    modules = edition.modules
    view = ImprintView(
        title=programme.title,
        purpose=programme.purpose,
        notice=programme.notice,
        partners=programme.partners,
        facts=tuple(facts),
        untranslated=edition.t("imprint.untranslated", languages=names) if foreign else None,
        unreviewed=tuple(m.id for m in modules if m.reviewed is None),
        print_test=PRINT_TEST,
        language=programme.language,
    )
    title = edition.t("imprint.title")
    running = edition.shared_running(title)
    return Leaf(
        "imprint", "imprint.html", title, f"{edition.t('label.imprint')}-", 1, edition.language,
        view, running,
    )  # fmt: skip


def contents(edition: Edition, reader: str) -> Leaf:
    """The contents, laid out when all other leaves have reported their pages."""
    title = edition.t("contents.title")
    running = edition.shared_running(title, trainer_only=reader == "trainer")
    return Leaf(
        f"contents-{reader}", "contents.html", title, f"{edition.t('label.contents')}-", 1,
        edition.language, ContentsView(), running, listed=False,
    )  # fmt: skip


def is_contents(leaf: Leaf) -> bool:
    return isinstance(leaf.view, ContentsView)


def contents_example(document: Document) -> str:
    """The name of the first sheet that belongs to a module, as its page labels begin."""
    labels = (leaf.label for leaf in document.leaves if leaf.listed and leaf.running.tab)
    return next(labels, "").removesuffix("-")


def contents_entries(
    document: Document, anchors: dict[str, tuple[tuple[str, str, int], ...]]
) -> tuple[ContentsEntry, ...]:
    """Lines for every listed leaf, and for the parts of it that `anchors` reports.

    `anchors` gives, by leaf id, an anchor, its title and its page within the leaf (from 1).
    """
    entries: list[ContentsEntry] = []
    for leaf in document.leaves:
        if not leaf.listed:
            continue
        first = ContentsEntry(
            leaf.id, "", leaf.title, f"{leaf.label}1", leaf.depth, leaf.language, leaf.trainer_only
        )
        entries.append(first)
        for anchor, title, page in anchors.get(leaf.id, ()):
            label = f"{leaf.label}{page}"
            entries.append(
                ContentsEntry(
                    leaf.id, anchor, title, label, leaf.depth + 1, leaf.language, leaf.trainer_only
                )
            )
    return tuple(entries)
