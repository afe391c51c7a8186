"""What a rule may look at that says it reads little."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NoReturn

from ..model.curriculum import Curriculum
from ..model.fields import Part


class OutOfReachError(Exception):
    """A rule reads more than it says: a mistake of who wrote the rule."""


class AllFiles(Curriculum):
    """All files of a project; for the lists no other file need be read."""

    def __init__(self, files: Mapping[str, Part], lists: Curriculum) -> None:
        super().__init__(files)
        object.__setattr__(self, "_lists", lists)

    def __getattribute__(self, name: str) -> Any:
        if name in _OF_THE_LISTS:
            return getattr(object.__getattribute__(self, "_lists"), name)
        return object.__getattribute__(self, name)

    _lists: Curriculum


class SomeFiles(AllFiles):
    """Some files beside the lists of a curriculum; other modules and workshops are out of reach."""

    def __getattribute__(self, name: str) -> Any:
        if name in _OUT_OF_REACH:
            _refuse(name)
        return super().__getattribute__(name)

    def file_of(self, part: Part) -> str:
        """The file that a part is the whole of, its own or a list's."""
        for name, each in (*self.files.items(), *self._lists.files.items()):
            if each is part:
                return name
        raise OutOfReachError("this part is no file that a rule of one file can see")


_OF_THE_LISTS = frozenset(
    {
        *("programme", "programme_file", "standard", "recommendations", "glossary", "terms"),
        *("sources", "wording", "content_rules", "verbs", "handbook", "integration", "links"),
        "audiences",
    }
)
_OUT_OF_REACH = frozenset({"modules", "module_files", "workshops", "deliveries"})


def _refuse(name: str) -> NoReturn:
    raise OutOfReachError(f"a rule that reads one file asks for `{name}`: widen its `Reads`")
