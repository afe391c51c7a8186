"""L: the letters and the language of every text, in content and in translations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..diagnostics import ALWAYS_WARNING, WARNING_THEN_ERROR
from .languages import CYRILLIC, language, language_of, look_alikes
from .rules import Finding, Reads, Subject, check
from .written import Written, written

_LATIN = "A-Za-z"
_CYRILLIC = "\u0400-\u052f"
_MIXED = re.compile(
    rf"[{_LATIN}{_CYRILLIC}]*(?:[{_LATIN}][{_CYRILLIC}]|[{_CYRILLIC}][{_LATIN}])[{_LATIN}{_CYRILLIC}]*"
)
_LONE = {
    "Latin": re.compile(rf"(?<=[{_CYRILLIC}] )[acoy](?= [{_CYRILLIC}])"),
    "Cyrillic": re.compile(rf"(?<=[{_LATIN}] )[аАоО](?= [{_LATIN}])"),
}
"""A letter alone between two words of the other script."""
_WORD = re.compile(rf"[{_CYRILLIC}]+")
_NAMES = {"en": "English", "ru": "Russian", "kk": "Kazakh"}


@check("L201", WARNING_THEN_ERROR, Reads.FILE)
def letters_are_of_one_script(subject: Subject) -> Iterator[Finding]:
    """No word mixes Latin and Cyrillic letters that look the same.

    Why: Such a word cannot be searched, sorted, hyphenated or read aloud by a machine, and no
        reader sees what is wrong.
    Bad:
        title: Пoлиция          # with a Latin o
    Good:
        title: Полиция
    """
    for each in written(subject):
        if CYRILLIC.search(each.text):
            yield from _mixed(each)


def _mixed(each: Written) -> Iterator[Finding]:
    for match in _MIXED.finditer(each.text):
        word = match[0]
        cyrillic = [letter for letter in word if CYRILLIC.match(letter)]
        latin = [letter for letter in word if not CYRILLIC.match(letter)]
        wrong, script = (latin, "Latin") if len(latin) <= len(cyrillic) else (cyrillic, "Cyrillic")
        if len(latin) == len(cyrillic) and each.language == "en":
            wrong, script = cyrillic, "Cyrillic"
        twins = look_alikes()
        if all(letter in twins for letter in wrong):
            right = "".join(twins[letter] if letter in wrong else letter for letter in word)
            start = match.start() + min(word.index(letter) for letter in wrong)
            shown = "”, “".join(dict.fromkeys(wrong))
            message = f"“{shown}” in “{word}” is a {script} letter among others"
            yield Finding(each.at(start), message, f"Type the word anew: {right}.")
    for script, pattern in _LONE.items():
        for match in pattern.finditer(each.text):
            other = "Cyrillic" if script == "Latin" else "Latin"
            message = f"“{match[0]}” is a {script} letter between {other} words"
            yield Finding(
                each.at(match.start()), message, f"Type it anew: {look_alikes()[match[0]]}."
            )


@check("L202", WARNING_THEN_ERROR, Reads.FILE)
def letters_are_of_the_language(subject: Subject) -> Iterator[Finding]:
    """A Russian text has Russian letters, a Kazakh text Kazakh ones (with ы, э and ё).

    What stands in quotation marks or italics may be in another language.

    Why: A letter from a neighbouring keyboard is a slip that a spell checker often lets pass.
    Bad:
        title: Қабылдау в отделе        # in a file with `language: ru`
    Good:
        title: Приём в отделе
    """
    for each in written(subject):
        if each.language == "en" or not CYRILLIC.search(each.text):
            continue
        known = language(each.language)
        own = each.own
        for match in _WORD.finditer(own):
            foreign = [letter for letter in match[0] if letter.lower() not in known.letters]
            mixed = _MIXED.search(own[max(0, match.start() - 1) : match.end() + 1])
            if foreign and not mixed:
                start = match.start() + match[0].index(foreign[0])
                yield Finding(
                    each.at(start),
                    f"{known.name} has no letter “{foreign[0]}”, as in “{match[0]}”",
                    "Write the word with letters of the language; put a foreign word in quotation"
                    " marks.",
                )
                break


@check("L203", ALWAYS_WARNING, Reads.FILE)
def texts_are_in_their_language(subject: Subject) -> Iterator[Finding]:
    """A text is in the language that its file or folder says.

    Told by letters and words, from three words on; what is quoted does not count.

    Why: A paragraph of Russian in a Kazakh handbook is a translation that was forgotten.
    Bad:
        msgstr "Ответьте на вопросы и сравните ответы."    # in modules/locale/kk
    Good:
        msgstr "Сұрақтарға жауап беріп, жауаптарды салыстырыңыз."
    """
    for each in written(subject):
        if each.copied or (each.language == "en" and not CYRILLIC.search(each.text)):
            continue
        found = language_of(each.own)
        if found is not None and found != each.language:
            yield Finding(
                each.at(0),
                f"this text is {_NAMES[found]}; it should be {_NAMES[each.language]}",
                "Translate it, put it in quotation marks, or say `language:` in the file.",
            )
