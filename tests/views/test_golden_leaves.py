"""The HTML of every leaf of the small project, in three languages, as it was last looked at."""

from __future__ import annotations

import pytest
from curriculum_cli.views.all_documents import documents
from curriculum_cli.views.catalogue import NAMES

from tests.editions import LANGUAGES, bodies, edition
from tests.golden import compare, differences, read
from tests.project import CASES


def leaves(language: str) -> dict[str, str]:
    shown = edition(CASES / "project", language)
    found: dict[str, str] = {}
    for document in documents(shown, NAMES):
        for leaf, html in bodies(shown, document).items():
            found[f"{leaf}.html"] = html
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_leaf_is_as_it_was_last_looked_at(language: str) -> None:
    assert differences(f"leaves-{language}", leaves(language)) == []


def test_a_stale_a_changed_and_a_new_file_are_all_told() -> None:
    known = read("leaves-en")
    first, second, *_ = sorted(known)
    texts = {**known, first: known[first] + "!", "new.html": ""}
    del texts[second]
    assert compare(known, texts) == [f"changed: {first}", "new: new.html", f"stale: {second}"]
