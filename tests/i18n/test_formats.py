"""Dates, numbers, hours and alphabets of the three languages."""

from __future__ import annotations

import re
from datetime import date, time

import pytest
from curriculum_cli.i18n.formats import Formats
from curriculum_cli.i18n.sorting import sort_key

from tests.editions import catalogue


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "9 March 2027"), ("ru", "9 марта 2027\u202fг."), ("kk", "2027 ж. 9 наурыз")],
)
def test_a_date_is_written_in_words(language: str, text: str) -> None:
    written = Formats(catalogue(language)).day(date(2027, 3, 9))
    assert written.replace("\u202f", " ").replace("\xa0", " ") == text.replace("\u202f", " ")


@pytest.mark.parametrize(
    ("language", "text", "longer"),
    [
        ("en", "13–15 April 2027", "30 April 2027 – 2 May 2027"),
        ("ru", "13–15 апреля 2027 г.", "30 апреля 2027 г. – 2 мая 2027 г."),
        ("kk", "2027 ж. 13–15 сәуір", "2027 ж. 30 сәуір – 2027 ж. 2 мамыр"),
    ],
)
def test_days_of_one_month_name_it_once(language: str, text: str, longer: str) -> None:
    days = Formats(catalogue(language)).days
    found = days(date(2027, 4, 13), date(2027, 4, 15)), days(date(2027, 4, 30), date(2027, 5, 2))
    assert tuple(re.sub(r"\s", " ", each) for each in found) == (text, longer)
    one = days(date(2027, 4, 13), date(2027, 4, 13))
    assert one == Formats(catalogue(language)).day(date(2027, 4, 13))


def test_a_short_date_has_day_month_year() -> None:
    assert Formats(catalogue("kk")).day_short(date(2027, 3, 9)) == "09.03.2027"


@pytest.mark.parametrize(
    ("minutes", "length", "text"),
    [(180, 45, "4"), (165, 45, "3,7"), (45, 45, "1"), (67, 45, "1,5"), (900, 45, "20")],
)
def test_academic_hours_are_rounded_to_a_tenth(minutes: int, length: int, text: str) -> None:
    assert Formats(catalogue("ru")).academic_hours(minutes, length) == text


def test_a_clock_time_runs_over_midnight() -> None:
    formats = Formats(catalogue("en"))
    assert formats.clock(time(9, 0), 75) == "10:15"
    assert formats.clock(time(23, 30), 45) == "00:15"


def test_a_duration_has_hours_and_minutes() -> None:
    formats = Formats(catalogue("en"))
    assert formats.duration(45) == "45 min"
    assert formats.duration(120) == "2 h"
    assert formats.duration(150) == "2 h 30 min"


def test_kazakh_words_sort_in_the_order_of_the_kazakh_alphabet() -> None:
    words = [
        "іс",
        "үміт",
        "ұлт",
        "ыдыс",
        "өмір",
        "отбасы",
        "таң",
        "ңәз",
        "нан",
        "ғылым",
        "гүл",
        "Әділет",
        "ақ",
        "құқық",
        "кез",
        "һәм",
        "хат",
    ]
    assert sorted(words, key=lambda word: sort_key(word, "kk")) == (
        [
            "ақ",
            "Әділет",
            "гүл",
            "ғылым",
            "кез",
            "құқық",
            "нан",
            "ңәз",
            "отбасы",
            "өмір",
            "таң",
            "ұлт",
            "үміт",
            "хат",
            "һәм",
            "ыдыс",
            "іс",
        ]
    )
