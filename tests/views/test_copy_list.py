"""How many copies of a sheet: one number, whoever names it."""

from __future__ import annotations

from curriculum_cli.model.module import Material, Module
from curriculum_cli.model.people import Person
from curriculum_cli.views.copy_list import Copies
from curriculum_cli.views.edition import Edition
from curriculum_cli.views.handout_pack import workshop_packs

from tests.editions import ROOT, edition
from tests.project import CASES


def copies(shown: Edition, name: str, people: tuple[Person, ...] = ()) -> dict[str, Copies]:
    workshop = shown.curriculum.workshops[name]
    pack = next(workshop_packs(shown, workshop, ("trainer",), people))
    view = next(leaf.view for leaf in pack.leaves if leaf.id == "workshop-materials")
    return {each.leaf: each for each in view.copies}  # type: ignore[attr-defined]


def with_materials(*materials: Material) -> dict[str, Copies]:
    """The small workshop's list when the step of M01-C2 uses these."""
    shown = edition(CASES / "project")
    modules = shown.curriculum.modules
    whole = modules["M01"]
    named = tuple(each.id for each in materials)
    steps = tuple(
        s.model_copy(update={"materials": named}) if s.scenario == "C2" else s for s in whole.steps
    )
    changed: Module = whole.model_copy(update={"materials": materials, "steps": steps})
    modules["M01"] = changed
    try:
        return copies(shown, "two-days")
    finally:
        modules["M01"] = whole


def observers(per: str, count: int) -> Material:
    return Material.model_validate(
        {"id": "observer-sheets", "text": "Observer's sheet", "per": per, "count": count}
    )


def test_sheets_printed_by_name_are_not_copied() -> None:
    shown = edition(CASES / "project")
    named = copies(shown, "two-days", (Person("Somebody"),))
    blank = copies(shown, "two-days")
    assert blank.keys() - named.keys() == {"workshop-certificate", "workshop-plates"}


def test_without_a_material_there_is_at_least_one_for_each_group() -> None:
    found = copies(edition(CASES / "project"), "two-days")
    for sheet in ("M01-C2R", "M01-C2B"):
        assert (found[sheet].number, found[sheet].counted) == (4, "at-least")
    assert found["M01-C2P"].number == found["workshop-certificate"].number == 16
    assert found["workshop-plates"].number == 8


def test_a_material_that_is_the_sheet_gives_the_number() -> None:
    found = with_materials(observers("group", 3))["M01-C2B"]
    assert (found.number, found.counted) == (12, "exactly")
    found = with_materials(observers("participant", 1))["M01-C2B"]
    assert (found.number, found.counted) == (16, "exactly")


def test_one_number_for_several_sheets_is_told_once_only() -> None:
    found = copies(edition(ROOT), "south-kazakhstan-senior")
    assert (found["M03-C1B"].counted, found["M03-C1B"].module) == ("listed", "M03")
    found = copies(edition(ROOT), "almaty-mid-level")
    assert (found["M08-C1B"].number, found["M08-C1B"].counted) == (20, "exactly")
    assert found["M08-C1R"].number == 4
