"""The targets of the project, as ratios, and which rows they are read from."""

from __future__ import annotations

from dataclasses import dataclass

from .ratios import Ratio, figure


@dataclass(frozen=True)
class Target:
    """`task` over `to` is at most `most`, and better `stretch`."""

    work: str
    task: str
    to: str
    most: float
    stretch: float

    def judged(self, found: Ratio | None) -> str:
        """A row of the table; the median decides."""
        if found is None:
            measured, verdict = "–", "not measured in this run"
        else:
            measured = str(found)
            verdict = "missed"
            if found.median <= self.stretch:
                verdict = "met, stretch too"
            elif found.median <= self.most:
                verdict = "met"
        limits = f"{figure(self.most)} | {figure(self.stretch)}"
        return f"| {self.work} | {self.to} | {limits} | {measured} | {verdict} |"


TARGETS = (
    Target("trainer’s handbook, cold, PDF/UA-1", "cold", "plain", 0.33, 0.25),
    Target("all documents of one language, cold", "all-cold", "cold", 1.6, 1.3),
    Target("one word changed, all documents, fresh process", "word", "plain", 0.08, 0.045),
    Target("nothing changed", "nothing", "bare", 4, 3),
    Target("handout of a workshop, leaves cached", "handout", "plain-pack", 0.10, 0.05),
    Target("start: --version", "version", "typer", 2, 2),
    Target("start: --help", "help", "typer", 2, 2),
    Target("check, 1,000 modules, cold", "check", "check-jsonschema", 0.10, 0.05),
    Target("check, 1,000 modules, one changed", "check-one", "check", 0.15, 0.05),
)
MEMORY, MEMORY_STRETCH = 250, 150
"""MiB that any process of ours may take."""
