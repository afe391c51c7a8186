"""L: a translation carries the same markup, placeholders, numbers and terms as its source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ..diagnostics import INFO_THEN_WARNING, WARNING_THEN_ERROR, Where
from ..model.markdown import parser
from ..model.reference_lists import Glossary
from ..source.translations import Translation, TranslationFile
from .phrases import Phrase
from .rules import Finding, Reads, Subject, check

_PLACEHOLDER = re.compile(r"\{[A-Za-z_][\w.]*\}|%\([A-Za-z_]\w*\)[sd]|%[sd]")
_ID = re.compile(r"(?<![\w.])[A-Z]{1,3}\d{1,3}(?:-[A-Z]\d{1,3})*(?!\w)")
_NUMBER = re.compile(r"(?<![A-Za-z])\d+(?:[ \u00a0\u202f.,:]\d+)*")
_MARKS = {
    "strong_open": "bold",
    "em_open": "italics",
    "bullet_list_open": "list",
    "ordered_list_open": "numbered list",
    "list_item_open": "list entry",
    "blockquote_open": "box",
    "tr_open": "table row",
    "th_open": "table head cell",
    "td_open": "table cell",
    "hr": "rule",
    "hardbreak": "line break",
}


def _entries(subject: Subject) -> Iterator[tuple[TranslationFile, Translation]]:
    for file in subject.translations.files:
        for entry in file.entries:
            if entry.text and not entry.fuzzy:
                yield file, entry


def _marks(text: str) -> Counter[str]:
    """Everything in a markdown text that is not words, with where links and pictures lead."""
    found: Counter[str] = Counter()
    for block in parser().parse(text):
        for token in (block, *(block.children or ())):
            if token.type in _MARKS:
                found[_MARKS[token.type]] += 1
            elif token.type == "heading_open":
                found[f"heading `{'#' * int(token.tag[1])}`"] += 1
            elif token.type == "image":
                found[f"picture {token.attrs.get('src', '')}"] += 1
            elif token.type == "link_open":
                found[f"link to {token.attrs.get('href', '')}"] += 1
    found["box to tick"] = len(re.findall(r"(?m)^\s*[-*] \[[ x]\] ", text))
    return found


def _difference(source: Counter[str], text: Counter[str]) -> str:
    """What is missing and what is too much, in words; empty when nothing is."""
    parts = []
    for word, more, fewer in (("missing", source, text), ("too much", text, source)):
        names = [
            name if count == 1 else f"{count} × {name}" for name, count in (more - fewer).items()
        ]
        if names:
            parts.append(f"{word}: {', '.join(names)}")
    return "; ".join(parts)


@check("L107", WARNING_THEN_ERROR, Reads.FILE)
def markup_is_translated_too(subject: Subject) -> Iterator[Finding]:
    """A translation has the same bold words, lists, tables, pictures and links as its source.

    Why: A missing list entry is a missing instruction; a broken link leads nowhere.
    Bad:
        msgid "**Stop** when voices rise. See [M02](M02)."
        msgstr "Дауыс көтерілсе, тоқтатыңыз. M02 қараңыз."
    Good:
        msgstr "Дауыс көтерілсе, **тоқтатыңыз**. [M02](M02) қараңыз."
    """
    for file, entry in _entries(subject):
        wrong = _difference(_marks(entry.source), _marks(entry.text))
        if wrong:
            message = f"the markup differs from the source; {wrong}"
            yield Finding(Where(file.file, entry.path), message, f"Source: {_short(entry.source)}")


def _short(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= 160 else f"{one_line[:157]}…"


def _figures(text: str) -> Counter[str]:
    """Placeholders, ids and numbers; a number without its signs for thousands and decimals."""
    found = Counter(_PLACEHOLDER.findall(text))
    plain = _PLACEHOLDER.sub(" ", text)
    found.update(_ID.findall(plain))
    plain = _ID.sub(" ", re.sub(r"\]\([^)]*\)", "]", plain))
    for number in _NUMBER.findall(plain):
        grouped = re.fullmatch(r"\d{1,3}(?:[ \u00a0\u202f,.]\d{3})+", number)
        pieces = [number] if grouped else re.split(r"[ \u00a0\u202f]", number)
        found.update(re.sub(r"[ \u00a0\u202f.,:]", "" if grouped else ".", each) for each in pieces)
    return found


@check("L108", WARNING_THEN_ERROR, Reads.FILE)
def figures_are_kept(subject: Subject) -> Iterator[Finding]:
    """A translation has the same numbers, ids and placeholders as its source.

    Why: A wrong number of minutes, articles or persons is the mistake that nobody re-reads for.
    Bad:
        msgid "Take 20 minutes for C1."
        msgstr "C1 үшін 15 минут бөліңіз."
    Good:
        msgstr "C1 үшін 20 минут бөліңіз."
    """
    for file, entry in _entries(subject):
        wrong = _difference(_figures(entry.source), _figures(entry.text))
        if wrong:
            message = f"numbers, ids or placeholders differ from the source; {wrong}"
            yield Finding(Where(file.file, entry.path), message, f"Source: {_short(entry.source)}")


@check("L109", INFO_THEN_WARNING, Reads.OUTLINES)
def terms_are_translated_the_same_way(subject: Subject) -> Iterator[Finding]:
    """A term of the glossary is translated everywhere as in the glossary.

    Endings may differ; one finding stands for each term and file.

    Why: Two words for one thing are two things to a reader, and to a court.
    Bad:
        # glossary: “hate crime” is “өшпенділік қылмысы”; a module writes “жеккөру қылмысы”
    Good:
        # “өшпенділік қылмысы” in both
    """
    for language in subject.curriculum.programme.languages:
        terms = _terms(subject, language)
        if not terms:
            continue
        for file in subject.translations.files:
            if file.language == language and file.source_file not in dict(
                subject.curriculum.of(Glossary)
            ):
                yield from _other_words(file, terms)


_Terms = dict[str, tuple[tuple[Phrase, ...], tuple[str, ...]]]
"""By the term: how its source language writes it, and how the glossary translates that."""


def _terms(subject: Subject, language: str) -> _Terms:
    translated = {
        entry.path: entry.text for file, entry in _entries(subject) if file.language == language
    }
    found: _Terms = {}
    for _, glossary in subject.curriculum.of(Glossary):
        own = subject.curriculum.language_of(glossary)
        for term in glossary.terms:
            text = translated.get((f"glossary.terms.{term.id}.term", term.term))
            if text:
                forms = (
                    translated.get((f"glossary.terms.{term.id}.forms", form)) for form in term.forms
                )
                plural = (Phrase(term.term, own), Phrase(f"{term.term}s", own))
                found[term.term] = (plural, (text, *filter(None, forms)))
    return found


def _other_words(file: TranslationFile, terms: _Terms) -> Iterator[Finding]:
    entries = [entry for entry in file.entries if entry.text and not entry.fuzzy]
    for term, (phrases, right) in terms.items():
        patterns = [_loose(each) for each in right]
        wrong = [
            entry
            for entry in entries
            if any(next(phrase.found_in(entry.source), None) for phrase in phrases)
            and not any(pattern.search(entry.text) for pattern in patterns)
        ]
        if wrong:
            many = f", and in {len(wrong) - 1} more" if len(wrong) > 1 else ""
            yield Finding(
                Where(file.file, wrong[0].path),
                f"the glossary translates “{term}” as “{right[0]}”; here{many} it does not occur",
                "Use the glossary's word, or add this one to the translated forms of the term.",
            )


def _loose(words: str) -> re.Pattern[str]:
    """The words in any of their endings: of each, the last third may change."""
    stems = (
        word[: max(3, len(word) * 2 // 3)] if len(word) > 3 else word for word in words.split()
    )
    return re.compile(r"\b" + r"\w*\W+".join(map(re.escape, stems)), re.IGNORECASE)
