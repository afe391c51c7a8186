"""Leaves that belong to no module: chapters, tables, lists and blank forms."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from ..model.handbook import Form, Section
from ..model.module import Module
from ..model.reference_lists import Source, Term, WordingEntry
from .document import Leaf
from .edition import Edition

FORMS_OF_CLASS = ("lecture", "seminar", "practical", "independent", "assessment")
_FORM_OF = {
    "lecture": "lecture",
    "demonstration": "lecture",
    "film": "lecture",
    "discussion": "seminar",
    "brainstorm": "seminar",
    "reflection": "seminar",
    "reading": "independent",
    "test": "assessment",
}


class SectionView(NamedTuple):
    """A chapter of front or back matter."""

    title: str
    body: str


class PlanRow(NamedTuple):
    """A module's minutes by form of class; breaks stand apart."""

    id: str
    title: str
    minutes: int
    academic_hours: str
    by_form: tuple[int, ...]
    breaks: int
    audiences: tuple[str, ...]
    prerequisites: tuple[str, ...]


class ProgrammeView(NamedTuple):
    """The programme at a glance: audiences, modules, hours by form of class."""

    purpose: str
    audiences: tuple[tuple[str, str, str], ...]
    forms: tuple[str, ...]
    rows: tuple[PlanRow, ...]
    total: PlanRow
    academic_hour: int


class GlossaryView(NamedTuple):
    """Terms in the order of the alphabet of their language."""

    terms: tuple[tuple[Term, tuple[str, ...]], ...]


class WordingView(NamedTuple):
    """Words to avoid, by language."""

    by_language: tuple[tuple[str, tuple[WordingEntry, ...]], ...]


class SourcesView(NamedTuple):
    """What is cited, by kind."""

    by_kind: tuple[tuple[str, tuple[Source, ...]], ...]


class FormView(NamedTuple):
    """A blank form."""

    form: Form


def sections(edition: Edition, reader: str, place: str) -> Iterator[Leaf]:
    """Chapters of the handbook file for one reader, before or after the modules."""
    handbook = edition.curriculum.handbook
    if handbook is None:
        return
    for section in handbook.sections:
        if reader in section.readers and section.place == place:
            yield _section_leaf(edition, section)


def _section_leaf(edition: Edition, section: Section) -> Leaf:
    handbook = edition.curriculum.handbook
    assert handbook is not None
    only = set(section.readers) == {"trainer"}
    running = edition.shared_running(section.title, trainer_only=only)
    prefix = edition.t("label.guide")
    number = [each.id for each in handbook.sections].index(section.id) + 1
    return Leaf(
        f"guide-{section.id}", "section.html", section.title, f"{prefix}{number}-", 1,
        edition.curriculum.language_of(handbook), SectionView(section.title, section.body), running,
    )  # fmt: skip


def forms(
    edition: Edition, reader: str, *, given: Collection[str] = (), kept: Collection[str] = ()
) -> Iterator[Leaf]:
    """Blank forms for one reader, those given to participants besides, those trainers keep."""
    handbook = edition.curriculum.handbook
    if handbook is None:
        return
    for number, form in enumerate(handbook.forms, 1):
        if not (reader in form.readers or form.id in given or form.id in kept):
            continue
        only = "participant" not in form.readers and form.id not in given
        running = edition.shared_running(form.title, trainer_only=only)
        yield Leaf(
            f"form-{form.id}", "form.html", form.title, f"{edition.t('label.form')}{number}-", 1,
            edition.curriculum.language_of(handbook), FormView(form), running,
        )  # fmt: skip


def _plan_row(edition: Edition, module: Module) -> PlanRow:
    audience = module.audiences[0]
    sums = dict.fromkeys(FORMS_OF_CLASS, 0)
    breaks = 0
    for step in module.steps:
        if audience not in module.audiences_of(step):
            continue
        if step.method == "break":
            breaks += step.minutes
        else:
            sums[_FORM_OF.get(step.method, "practical")] += step.minutes
    hour = edition.curriculum.programme.defaults.academic_hour
    return PlanRow(
        id=module.id,
        title=module.title,
        minutes=module.minutes,
        academic_hours=edition.formats.academic_hours(module.minutes - breaks, hour),
        by_form=tuple(sums.values()),
        breaks=breaks,
        audiences=edition.audience_titles(module.audiences),
        prerequisites=module.prerequisites,
    )


def programme_overview(edition: Edition) -> Leaf:
    """Audiences and thematic plan."""
    programme = edition.curriculum.programme
    rows = tuple(_plan_row(edition, module) for module in edition.modules)
    by_form = tuple(sum(row.by_form[i] for row in rows) for i in range(len(FORMS_OF_CLASS)))
    minutes = sum(row.minutes for row in rows)
    breaks = sum(row.breaks for row in rows)
    hour = programme.defaults.academic_hour
    hours = edition.formats.academic_hours(minutes - breaks, hour)
    total = PlanRow("", edition.t("plan.total"), minutes, hours, by_form, breaks, (), ())
    view = ProgrammeView(
        purpose=programme.purpose,
        audiences=tuple((a.title, a.description, a.ranks or "") for a in programme.audiences),
        forms=tuple(edition.t(f"form-of-class.{each}") for each in FORMS_OF_CLASS),
        rows=rows,
        total=total,
        academic_hour=hour,
    )
    title = edition.t("programme.title")
    return shared_leaf(edition, "programme", "programme.html", title, view, "label.programme")


def glossary(edition: Edition) -> Leaf:
    """All terms, sorted as their language sorts."""
    from ..i18n.sorting import sort_key

    curriculum = edition.curriculum
    language = curriculum.programme.language
    terms = sorted(curriculum.terms.values(), key=lambda term: sort_key(term.term, language))
    names = {term.id: term.term for term in terms}
    view = GlossaryView(tuple((t, tuple(names[each] for each in t.see)) for t in terms))
    title = edition.t("glossary.title")
    return shared_leaf(edition, "glossary", "glossary.html", title, view, "label.glossary")


def wording(edition: Edition) -> Leaf | None:
    """Words to avoid and what to write instead."""
    found = edition.curriculum.wording
    if found is None:
        return None
    languages = dict.fromkeys(entry.language for entry in found.entries)
    groups = tuple(
        (each, tuple(e for e in found.entries if e.language == each)) for each in languages
    )
    title = edition.t("wording.title")
    return shared_leaf(
        edition, "wording", "wording.html", title, WordingView(groups), "label.wording"
    )


def sources(edition: Edition) -> Leaf:
    """What is cited, with the day each was checked."""
    found = tuple(edition.curriculum.sources.values())
    kinds = dict.fromkeys(each.kind for each in found)
    groups = tuple((kind, tuple(each for each in found if each.kind == kind)) for kind in kinds)
    title = edition.t("sources.title")
    return shared_leaf(
        edition, "sources", "sources.html", title, SourcesView(groups), "label.sources"
    )


def shared_leaf(
    edition: Edition, name: str, template: str, title: str, view: object, label: str
) -> Leaf:
    """A leaf whose text belongs to the whole programme."""
    running = edition.shared_running(title)
    prefix = f"{edition.t(label)}-"
    return Leaf(
        name, template, title, prefix, 1, edition.curriculum.programme.language, view, running
    )
