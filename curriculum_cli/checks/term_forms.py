"""Where the terms of a glossary stand in a text: in which form, and how surely they are meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from ..model.module import Module
from ..model.reference_lists import Glossary, Term
from ..model.remember import remember
from ..model.texts import Text, texts
from .searched import ByWords, Searched, words_of

LONG = 4
"""Two words of this length make a form telling; “the ground” and “hit rate” could be anything."""

CHAPTER = ("reading", "key_points")
"""What participants read with the glossary at hand."""

_WORD = re.compile(r"\w+")
_ENDINGS = {"ru": 2, "kk": 0}
"""Letters at the end of a word that change with its case; Kazakh only adds letters."""


@lru_cache(maxsize=4_096)
def pattern_of(form: str, language: str) -> re.Pattern[str]:
    """A form of a term as it may stand in a text: over line ends, and inflected."""
    words = []
    for word in form.split():
        cut = _ENDINGS.get(language)
        if cut is None:
            words.append(re.escape(word))
        else:
            stem = word[: max(3, len(word) - cut)]
            words.append(re.escape(stem) + r"\w*")
    return re.compile(r"(?<![\w-])" + r"\s+".join(words) + r"(?![\w-])", re.IGNORECASE)


def _forms(term: Term) -> tuple[str, ...]:
    return (term.term, *term.forms)


class TextWithTerms:
    """A text that is searched for many forms: a quick look says which need a real search."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.language = language
        self._flat = " ".join(text.lower().split())

    @cached_property
    def words(self) -> frozenset[str]:
        return words_of(self._flat)

    def may_hold(self, lower: str, words: frozenset[str]) -> bool:
        """False only when a form, in small letters and as words, is surely not there."""
        return self.language in _ENDINGS or (self.words >= words and lower in self._flat)

    def holds(self, term: Term) -> bool:
        """Whether the text has a form of the term."""
        if self.language not in _ENDINGS:
            return any(self._stands_whole(" ".join(form.lower().split())) for form in _forms(term))
        return any(pattern_of(form, self.language).search(self.text) for form in _forms(term))

    def _stands_whole(self, words: str) -> bool:
        """Whether the words stand in the text as they are, and are no part of longer ones."""
        start = self._flat.find(words)
        while start >= 0:
            end = start + len(words)
            around = self._flat[max(0, start - 1) : start] + self._flat[end : end + 1]
            if not any(letter.isalnum() or letter in "-_" for letter in around):
                return True
            start = self._flat.find(words, start + 1)
        return False


@dataclass(frozen=True, slots=True)
class Use:
    """One place in a chapter that has a term; telling when the words can mean nothing else."""

    text: Text
    order: tuple[int, int]
    length: int
    telling: bool

    @property
    def start(self) -> int:
        return self.order[1]


def uses_of(module: Module, glossary: Glossary, language: str) -> dict[str, list[Use]]:
    """Where the chapter has which term. Each place counts once, for the longest form there."""
    chapter = [each for each in texts(module) if each.path[0] in CHAPTER]
    left = [_Left(each.text) for each in chapter]
    searched = TextWithTerms("\n".join(each.text for each in left), language)
    uses: dict[str, list[Use]] = {}
    forms, by_words = _forms_of(glossary), _by_words(glossary)
    rows = range(len(forms)) if language in _ENDINGS else by_words.likely(searched.words)
    for form in (forms[row] for row in rows):
        if not searched.may_hold(form.lower, form.words):
            continue
        pattern = pattern_of(form.form, language)
        for row, text in enumerate(chapter):
            for match in left[row].places(pattern, form.first if language == "en" else ""):
                start, end = match.span()
                if form.own:
                    use = Use(text, (row, start), end - start, form.telling)
                    uses.setdefault(form.term, []).append(use)
                left[row].cross_out(start, end)
    return uses


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a term; `telling` when it can mean nothing else, `own` when it is the term."""

    form: str
    term: str
    lower: str
    flat: str
    first: str
    words: frozenset[str]
    telling: bool
    own: bool


@remember(4)
def _forms_of(glossary: Glossary) -> list[Form]:
    """Every form of every term, the longest first."""
    pairs = [(form, term) for term in glossary.terms for form in _forms(term)]
    found = []
    for form, term in sorted(pairs, key=lambda each: (-len(each[0]), each[0], each[1].id)):
        lower = form.lower()
        telling = sum(len(word) >= LONG for word in form.split()) > 1
        own = telling or lower.startswith(term.term.lower()[:-1])
        words = frozenset(_WORD.findall(lower))
        first, flat = (lower.split() or [""])[0], " ".join(lower.split())
        found.append(Form(form, term.id, lower, flat, first, words, telling, own))
    return found


@remember(4)
def _by_words(glossary: Glossary) -> ByWords:
    return ByWords([form.words for form in _forms_of(glossary)])


@remember(4)
def forms_by_term(glossary: Glossary) -> dict[str, list[Form]]:
    """The forms of each term, by its id, the longest first."""
    found: dict[str, list[Form]] = {term.id: [] for term in glossary.terms}
    for form in _forms_of(glossary):
        found[form.term].append(form)
    return found


class _Left:
    """What is left of a text when the terms found so far are crossed out."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._lower = text.lower()

    def places(self, pattern: re.Pattern[str], first: str) -> Iterator[re.Match[str]]:
        """Every place of a pattern that begins with the word `first`, if that is known."""
        if not first or len(self._lower) != len(self.text):
            yield from pattern.finditer(self.text)
            return
        start = self._lower.find(first)
        while start >= 0:
            match = pattern.match(self.text, start)
            if match:
                yield match
            start = self._lower.find(first, match.end() if match else start + 1)

    def cross_out(self, start: int, end: int) -> None:
        """Put blanks in the place of what was found."""
        blanks = " " * (end - start)
        self.text = self.text[:start] + blanks + self.text[end:]
        self._lower = self._lower[:start] + blanks + self._lower[end:]


def stands_in(whole: Searched, forms: list[Form]) -> bool:
    """A quick look: True only when one of the forms stands in a text as it is."""
    for form in forms:
        if not whole.words.issuperset(form.words):
            continue
        start = whole.whole.find(form.flat)
        while start >= 0:
            end = start + len(form.flat)
            around = whole.whole[max(0, start - 1) : start] + whole.whole[end : end + 1]
            if _EDGES.issuperset(around):
                return True
            start = whole.whole.find(form.flat, end)
    return False


_EDGES = frozenset(" \n.,;:()“”?!’")
