"""G: words to avoid, names with rank or office, and the demands of the content pack."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from ..diagnostics import ALWAYS_WARNING, WARNING_THEN_ERROR, PathInFile, Related, Where
from ..model.content_rules import ContentRule, ContentRules, Offices
from ..model.module import Module
from ..model.reference_lists import Glossary, Sources, Wording, WordingEntry
from ..model.remember import remember
from .phrases import Phrase, quoted, within
from .rules import Finding, Reads, Subject, check
from .searched import ByWords, Searched, searched, searched_translation

_WORD = re.compile(r"\w+")

_WORDS_ARE_THE_SUBJECT = (Wording, Glossary, Sources, ContentRules)
"""Kinds of file that name words in order to explain them, or give titles as they are."""
_INITIALS = r"(?:[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]\. ?)"
_KAZAKH = r"[А-ЯЁӘҒҚҢӨҰҮҺІ][а-яёәғқңөұүһі]+"
_SURNAME = {
    "en": r"(?:[A-Z][a-z]{2,}|"
    rf"{_INITIALS}{{1,2}}[A-Z][a-z]+(?:[eo]v|in|ova|eva|ina|sky|bek|ly|ko|yan))",
    "ru": rf"{_INITIALS}{{0,2}}[А-ЯЁ][а-яё]+"
    r"(?:[оеё]в|ин|ын|ский|цкий|ко|ян|дзе|ова|ева|ина|ская)(?:а|у|ым|е|ой)?",
    "kk": rf"{_INITIALS}{{0,2}}{_KAZAKH}(?:[оеё]в|ин|ова|ева|ина|бай|бек|улы|ұлы|қызы)\w*",
}
"""What a surname looks like after a rank. In Russian and Kazakh the name of an office has a
capital letter too, and in English an initial may end a sentence; there only its ending tells."""


def _all_texts(subject: Subject) -> Iterator[tuple[str, Searched]]:
    """Texts of content and of translations, by file."""
    for file, part in subject.curriculum.files.items():
        if not isinstance(part, _WORDS_ARE_THE_SUBJECT):
            yield file, searched(part)
    for translated in subject.translations.files:
        source = subject.curriculum.files.get(translated.source_file)
        if not isinstance(source, _WORDS_ARE_THE_SUBJECT):
            yield translated.file, searched_translation(translated)


def _at(where: Where, match: re.Match[str]) -> Where:
    return Where(where.file, where.path, offset=match.start(), length=len(match[0]))


@check("G101", WARNING_THEN_ERROR, Reads.FILE)
def words_to_avoid_are_avoided(subject: Subject) -> Iterator[Finding]:
    """Words on the programme's list of words to avoid are not used.

    A word in quotation marks or italics is named and not used; the wording file, the glossary and
    the sources are left alone.

    Why: What a trainer reads out, an officer writes in a report and says at a counter.
    Bad:
        content: The market attracts criminal elements.
    Good:
        content: Eleven thefts were reported at the market in May.
    Source: modules/wording.yaml of each project.
    """
    wording = subject.curriculum.wording
    if wording is None:
        return
    file = subject.curriculum.file_of(wording)
    for name, texts in _all_texts(subject):
        likely: dict[int, list[_Avoid]] = {}
        phrases, by_words = _to_avoid(wording)
        for each in (phrases[number] for number in by_words.likely(texts.words)):
            for row in texts.rows_of(each[2]):
                likely.setdefault(row, []).append(each)
        for row in sorted(likely):
            text = texts.texts[row]
            yield from _avoided(Where(name, text.path), text.text, likely[row], file)


_Avoid = tuple[int, WordingEntry, Phrase]
"""An entry of the list with its place, and one of its phrases."""


@remember(1)
def _to_avoid(wording: Wording) -> tuple[tuple[_Avoid, ...], ByWords]:
    phrases = tuple(
        (index, entry, Phrase(words, entry.language))
        for index, entry in enumerate(wording.entries)
        for words in entry.avoid
    )
    return phrases, ByWords([phrase.whole_words for _, _, phrase in phrases])


def _avoided(where: Where, text: str, likely: Iterable[_Avoid], file: str) -> Iterator[Finding]:
    said: set[tuple[int, int]] = set()
    spans: list[tuple[int, int]] | None = None
    for index, entry, phrase in likely:
        for match in phrase.found_in(text):
            spans = quoted(text) if spans is None else spans
            if within(match.start(), spans) or (index, match.start()) in said:
                continue
            said.add((index, match.start()))
            related = (Related(Where(file, ("entries", index, "avoid")), "listed here"),)
            yield Finding(
                _at(where, match),
                f"“{' '.join(match[0].split())}” is a wording to avoid: {entry.why}",
                f"Write {entry.write}. Where the word itself is the subject, put it in quotation"
                " marks.",
                related,
            )


@check("G102", ALWAYS_WARNING, Reads.FILE)
def nobody_real_is_named(subject: Subject) -> Iterator[Finding]:
    """No rank or office stands before what looks like a person's name.

    Why: A name in a case study can be a real officer's, who then stands accused in class.
    Bad:
        background: Major Ivanov orders the check.
    Good:
        background: The head of the shift orders the check.
    Source: `offices:` in modules/content-rules.yaml.
    """
    pack = subject.curriculum.content_rules
    if pack is None:
        return
    for file, texts in _all_texts(subject):
        likely: dict[int, list[Offices]] = {}
        for offices, words in _offices(pack):
            rows: set[int] = set()
            for word, parts in words:
                if texts.words.issuperset(parts):
                    rows.update(texts.rows_before_capital(word))
            for row in rows:
                likely.setdefault(row, []).append(offices)
        for row in sorted(likely):
            text = texts.texts[row]
            for offices in likely[row]:
                for match in _named(offices).finditer(text.text):
                    yield Finding(
                        _at(Where(file, text.path), match),
                        f"“{match[0]}” reads like a real person of that rank or office",
                        "Write the function: “the head of the shift”, “an officer of the patrol”.",
                    )


_Office = tuple[Offices, list[tuple[str, list[str]]]]
"""The ranks of a language; each with a blank behind it, and its words."""


@remember(1)
def _offices(pack: ContentRules) -> list[_Office]:
    return [
        (
            offices,
            [(f"{each.casefold()} ", _WORD.findall(each.casefold())) for each in offices.words],
        )
        for offices in pack.offices
    ]


@remember(8)
def _named(offices: Offices) -> re.Pattern[str]:
    """What a name after a rank looks like."""
    words = "|".join(sorted(map(re.escape, offices.words), key=len, reverse=True))
    surname = _SURNAME[offices.language]
    return re.compile(rf"(?<![\w-])(?i:{words}) (?!(?i:{words})\b){surname}(?!\w)")


@check("G103", ALWAYS_WARNING, Reads.FILE)
def content_pack_is_followed(subject: Subject) -> Iterator[Finding]:
    """What the content pack asks of a module is said in it.

    The pack is `modules/content-rules.yaml`: an academy with other demands writes its own.

    Why: Some things are dangerous to teach alone: profiling without the alternative, force
        without its limits, prevention without the warning against repression.
    Bad:
        # a module serves Recommendation 22 and never says “last resort”
    Good:
        key_points: [Force is lawful, the least that works, and the last resort.]
    Source: modules/content-rules.yaml names the source of each demand.
    """
    pack = subject.curriculum.content_rules
    if pack is None:
        return
    for file, module in subject.curriculum.of(Module):
        language = subject.curriculum.language_of(module)
        texts = searched(module)
        for rule in pack.rules:
            served = set(rule.recommendations) & set(module.recommendations)
            if rule.language == language and (served or not rule.recommendations):
                for path, rows in _units(module, rule.unit, texts):
                    yield from _judge(rule, Where(file, path), _Piece(file, texts, rows))


def _units(module: Module, unit: str, texts: Searched) -> Iterator[tuple[PathInFile, range]]:
    """The pieces of a module that a demand judges one by one, with their texts."""
    if unit == "module":
        yield ("title",), range(len(texts.texts))
        return
    name = f"{unit}s"
    rows = [row for row, text in enumerate(texts.texts) if text.path[0] == name]
    for index in range(len(getattr(module, name))):
        here = [row for row in rows if texts.texts[row].path[1] == index]
        yield (name, index, "title"), range(here[0], here[-1] + 1)


class _Piece(NamedTuple):
    """Some texts of a file that follow one another."""

    file: str
    texts: Searched
    rows: range

    def places(self, wordings: Iterable[str], language: str) -> Iterator[Where]:
        """Every place where one of the wordings stands."""
        for phrase in _phrases(tuple(wordings), language):
            for row in self.texts.rows_of(phrase):
                if row in self.rows:
                    text = self.texts.texts[row]
                    for match in phrase.found_in(text.text):
                        yield _at(Where(self.file, text.path), match)


@lru_cache(maxsize=256)
def _phrases(wordings: tuple[str, ...], language: str) -> tuple[Phrase, ...]:
    return tuple(Phrase(words, language) for words in wordings)


def _judge(rule: ContentRule, place: Where, piece: _Piece) -> Iterator[Finding]:
    if rule.when:
        triggers = list(piece.places(rule.when, rule.language))
        if len(triggers) < rule.at_least:
            return
        place = triggers[0]
    for need in rule.needs:
        if next(piece.places(need.any, rule.language), None) is None:
            message = f"{rule.title.rstrip('.')}; here nothing says: {need.what} ({rule.id})"
            yield Finding(place, message, f"{rule.help} {rule.why} {rule.source}.")
    for where in piece.places(rule.forbids, rule.language):
        message = f"this must not be said here: {rule.title} ({rule.id})"
        yield Finding(where, message, f"{rule.help} {rule.why} {rule.source}.")
