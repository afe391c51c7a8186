"""The kinds of value an author writes, each read from text.

*Why* no `from __future__ import annotations` in this folder's models: each of their annotations
would be compiled again when the program starts.
"""

import re
from datetime import date, time
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
)
from pydantic.config import JsonDict
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError, PydanticUndefined

from ..source.offsets import trimmed


class Part(BaseModel):
    """Base of everything in the model: frozen, and strict about unknown keys.

    *Why* built late: a command that decodes no file of a kind need not know its form.
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", use_attribute_docstrings=False, defer_build=True
    )


def about(
    title: str,
    description: str,
    *,
    example: Any = None,
    unit: str | None = None,
    default: Any = PydanticUndefined,
    **limits: Any,
) -> Any:
    """A documented field; `unit` and `example` reach the JSON Schema and so the author's editor."""
    text = f"{description} Unit: {unit}." if unit else description
    examples = None if example is None else [example]
    if isinstance(default, (list, dict, set)):
        raise TypeError("defaults are immutable")

    def finish(schema: JsonDict) -> None:
        _settle(schema)
        if unit:
            schema["x-unit"] = unit
        if "max_length" in limits and schema.get("type") == "string":
            schema["maxLength"] = limits["max_length"]

    info: FieldInfo = Field(
        default=default,
        title=title,
        description=text,
        examples=examples,
        json_schema_extra=finish,
        **limits,
    )
    return info


def _settle(schema: dict[str, Any]) -> None:
    """Say in JSON Schema what pydantic leaves in its own words beside a validator.

    Of two bounds the tighter counts; an absent key is left out, for a file has no null.
    """
    choices = schema.get("anyOf", [])
    if {"type": "null"} in choices:
        del schema["anyOf"], schema["default"]
        schema.update(next(each for each in choices if each != {"type": "null"}))
    for name, word, tighter in (("ge", "minimum", max), ("le", "maximum", min)):
        if name in schema:
            bound = schema.pop(name)
            schema[word] = tighter(bound, schema.get(word, bound))
    if "items" in schema:
        _settle(schema["items"])


def whole_number(value: Any) -> Any:
    """Digits as a number; anything else as it is, for pydantic to judge."""
    if isinstance(value, str):
        if not re.fullmatch(r"[0-9]{1,6}", value):
            raise PydanticCustomError(
                "whole_number", "“{value}” is not a whole number", {"value": value[:40]}
            )
        return int(value)
    return value


def _yes_no(value: Any) -> Any:
    if isinstance(value, str):
        if value not in ("true", "false"):
            raise PydanticCustomError(
                "true_false", "“{value}” is neither true nor false", {"value": value[:40]}
            )
        return value == "true"
    return value


def _day(value: Any) -> Any:
    if isinstance(value, str):
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
            raise PydanticCustomError(
                "day", "“{value}” is not a date written year-month-day", {"value": value[:40]}
            )
        try:
            return date.fromisoformat(value)
        except ValueError as error:
            raise PydanticCustomError(
                "day", "“{value}” is not a day of the calendar", {"value": value[:40]}
            ) from error
    return value


_CLOCK = "([01][0-9]|2[0-3]):[0-5][0-9]"


def _clock(value: Any) -> Any:
    if isinstance(value, str):
        if not re.fullmatch(_CLOCK, value):
            raise PydanticCustomError(
                "clock", "“{value}” is not a time of day", {"value": value[:40]}
            )
        return time.fromisoformat(value)
    return value


def _time_zone(value: Any) -> Any:
    from zoneinfo import available_timezones  # few files name one

    if isinstance(value, str) and value not in available_timezones():
        raise PydanticCustomError(
            "time_zone", "“{value}” is not a time zone", {"value": value[:40]}
        )
    return value


def _one_line(value: Any) -> Any:
    if isinstance(value, str):
        text = value.strip()
        if "\n" in text:
            raise PydanticCustomError(
                "one_line", "this text has several lines, but is printed as one"
            )
        return text
    return value


def _prose(value: Any) -> Any:
    return trimmed(value) if isinstance(value, str) else value


Line = Annotated[str, BeforeValidator(_one_line), Field(min_length=1, max_length=600)]
"""Plain text that prints as one line or paragraph."""

Prose = Annotated[str, BeforeValidator(_prose), Field(min_length=1, max_length=60_000)]
"""Markdown: paragraphs, lists, tables, emphasis, images from `figures/`."""

Minutes = Annotated[int, BeforeValidator(whole_number), Field(ge=1, le=6_000)]
Count = Annotated[int, BeforeValidator(whole_number), Field(ge=1, le=10_000)]
Tally = Annotated[int, BeforeValidator(whole_number), Field(ge=0, le=10_000)]
Flag = Annotated[bool, BeforeValidator(_yes_no)]
Day = Annotated[date, BeforeValidator(_day)]
Clock = Annotated[
    time,
    BeforeValidator(_clock),
    WithJsonSchema({"type": "string", "pattern": f"^{_CLOCK}$"}),
]
TimeZone = Annotated[str, BeforeValidator(_time_zone), Field(max_length=60)]
"""A name of the IANA time zone database."""

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,59}$")]
Letter = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]{1,3}$")]
Version = Annotated[str, StringConstraints(pattern=r"^[0-9]{1,3}\.[0-9]{1,3}$")]
Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{12}$")]
Language = Literal["en", "ru", "kk"]
RecommendationNumber = Annotated[int, BeforeValidator(whole_number), Field(ge=1, le=999)]


def numbered(letter: str) -> Any:
    """The pattern of ids such as `O1` (objective) or `M10` (module)."""
    return StringConstraints(pattern=rf"^{letter}[0-9]{{1,3}}$")


ModuleId = Annotated[str, StringConstraints(pattern=r"^[A-Z]{1,3}[0-9]{2,3}$")]
ObjectiveId = Annotated[str, numbered("O")]
StepId = Annotated[str, numbered("S")]
ScenarioId = Annotated[str, numbered("C")]
RoleId = Annotated[str, numbered("R")]
BehaviourId = Annotated[str, numbered("B")]
HandoutId = Annotated[str, numbered("H")]
ItemId = Annotated[str, numbered("Q")]


class Reference(Part):
    """A source and the place in it."""

    source: Slug = about("Source", "The id of an entry in sources.yaml.", example="rpmes")
    where: Line = about(
        "Place in the source",
        "Recommendation, article, page or section, so that a reader can find it.",
        example="Rec. 16 and note, pp. 31-33",
    )


class Signed(Part):
    """Who did something to a module, and when."""

    by: Line = about("By", "The name or body that did it.", example="Curriculum project")
    on: Day = about("On", "The day it was done.", unit="year-month-day", example="2026-11-22")


class Approved(Signed):
    """An approval, with the digest of the text that was approved."""

    digest: Digest = about(
        "Digest",
        "Of the text that was approved, as `curriculum check` prints it.",
        example="3f9a01c2d4e5",
    )
    version: Version | None = about(
        "Version",
        "The version that was approved; absent means the newest one up to that day.",
        example="1.2",
        default=None,
    )
