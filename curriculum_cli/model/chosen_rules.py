"""Which rules a programme is judged by, and how strictly."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from .fields import Line, Part, about

Codes = Annotated[str, StringConstraints(pattern=r"^[A-Z][0-9]{0,3}$")]
"""A rule, or the letter and first digits of several."""


class LeftOutRules(Part):
    """Rules that the programme does without."""

    rules: Codes = about("Rules", "A code, or a letter for all that begin with it.", example="A107")
    reason: Line = about("Reason", "Why.", example="We print on a plotter.")


class ChosenRules(Part):
    """What `check` and `build` judge by when the command says nothing else."""

    profile: Literal["draft", "review", "publish"] | None = about(
        "Profile",
        "How strictly every file is judged; absent means by each module's status.",
        example="review",
        default=None,
    )
    select: tuple[Codes, ...] = about(
        "Select",
        "Only these rules; absent means all. Rules of form (Y, S) always run.",
        example=["R", "T", "O105"],
        default=(),
        max_length=300,
    )
    ignore: tuple[LeftOutRules, ...] = about(
        "Ignore", "Rules left out, each with a reason.", default=(), max_length=300
    )
