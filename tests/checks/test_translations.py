"""L1: translations that are missing, old, unread, or say something else than their source."""

from __future__ import annotations

import pytest
from curriculum_cli.diagnostics import Profile, Severity

from ..project import M01, M02, PROGRAMME, Project, only, place, shown
from .cases import Case, Edit, assert_found, assert_silent

KK = "modules/locale/kk/M01-first-contact.po"
KK_TERMS = "modules/locale/kk/glossary.po"
RU = "modules/locale/ru/M01-first-contact.po"


def po(*entries: str, language: str = "kk", headers: str = "") -> str:
    """A PO file with these entries; the header is its first message."""
    head = f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n{headers}'
    return "\n\n".join((head, *entries)) + "\n"


def entry(context: str, source: str, text: str, before: str = "") -> str:
    return f'{before}msgctxt "{context}"\nmsgid "{source}"\nmsgstr {text}'


TITLE = ("M01.title", "The first minute of a contact")
RULES = ("M01.steps.S2.content", "The ground is *behaviour*, as item 2 says.")
HEADING = ("M01.steps.S2.content", "## Rule one")
LINK = (
    "M01.steps.S1.trainer",
    "Begin with yourself. See [the second module](M02) for the follow-up.",
)
PICTURE = (
    "M01.steps.S1.content",
    "![A path with three stations: greet, explain, listen](figures/path.svg)",
)
TEST = ("M01.steps.S6.content", "The test has seven questions in two modules.")
NIGHT = ("M01.assessment.Q3.situation", "At 22:40 a woman stands before a closed shop and cries.")
GROUND = ("glossary.terms.ground.term", "ground for a stop")
STEM = ("M01.assessment.Q1.stem", "Which of these is a ground for a stop?")


def kk(*entries: str) -> Edit:
    return (KK, "", po(*entries))


FAILING = {
    "a line that is not PO": Case(
        "L101", ((KK, "", po(entry(*TITLE, '"x"'), "▸msgstr without quotes")),), "neither a comment"
    ),
    "a string that is not closed": Case(
        "L101", ((KK, "", po(entry(*TITLE, "x").replace("msgstr x", '▸msgstr "x'))),), "neither"
    ),
    "a string that stands twice": Case(
        "L101",
        ((KK, "", po(entry(*TITLE, '"x"'), "▸" + entry(*TITLE, '"y"'))),),
        "this string stands twice",
    ),
    "a header of another language": Case(
        "L101",
        ((KK, "", po(entry(*TITLE, '"x"')).replace('"Language: kk', '▸"Language: ru')),),
        "the header says `Language: ru`, the folder is modules/locale/kk",
    ),
    "a language of no programme": Case(
        "L101",
        (("modules/locale/kz/M01-first-contact.po", "", "▸" + po()),),
        "no language “kz”",
        "kk",
    ),
    "a translation of nothing": Case(
        "L101",
        (("modules/locale/kk/M01-first-contakt.po", "", "▸" + po()),),
        "there is no modules/M01-first-contakt.yaml",
        "Did you mean “M01-first-contact.yaml”?",
    ),
    "a text that has changed since": Case(
        "L104",
        ((KK, "", po(entry(TITLE[0], "The first two minutes", '▸"Алғашқы минуттар"'))),),
        "1 string made from a text that is no more; the first, M01.title, has changed",
        "Compare with modules/M01-first-contact.yaml",
    ),
    "a text that is gone": Case(
        "L104",
        ((KK, "", po(entry("M01.steps.S9.title", "Coffee", '▸"Кофе"'))),),
        "M01.steps.S9.title, is gone",
    ),
    "a fuzzy string": Case(
        "L105",
        ((KK, "", po(entry(*TITLE, '▸"Алғашқы минут"', "#, fuzzy\n"))),),
        "1 string of 1 marked fuzzy",
    ),
    "a string that nobody has read": Case(
        "L106",
        ((KK, "", po(entry(*TITLE, '▸"Алғашқы минут"'))),),
        "1 string of 1 read by no named person",
        "X-Reviewed-By",
    ),
    "a string that came after the review": Case(
        "L106",
        (
            (
                KK,
                "",
                po(
                    entry(*TITLE, '"Алғашқы минут"'),
                    entry(*TEST, '▸"Тестте жеті сұрақ бар."', "# unreviewed\n"),
                    headers='"X-Reviewed-By: Town school, 2026-11-01\\n"',
                ),
            ),
        ),
        "1 string of 2 read by no named person",
    ),
    "italics left out": Case(
        "L107",
        (kk(entry(*RULES, '▸"Негіз – мінез-құлық, 2-тармақта айтылғандай."')),),
        "the markup differs from the source; missing: italics",
        "Source: The ground is *behaviour*, as item 2 says.",
    ),
    "a heading that became text": Case(
        "L107", (kk(entry(*HEADING, '▸"Бірінші ереже"')),), "missing: heading `##`"
    ),
    "a link that leads elsewhere": Case(
        "L107",
        (kk(entry(*LINK, '▸"Өзіңізден бастаңыз. [Екінші модуль](M01)."')),),
        "missing: link to M02; too much: link to M01",
    ),
    "a picture left out": Case(
        "L107", (kk(entry(*PICTURE, '▸"Үш аялдамалы жол"')),), "missing: picture figures/path.svg"
    ),
    "another number": Case(
        "L108",
        (kk(entry(*RULES, '▸"Негіз – *мінез-құлық*, 3-тармақта айтылғандай."')),),
        "missing: 2; too much: 3",
    ),
    "another time of day": Case(
        "L108",
        (kk(entry(*NIGHT, '▸""\n"22:14-те бір әйел "\n"жабық дүкен алдында жылап тұр."')),),
        "missing: 22.40; too much: 22.14",
    ),
    "another word for a term": Case(
        "L109",
        (
            (KK_TERMS, "", po(entry(*GROUND, '"тоқтату негізі"'))),
            kk(entry(*STEM, '▸"Мыналардың қайсысы – ұстау себебі?"')),
        ),
        "translates “ground for a stop” as “тоқтату негізі”; here it does not occur",
    ),
    "a copy of the source": Case(
        "L110",
        (kk(entry(*TEST, '▸"The test has seven questions in two modules."')),),
        "1 string copied from the source; the first is M01.steps.S6.content",
    ),
}

