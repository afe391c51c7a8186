"""Every rule is documented, has a code of its own, and is tried by a case that fails."""

from __future__ import annotations

import re

import pytest
from curriculum_cli.checks.registry import BY_CODE, RULES
from curriculum_cli.checks.rules import Rule
from curriculum_cli.diagnostics import Profile, Severity

from . import (
    test_coverage,
    test_deliveries,
    test_form,
    test_items,
    test_letters,
    test_links,
    test_objectives,
    test_picture_files,
    test_pictures_and_links,
    test_practice,
    test_print_quality,
    test_references,
    test_rhythm,
    test_time,
    test_translations,
    test_use,
    test_verbs,
    test_versions,
    test_wording,
    test_workshop_tests,
    test_workshops,
)
from .cases import Case

TABLES = (
    test_coverage,
    test_deliveries,
    test_form,
    test_links,
    test_letters,
    test_objectives,
    test_pictures_and_links,
    test_print_quality,
    test_items,
    test_practice,
    test_references,
    test_rhythm,
    test_time,
    test_versions,
    test_workshops,
    test_translations,
    test_wording,
    test_use,
    test_verbs,
    test_workshop_tests,
)
FAILING: dict[str, list[Case]] = {}
PASSING: set[str] = set(test_form.PASSING)
for table in TABLES:
    for case in table.FAILING.values():
        FAILING.setdefault(case.code, []).append(case)
    if table is not test_form:
        PASSING |= {code for code, _ in table.PASSING.values()}

BY_HAND = {
    "Y110": test_form.test_a_link_to_nowhere_is_found,
    "Y111": test_form.test_a_link_out_of_the_project_is_found,
    "L102": test_translations.test_a_language_without_any_translation_is_one_finding,
    "L103": test_translations.test_what_is_missing_is_one_finding_for_each_file_and_language,
    "A107": test_print_quality.test_a_coarse_picture_is_pointed_at_with_the_size_it_needs,
    "A103": test_picture_files.test_a_picture_that_does_not_print_is_named,
    "V106": test_versions.test_a_file_in_the_wrong_place_is_pointed_at,
    "V107": test_versions.test_only_publication_asks_for_approval,
}
"""Rules whose failing case is a file that no text can describe, or needs more than a change."""
PASSING |= {"A103", "A107", "V101", "V106", "V107"}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_a_case_that_fails_and_one_that_passes(rule: Rule) -> None:
    assert rule.code in FAILING or rule.code in BY_HAND, f"write a failing case for {rule.code}"
    assert rule.code in PASSING, f"write a passing case for {rule.code}"


def test_every_case_is_of_a_rule_that_exists() -> None:
    assert {*FAILING, *BY_HAND, *PASSING} <= set(BY_CODE)


def test_codes_are_well_formed_and_used_once() -> None:
    codes = [rule.code for rule in RULES]
    assert len(codes) == len(set(codes))
    for code in codes:
        assert re.fullmatch(r"[YSRTOPCWLGAV][0-9]{3}", code)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_says_what_why_bad_and_good(rule: Rule) -> None:
    assert rule.what
    assert rule.what.endswith(".")
    assert "\n" not in rule.title
    assert len(rule.title) <= 100
    assert rule.why.endswith(".")
    assert rule.bad
    assert rule.good
    assert rule.bad != rule.good
    for part in (rule.what, rule.why, rule.bad, rule.good, rule.source):
        assert not re.search(r"^(Why|Bad|Good|Source):", part, re.MULTILINE)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_never_grows_milder_towards_publication(rule: Rule) -> None:
    levels = [rule.levels.under(profile) for profile in Profile]
    assert levels == sorted(levels)
    assert levels[-1] > Severity.INFO


def test_rules_of_content_have_a_function_and_rules_of_form_none() -> None:
    for rule in RULES:
        assert (rule.check is None) == (rule.code[0] in "YS")


def test_the_parts_of_a_rules_text_are_told_apart() -> None:
    doc = """It is so.

    More of it.

    Why: One reason
        over two lines.
    Bad:
        a: 1
          b: 2
    Good:
        a: 2
    Source: A book, p. 3.
    """
    rule = Rule("X1", RULES[0].levels, doc)
    assert (rule.title, rule.what) == ("It is so", "It is so.\n\nMore of it.")
    assert rule.why == "One reason over two lines."
    assert (rule.bad, rule.good) == ("a: 1\n  b: 2", "a: 2")
    assert rule.source == "A book, p. 3."
