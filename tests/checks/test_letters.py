"""L2: letters of one script and of the right language, and texts in their language."""

from __future__ import annotations

import pytest
from curriculum_cli.checks.languages import language_of

from ..project import GLOSSARY, M01, M02, SOURCES, WORDING, Project
from .cases import Case, assert_found, assert_silent
from .test_translations import KK, TEST, entry, po

FAILING = {
    "a Latin letter in a Russian word": Case(
        "L201",
        ((M02, "Чей это план", "Чей это пл▸aн"),),  # the Latin one
        "“a” in “плaн” is a Latin letter among others",
        "Type the word anew: план.",
    ),
    "a Cyrillic letter in an English word": Case(
        "L201", ((M01, "title: Two rules", "title: Two rul▸еs"),), "is a Cyrillic letter", "rules"
    ),
    "a Latin i in a Kazakh word": Case(
        "L201",
        ((KK, "", po(entry(*TEST, '"Тестте жет▸i сұрақ бар."'))),),
        "“i” in “жетi” is a Latin letter",
        "жеті",
    ),
    "a Latin preposition": Case(
        "L201", ((M02, "План без жителей", "План ▸c людьми без жителей"),), "between Cyrillic words"
    ),
    "a Kazakh letter in a Russian text": Case(
        "L202",
        ((M02, "План без жителей", "План без ▸қарындаш"),),
        "Russian has no letter “қ”, as in “қарындаш”",
    ),
    "a Ukrainian letter in a Kazakh text": Case(
        "L202", ((KK, "", po(entry(*TEST, '"Тест ба▸їр"'))),), "Kazakh has no letter “ї”"
    ),
    "Russian in a Kazakh translation": Case(
        "L203",
        ((KK, "", po(entry(*TEST, '"▸В тесте семь вопросов по двум модулям."'))),),
        "this text is Russian; it should be Kazakh",
    ),
    "English in a Kazakh translation": Case(
        "L203",
        ((KK, "", po(entry(*TEST, '"▸Seven questions in the test."'))),),
        "this text is English",
    ),
    "Kazakh in a Russian file": Case(
        "L203",
        ((M02, "Не спорить; записать всё.", "▸Дауласпаңыз, бәрін жазып алыңыз."),),
        "this text is Kazakh; it should be Russian",
    ),
    "Russian in an English file": Case(
        "L203",
        (
            (
                M01,
                "Stop when voices rise a second time.",
                "▸Остановить, когда голоса станут громче.",
            ),
        ),
        "this text is Russian; it should be English",
    ),
}
PASSING = {
    "a Latin word beside Russian ones": ("L201", ((M02, "План без", "План PDF-файла без"),)),
    "a word that only looks strange": ("L201", ((M02, "План без", "План SMSки без"),)),
    "a Russian word in an English text": ("L201", ((M01, "Two rules", "Two сор rules"),)),
    "Russian letters in Kazakh": (
        "L202",
        ((KK, "", po(entry(*TEST, '"Объект, цирк, эхо, съезд"'))),),
    ),
    "a Kazakh word in quotation marks": ("L202", ((M02, "План без", "План «қала» без"),)),
    "Russian quoted in an English file": (
        "L203",
        ((M01, "Stop when voices rise", "“Что вы здесь делаете?” Stop when voices rise"),),
    ),
    "the words of the list of words": ("L203", ((WORDING, "люди, жители", "люди или жители"),)),
    "a title as its author wrote it": (
        "L203",
        ((SOURCES, "sources:", "sources: # x"), (GLOSSARY, "term: contact point", "term: contact")),
    ),
}


@pytest.mark.parametrize("name", FAILING)
def test_letters_and_languages_that_are_wrong_are_pointed_at(project: Project, name: str) -> None:
    assert_found(project, FAILING[name])


@pytest.mark.parametrize("name", PASSING)
def test_letters_and_languages_that_are_right_are_left_alone(project: Project, name: str) -> None:
    assert_silent(project, *PASSING[name])


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Полиция не может отказать в приёме заявления.", "ru"),
        ("Опишите план одной встречи.", "ru"),
        ("Полиция арызды қабылдаудан бас тарта алмайды.", "kk"),
        ("Бір кездесудің жоспарын сипаттаңыз.", "kk"),
        ("Кадр бар. Адам бар. Орын жоқ.", "kk"),
        ("Транслитерация, конституция, организация", None),
        ("Дата, время", None),
        ("Да, не да", None),
        ("The police may not refuse a report.", "en"),
        ("", None),
    ],
)
def test_a_language_is_told_or_left_open(text: str, language: str | None) -> None:
    assert language_of(text) == language
