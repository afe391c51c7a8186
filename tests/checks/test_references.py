"""R: unique ids, references that lead somewhere, no circles, a complete programme."""

from __future__ import annotations

import itertools

import pytest
from curriculum_cli.checks.references import prerequisites_do_not_circle
from curriculum_cli.checks.rules import Subject
from curriculum_cli.model.curriculum import Curriculum
from curriculum_cli.model.module import Module
from hypothesis import given
from hypothesis import strategies as st

from ..model.breaking import part_of
from ..project import (
    CASES,
    DELIVERY,
    GLOSSARY,
    HANDBOOK,
    INTEGRATION,
    M01,
    M02,
    PROGRAMME,
    SOURCES,
    STANDARD,
    WORDING,
    WORKSHOP,
    Project,
    place,
)
from .cases import Case, assert_found, assert_silent

_STANDARD_TWICE = (
    "kind: standard\nid: ▸town-2020\ntitle: T\nshort: T\nsource: rpst\n"
    "parts: [{id: I, title: T, pages: 1}]\n"
    "recommendations: [{number: 1, part: I, title: T, summary: T, pages: 1}]\n"
)
_WORKSHOP_TWICE = (
    "kind: workshop\nid: ▸two-days\ntitle: T\naudience: senior\nplace: P\nlanguages: [en]\n"
    "participants: 5\ndates: [2027-05-05]\n"
    'days: [{start: "09:00", end: "09:15", items: [{break: 15}]}]\n'
)

TWICE = {
    "module": (M02, "id: M02", "id: ▸M01"),
    "workshop": ("modules/workshops/x.yaml", "", _WORKSHOP_TWICE),
    "standard": ("modules/standards/x.yaml", "", _STANDARD_TWICE),
    "objective": (M01, "- id: O3\n", "- id: ▸O1\n"),
    "step": (M01, "{id: S5,", "{id: ▸S1,"),
    "material": (M01, "{id: cards,", "{id: ▸flipchart,"),
    "scenario": (M01, "- id: C2\n", "- id: ▸C1\n"),
    "handout": (M01, "- id: H2\n", "- id: ▸H1\n"),
    "assessment": (M01, "- id: Q4\n", "- id: ▸Q1\n"),
    "role": (M01, "- id: R2\n", "- id: ▸R1\n"),
    "behaviour": (M01, "{id: B2,", "{id: ▸B1,"),
    "option": (M01, "{id: c, text", "{id: ▸a, text"),
    "pair": (M01, "{id: b, left", "{id: ▸a, left"),
    "term": (GLOSSARY, "- id: contact-point", "- id: ▸ground"),
    "source": (SOURCES, "- id: town-law", "- id: ▸rpst"),
    "entry": (WORDING, "{id: nationals,", "{id: ▸criminal-families,"),
    "part": (STANDARD, "{id: II,", "{id: ▸I,"),
    "Recommendation": (STANDARD, "number: 3", "number: ▸1"),
    "audience": (PROGRAMME, "- id: senior", "- id: ▸patrol"),
    "subject": (INTEGRATION, "- id: ethics", "- id: ▸patrol-service"),
    "section": (HANDBOOK, "- id: scepticism", "- id: ▸welcome"),
    "form": (
        HANDBOOK,
        "forms:\n",
        (
            "forms:\n  - {id: reaction, title: T, readers: [trainer],"
            " fields: [{kind: blanks, labels: [x]}]}\n"
        ),
    ),
}


def _twice(word: str) -> Case:
    at = (HANDBOOK, "- id: ▸reaction") if word == "form" else None
    return Case("R101", (TWICE[word],), f"of this {word} is used twice", "new id", at)


