"""No rule without a mutation of the real curriculum, and the quick way there is the real one."""

from __future__ import annotations

import pytest
from curriculum_cli.checks.project import check_project
from curriculum_cli.checks.registry import RULES
from curriculum_cli.checks.report import Choice
from curriculum_cli.checks.rules import Rule
from curriculum_cli.diagnostics import Profile

from ...project import TODAY
from . import (
    test_form,
    test_language_and_wording,
    test_objectives,
    test_pictures_and_versions,
    test_practice,
    test_references,
    test_standard_and_workshops,
    test_time,
)
from .mutation import Mutation, make
from .real import Real

TABLES = (
    test_form,
    test_references,
    test_time,
    test_objectives,
    test_practice,
    test_standard_and_workshops,
    test_language_and_wording,
    test_pictures_and_versions,
)
BY_CODE: dict[str, Mutation] = {each.code: each for table in TABLES for each in table.MUTATIONS}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_is_shown_on_the_real_curriculum(rule: Rule) -> None:
    assert rule.code in BY_CODE, f"break a real file so that {rule.code} has to find it"


def test_every_code_has_one_mutation() -> None:
    assert len(BY_CODE) == sum(len(table.MUTATIONS) for table in TABLES)
    assert set(BY_CODE) == {rule.code for rule in RULES}


@pytest.mark.parametrize("code", ["S101", "O103", "L104"])
def test_a_report_from_kept_files_is_that_of_a_whole_run(real: Real, code: str) -> None:
    mutation = BY_CODE[code]
    with real.mended():
        make(real.root, (*mutation.given, *mutation.edits))
        whole = check_project(real.root, Choice(Profile.PUBLISH), real.printable, TODAY)
        assert real.report() == whole.report
