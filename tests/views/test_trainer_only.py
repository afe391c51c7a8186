"""Nothing a participant must not see occurs in anything a participant gets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from curriculum_cli.model.assessment import (
    Checklist,
    Essay,
    MultipleChoice,
    ShortAnswer,
)
from curriculum_cli.model.module import Module
from curriculum_cli.views.edition import Edition
from curriculum_cli.views.lesson_plan import lesson_plan
from curriculum_cli.views.participant_handbook import participant_handbook

from tests.editions import LANGUAGES, ROOT, bodies, edition
from tests.project import CASES

PROJECTS = {"small": CASES / "project", "embedded": ROOT}


def trainer_only(module: Module) -> Iterator[str]:
    """Every text of a module that is for the trainer alone, or for one player."""
    for step in module.steps:
        yield from filter(None, (step.trainer,))
    for scenario in module.scenarios:
        yield from filter(None, (scenario.setup, scenario.facilitator))
        yield from (role.secret for role in scenario.roles if role.secret)
        yield from (role.card for role in scenario.roles)
        yield from (question.question for question in scenario.debrief)
        yield from (behaviour.text for behaviour in scenario.observer)
    yield from (each.answers for each in module.handouts if each.answers)
    for item in module.assessment:
        yield from filter(None, (item.feedback,))
        if isinstance(item, MultipleChoice):
            yield from (option.feedback for option in item.options if option.feedback)
        if isinstance(item, ShortAnswer):
            yield item.answer
        if isinstance(item, Essay):
            yield from item.criteria
        if isinstance(item, Checklist):
            yield from item.checks


def sentences(text: str) -> Iterator[str]:
    """Pieces long enough to be told from common phrases, in plain letters."""
    for piece in re.split(r"[.!?:;|\n]+", text):
        plain = words(piece)
        if len(plain) >= 24:
            yield plain


def words(text: str) -> str:
    """Letters and digits only, so that markup and line breaks make no difference."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def open_texts(module: Module) -> str:
    """What the module gives to participants, where a sentence may well stand too."""
    parts = [module.reading or "", *module.key_points, *(h.body for h in module.handouts)]
    parts += [objective.text for objective in module.objectives]
    parts += [text for s in module.scenarios for text in (s.background, s.task or "")]
    parts += [f"{item.situation or ''} {item.stem}" for item in module.assessment]
    parts += [o.text for i in module.assessment if isinstance(i, MultipleChoice) for o in i.options]
    parts += [
        s for i in module.assessment for p in getattr(i, "pairs", ()) for s in (p.left, p.right)
    ]
    return words(" . ".join(parts))


def secrets(edition: Edition) -> set[str]:
    """Sentences for the trainer alone, without those that participants may read elsewhere."""
    found: set[str] = set()
    shared = " . ".join(open_texts(module) for module in edition.modules)
    shared += words(" . ".join(each.definition for each in edition.curriculum.terms.values()))
    forms = edition.curriculum.handbook.forms if edition.curriculum.handbook else ()
    shared += words(" . ".join(form.intro or "" for form in forms))
    for module in edition.modules:
        for text in trainer_only(module):
            found.update(each for each in sentences(text) if each not in shared)
    return found


def participant_texts(edition: Edition) -> str:
    """All that participants get: their handbook, and the open sheets of every lesson plan."""
    html: list[str] = list(bodies(edition, participant_handbook(edition)).values())
    for module in edition.modules:
        document = lesson_plan(edition, module)
        open_sheets = {leaf.id for leaf in document.leaves if not leaf.trainer_only}
        html += [body for leaf, body in bodies(edition, document).items() if leaf in open_sheets]
    return words(unescape(re.sub(r"<[^>]*>", " ", " ".join(html))))


def leaks(secret: set[str], text: str) -> list[str]:
    return sorted(each for each in secret if each in text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("root", PROJECTS.values(), ids=PROJECTS)
def test_participants_get_nothing_of_the_trainers(root: Path, language: str) -> None:
    shown = edition(root, language)
    secret = secrets(shown)
    assert len(secret) > 10
    assert leaks(secret, participant_texts(shown)) == []


def test_a_planted_secret_is_found() -> None:
    shown = edition(CASES / "project")
    module = next(each for each in shown.modules if any(s.trainer for s in each.steps))
    told = next(step.trainer for step in module.steps if step.trainer)
    planted = words(participant_texts(shown) + " " + told)
    assert leaks(secrets(shown), planted)


def test_a_trainers_sheet_says_so_and_no_other_does() -> None:
    shown = edition(CASES / "project")
    mark, observers = shown.t("mark.trainer-only"), shown.t("mark.observer")
    for module in shown.modules:
        document = lesson_plan(shown, module)
        html = bodies(shown, document)
        for leaf in document.leaves:
            assert (observers in html[leaf.id]) == (leaf.template == "observer.html"), leaf.id
            if leaf.template not in ("cards.html", "observer.html"):
                assert (mark in html[leaf.id]) == leaf.trainer_only, leaf.id
