"""A module without its texts and days: all that rules look at which compare many modules.

What is left out is not there at all, so that who asks for it fails instead of finding nothing.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic_core import PydanticUndefined

from .fields import Part
from .markdown import Target
from .module import Module
from .plain import KIND, fill, kinds_by_name
from .texts import fields_of_text, targets_in

_LEFT_OUT = frozenset(
    {
        *("changes", "materials", "roles", "observer", "debrief"),
        *("options", "pairs", "sequence", "checks"),
    }
)
"""Parts of parts that are nobody's business outside their module."""


class ModuleOutline(Module):
    """A module of which only the outline is known; every field without words, and two digests."""

    @property
    def digest(self) -> str:
        return str(self.__dict__["~digest"])

    def __getattr__(self, name: str) -> Any:
        """*Why* late: of most modules a rule wants two or three fields."""
        plain = self.__dict__.get("~plain", {})
        if name not in plain:
            raise AttributeError(f"the outline of a module has no `{name}`")
        value = self.__dict__[name] = _value(plain[name])
        return value


def links_in(part: Part) -> tuple[tuple[tuple[str | int, ...], Target], ...]:
    """Every link in the texts of a file, with the path of its text."""
    if isinstance(part, ModuleOutline):
        return tuple(part.__dict__["~links"])
    return tuple((text.path, target) for text, target in targets_in(part) if target.kind == "link")


def outline_of(module: Module, *, with_digest: bool) -> dict[str, Any]:
    """The outline of a module as JSON can hold it."""
    links = [
        [path, target.url, target.label, target.offset, target.length]
        for path, target in links_in(module)
    ]
    return {
        "fields": _plain(module),
        "links": links,
        "digest": module.digest if with_digest else "",
    }


def from_outline(outline: dict[str, Any]) -> ModuleOutline:
    """The module of an outline; raises LookupError or TypeError when it is none."""
    part = ModuleOutline.__new__(ModuleOutline)
    plain = outline["fields"]
    fill(part, {name: plain[name] for name in ("id", "status")} | {"~plain": plain})
    for name, default in _defaults(ModuleOutline.__name__)[1].items():
        plain.setdefault(name, default)
    part.__dict__["~links"] = tuple(
        (tuple(path), Target("link", url, label, offset, length))
        for path, url, label, offset, length in outline["links"]
    )
    part.__dict__["~digest"] = outline["digest"]
    return part


@cache
def _kept(kind: type[Part]) -> dict[str, Any]:
    """The fields of a class that are no texts, with their defaults."""
    words = fields_of_text(kind)
    return {
        name: field.get_default()
        for name, field in kind.model_fields.items()
        if name not in words and name not in _LEFT_OUT
    }


def _plain(value: Any) -> Any:
    if isinstance(value, Part):
        kind = type(value)
        plain: dict[str, Any] = {KIND: kind.__name__}
        for name, default in _kept(kind).items():
            each = getattr(value, name)
            if default is PydanticUndefined or each != default:
                kept = _plain(each)
                if kept is not PydanticUndefined:
                    plain[name] = kept
        return plain
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value if value is None or type(value) in (str, int, bool) else PydanticUndefined


@cache
def _defaults(name: str) -> tuple[type[Part], dict[str, Any]]:
    kind = kinds_by_name()[name]
    kept = _kept(kind).items()
    return kind, {name: each for name, each in kept if each is not PydanticUndefined}


def _value(plain: Any) -> Any:
    kind = type(plain)
    if kind is list:
        return tuple([_value(each) for each in plain])
    return _part(plain) if kind is dict else plain


def _part(plain: dict[str, Any]) -> Part:
    kind, defaults = _defaults(plain[KIND])
    values = defaults.copy()
    for name, each in plain.items():
        if name != KIND:
            values[name] = _value(each) if type(each) in (list, dict) else each
    part = kind.__new__(kind)
    fill(part, values)
    return part
