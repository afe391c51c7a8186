"""An edition for one audience holds its parts and nobody else's."""

from __future__ import annotations

import re

from curriculum_cli.model.timing import minutes_for
from curriculum_cli.views.audience import for_audience
from curriculum_cli.views.lesson_plan import lesson_plan

from tests.editions import ROOT, bodies, edition
from tests.project import CASES


def test_steps_scenarios_and_items_of_others_are_gone() -> None:
    module = edition(CASES / "project").curriculum.modules["M01"]
    senior = for_audience(module, "senior")
    assert [step.id for step in senior.steps] == ["S1", "S2", "S4", "S5", "S6"]
    assert [scenario.id for scenario in senior.scenarios] == ["C2"]
    assert "O2" not in {objective.id for objective in senior.objectives}
    assert all(item.objective != "O2" for item in senior.assessment)
    assert minutes_for(senior, "senior") == module.minutes


def test_an_edition_for_one_audience_says_only_for_nowhere() -> None:
    mark = edition(ROOT).t("audience.only", audiences="").strip()
    plain = edition(ROOT)
    senior = edition(ROOT, audience="senior")
    for shown, expected in ((plain, True), (senior, False)):
        module = next(each for each in shown.modules if each.id == "M12")
        html = " ".join(bodies(shown, lesson_plan(shown, module)).values())
        assert bool(re.search(re.escape(mark), html)) is expected


def test_the_file_of_an_audience_edition_has_a_name_of_its_own() -> None:
    senior = edition(ROOT, audience="senior")
    module = next(each for each in senior.modules if each.id == "M12")
    assert lesson_plan(senior, module).path.endswith("-senior")
