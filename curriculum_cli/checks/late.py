"""Values that are made when somebody asks for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

V = TypeVar("V")


class Late(Mapping[str, V]):
    """Values by name, made when they are asked for; of late ones the last few are remembered."""

    def __init__(self, names: tuple[str, ...], make: Callable[[str], V | None], most: int) -> None:
        self._names = dict.fromkeys(names)
        self._make = make
        self._most = most
        self._known: dict[str, V] = {}

    def __getitem__(self, name: str) -> V:
        if name in self._known:
            return self._known[name]
        value = self._make(name) if name in self._names else None
        if value is None:
            raise KeyError(name)
        while len(self._known) >= self._most:
            del self._known[next(iter(self._known))]
        self._known[name] = value
        return value

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