_NOWHERE = {
    "audience": (M01, "[patrol, senior]\nranks", "[patrol, ▸seniors, senior]\nranks"),
    "Recommendation": (
        M01,
        "recommendations: [1, 2]\nminutes",
        "recommendations: [1, 2, ▸9]\nminutes",
    ),
    "module": (M02, "prerequisites: [M01]", "prerequisites: [▸M11]"),
    "glossary term": (M01, "terms: [ground]", "terms: [▸grounds]"),
    "source": (M01, '{source: rpst, where: "Items', '{source: ▸rpts, where: "Items'),
    "objective": (M01, "  - {id: S5, title: Tea,", "  - {id: S5, objectives: [▸O9], title: Tea,"),
    "handout": (M01, "handouts: [H1]", "handouts: [H1, ▸H3]"),
    "material": (M01, "materials: [flipchart, cards]", "materials: [flipchart, ▸card]"),
    "scenario": (M01, "scenario: C2", "scenario: ▸C3"),
    "scenario's objective": (
        M01,
        "objectives: [O3]\n    background",
        "objectives: [▸O4]\n    background",
    ),
    "scenario's source": (M01, "origin: town-law", "origin: ▸town-laws"),
    "scenario's audience": (
        M01,
        "kind: table-top\n    audiences: [senior]",
        "kind: table-top\n    audiences: [▸hr]",
    ),
    "item's objective": (M01, "objective: O3\n", "objective: ▸O5\n"),
    "item's audience": (M01, "    answer: false", "    answer: false\n    audiences: [▸hr]"),
    "handout's audience": (
        M01,
        "kind: worksheet\n    audiences: [senior]",
        "kind: worksheet\n    audiences: [▸hr]",
    ),
    "step's audience": (M01, "  - {id: S5,", "  - {audiences: [▸hr], id: S5,"),
    "objective's audience": (M01, "audiences: [senior]\nsteps", "audiences: [▸senor]\nsteps"),
    "objective's Recommendation": (
        M01,
        "[2]\n    audiences: [senior]\nsteps",
        "[▸3]\n    audiences: [senior]\nsteps",
    ),
    "workshop's audience": (WORKSHOP, "audience: senior", "audience: ▸senor"),
    "workshop's language": (PROGRAMME, "languages: [en, ru, kk]", "languages: [en, ru]"),
    "workshop's module": (WORKSHOP, "{module: M02}", "{module: ▸M03}"),
    "workshop's form": (
        WORKSHOP,
        "seed: 7\n",
        "seed: 7\nforms: [{form: ▸reactions}]\n",
    ),
    "workshop's step": (WORKSHOP, "[S6]", "[▸S7]"),
    "noted workshop": (DELIVERY, "workshop: two-days", "workshop: ▸two-day"),
    "noted module": (DELIVERY, "{day: 1, module: M01, step: S2", "{day: 1, module: ▸M03, step: S2"),
    "noted step": (DELIVERY, "step: S4", "step: ▸S9"),
    "plan's audience": (INTEGRATION, "audiences: [patrol]", "audiences: [patrol, ▸patrul]"),
    "lesson's module": (INTEGRATION, "module: M01, scenario: C1", "module: ▸M03, scenario: C1"),
    "lesson's step": (INTEGRATION, "[S2, S3]", "[S2, ▸S9]"),
    "lesson's step of another audience": (INTEGRATION, "[S2, S3]", "[S2, ▸S4]"),
    "lesson's scenario": (INTEGRATION, "scenario: C1", "scenario: ▸C3"),
    "lesson's handout": (INTEGRATION, "handouts: [H1], minutes", "handouts: [▸H3], minutes"),
    "programme's standard": (PROGRAMME, "standard: town-2020", "standard: ▸town-2021"),
    "programme's module": (PROGRAMME, "[M01, M02]", "[M01, M02, ▸M03]"),
    "hole's Recommendation": (PROGRAMME, "recommendation: 3", "recommendation: ▸4"),
    "hole's audience": (PROGRAMME, "audience: patrol", "audience: ▸patrole"),
    "standard's source": (STANDARD, "source: rpst", "source: ▸rpts"),
    "standard's part": (STANDARD, "part: II", "part: ▸III"),
    "standard's audience": (STANDARD, "{audience: senior,", "{audience: ▸senor,"),
    "term seen": (GLOSSARY, "see: [contact-point]", "see: [▸contact]"),
    "term's Recommendation": (GLOSSARY, "recommendations: [2]", "recommendations: [▸5]"),
    "term's source": (GLOSSARY, "source: rpst", "source: ▸rpts"),
    "link in a block": (M01, "[the second module](M02)", "[the second module](▸M22)"),
    "link in a plain text": (M02, "План без жителей", "[План](▸M05) без жителей"),
}


def _nowhere(name: str) -> Case:
    at = (WORKSHOP, "languages: [ru, ▸kk]") if name == "workshop's language" else None
    return Case("R102", (_NOWHERE[name],), "there is no ", "", at)


