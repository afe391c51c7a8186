"""The HTML of every leaf of the small project, in three languages, as it was last looked at."""

from __future__ import annotations

import pytest
from curriculum_cli.model.people import Person
from curriculum_cli.views.all_documents import documents
from curriculum_cli.views.catalogue import NAMES
from curriculum_cli.views.handout_pack import workshop_packs

from tests.editions import LANGUAGES, bodies, edition
from tests.golden import compare, differences, read
from tests.project import CASES


def leaves(language: str) -> dict[str, str]:
    shown = edition(CASES / "project", language)
    found: dict[str, str] = {}
    for document in documents(shown, [name for name in NAMES if name != "handout"]):
        for leaf, html in bodies(shown, document).items():
            found[f"{leaf}.html"] = html
    return found


def sheets_of_packs(language: str) -> dict[str, str]:
    """The sheets of the workshop's papers, by copy; the contents are written when it is built."""
    shown = edition(CASES / "project", language)
    found: dict[str, str] = {}
    for workshop in shown.curriculum.workshops.values():
        for document in workshop_packs(shown, workshop, people=PEOPLE):
            copy = document.path.rpartition("-")[2]
            for leaf, html in bodies(shown, document).items():
                found[f"{copy}--{leaf}.html"] = html
    return found


PEOPLE = (
    Person("Invented Person-One", "captain", "Station 1"),
    Person("Ойдан Шығарылған", "майор"),
    Person("Third Invented Person with a Very Long Name"),
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sheet_of_a_pack_is_as_it_was_last_looked_at(language: str) -> None:
    assert differences(f"pack-{language}", sheets_of_packs(language)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_leaf_is_as_it_was_last_looked_at(language: str) -> None:
    assert differences(f"leaves-{language}", leaves(language)) == []


def test_a_stale_a_changed_and_a_new_file_are_all_told() -> None:
    known = read("leaves-en")
    first, second, *_ = sorted(known)
    texts = {**known, first: known[first] + "!", "new.html": ""}
    del texts[second]
    assert compare(known, texts) == [f"changed: {first}", "new: new.html", f"stale: {second}"]
