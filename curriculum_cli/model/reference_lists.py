"""Lists that modules refer to: glossary, wording and sources."""

from typing import Literal

from .fields import Day, Language, Line, Part, Prose, RecommendationNumber, Reference, Slug, about


class Term(Part):
    """One term of art, explained in own words."""

    id: Slug = about("Id", "Stable and never reused.", example="profiling")
    term: Line = about("Term", "As printed.", example="ethnic profiling")
    forms: tuple[Line, ...] = about(
        "Forms",
        "Other forms by which the term is known in a text.",
        example=["profiling", "profiled"],
        default=(),
        max_length=20,
    )
    definition: Prose = about(
        "Definition",
        "One or two plain sentences.",
        example="Acting on origin instead of on what a person does.",
    )
    recommendations: tuple[RecommendationNumber, ...] = about(
        "Recommendations", "Items it comes from.", example=[16], default=(), max_length=30
    )
    sources: tuple[Reference, ...] = about(
        "Sources", "Where the notion comes from.", default=(), max_length=10
    )
    see: tuple[Slug, ...] = about(
        "See also",
        "Ids of related terms.",
        example=["reasonable-ground"],
        default=(),
        max_length=10,
    )


class Glossary(Part):
    """Terms used in the curriculum."""

    kind: Literal["glossary"] = about("Kind", "What this file is.", example="glossary")
    language: Language | None = about(
        "Language", "Absent means the programme's.", example="en", default=None
    )
    terms: tuple[Term, ...] = about("Terms", "The terms.", min_length=1, max_length=2_000)


class WordingEntry(Part):
    """Words to avoid, and what to write instead."""

    id: Slug = about("Id", "Stable and never reused.", example="criminal-elements")
    language: Language = about("Language", "The language of these words.", example="en")
    avoid: tuple[Line, ...] = about(
        "Avoid", "The words to avoid.", example=["ethnic crime"], min_length=1, max_length=20
    )
    write: Line = about("Write", "What to write instead.", example="crime, and name the act")
    why: Line = about("Why", "The reason.", example="Acts have suspects; groups do not.")


class Wording(Part):
    """The programme's wording guide."""

    kind: Literal["wording"] = about("Kind", "What this file is.", example="wording")
    entries: tuple[WordingEntry, ...] = about(
        "Entries", "The words.", min_length=1, max_length=1_000
    )


class Source(Part):
    """Something cited, with the day it was last checked."""

    id: Slug = about("Id", "Stable and never reused.", example="rpmes")
    kind: Literal["standard", "treaty", "law", "statistics", "manual", "report", "news"] = about(
        "Kind", "What sort of source.", example="standard"
    )
    author: Line = about("Author", "Who issued it.", example="OSCE HCNM")
    title: Line = about("Title", "Its title.", example="Recommendations on …")
    year: Line = about("Year", "Date or year of issue.", example="2006", max_length=40)
    detail: Line | None = about(
        "Detail", "Number, place, publisher.", example="The Hague", default=None
    )
    standing: Line | None = about(
        "Standing",
        "How it may be used: binding, reference standard, superseded.",
        example="Reference standard; not binding on Kazakhstan.",
        default=None,
    )
    note: Prose | None = about(
        "Note", "What to keep in mind when citing it.", example="…", default=None
    )
    checked_on: Day = about(
        "Checked on",
        "The day someone last checked what is said of it.",
        unit="year-month-day",
        example="2026-11-22",
    )


class Sources(Part):
    """Everything the curriculum cites."""

    kind: Literal["sources"] = about("Kind", "What this file is.", example="sources")
    sources: tuple[Source, ...] = about("Sources", "The sources.", min_length=1, max_length=2_000)
