"""Every text an author wrote, with its path: for checks of wording, images and letters."""

from __future__ import annotations

import inspect
import typing
from functools import cache
from typing import Any, NamedTuple

from pydantic import BaseModel

from ..diagnostics import PathInFile
from .fields import Line, Prose
from .markdown import Target, targets
from .remember import remember


class Text(NamedTuple):
    """One text: plain words, or markdown."""

    path: PathInFile
    text: str
    markdown: bool


def _holds(annotation: Any, wanted: Any) -> bool:
    if annotation is wanted:
        return True
    return any(_holds(part, wanted) for part in typing.get_args(annotation))


def _has_parts(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    return any(_has_parts(part) for part in typing.get_args(annotation))


def _hints(model: type[BaseModel]) -> dict[str, Any]:
    """The annotations of a model and its bases; when none is a string they need no looking up."""
    found: dict[str, Any] = {}
    for base in reversed(model.__mro__):
        found |= inspect.get_annotations(base) if issubclass(base, BaseModel) else {}
    if any(isinstance(found.get(name), str) for name in model.model_fields):
        return typing.get_type_hints(model, include_extras=True)
    return found


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, str, bool, bool], ...]:
    """Of fields with texts: name, key in the file, whether they are plain words or markdown."""
    hints = _hints(model)
    found = (
        (name, field.alias or name, _holds(hints[name], Line), _holds(hints[name], Prose))
        for name, field in model.model_fields.items()
    )
    return tuple(each for each in found if each[2] or each[3] or _has_parts(hints[each[0]]))


def fields_of_text(model: type[BaseModel]) -> frozenset[str]:
    """The names of the fields that hold plain words or markdown, themselves or in a list."""
    return frozenset(name for name, _, line, prose in _fields(model) if line or prose)


def texts(part: BaseModel, path: PathInFile = ()) -> tuple[Text, ...]:
    """Every text of a part of the model, in the order of the file's fields, below `path`."""
    return tuple(_walk(part, path)) if path else _texts_of(part)


@remember(256)
def _texts_of(part: BaseModel) -> tuple[Text, ...]:
    """*Why* remembered: many rules ask about the same part, one after another."""
    return tuple(_walk(part, ()))


@remember(256)
def targets_in(part: BaseModel) -> tuple[tuple[Text, Target], ...]:
    """Every image and link in the texts of a part, with its text."""
    return tuple(
        (text, target) for text in texts(part) if text.markdown for target in targets(text.text)
    )


def _walk(part: BaseModel, path: PathInFile) -> list[Text]:
    found: list[Text] = []
    _collect(part, path, found)
    return found


def _collect(part: BaseModel, path: PathInFile, found: list[Text]) -> None:
    for name, key, line, prose in _fields(type(part)):
        value = getattr(part, name)
        if value is not None:
            _take(value, (*path, key), line or prose, prose, found)


def _take(value: Any, path: PathInFile, words: bool, prose: bool, found: list[Text]) -> None:
    kind: Any = type(value)
    if kind is str:
        if words:
            found.append(_TEXT(Text, (path, value, prose)))
    elif kind is tuple:
        for index, each in enumerate(value):
            _take(each, (*path, index), words, prose, found)
    elif _is_part(kind):
        _collect(value, path, found)


@cache
def _is_part(kind: type) -> bool:
    """*Why* remembered: pydantic answers `isinstance` in Python."""
    return issubclass(kind, BaseModel)


_TEXT = tuple.__new__  # half of the time that Text() takes, hundreds of times a file
