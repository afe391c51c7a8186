"""L and G: translations, letters and languages, words to avoid and what must be said."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from .mutation import M10, PROGRAMME, WORDING, Edit, Mutation
from .real import Real, assert_only_this

KAZAKH = "modules/locale/kk/M10-stops-without-profiling.po"
TITLE = "Stops, checks and searches without profiling"
ORDER = "**Алты бөлік**, мына ретпен:"
DIARY = "Соңғы 3 минут: әркім келесі тексерудің күні мен орнын күнделікке жазады."
_DIARY = "Last 3 minutes: each writes in the diary the day and place of the next spot-check."
_ATTITUDE = "whom to stop\n    domain: attitude\n    level: respond"
ARMBAND = "Рөлдік ойындағы қызметкерлерді белгілейтін жеңбау немесе кеудеше"


def _po(language: str, *entries: tuple[str, str, str]) -> str:
    """A PO file that a named person has read."""
    head = (
        f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n"X-Reviewed-By: Academy, 2026-11-22\\n"\n'
    )
    return head + "".join(
        f'\nmsgctxt "{context}"\nmsgid "{source}"\nmsgstr "{text}"\n'
        for context, source, text in entries
    )


BEGUN: tuple[Edit, ...] = (
    (
        KAZAKH,
        "",
        _po(
            "kk",
            ("M10.title", TITLE, "Профильдеусіз тоқтату, тексеру және тінту"),
            ("M10.steps.S5.content", "**Six parts**, in this order:", ORDER),
            (
                "M10.steps.S9.trainer",
                _DIARY,
                DIARY,
            ),
            (
                "M10.materials.armband.text",
                "Armband or vest that marks the officers in the role-play",
                ARMBAND,
            ),
        ),
    ),
    (
        "modules/locale/kk/glossary.po",
        "",
        _po("kk", ("glossary.terms.role-play.term", "role-play", "рөлдік ойын")),
    ),
    (
        "modules/locale/ru/glossary.po",
        "",
        _po("ru", ("glossary.terms.role-play.term", "role-play", "ролевая игра")),
    ),
)
"""A translator has begun: two languages, all that is there fits and has been read."""


def _delete_the_kazakh(root: Path) -> None:
    shutil.rmtree(root / "modules/locale/kk")


def _translated(code: str, old: str, new: str, *follows: str) -> Mutation:
    """One string of the Kazakh file is spoilt."""
    return Mutation(code, ((KAZAKH, old, new),), follows=follows, given=BEGUN)


MUTATIONS = (
    _translated("L101", '"Language: kk', '▸"Language: ru'),
    Mutation("L102", (_delete_the_kazakh,), (PROGRAMME, "languages: [en, ru, ▸kk]"), given=BEGUN),
    Mutation(
        "L103",
        ((KAZAKH, "Профильдеусіз тоқтату, тексеру және тінту", ""),),
        (M10, f"title: ▸{TITLE}"),
        given=BEGUN,
    ),
    Mutation(
        "L104",
        ((M10, f"title: {TITLE}", "title: Stops and searches without profiling"),),
        (KAZAKH, f'msgid "{TITLE}"\nmsgstr ▸"'),
        ("L103",),
        BEGUN,
    ),
    _translated(
        "L105",
        f'msgctxt "M10.title"\nmsgid "{TITLE}"\nmsgstr "',
        f'#, fuzzy\nmsgctxt "M10.title"\nmsgid "{TITLE}"\nmsgstr ▸"',
    ),
    _translated(
        "L106",
        f'msgctxt "M10.title"\nmsgid "{TITLE}"\nmsgstr "',
        f'# unreviewed\nmsgctxt "M10.title"\nmsgid "{TITLE}"\nmsgstr ▸"',
    ),
    _translated("L107", f'"{ORDER}"', '▸"Алты бөлік, мына ретпен:"'),
    _translated("L108", '"Соңғы 3 минут', '▸"Соңғы 5 минут'),
    _translated("L109", f'"{ARMBAND}', '▸"Сахналаудағы қызметкерлерді белгілейтін кеудеше'),
    _translated("L110", '"Профильдеусіз тоқтату, тексеру және тінту', f'▸"{TITLE}'),
    Mutation("L201", ((M10, f"title: {TITLE}", "title: St▸оps without profiling"),)),
    Mutation(
        "L202",
        (
            (
                WORDING,
                "Такой национальности нет. Выр",
                "Такой национальности нет. Выражение ▸қазір. Выр",
            ),
        ),
    ),
    Mutation(
        "L203",
        ((M10, f"title: {TITLE}", "title: ▸Остановки, проверки и досмотры без предубеждения"),),
    ),
    Mutation("G101", ((M10, "Give out slips.", "Speak of ▸criminal elements. Give out slips."),)),
    Mutation("G102", ((M10, "Give out slips.", "Recall ▸Major Ivanov. Give out slips."),)),
    Mutation(
        "G103",
        (
            (
                M10,
                "recommendations: [16]\nprerequisites",
                "recommendations: [16, 21]\nprerequisites",
            ),
            (
                M10,
                f"{_ATTITUDE}\n    recommendations: [16]",
                f"{_ATTITUDE}\n    recommendations: [16, 21]",
            ),
        ),
        (M10, f"title: ▸{TITLE}"),
    ),
)


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda each: each.code)
def test_a_slip_of_language_is_reported_alone(real: Real, mutation: Mutation) -> None:
    assert_only_this(real, mutation)
