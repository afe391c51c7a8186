"""L: whether translations are there, fit the text they were made from, and have been read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from ..diagnostics import (
    ALWAYS_ERROR,
    ALWAYS_WARNING,
    INFO_THEN_WARNING,
    Levels,
    Severity,
    Where,
    did_you_mean,
)
from ..model.translatable import Block, translatable
from ..source.translations import FOLDER, Translation
from .rules import Finding, Reads, Subject, check

NOT_YET_IN_DRAFT = Levels(Severity.OFF, Severity.INFO, Severity.WARNING)
REMARK_UNTIL_PUBLISHED = Levels(Severity.INFO, Severity.INFO, Severity.WARNING)
NAMES = {"en": "English", "ru": "Russian", "kk": "Kazakh"}


class _Pair(NamedTuple):
    """A content file and a language it has to be translated into."""

    file: str
    language: str
    blocks: tuple[Block, ...]


def _pairs(subject: Subject) -> Iterator[_Pair]:
    """Every file that needs a translation into a language somebody has begun with."""
    curriculum = subject.curriculum
    begun = {each.language for each in subject.translations.files if each.entries}
    wanted = [each for each in curriculum.programme.languages if each in begun]
    for file, part in curriculum.files.items() if wanted else ():
        blocks = tuple(translatable(part))
        own = curriculum.language_of(part)
        yield from (_Pair(file, each, blocks) for each in wanted if blocks and each != own)


def _strings(count: int) -> str:
    return f"{count} string" if count == 1 else f"{count} strings"


@check("L101", ALWAYS_ERROR, Reads.OUTLINES)
def translations_can_be_read(subject: Subject) -> Iterator[Finding]:
    """A translation is a PO file of a declared language, beside the file that it translates.

    `modules/M10-stops.yaml` in Kazakh is `modules/locale/kk/M10-stops.po`.

    Why: What a program cannot find or read is not printed, and nobody is told.
    Bad:
        modules/locale/kazakh/M10.po
    Good:
        modules/locale/kk/M10-stops.po
    """
    languages = subject.curriculum.programme.languages
    for each in subject.translations.files:
        where = Where(each.file)
        if each.language not in languages:
            message = f"the programme has no language “{each.language}”"
            yield Finding(where, message, did_you_mean(each.language, languages))
            continue
        for span, message in each.mistakes:
            help = "Open it in an editor for PO files, or look for a quotation mark too few."
            yield Finding(where, message, help, span=span)
        if each.source_file not in subject.curriculum.files:
            stems = [name.removeprefix("modules/") for name in subject.curriculum.files]
            near = did_you_mean(each.source_file.removeprefix("modules/"), stems)
            message = f"there is no {each.source_file} that this would translate"
            yield Finding(where, message, near or "Give it the name of the content file.")


@check("L102", NOT_YET_IN_DRAFT, Reads.OUTLINES)
def declared_languages_are_begun(subject: Subject) -> Iterator[Finding]:
    """A language that the programme declares has translations.

    Drafts are not reminded: what still changes every day is translated later.

    Why: A handbook with Kazakh headings and English lessons is promised, not delivered.
    Bad:
        languages: [en, ru, kk]     # and no file in modules/locale/kk
    Good:
        languages: [en]             # until somebody translates
    """
    programme, file = subject.curriculum.programme, subject.curriculum.programme_file
    begun = {each.language for each in subject.translations.files if each.entries}
    for index, language in enumerate(programme.languages):
        if language != programme.language and language not in begun:
            yield Finding(
                Where(file, ("languages", index)),
                f"nothing is translated into {NAMES[language]}: documents in it have its headings"
                f" and texts in {NAMES[programme.language]}",
                f"Put translations into {FOLDER}/{language}/, or take the language out.",
            )


@check("L103", INFO_THEN_WARNING)
def translations_are_complete(subject: Subject) -> Iterator[Finding]:
    """Every text has a translation, in each language that somebody has begun with.

    Why: A participant who reads Kazakh meets a paragraph of English in the middle of a task.
    Bad:
        msgstr ""
    Good:
        msgstr "Ашылу айналымы"
    """
    known = {
        (each.language, entry.context, entry.source)
        for each in subject.translations.files
        for entry in each.entries
        if entry.text
    }
    for pair in _pairs(subject):
        missing = [
            block
            for block in pair.blocks
            if (pair.language, block.context, block.text) not in known
        ]
        if missing:
            first = missing[0]
            yield Finding(
                Where(pair.file, first.path, offset=first.offset),
                f"{_strings(len(missing))} of {len(pair.blocks)} not translated into"
                f" {NAMES[pair.language]}, the first is {first.context}",
                f"Translate in {_po(pair.file, pair.language)}.",
            )


def _po(file: str, language: str) -> str:
    below = file.removeprefix("modules/").removesuffix(".yaml")
    return f"{FOLDER}/{language}/{below}.po"


@check("L104", INFO_THEN_WARNING)
def translations_are_current(subject: Subject) -> Iterator[Finding]:
    """A translation was made from the text as it stands today.

    Why: The English plan says 20 minutes, the Kazakh one still says 15.
    Bad:
        msgid "Take 15 minutes."     # the module now says: Take 20 minutes.
    Good:
        msgid "Take 20 minutes."
    """
    for each in subject.translations.files:
        part = subject.curriculum.files.get(each.source_file)
        if part is None:
            continue
        blocks = list(translatable(part))
        current = {(block.context, block.text) for block in blocks}
        contexts = {block.context for block in blocks}
        stale = [entry for entry in each.entries if entry.path not in current]
        if stale:
            first = stale[0]
            how = "has changed" if first.context in contexts else "is gone"
            yield Finding(
                Where(each.file, first.path),
                f"{_strings(len(stale))} made from a text that is no more; the first,"
                f" {first.context}, {how}",
                f"Compare with {each.source_file}, and translate anew what differs.",
            )


def _counted(
    subject: Subject, wanted: Callable[[Translation], bool], message: str, help: str
) -> Iterator[Finding]:
    """One finding for each file that has such strings, at the first of them."""
    for each in subject.translations.files:
        found = [entry for entry in each.entries if entry.text and wanted(entry)]
        if found:
            text = f"{_strings(len(found))} of {len(each.entries)} {message}"
            yield Finding(Where(each.file, found[0].path), text, help)


@check("L105", INFO_THEN_WARNING, Reads.FILE)
def translations_are_not_fuzzy(subject: Subject) -> Iterator[Finding]:
    """No translation is marked as a guess.

    Why: A fuzzy string is a proposal of the translator's program; it is not printed.
    Bad:
        #, fuzzy
        msgstr "Жабылу айналымы"
    Good:
        msgstr "Ашылу айналымы"
    """
    help = "Correct each and take its mark `fuzzy` off."
    return _counted(subject, lambda entry: entry.fuzzy, "marked fuzzy", help)


@check("L106", REMARK_UNTIL_PUBLISHED, Reads.FILE)
def translations_are_reviewed(subject: Subject) -> Iterator[Finding]:
    """A named person has read the translation.

    The header of the file says who: `X-Reviewed-By: name, year-month-day`. A string that came
    later carries the comment `# unreviewed`.

    Why: A slip in a key, a warning or a right reaches every participant of that language.
    Bad:
        # unreviewed
        msgstr "…"
    Good:
        "X-Reviewed-By: …, 2027-02-01"
    """
    help = (
        "When somebody has read them, write `X-Reviewed-By: name, year-month-day` in the header"
        " and take the comments `# unreviewed` out."
    )
    message = "read by no named person"
    return _counted(subject, lambda entry: not entry.reviewed, message, help)


@check("L110", ALWAYS_WARNING, Reads.FILE)
def translations_differ_from_their_source(subject: Subject) -> Iterator[Finding]:
    """A translation is not the source text over again.

    Why: Copied text counts as translated, and nobody looks at it a second time.
    Bad:
        msgid "Tell one contact in one sentence."
        msgstr "Tell one contact in one sentence."
    Good:
        msgstr "Бір кездесу туралы бір сөйлеммен айтып беріңіз."
    """
    for each in subject.translations.files:
        again = [entry for entry in each.entries if copied(entry)]
        if again:
            yield Finding(
                Where(each.file, again[0].path),
                f"{_strings(len(again))} copied from the source; the first is {again[0].context}",
                "Translate it, or leave `msgstr` empty until somebody does.",
            )


def copied(entry: Translation) -> bool:
    """Whether a translation is a sentence of its source, unchanged."""
    words = [word for word in entry.text.split() if word.isalpha()]
    return len(words) >= 3 and entry.text.strip() == entry.source.strip()
