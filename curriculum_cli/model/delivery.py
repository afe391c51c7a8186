"""Notes after delivery: what a workshop really took, so that the next edition is truer."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from .fields import (
    Count,
    Day,
    Line,
    Minutes,
    ModuleId,
    Part,
    Prose,
    Slug,
    StepId,
    Tally,
    about,
    whole_number,
)

Percent = Annotated[int, BeforeValidator(whole_number), Field(ge=0, le=100)]


class Taught(Part):
    """Somebody who taught; the name may stay away."""

    role: Line = about("Role", "The part taken.", example="Lead trainer")
    name: Line | None = about(
        "Name", "Left out where names are not kept.", example="…", default=None
    )


class StepTaken(Part):
    """One step as it was planned and as it went."""

    day: Count = about("Day", "Which day of the workshop.", unit="days from 1", example=1)
    module: ModuleId = about("Module", "Id of the module.", example="M10")
    step: StepId = about("Step", "Id of the step.", example="S2")
    planned: Minutes = about("Planned", "As the plan had it.", unit="minutes", example=25)
    actual: Tally | None = about(
        "Actual",
        "As it was; 0 when it was left out. Absent means nobody looked.",
        unit="minutes",
        example=32,
        default=None,
    )
    remark: Line | None = about(
        "Remark", "Why, in a few words.", example="Three questions from the floor.", default=None
    )


class TestAverage(Part):
    """What a test of the whole group came to."""

    __test__ = False

    test: Literal["pre-test", "post-test"] = about("Test", "Which test.", example="pre-test")
    average: Percent | None = about(
        "Average", "Of all papers. Absent until counted.", unit="per cent", example=58, default=None
    )
    papers: Count | None = about(
        "Papers", "How many were counted.", unit="papers", example=18, default=None
    )


class Delivery(Part):
    """What really happened in one workshop."""

    kind: Literal["delivery"] = about("Kind", "What this file is.", example="delivery")
    workshop: Slug = about("Workshop", "Id of the workshop.", example="almaty-senior")
    date: Day = about("Date", "Its first day.", unit="year-month-day", example="2027-03-09")
    participants: Count | None = about(
        "Participants", "How many came.", unit="participants", example=18, default=None
    )
    trainers: tuple[Taught, ...] = about("Trainers", "Who taught.", min_length=1, max_length=20)
    steps: tuple[StepTaken, ...] = about(
        "Steps", "What was taught, in order.", min_length=1, max_length=1_000
    )
    tests: tuple[TestAverage, ...] = about("Tests", "Averages.", default=(), max_length=2)
    note: Prose | None = about(
        "Note", "What the next edition should know.", example="…", default=None
    )
