"""Pydantic's errors retold for an author: what is wrong, where, and what to write."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from zoneinfo import available_timezones

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from ..diagnostics import PathInFile, Problem, Where, did_you_mean
from ..source.tree import Data, Tree


def _alternatives(annotation: Any) -> Iterator[type[BaseModel]]:
    """Every model type inside an annotation such as `tuple[Annotated[A | B, …], ...] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        return
    origin = typing.get_origin(annotation)
    if origin is typing.Annotated:
        yield from _alternatives(typing.get_args(annotation)[0])
    elif origin in (tuple, typing.Union, types.UnionType):
        for part in typing.get_args(annotation):
            yield from _alternatives(part)


def _names(model: type[BaseModel]) -> dict[str, FieldInfo]:
    return {field.alias or name: field for name, field in model.model_fields.items()}


def _tags(model: type[BaseModel]) -> tuple[str, ...]:
    """The words that choose this model in a union: its `kind`, or its first key."""
    kind = model.model_fields.get("kind")
    return typing.get_args(kind.annotation) if kind else tuple(_names(model))[:1]


def _is_tagged(model: type[BaseModel], tag: str) -> bool:
    return tag in _tags(model)


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where an error's `loc` leads: the path and value in the file, and what is asked for there."""

    path: PathInFile
    value: Data
    owner: type[BaseModel]
    field: FieldInfo | None = None
    candidates: tuple[type[BaseModel], ...] = ()


def _follow(data: Data, model: type[BaseModel], loc: tuple[str | int, ...]) -> _Spot:
    """Walk through data and model together; tags of unions stand in `loc` but not in the data."""
    spot = _Spot((), data, model)
    for step in loc:
        field, candidates, owner = spot.field, spot.candidates, spot.owner
        if isinstance(step, str):
            tagged = [each for each in candidates if _is_tagged(each, step)]
            if len(candidates) > 1 and tagged:
                spot = replace(spot, owner=tagged[0], field=None, candidates=())
                continue
            field = _names(owner).get(step)
            candidates = tuple(_alternatives(field.annotation)) if field else ()
            owner = candidates[0] if len(candidates) == 1 else owner
        path, value = spot.path, spot.value
        if isinstance(value, dict) and isinstance(step, str) and step in value:
            path, value = (*path, step), value[step]
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            path, value = (*path, step), value[step]
        spot = _Spot(path, value, owner, field, candidates)
    return spot


def follows_from_others(error: ErrorDetails, model: type[BaseModel], tree: Tree) -> bool:
    """Whether a list is called too short only because entries of it are wrong themselves."""
    if error["type"] != "too_short":
        return False
    value = _follow(tree.data, model, error["loc"]).value
    return isinstance(value, list) and len(value) >= error["ctx"]["min_length"]


def _an(example: Any) -> str:
    if isinstance(example, list | tuple):
        return "[" + ", ".join(str(each) for each in example) + "]"
    return str(example).lower() if isinstance(example, bool) else str(example)


def _help(field: FieldInfo | None) -> str:
    if field is None:
        return ""
    text = field.description or ""
    if field.examples:
        text += f" For example: {_an(field.examples[0])}"
    return text.strip()


_WANTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "bool_type": "true or false",
    "date_type": "a date",
    "time_type": "a time of day",
}


def _describe(value: Any) -> str:
    if isinstance(value, dict):
        return "a mapping"
    return "a list" if isinstance(value, list) else "text" if isinstance(value, str) else "this"


def explain(error: ErrorDetails, model: type[BaseModel], tree: Tree) -> Problem:
    """One pydantic error as a Problem with a place in the file."""
    loc, kind, context = error["loc"], error["type"], error.get("ctx", {})
    spot = _follow(tree.data, model, loc)
    path, value, field = spot.path, spot.value, spot.field
    where = Where(tree.file, path)
    name = _short(loc[-1]) if loc and isinstance(loc[-1], str) else "id"

    def problem(code: str, message: str, help: str = "", *, key: bool = False) -> Problem:
        at = Where(tree.file, path, key=True) if key else where
        return Problem(code, at, message, help)

    match kind:
        case "extra_forbidden":
            known = list(_names(spot.owner))
            help = did_you_mean(name, known) or "Known here: " + ", ".join(known) + "."
            return problem("S101", f"“{name}” is not a key that belongs here", help, key=True)
        case "missing":
            return problem("S102", f"the key “{name}” is missing here", _help(field), key=True)
        case "union_tag_not_found" | "day_item":
            if kind == "day_item":
                wanted, help = "event, module, break or lunch", "Such as `- {break: 15}`."
            else:
                kinds = [each for model in spot.candidates for each in _tags(model)]
                wanted, help = "`kind:`", f"Write `kind:` and one of: {', '.join(kinds)}."
            if isinstance(value, dict):
                message = f"this entry does not say what it is: {wanted} is missing"
                return problem("S102", message, help)
            return problem("S103", f"{_describe(value)} stands here instead of an entry", help)
        case "union_tag_invalid" | "literal_error" | "enum":
            expected = context.get("expected_tags") or context.get("expected") or ""
            choices = [each.strip(" '") for each in _split(str(expected))]
            given = value
            if kind == "union_tag_invalid":
                where = Where(tree.file, (*path, "kind"))
                given = value.get("kind", "") if isinstance(value, dict) else value
            help = did_you_mean(str(given), choices) or "Choose from: " + ", ".join(choices) + "."
            return Problem(
                "S104", where, f"“{_short(given)}” is not one of the words for this", help
            )
        case "string_pattern_mismatch":
            return problem("S109", f"“{_short(value)}” is not a well-formed {name}", _help(field))
        case "day" | "clock" | "whole_number" | "true_false" | "one_line":
            code = "S106" if kind in ("day", "clock") else "S105"
            hints: dict[str, str] = {
                "day": "Write year-month-day, such as 2027-03-09.",
                "clock": 'Write hours and minutes in quotes, such as "09:30".',
                "whole_number": _help(field) or "Write digits only.",
                "true_false": "Write true or false.",
                "one_line": "Join it to one line, or shorten it.",
            }
            return problem(code, error["msg"], hints[kind])
        case "time_zone":
            near = did_you_mean(_short(value), sorted(available_timezones()))
            return problem("S104", error["msg"], near or _help(field))
        case "greater_than_equal" | "less_than_equal" | "greater_than" | "less_than":
            low, high = context.get("ge"), context.get("le")
            limit = f"at least {low}" if low is not None else f"at most {high}"
            return problem(
                "S105", f"{_short(value)} is out of range: {limit} is asked for", _help(field)
            )
        case "string_too_short" | "too_short" if isinstance(value, str):
            return problem(
                "S107", "the text is empty", _help(field) or "Write it, or delete the line."
            )
        case "string_too_long" | "too_long" if isinstance(value, str):
            most = context.get("max_length")
            return problem(
                "S107", f"the text is too long to print here: at most {most} characters", ""
            )
        case "too_short" | "too_long":
            size = context.get("actual_length")
            most = context.get("min_length", context.get("max_length"))
            word = "at least" if kind == "too_short" else "at most"
            count = len(value) if isinstance(value, list) else size
            entries = "entry stands" if count == 1 else "entries stand"
            return problem(
                "S107", f"{count} {entries} here; {word} {most} are allowed", _help(field)
            )
        case "model_type" | "model_attributes_type" | "dict_type":
            return problem(
                "S103", f"{_describe(value)} stands here instead of a mapping", _help(field)
            )
        case "tuple_type" | "list_type":
            return problem(
                "S103", f"{_describe(value)} stands here instead of a list", _help(field)
            )
        case "string_type" | "int_type" | "bool_type" | "date_type" | "time_type":
            message = f"{_describe(value)} stands here instead of {_WANTED[kind]}"
            return problem("S103", message, _help(field))
    return problem("S103", f"{_describe(value)} does not fit here: {error['msg']}", _help(field))


def _split(expected: str) -> list[str]:
    return [
        part for chunk in expected.split(",") for part in chunk.split(" or ") if part.strip(" '")
    ]


def _short(value: Any) -> str:
    text = value if isinstance(value, str) else _describe(value)
    return text if len(text) <= 40 else text[:39] + "…"
