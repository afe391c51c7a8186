"""The people of a workshop. Their names are printed, and kept nowhere else."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Person:
    """One participant. *Why* hidden from `repr`: no error message or log may show a name."""

    name: str = field(repr=False)
    rank: str = field(default="", repr=False)
    unit: str = field(default="", repr=False)
