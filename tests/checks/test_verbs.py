"""O and P: one verb that can be observed, of a level that fits, in three languages."""

from __future__ import annotations

import pytest
from curriculum_cli.checks.verbs import VerbFinder
from curriculum_cli.model.verbs import VerbsOfLanguage

from ..project import M01, M02, VERBS, Project, shown
from .cases import Case, assert_found, assert_silent

_GREET = "Greet a person with the reason"
_O2 = "    text: State the ground for a stop in one sentence about behaviour\n"
_REFLECT = "    text: Reflect on a stop of one's own\n    domain: attitude\n    level: respond\n"
_ATTITUDE = (M01, _O2 + "    domain: skill\n    level: apply\n", _REFLECT)
_IN_KAZAKH = (M02, "language: ru", "language: kk")
_THREE = (
    ("Составить план встречи с жителями из пяти пунктов", "Кездесуді {}"),
    ("Назвать четыре шага, по которым составляют план", "Қадамдарды {}"),
    ("Объяснить, почему план без жителей остаётся бумагой", "Жоспарды {}"),
)


def _kazakh(*verbs: str) -> tuple[tuple[str, str, str], ...]:
    changes = [(M02, old, new.format(verb)) for (old, new), verb in zip(_THREE, verbs, strict=True)]
    return (_IN_KAZAKH, *changes)


FAILING = {
    "a verb that nobody can see": Case(
        "O106",
        ((M01, _GREET, "▸Know the reason"),),
        "“Know” in objective O1 cannot be observed",
        "Write “list” or “explain”.",
    ),
    "a verb of several words that nobody can see": Case(
        "O106", ((M01, _GREET, "▸Be aware of the reason"),), "“Be aware of” in objective O1"
    ),
    "a Russian verb that nobody can see": Case(
        "O106", ((M02, "Объяснить, почему", "▸Понимать, почему"),), "“Понимать”", "«объяснить»"
    ),
    "a Kazakh verb that nobody can see": Case(
        "O106",
        _kazakh("көрсету", "▸түсіну", "түсіндіру"),
        "“түсіну” in objective O2",
        "«түсіндіру»",
    ),
    "no verb of the list": Case(
        "O107",
        ((M01, _GREET, "▸Improve contacts"),),
        "objective O1 is not built on a verb of the list",
        "such as “greet”, “state”, “carry out”; or add a verb to modules/verbs.yaml",
    ),
    "a verb that only begins like one of the list": Case(
        "O107", ((M01, _GREET, "▸Stated reasons"),), "objective O1 is not built on a verb"
    ),
    "a Kazakh objective without its verb at the end": Case(
        "O107",
        (*_kazakh("көрсету", "көрсету", "көрсету")[:3], (M02, _THREE[2][0], "▸Көрсету жоспары")),
        "objective O3 is not built on a verb",
    ),
    "two verbs": Case(
        "O108",
        ((M01, _GREET, "Greet a person and ▸state the reason"),),
        "objective O1 has a second verb, “state”",
        "an objective of its own",
    ),
    "two Russian verbs": Case(
        "O108",
        ((M02, "Назвать четыре шага", "Назвать четыре шага и ▸провести встречу"),),
        "“провести”",
    ),
    "two Kazakh verbs": Case(
        "O108", _kazakh("▸көрсету және түсіндіру", "көрсету", "көрсету"), "“көрсету”"
    ),
    "a verb of another level": Case(
        "O109",
        (
            (M01, _GREET, "List five reasons"),
            (
                M01,
                "seconds\n    domain: skill\n    level: apply",
                "s\n    domain: knowledge\n    level: ▸analyse",
            ),
        ),
        "“List” in O1 is a verb of the level remember, not of analyse",
        "Write `level: remember`, or use a verb such as “review”.",
    ),
    "a verb that its domain has at no level": Case(
        "O109",
        ((M01, _GREET, "List five reasons"),),
        "“List” in O1 is a verb of the level remember, not of apply",
        "Use a verb such as “greet”, “state”, “carry out”.",
        (M01, "seconds\n    domain: skill\n    level: ▸apply"),
    ),
    "a level that the domain cannot have": Case(
        "O110",
        ((M01, "seconds\n    domain: skill", "seconds\n    domain: knowledge"),),
        "objective O1, of the domain knowledge, cannot have the level apply",
        "Write one of remember, understand, analyse, evaluate, or `domain: skill`.",
        (M01, "seconds\n    domain: knowledge\n    level: ▸apply"),
    ),
    "an attitude with a verb of skill": Case(
        "P106",
        (_ATTITUDE, (M01, "Reflect on a stop", "▸State a stop")),
        "“State” in O2 is not a verb of attitudes",
        "Use one such as “reflect on”, “respond respectfully”",
    ),
}
PASSING = {
    "a verb of another language": ("O106", ((M02, "Объяснить, почему", "Know почему"),)),
    "a verb that was added to the list": (
        "O107",
        ((VERBS, "[review]", "[review, improve]"), (M01, _GREET, "Improve contacts")),
    ),
    "a noun that looks like a verb": (
        "O108",
        ((M01, _GREET, "Greet a person and plan of the day"),),
    ),
    "a verb with a comma behind it": ("O107", ((M01, _GREET, "Greet, with a smile, a person"),)),
    "a verb of two levels": (
        "O109",
        (
            (VERBS, "[name, list]", "[name, list, explain]"),
            (
                M01,
                "minute\n    domain: knowledge\n    level: understand",
                "m\n    domain: knowledge\n    level: remember",
            ),
        ),
    ),
    "an attitude at a level of attitudes": ("O110", (_ATTITUDE,)),
    "an attitude that is reflected on": ("P106", (_ATTITUDE,)),
    "Kazakh verbs at the end": ("O106", _kazakh("көрсету", "түсіндіру.", "көрсету")),
}


@pytest.mark.parametrize("name", FAILING)
def test_verbs_that_do_not_serve_are_pointed_at(project: Project, name: str) -> None:
    assert_found(project, FAILING[name])


@pytest.mark.parametrize("name", PASSING)
def test_verbs_that_serve_are_left_alone(project: Project, name: str) -> None:
    assert_silent(project, *PASSING[name])


def test_without_a_list_no_verb_is_judged(project: Project) -> None:
    project.path(VERBS).unlink()
    project.replace(M01, _GREET, "Know the reason and state it")
    assert shown(project.report(select=("O106", "O107", "O108", "O109", "P106")).diagnostics) == ""


def test_the_longest_verb_counts() -> None:
    entry = {"level": "apply", "verbs": ["carry", "carry out"]}
    finder = VerbFinder(
        VerbsOfLanguage.model_validate(
            {"language": "en", "stands": "first", "joined_by": ["and"], "observable": [entry]}
        )
    )
    verb = finder.main("Carry  out a check")
    assert verb is not None
    assert (verb.text, verb.levels) == ("Carry  out", ("apply",))
    assert finder.second("Carry on") is None