PASSING = {
    "a file that can be read": ("L101", (kk(entry(*TITLE, '"x"')),)),
    "the same words under two names": (
        "L101",
        (kk(entry("M01.a", "Tea", '"Шай"'), entry("M01.b", "Tea", '"Шай"')),),
    ),
    "no translation of a draft": ("L102", ()),
    "a language that nobody has begun with": ("L103", ()),
    "a text as it stands": ("L104", (kk(entry(*TITLE, '"Алғашқы минут"')),)),
    "a certain string": ("L105", (kk(entry(*TITLE, '"Алғашқы минут"')),)),
    "a string that somebody has read": (
        "L106",
        (
            (
                KK,
                "",
                po(entry(*TITLE, '"x"'), headers='"X-Reviewed-By: Town school, 2026-11-01\\n"'),
            ),
        ),
    ),
    "the same markup in another order": (
        "L107",
        (kk(entry(*LINK, '"[Екінші модульді](M02) қараңыз. Өзіңізден бастаңыз."')),),
    ),
    "the same number with an ending": (
        "L108",
        (kk(entry(*RULES, '"2-тармақта айтылғандай, негіз – *мінез-құлық*."')),),
    ),
    "numbers as another language writes them": (
        "L108",
        (kk(entry("M01.x", "1,000 of 2.5 in M10-C1", '"M10-C1: 1 000 және 2,5"')),),
    ),
    "a term with an ending": (
        "L109",
        (
            (KK_TERMS, "", po(entry(*GROUND, '"тоқтату негізі"'))),
            kk(entry(*STEM, '"Мыналардың қайсысы тоқтатуға негіз болады?"')),
        ),
    ),
    "a name that stays as it is": ("L110", (kk(entry("M01.x", "OSCE HCNM", '"OSCE HCNM"')),)),
}


@pytest.mark.parametrize("name", FAILING)
def test_a_translation_that_does_not_fit_is_pointed_at(project: Project, name: str) -> None:
    assert_found(project, FAILING[name])


@pytest.mark.parametrize("name", PASSING)
def test_a_translation_that_fits_is_left_alone(project: Project, name: str) -> None:
    assert_silent(project, *PASSING[name])


def test_a_language_without_any_translation_is_one_finding(project: Project) -> None:
    report = project.outcome(profile=Profile.REVIEW, select=("L",)).report
    assert [each.code for each in report.diagnostics] == ["L102", "L102"]
    assert {each.file for each in report.diagnostics} == {PROGRAMME}
    assert "nothing is translated into Russian" in report.diagnostics[0].message
    assert place(report.diagnostics[0]) == project.place(PROGRAMME, "languages: [en, ▸ru, kk]")


def test_what_is_missing_is_one_finding_for_each_file_and_language(project: Project) -> None:
    project.write(KK, po(entry(*TITLE, '"Алғашқы минут"')))
    report = project.report(select=("L103",))
    files = [each.file for each in report.diagnostics]
    assert len(files) == len(set(files)) > 5, shown(report.diagnostics)
    first = next(each for each in report.diagnostics if each.file == M01)
    assert "not translated into Kazakh, the first is M01.prepared_by" in first.message
    assert place(first) == project.place(M01, "prepared_by: ▸Test writers")
    assert first.help == f"Translate in {KK}."


def test_a_file_written_in_a_language_needs_no_translation_into_it(project: Project) -> None:
    project.write(RU, po(entry(*TITLE, '"Первая минута"'), language="ru"))
    assert M02 not in {each.file for each in project.report(select=("L103",)).diagnostics}


def test_a_translation_is_judged_like_its_module(project: Project) -> None:
    project.write(KK, po(entry(*TITLE, '"x"', "#, fuzzy\n")))
    assert only(project.report(select=("L105",))).severity is Severity.INFO
    project.replace(M01, "status: draft", "status: reviewed")
    assert only(project.report(select=("L105",))).severity is Severity.WARNING


def test_a_po_file_that_is_no_text_is_a_finding_of_form(project: Project) -> None:
    project.write(KK, b'msgid ""\nmsgstr "\xcf\xee"\n')
    diagnostic = only(project.report(select=("Y",)))
    assert (diagnostic.file, diagnostic.code) == (KK, "Y107")
