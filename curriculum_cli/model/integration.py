"""The integration plan: which part of which module goes into which subject already taught."""

from typing import Literal

from .fields import (
    Count,
    HandoutId,
    Language,
    Line,
    Minutes,
    ModuleId,
    Part,
    Prose,
    ScenarioId,
    Slug,
    StepId,
    about,
)


class Insertion(Part):
    """A component of a module, and the lesson of the subject it goes into."""

    lesson: Line = about(
        "Lesson", "The lesson there that takes it in.", example="Questioning a witness"
    )
    module: ModuleId = about("Module", "Id of the module.", example="M08")
    steps: tuple[StepId, ...] = about(
        "Steps", "Which steps of it.", example=["S7", "S8"], default=(), max_length=60
    )
    scenario: ScenarioId | None = about(
        "Scenario", "A scenario used outside its step.", example="C1", default=None
    )
    handouts: tuple[HandoutId, ...] = about(
        "Handouts", "Handouts given out there.", example=["H2"], default=(), max_length=20
    )
    minutes: Minutes = about(
        "Minutes",
        "Time it takes there; that of its steps where steps are named.",
        unit="minutes",
        example=50,
    )
    replaces: Line = about(
        "Replaces",
        "What gives way to it in that lesson.",
        example="The practice interview without an interpreter",
    )
    note: Line | None = about(
        "Note", "What to mind there.", example="Two weeks after the first part.", default=None
    )


class Subject(Part):
    """A subject of initial training, under the name and with the hours this academy gives it."""

    id: Slug = about("Id", "Stable and never reused.", example="criminal-procedure")
    title: Line = about("Title", "Its name at the academy.", example="Criminal procedure")
    hours: Count = about(
        "Hours", "What the academy gives the subject.", unit="academic hours", example=60
    )
    note: Prose | None = about(
        "Note", "Why the matter belongs here.", example="Interviews are taught here.", default=None
    )
    insertions: tuple[Insertion, ...] = about(
        "Insertions", "What goes in, in the order it is taught.", min_length=1, max_length=60
    )


class Integration(Part):
    """How the curriculum is woven into initial training."""

    kind: Literal["integration"] = about("Kind", "What this file is.", example="integration")
    title: Line = about("Title", "The plan's name.", example="Integration plan")
    language: Language | None = about(
        "Language",
        "The language this file is written in; absent means the programme's.",
        example="en",
        default=None,
    )
    note: Prose = about(
        "Note", "What the hours rest on, and how to use the plan.", example="Hours are examples."
    )
    audiences: tuple[Slug, ...] = about(
        "Audiences",
        "Whose versions of the steps are used; a step open to none of them cannot go in.",
        example=["recruit", "patrol"],
        min_length=1,
        max_length=20,
    )
    subjects: tuple[Subject, ...] = about(
        "Subjects", "Subjects of initial training.", min_length=1, max_length=60
    )

    def minutes_of(self, subject: Subject) -> int:
        """Minutes of everything that goes into one subject."""
        return sum(each.minutes for each in subject.insertions)
