"""Front and back matter of the handbooks, and blank forms."""

from typing import Annotated, Literal

from pydantic import Field

from .fields import Language, Line, Part, Prose, Slug, Tally, about

Reader = Literal["trainer", "participant", "owner"]
"""`owner` is whoever is responsible for the training, and reads the overview."""


class Section(Part):
    """A chapter of a handbook that belongs to no module."""

    id: Slug = about("Id", "Stable and never reused.", example="scepticism")
    title: Line = about("Title", "Its heading.", example="Working with scepticism")
    readers: tuple[Reader, ...] = about(
        "Readers",
        "Whose document it stands in; `owner` is who approves the training and reads the overview.",
        example=["trainer"],
        min_length=1,
        max_length=3,
    )
    place: Literal["front", "back"] = about(
        "Place", "Before the modules or after them.", example="front"
    )
    body: Prose = about("Body", "The text, in markdown.", example="…")


class ScaleField(Part):
    """Statements to rate from 1 to 5."""

    kind: Literal["scale"] = about("Kind", "Kind of field.", example="scale")
    low: Line = about("Low end", "What 1 means.", example="not at all")
    high: Line = about("High end", "What 5 means.", example="fully")
    statements: tuple[Line, ...] = about(
        "Statements", "What is rated.", example=["The pace was right"], min_length=1, max_length=30
    )


class OpenField(Part):
    """A question with lines to write on."""

    kind: Literal["open"] = about("Kind", "Kind of field.", example="open")
    question: Line = about("Question", "What is asked.", example="What will you use first?")
    lines: Tally = about("Lines", "Ruled lines.", unit="lines", example=3, default=3, le=40)


class BlanksField(Part):
    """Short blanks to fill in, such as date and place."""

    kind: Literal["blanks"] = about("Kind", "Kind of field.", example="blanks")
    labels: tuple[Line, ...] = about(
        "Labels", "What is filled in.", example=["Date", "Place"], min_length=1, max_length=20
    )


class TableField(Part):
    """An empty table to fill in."""

    kind: Literal["table"] = about("Kind", "Kind of field.", example="table")
    title: Line = about("Title", "What the table is.", example="My next steps")
    columns: tuple[Line, ...] = about(
        "Columns",
        "Heads of the columns.",
        example=["Action", "By when"],
        min_length=2,
        max_length=8,
    )
    rows: Tally = about("Rows", "Empty rows.", unit="rows", example=6, ge=1, le=40)


class TickField(Part):
    """Things to tick."""

    kind: Literal["ticks"] = about("Kind", "Kind of field.", example="ticks")
    title: Line = about("Title", "What is ticked.", example="I saw the officer …")
    choices: tuple[Line, ...] = about(
        "Choices", "What can be ticked.", example=["greet first"], min_length=1, max_length=30
    )


FormField = Annotated[
    ScaleField | OpenField | BlanksField | TableField | TickField, Field(discriminator="kind")
]


class Form(Part):
    """A blank form."""

    id: Slug = about("Id", "Stable and never reused.", example="reaction")
    title: Line = about("Title", "Its heading.", example="Evaluation at the close")
    readers: tuple[Literal["trainer", "participant"], ...] = about(
        "Readers", "In whose handbook it stands.", example=["trainer"], min_length=1, max_length=2
    )
    intro: Prose | None = about(
        "Introduction", "How and when it is filled in.", example="Anonymous.", default=None
    )
    fields: tuple[FormField, ...] = about("Fields", "What is asked.", min_length=1, max_length=40)


class Handbook(Part):
    """What stands in the handbooks beside the modules."""

    kind: Literal["handbook"] = about("Kind", "What this file is.", example="handbook")
    language: Language | None = about(
        "Language", "Absent means the programme's.", example="en", default=None
    )
    sections: tuple[Section, ...] = about("Sections", "Chapters.", min_length=1, max_length=60)
    forms: tuple[Form, ...] = about("Forms", "Blank forms.", default=(), max_length=30)
