"""Pydantic's errors retold for an author: what is wrong, where, and what to write."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from typing import Any

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


def _is_tagged(model: type[BaseModel], tag: str) -> bool:
    kind = model.model_fields.get("kind")
    if kind is not None and tag in typing.get_args(kind.annotation):
        return True
    return tag in _names(model)


def _walk(model: type[BaseModel], loc: tuple[Any, ...]) -> tuple[type[BaseModel], FieldInfo | None]:
    """The model and the field that an error's `loc` leads to."""
    field: FieldInfo | None = None
    candidates: list[type[BaseModel]] = []
    for step in loc:
        if not isinstance(step, str):
            continue
        if candidates and len(candidates) > 1:
            tagged = [each for each in candidates if _is_tagged(each, step)]
            if tagged:
                model, candidates, field = tagged[0], [], None
                continue
        names = _names(model)
        if step not in names:
            return model, None
        field = names[step]
        candidates = list(_alternatives(field.annotation))
        if len(candidates) == 1:
            model = candidates[0]
    return model, field


def _path(data: Data, loc: tuple[Any, ...]) -> tuple[PathInFile, Any]:
    """The part of `loc` that exists in the data, union tags dropped; and a missing last key."""
    path: list[str | int] = []
    here: Data | None = data
    for step in loc:
        if isinstance(here, dict) and step in here:
            here = here[step]
            path.append(step)
        elif isinstance(here, list) and isinstance(step, int) and step < len(here):
            here = here[step]
            path.append(step)
    return tuple(path), here


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


def _describe(value: Any) -> str:
    if isinstance(value, dict):
        return "a mapping"
    return "a list" if isinstance(value, list) else "text" if isinstance(value, str) else "this"


def explain(error: ErrorDetails, model: type[BaseModel], tree: Tree) -> Problem:
    """One pydantic error as a Problem with a place in the file."""
    loc, kind, context = error["loc"], error["type"], error.get("ctx", {})
    path, value = _path(tree.data, loc)
    owner, field = _walk(model, loc)
    where = Where(tree.file, path)
    name = next((str(step) for step in reversed(loc) if isinstance(step, str)), "")

    def problem(code: str, message: str, help: str = "", *, key: bool = False) -> Problem:
        at = Where(tree.file, path, key=True) if key else where
        return Problem(code, at, message, help)

    match kind:
        case "extra_forbidden":
            known = list(_names(owner))
            help = did_you_mean(name, known) or "Known here: " + ", ".join(known) + "."
            return problem("S101", f"“{name}” is not a key that belongs here", help, key=True)
        case "missing":
            return problem("S102", f"the key “{name}” is missing here", _help(field), key=True)
        case "union_tag_not_found" | "day_item":
            if isinstance(value, dict):
                wanted = (
                    "`kind:`" if kind == "union_tag_not_found" else "event, module, break or lunch"
                )
                return problem(
                    "S102", f"this entry does not say what it is: {wanted} is missing", ""
                )
            return problem("S103", f"{_describe(value)} stands here instead of an entry", "")
        case "union_tag_invalid" | "literal_error" | "enum":
            expected = context.get("expected_tags") or context.get("expected") or ""
            choices = [each.strip(" '") for each in _split(str(expected))]
            given = context.get("tag") or value
            if kind == "union_tag_invalid":
                where = Where(tree.file, (*path, "kind"))
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
        case "greater_than_equal" | "less_than_equal" | "greater_than" | "less_than":
            low, high = context.get("ge"), context.get("le")
            limit = f"at least {low}" if low is not None else f"at most {high}"
            return problem(
                "S105", f"{_short(value)} is out of range: {limit} is asked for", _help(field)
            )
        case "string_too_short":
            return problem(
                "S107", "the text is empty", _help(field) or "Write it, or delete the line."
            )
        case "string_too_long":
            most = context.get("max_length")
            return problem(
                "S107", f"the text is too long to print here: at most {most} characters", ""
            )
        case "too_short" | "too_long":
            size = context.get("actual_length")
            most = context.get("min_length", context.get("max_length"))
            word = "at least" if kind == "too_short" else "at most"
            count = len(value) if isinstance(value, list) else size
            return problem(
                "S107", f"{count} entries stand here; {word} {most} are allowed", _help(field)
            )
        case "model_type" | "model_attributes_type" | "dict_type":
            return problem(
                "S103", f"{_describe(value)} stands here instead of a mapping", _help(field)
            )
        case "tuple_type" | "list_type":
            return problem(
                "S103", f"{_describe(value)} stands here instead of a list", _help(field)
            )
        case "string_type":
            return problem("S103", f"{_describe(value)} stands here instead of text", _help(field))
    return problem("S103", f"{_describe(value)} does not fit here: {error['msg']}", _help(field))


def _split(expected: str) -> list[str]:
    return [
        part for chunk in expected.split(",") for part in chunk.split(" or ") if part.strip(" '")
    ]


def _short(value: Any) -> str:
    text = value if isinstance(value, str) else _describe(value)
    return text if len(text) <= 40 else text[:39] + "…"
