"""The verbs of objectives, per language: which can be observed, and at which level."""

from typing import Literal

from .fields import Language, Line, Part, about
from .module import Level


class VerbsOfLevel(Part):
    """The verbs of one level; a verb may stand at several."""

    level: Level = about("Level", "How demanding these verbs are.", example="apply")
    verbs: tuple[Line, ...] = about(
        "Verbs",
        "As they stand in an objective.",
        example=["carry out", "conduct"],
        min_length=1,
        max_length=200,
    )


class Unobservable(Part):
    """Verbs that nobody can see or test, and what to write instead."""

    verbs: tuple[Line, ...] = about(
        "Verbs", "The verbs to avoid.", example=["know"], min_length=1, max_length=60
    )
    write: Line = about("Write", "What to write instead.", example="list, name, state, explain")


class VerbsOfLanguage(Part):
    """The verbs of one language."""

    language: Language = about("Language", "The language of these verbs.", example="en")
    stands: Literal["first", "last"] = about(
        "Stands",
        "Where the verb stands in an objective: last in Kazakh, first elsewhere.",
        example="first",
    )
    joined_by: tuple[Line, ...] = about(
        "Joined by", "Words that join a second verb.", example=["and", "then"], max_length=20
    )
    noun_before: tuple[Line, ...] = about(
        "Noun before",
        "Words before which one of the verbs is a noun, as in “a rota and plan of the week”.",
        example=["of", "for"],
        default=(),
        max_length=40,
    )
    observable: tuple[VerbsOfLevel, ...] = about(
        "Observable", "The verbs that may be used, by level.", min_length=1, max_length=8
    )
    unobservable: tuple[Unobservable, ...] = about(
        "Unobservable", "The verbs to avoid.", default=(), max_length=40
    )


class Verbs(Part):
    """The programme's verbs for objectives."""

    kind: Literal["verbs"] = about("Kind", "What this file is.", example="verbs")
    languages: tuple[VerbsOfLanguage, ...] = about(
        "Languages", "One entry for each language of writing.", min_length=1, max_length=3
    )
