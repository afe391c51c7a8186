"""What an entry of a workshop day is called, and in which language."""

from __future__ import annotations

from typing import Literal, NamedTuple

from ..i18n.catalogue import Catalogue
from ..model.timetable import Slot
from ..model.workshop import EventItem, LunchItem, ModuleItem

Kind = Literal["module", "event", "lunch", "break"]


class DayEntry(NamedTuple):
    """An entry's kind and title; `written` when an author wrote the title, not the catalogue."""

    kind: Kind
    title: str
    written: bool


def day_entry(slot: Slot, catalogue: Catalogue) -> DayEntry:
    """The name of one entry; the id of a module that does not exist."""
    item = slot.item
    if isinstance(item, ModuleItem):
        return DayEntry("module", slot.module.title if slot.module else item.module, True)
    if isinstance(item, EventItem):
        title = item.title or catalogue.text(f"event.{item.event}")
        return DayEntry("event", title, bool(item.title))
    kind: Kind = "lunch" if isinstance(item, LunchItem) else "break"
    return DayEntry(kind, catalogue.text(f"event.{kind}"), False)
