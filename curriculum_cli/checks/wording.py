"""G: words to avoid, names with rank or office, and the demands of the content pack."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ..diagnostics import ALWAYS_WARNING, WARNING_THEN_ERROR, Related, Where
from ..model.content_rules import ContentRule, ContentRules, Offices
from ..model.fields import Part
from ..model.module import Module
from ..model.reference_lists import Glossary, Sources, Wording, WordingEntry
from ..model.texts import Text, texts
from .phrases import Phrase, quoted, within
from .rules import Finding, Subject, check

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


def _text_of_files(subject: Subject) -> Iterator[tuple[str, Part, Sequence[Text]]]:
    for file, part in subject.curriculum.files.items():
        if not isinstance(part, _WORDS_ARE_THE_SUBJECT):
            yield file, part, tuple(texts(part))


def _all_texts(subject: Subject) -> Iterator[tuple[str, Sequence[tuple[Where, str]]]]:
    """Texts of content and of translations, by file, each with its place."""
    for file, _, found in _text_of_files(subject):
        yield file, [(Where(file, text.path), text.text) for text in found]
    for translated in subject.translations.files:
        part = subject.curriculum.files.get(translated.source_file)
        if not isinstance(part, _WORDS_ARE_THE_SUBJECT):
            yield (
                translated.file,
                [(Where(translated.file, each.path), each.text) for each in translated.entries],
            )


def _at(where: Where, match: re.Match[str]) -> Where:
    return Where(where.file, where.path, offset=match.start(), length=len(match[0]))


@check("G101", WARNING_THEN_ERROR)
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
    file = next(name for name, each in subject.curriculum.files.items() if each is wording)
    known = [
        (index, entry, phrase, phrase.pieces)
        for index, entry in enumerate(wording.entries)
        for phrase in (Phrase(words, entry.language) for words in entry.avoid)
    ]
    for _, places in _all_texts(subject):
        everything = "\n".join(text for _, text in places).casefold()
        in_file = [each for each in known if all(piece in everything for piece in each[3])]
        for where, text in places if in_file else ():
            folded = text.casefold()
            likely = [each[:3] for each in in_file if all(piece in folded for piece in each[3])]
            if likely:
                yield from _avoided(where, text, likely, file)


def _avoided(
    where: Where, text: str, likely: Iterable[tuple[int, WordingEntry, Phrase]], file: str
) -> Iterator[Finding]:
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


@check("G102", ALWAYS_WARNING)
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
    known = [
        (_named(offices), [f"{each.casefold()} " for each in offices.words])
        for offices in pack.offices
    ]
    for _, places in _all_texts(subject):
        everything = "\n".join(text for _, text in places).casefold()
        in_file = [
            (pattern, [word for word in words if word in everything]) for pattern, words in known
        ]
        for where, text in places:
            folded = text.casefold()
            for pattern, words in in_file:
                if not any(word in folded for word in words):
                    continue
                for match in pattern.finditer(text):
                    yield Finding(
                        _at(where, match),
                        f"“{match[0]}” reads like a real person of that rank or office",
                        "Write the function: “the head of the shift”, “an officer of the patrol”.",
                    )


def _named(offices: Offices) -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, offices.words), key=len, reverse=True))
    surname = _SURNAME[offices.language]
    return re.compile(rf"(?<![\w-])(?i:{words}) (?!(?i:{words})\b){surname}(?!\w)")


@check("G103", ALWAYS_WARNING)
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
    for file, part, _ in _text_of_files(subject):
        if not isinstance(part, Module):
            continue
        language = subject.curriculum.language_of(part)
        for rule in pack.rules:
            served = set(rule.recommendations) & set(part.recommendations)
            if rule.language == language and (served or not rule.recommendations):
                for place, piece in _units(file, part, rule.unit):
                    yield from _judge(rule, place, piece)


def _units(file: str, module: Module, unit: str) -> Iterator[tuple[Where, list[tuple[Where, str]]]]:
    """The pieces of a module that a demand judges one by one, with their texts."""
    if unit == "module":
        yield Where(file, ("title",)), [(Where(file, t.path), t.text) for t in texts(module)]
        return
    name = f"{unit}s"
    for index, each in enumerate(getattr(module, name)):
        found = texts(each, (name, index))
        yield Where(file, (name, index, "title")), [(Where(file, t.path), t.text) for t in found]


def _judge(rule: ContentRule, place: Where, piece: list[tuple[Where, str]]) -> Iterator[Finding]:
    if rule.when:
        triggers = list(_found(rule.when, rule.language, piece))
        if len(triggers) < rule.at_least:
            return
        place = triggers[0]
    for need in rule.needs:
        if next(_found(need.any, rule.language, piece), None) is None:
            message = f"{rule.title.rstrip('.')}; here nothing says: {need.what} ({rule.id})"
            yield Finding(place, message, f"{rule.help} {rule.why} {rule.source}.")
    for where in _found(rule.forbids, rule.language, piece):
        message = f"this must not be said here: {rule.title} ({rule.id})"
        yield Finding(where, message, f"{rule.help} {rule.why} {rule.source}.")


def _found(
    wordings: Iterable[str], language: str, piece: Sequence[tuple[Where, str]]
) -> Iterator[Where]:
    for wording in wordings:
        phrase = Phrase(wording, language)
        pieces = phrase.pieces
        for where, text in piece:
            folded = text.casefold()
            if all(piece in folded for piece in pieces):
                for match in phrase.found_in(text):
                    yield _at(where, match)
