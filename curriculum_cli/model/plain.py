"""Files of the model as JSON can hold them: what was decoded once need not be decoded again.

*Why* not pydantic's own JSON: for that it would have to know the form of every kind of file, which
takes longer to build than the files take to read.
"""

from __future__ import annotations

from datetime import date, time
from functools import cache
from typing import Any

from .fields import Part

KIND = "~"
_set = object.__setattr__


def to_plain(value: Any) -> Any:
    """A decoded part, or a value in one, whole."""
    if isinstance(value, Part):
        plain = {name: to_plain(each) for name, each in value.__dict__.items()}
        return {KIND: type(value).__name__, **plain}
    if isinstance(value, tuple):
        return [to_plain(each) for each in value]
    if isinstance(value, (date, time)):
        return {KIND: type(value).__name__, "is": value.isoformat()}
    if value is None or type(value) in (str, int, bool):
        return value
    raise TypeError(f"a file of the model holds a {type(value).__name__}")


def from_plain(plain: Any) -> Any:
    """What `to_plain` was given; raises LookupError, TypeError or ValueError for anything else."""
    if type(plain) is list:
        return tuple([from_plain(each) for each in plain])
    if type(plain) is not dict:
        return plain
    kind = plain.pop(KIND)
    if kind in _DAYS:
        return _DAYS[kind](plain["is"])
    model = kinds_by_name()[kind]
    if plain.keys() != model.model_fields.keys():
        raise TypeError(f"these are not the fields of a {kind}")
    for name, each in plain.items():
        if type(each) in (list, dict):
            plain[name] = from_plain(each)
    part = model.__new__(model)
    fill(part, plain)
    return part


_DAYS = {"date": date.fromisoformat, "time": time.fromisoformat}


@cache
def kinds_by_name() -> dict[str, type[Part]]:
    """Every class of the model that has been loaded."""
    found: dict[str, type[Part]] = {}
    waiting: list[type[Part]] = [Part]
    while waiting:
        kind = waiting.pop()
        found[kind.__name__] = kind
        waiting += kind.__subclasses__()
    return found


def fill(part: Part, values: dict[str, Any]) -> None:
    """Give a new part its values, which were validated before they were kept."""
    _set(part, "__dict__", values)
    _set(part, "__pydantic_fields_set__", set())
    _set(part, "__pydantic_extra__", None)
    _set(part, "__pydantic_private__", None)
