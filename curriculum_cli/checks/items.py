"""O: test items that measure what they should, and give nothing away."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..diagnostics import ALWAYS_ERROR, ALWAYS_WARNING, PathInFile, Related, Where
from ..model.assessment import Checklist, Matching, MultipleChoice, Ordering
from ..model.module import Module
from .rules import Finding, Reads, Subject, check

ENOUGH_TO_SHOW_A_HABIT = 3
"""Below this many items, keys in one place are chance."""

FEWEST_ENTRIES = 3

Entry = tuple[PathInFile, str]
"""A path within an item, and the text there."""

_CATCH_ALL = re.compile(
    r"\W*(?:(?:all|both|none|neither|any)\s+of\s+(?:the\s+)?(?:above|these|them)"
    r"|both\s+\w\)?\s+and\s+\w\)?|\w\)?\s+and\s+\w\)?"
    r"|(?:вс[её]|ничего\s+из|ни\s+одно\s+из)\s+(?:вышеперечисленн\w+|перечисленн\w+|указанн\w+)"
    r"|(?:ни\s+один|ни\s+одна)\s+из\s+\w+|нет\s+верного\s+ответа|все\s+ответы\s+верны"
    r"|(?:жоғарыда\s+\w+|аталған\w*|көрсетілген\w*)\s+(?:барлығы|бәрі|ешқайсысы)"
    r"|барлық\s+жауап\w*\s+дұрыс|дұрыс\s+жауап\w*\s+жоқ)\W*",
    re.IGNORECASE,
)


def _choices(module: Module) -> Iterator[tuple[int, MultipleChoice, int]]:
    """Multiple-choice items with exactly one key: their place, and the place of the key."""
    for index, item in enumerate(module.assessment):
        if isinstance(item, MultipleChoice):
            keys = [row for row, option in enumerate(item.options) if option.correct]
            if len(keys) == 1:
                yield index, item, keys[0]


@check("O112", ALWAYS_WARNING, Reads.FILE)
def no_option_speaks_of_the_others(subject: Subject) -> Iterator[Finding]:
    """No option says “all of the above”, “none of these” or “a and b”.

    Why: Who sees that two options are right knows the answer; and shuffled, “above” is wrong.
    Bad:
        options: [{id: a, text: …}, {id: b, text: …}, {id: c, text: All of the above}]
    Good:
        options: [{id: a, text: …}, {id: b, text: …}, {id: c, text: Ask the duty officer}]
    Source: Haladyna, Downing and Rodriguez, guidelines for multiple-choice items (2002).
    """
    for file, module in subject.curriculum.of(Module):
        for index, item in enumerate(module.assessment):
            if not isinstance(item, MultipleChoice):
                continue
            for row, option in enumerate(item.options):
                if _CATCH_ALL.fullmatch(option.text):
                    yield Finding(
                        Where(file, ("assessment", index, "options", row, "text")),
                        f"option {option.id} of {item.id} speaks of the other options",
                        "Write an answer of its own; for several right answers use a checklist"
                        " or several true-false items.",
                    )


@check("O113", ALWAYS_WARNING, Reads.FILE)
def keys_change_their_place(subject: Subject) -> Iterator[Finding]:
    """The key is not in the same place in every multiple-choice item of a module.

    Why: After three items participants tick that letter without reading.
    Bad:
        # Q1, Q3 and Q5 all have option b as key
    Good:
        # the keys are b, a and d
    Source: Haladyna, Downing and Rodriguez, guidelines for multiple-choice items (2002).
    """
    for file, module in subject.curriculum.of(Module):
        choices = list(_choices(module))
        if len(choices) < ENOUGH_TO_SHOW_A_HABIT or len({key for _, _, key in choices}) > 1:
            continue
        (first, _, key), *rest = choices
        related = tuple(
            Related(Where(file, ("assessment", index, "options", key)), f"the key of {item.id}")
            for index, item, _ in rest
        )
        yield Finding(
            Where(file, ("assessment", first, "options", key)),
            f"the key is option {key + 1} in all {len(choices)} multiple-choice items",
            "Move the key to another place in some of them.",
            related,
        )


@check("O114", ALWAYS_WARNING, Reads.FILE)
def keys_are_not_the_longest(subject: Subject) -> Iterator[Finding]:
    """The key is not the longest option in every multiple-choice item of a module.

    Why: Writers qualify the right answer with care, and participants know it: the longest wins.
    Bad:
        # in Q1, Q3 and Q5 the key has more words than any other option
    Good:
        # in Q3 a wrong option is as long as the key
    Source: Haladyna, Downing and Rodriguez, guidelines for multiple-choice items (2002).
    """
    for file, module in subject.curriculum.of(Module):
        choices = list(_choices(module))
        longest = [
            (index, item, key)
            for index, item, key in choices
            if all(
                len(item.options[key].text) > len(option.text)
                for row, option in enumerate(item.options)
                if row != key
            )
        ]
        if len(choices) < ENOUGH_TO_SHOW_A_HABIT or len(longest) < len(choices):
            continue
        (first, _, key), *rest = longest
        related = tuple(
            Related(Where(file, ("assessment", index, "options", row)), f"the key of {item.id}")
            for index, item, row in rest
        )
        yield Finding(
            Where(file, ("assessment", first, "options", key)),
            f"the key is the longest option in all {len(choices)} multiple-choice items",
            "Shorten some keys, or give wrong options a reason of their own.",
            related,
        )


@check("O115", ALWAYS_ERROR, Reads.FILE)
def entries_differ(subject: Subject) -> Iterator[Finding]:
    """The entries of an item differ: options, both sides of pairs, steps to order, checks.

    Why: Two equal entries have two right answers, and the key has one.
    Bad:
        pairs: [{left: Greet, right: first, …}, {left: Greet, right: last, …}]
    Good:
        pairs: [{left: Greet, right: first, …}, {left: Thank, right: last, …}]
    """
    for file, module in subject.curriculum.of(Module):
        for index, item in enumerate(module.assessment):
            for word, entries in _entries(item):
                seen: dict[str, PathInFile] = {}
                for path, text in entries:
                    name = " ".join(text.casefold().split()).rstrip(".;")
                    at = ("assessment", index, *path)
                    if name in seen:
                        yield Finding(
                            Where(file, at),
                            f"{item.id} has the same {word} twice",
                            "Change one of them, or take it out.",
                            (Related(Where(file, seen[name]), "first here"),),
                        )
                    else:
                        seen[name] = at


def _entries(item: object) -> Iterator[tuple[str, list[Entry]]]:
    """What must differ within an item, with the word for it."""
    if isinstance(item, MultipleChoice):
        yield "option", _places("options", (each.text for each in item.options), "text")
    elif isinstance(item, Matching):
        yield "left side", _places("pairs", (each.left for each in item.pairs), "left")
        yield "right side", _places("pairs", (each.right for each in item.pairs), "right")
    elif isinstance(item, Ordering):
        yield "step", _places("sequence", item.sequence)
    elif isinstance(item, Checklist):
        yield "check", _places("checks", item.checks)


def _places(key: str, entries: Iterable[str], *field: str) -> list[Entry]:
    return [((key, row, *field), text) for row, text in enumerate(entries)]


@check("O116", ALWAYS_WARNING, Reads.FILE)
def entries_are_enough(subject: Subject) -> Iterator[Finding]:
    """An item has enough entries: three options or pairs, and no more ticks to pass than checks.

    Why: Of two options or pairs one is right by chance every second time.
    Bad:
        options: [{id: a, correct: true, …}, {id: b, …}]
    Good:
        options: [{id: a, correct: true, …}, {id: b, …}, {id: c, …}]
    Source: Haladyna, Downing and Rodriguez, guidelines for multiple-choice items (2002).
    """
    for file, module in subject.curriculum.of(Module):
        for index, item in enumerate(module.assessment):
            if isinstance(item, MultipleChoice) and len(item.options) < FEWEST_ENTRIES:
                key = "options"
                help = "Add a wrong option that a careless officer would choose, or use true-false."
            elif isinstance(item, Matching) and len(item.pairs) < FEWEST_ENTRIES:
                key = "pairs"
                help = "Add a pair, or ask in another way."
            elif isinstance(item, Checklist) and item.pass_at > len(item.checks):
                yield Finding(
                    Where(file, ("assessment", index, "pass_at")),
                    f"nobody can pass {item.id}: {item.pass_at} ticks of {len(item.checks)}",
                    f"Write {len(item.checks)} or less.",
                )
                continue
            else:
                continue
            yield Finding(
                Where(file, ("assessment", index, key), key=True),
                f"{item.id} has only {len(getattr(item, key))} {key}",
                help,
            )
