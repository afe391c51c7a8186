"""Assessment items, one type per kind; every key is for the trainer only."""

from typing import Annotated, Literal

from pydantic import Field

from .fields import Flag, ItemId, Letter, Line, ObjectiveId, Part, Prose, Slug, Tally, about


class Option(Part):
    """One answer to choose from."""

    id: Letter = about("Id", "A letter.", example="a")
    text: Line = about("Text", "The answer as printed.", example="He looked away twice")
    correct: Flag = about("Correct", "Whether this is the key.", example=True, default=False)
    feedback: Line | None = about(
        "Feedback",
        "Why it is right or wrong; trainer only.",
        example="Looking away is not a ground.",
        default=None,
    )


class Pair(Part):
    """Two things that belong together."""

    id: Letter = about("Id", "A letter.", example="a")
    left: Line = about("Left", "The fixed side.", example="A crowd grows")
    right: Line = about("Right", "What belongs to it.", example="Ask for the negotiator")


class Question(Part):
    """What all items share."""

    id: ItemId = about("Id", "Q and a number; never reused.", example="Q1")
    objective: ObjectiveId = about("Objective", "The objective it measures.", example="O1")
    audiences: tuple[Slug, ...] = about(
        "Audiences",
        "Who answers it; absent means everyone who has the objective.",
        example=["patrol"],
        default=(),
        max_length=20,
    )
    situation: Prose | None = about(
        "Situation",
        "A described case that asks for judgement; printed before the question.",
        example="At 22:40 two men leave a shop …",
        default=None,
    )
    stem: Line = about("Question", "The question or task.", example="Which is a ground to stop?")
    feedback: Prose | None = about(
        "Feedback",
        "What to say when going through the answers; trainer only.",
        example="Point back to the sentence test.",
        default=None,
    )


class MultipleChoice(Question):
    """One right answer among several."""

    kind: Literal["multiple-choice"] = about("Kind", "Kind of item.", example="multiple-choice")
    options: tuple[Option, ...] = about("Options", "The answers.", min_length=2, max_length=8)


class TrueFalse(Question):
    """A statement to judge."""

    kind: Literal["true-false"] = about("Kind", "Kind of item.", example="true-false")
    answer: Flag = about("Answer", "Whether the statement is true; trainer only.", example=False)


class ShortAnswer(Question):
    """A few words or sentences, marked against points."""

    kind: Literal["short-answer"] = about("Kind", "Kind of item.", example="short-answer")
    answer: Prose = about(
        "Answer", "What a full answer holds; trainer only.", example="Names place and behaviour."
    )
    lines: Tally = about(
        "Lines", "Ruled lines to write on.", unit="lines", example=4, default=4, le=40
    )


class Matching(Question):
    """Pairs to join; printed with the right side shuffled the same way every time."""

    kind: Literal["matching"] = about("Kind", "Kind of item.", example="matching")
    pairs: tuple[Pair, ...] = about("Pairs", "What belongs together.", min_length=2, max_length=12)


class Ordering(Question):
    """Steps to put in order; written here in the right order."""

    kind: Literal["ordering"] = about("Kind", "Kind of item.", example="ordering")
    sequence: tuple[Line, ...] = about(
        "Sequence",
        "The steps in the right order; printed shuffled.",
        example=["Greet", "Give the reason", "Listen"],
        min_length=3,
        max_length=12,
    )


class Checklist(Question):
    """Behaviours that an assessor ticks while watching."""

    kind: Literal["checklist"] = about("Kind", "Kind of item.", example="checklist")
    checks: tuple[Line, ...] = about(
        "Checks",
        "What the assessor must see.",
        example=["Gives the reason before asking for papers", "Thanks at the end"],
        min_length=2,
        max_length=20,
    )
    pass_at: Tally = about("Pass at", "How many ticks pass.", unit="ticks", example=4, ge=1)


class Essay(Question):
    """A longer text, marked against criteria."""

    kind: Literal["essay"] = about("Kind", "Kind of item.", example="essay")
    criteria: tuple[Line, ...] = about(
        "Criteria",
        "What the marker looks for; trainer only.",
        example=["Names who was consulted"],
        min_length=1,
        max_length=12,
    )
    lines: Tally = about(
        "Lines", "Ruled lines to write on.", unit="lines", example=16, default=16, le=60
    )


Item = Annotated[
    MultipleChoice | TrueFalse | ShortAnswer | Matching | Ordering | Checklist | Essay,
    Field(discriminator="kind"),
]
