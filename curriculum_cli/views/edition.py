"""One edition: a curriculum in one language, with all that its pages say about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from ..checks.project import Checked
from ..i18n.catalogue import Catalogue
from ..i18n.formats import NAMES, Formats
from ..model.curriculum import Curriculum
from ..model.module import Module
from .audience import for_audience
from .document import Running

TABS = 15
"""Places for a module's tab at the outer edge; the sixteenth module begins at the top again."""


class Provenance(NamedTuple):
    """Where an edition comes from. `built_on` is the day of the source, not of the clock."""

    commit: str
    built_on: date
    program: str


@dataclass(frozen=True)
class Edition:
    """What views need to know beside the curriculum itself."""

    checked: Checked
    catalogue: Catalogue
    provenance: Provenance
    paper: str
    draft: bool = False
    chosen: tuple[str, ...] = ()
    audience: str | None = None

    @property
    def curriculum(self) -> Curriculum:
        return self.checked.curriculum

    @property
    def language(self) -> str:
        return self.catalogue.language

    @cached_property
    def modules(self) -> tuple[Module, ...]:
        """The modules of this edition, in order, cut down to its audience when it has one."""
        found = self.curriculum.modules.values()
        chosen = [each for each in found if not self.chosen or each.id in self.chosen]
        if self.audience is None:
            return tuple(chosen)
        return tuple(
            for_audience(each, self.audience) for each in chosen if self.audience in each.audiences
        )

    @property
    def suffix(self) -> str:
        """What tells the files of an audience's edition from the common ones."""
        return f"-{self.audience}" if self.audience else ""

    @cached_property
    def formats(self) -> Formats:
        return Formats(self.catalogue)

    def t(self, key: str, **values: object) -> str:
        """An interface string in the edition's language."""
        return self.catalogue.text(key, **values)

    @cached_property
    def content_languages(self) -> tuple[str, ...]:
        """Languages the modules are really written in, for the imprint."""
        return tuple(dict.fromkeys(self.curriculum.language_of(m) for m in self.modules))

    def status(self, module: Module) -> str:
        return self.t(f"status.{module.status}")

    def module_foot(self, module: Module) -> str:
        """Version, status, language and revision date; the sheet's own digest is added in print."""
        return " · ".join(
            (
                f"{module.id} {self.t('foot.version', version=module.version)}",
                self.status(module),
                NAMES[self.curriculum.language_of(module)],
                self.formats.day_short(module.revised),
            )
        )

    def module_running(self, module: Module, *, trainer_only: bool) -> Running:
        return Running(
            head_left=self.curriculum.programme.title,
            head_right=f"{module.id} {module.title}",
            foot=self.module_foot(module),
            trainer_only=trainer_only,
            tab=module.id,
            tab_place=[*self.curriculum.modules].index(module.id) % TABS,
        )

    def shared_running(self, title: str, *, trainer_only: bool = False) -> Running:
        """Head and foot of a leaf that belongs to no module."""
        programme = self.curriculum.programme
        foot = self.t("foot.version", version=programme.version)
        return Running(programme.title, title, foot, trainer_only)

    def audience_titles(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(self.curriculum.audiences.get(each, each) for each in ids)
