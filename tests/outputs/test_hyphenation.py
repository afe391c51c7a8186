"""Kazakh words break between syllables."""

from __future__ import annotations

import pyphen
import pytest
from curriculum_cli.outputs.hyphenation import register_kazakh

WORDS = [
    "жат-тық-ты-ру-шы",
    "анық-та-ма-лы-ғы",
    "қа-ты-су-шы-лар-дың",
    "ба-ға-лау-дан",
    "Қа-зақс-тан",
    "қа-уіп-сіз-дік",
    "са-я-сат",
    "ми-нистр-лі-гі",
    "тә-уел-сіз-дік",
    "кем-сі-ту-ші-лік",
    "стра-на",
]


@pytest.fixture(autouse=True)
def kazakh() -> None:
    register_kazakh()


@pytest.mark.parametrize("word", WORDS)
def test_a_word_breaks_before_the_consonant_that_opens_a_syllable(word: str) -> None:
    assert pyphen.Pyphen(lang="kk").inserted(word.replace("-", "")) == word


def test_a_region_of_kazakh_is_kazakh() -> None:
    assert pyphen.Pyphen(lang="kk-KZ").inserted("бағалау") == "ба-ға-лау"


@pytest.mark.parametrize("word", ["стр", "БҰҰ", "ауыл", "іс"])
def test_no_part_is_without_a_vowel_or_shorter_than_two_letters(word: str) -> None:
    assert pyphen.Pyphen(lang="kk").inserted(word) == word


def test_russian_keeps_its_own_patterns() -> None:
    assert pyphen.Pyphen(lang="ru").inserted("объект") == "объ-ект"