_CIRCLE = ((M01, "minutes: 90", "prerequisites: [▸M02]\nminutes: 90"),)
FAILING = {
    **{f"the id of a {word} twice": _twice(word) for word in TWICE},
    **{f"no such {name}": _nowhere(name) for name in _NOWHERE},
    "a circle of two": Case("R103", _CIRCLE, "M01 → M02 → M01", "Take one"),
    "a module that needs itself": Case(
        "R103", ((M02, "prerequisites: [M01]", "prerequisites: [M01, ▸M02]"),), "M02 → M02"
    ),
    "a module that is not listed": Case(
        "R104",
        ((PROGRAMME, "modules: [M01, M02]", "modules: [M01]"),),
        "does not list M02",
        "`modules:` in modules/curriculum.yaml",
        (M02, "id: ▸M02"),
    ),
    "a module listed twice": Case(
        "R104", ((PROGRAMME, "[M01, M02]", "[M01, M02, ▸M01]"),), "M01 is listed twice", "first"
    ),
}
PASSING = {
    "the same option in two questions": ("R101", ((M01, "{id: b, left", "{id: c, left"),)),
    "the same step in two modules": ("R101", ((M02, "- id: S2", "- id: S3"),)),
    "a link to an address": (
        "R102",
        ((M01, "[the second module](M02)", "[x](https://example.org/M99)"),),
    ),
    "a module seen again": ("R102", ((M01, "(M02) for", "(M01) for"),)),
    "a module after another": ("R103", ((M02, "prerequisites: [M01]", "prerequisites: [M01]"),)),
    "another order": ("R104", ((PROGRAMME, "[M01, M02]", "[M02, M01]"),)),
}


@pytest.mark.parametrize("name", FAILING)
def test_a_wrong_reference_is_pointed_at(project: Project, name: str) -> None:
    assert_found(project, FAILING[name])


@pytest.mark.parametrize("name", PASSING)
def test_a_right_reference_passes(project: Project, name: str) -> None:
    assert_silent(project, *PASSING[name])


def test_the_first_use_of_an_id_is_shown_with_the_second(project: Project) -> None:
    project.replace(M01, "- id: O3\n", "- id: O1\n")
    (diagnostic,) = project.report(select=("R101",)).diagnostics
    ((file, span, message),) = diagnostic.related
    assert (file, message) == (M01, "first used here")
    assert (span.line, span.column) == (project.read(M01).split("\n").index("  - id: O1") + 1, 9)


def test_the_nearest_name_is_offered(project: Project) -> None:
    project.replace(M01, "terms: [ground]", "terms: [groud]")
    (diagnostic,) = project.report(select=("R102",)).diagnostics
    assert diagnostic.help == "Did you mean “ground”?"


graphs = st.dictionaries(
    st.integers(1, 8), st.lists(st.integers(1, 9), max_size=4, unique=True), max_size=8
)


def has_circle(needs: dict[int, list[int]]) -> bool:
    """Whether something is left when all that waits for nothing is taken away, again and again."""
    left = dict(needs)
    while free := [each for each in left if not set(left[each]) & set(left)]:
        for each in free:
            del left[each]
    return bool(left)


@given(graphs)
def test_a_circle_is_reported_if_and_only_if_there_is_one(needs: dict[int, list[int]]) -> None:
    model = part_of(M01)
    assert isinstance(model, Module)
    files = {
        f"modules/{number}.yaml": model.model_copy(
            update={"id": f"M0{number}", "prerequisites": tuple(f"M0{each}" for each in wanted)}
        )
        for number, wanted in needs.items()
    }
    files["modules/curriculum.yaml"] = part_of(PROGRAMME)  # type: ignore[assignment]
    assert prerequisites_do_not_circle.check is not None
    subject = Subject(Curriculum(files), {}, CASES)
    found = list(prerequisites_do_not_circle.check(subject))
    assert bool(found) == has_circle(needs)
    for each in found:
        circle = each.message.rpartition(": ")[2].split(" → ")
        assert circle[0] == circle[-1]
        steps = [(int(a[1:]), int(b[1:])) for a, b in itertools.pairwise(circle)]
        assert all(after in needs[before] for before, after in steps)


def test_two_circles_are_two_findings(project: Project) -> None:
    text = project.read(M02)
    project.write("modules/M03.yaml", text.replace("id: M02", "id: M03").replace("[M01]", "[M03]"))
    project.replace(M01, "minutes: 90", "prerequisites: [M02]\nminutes: 90")
    found = project.report(select=("R103",)).diagnostics
    assert [each.file for each in found] == [M01, "modules/M03.yaml"]
    assert place(found[0]) == project.place(M01, "[▸M02]\nminutes")
