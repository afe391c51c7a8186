"""Every text of a project with the language it is written in: content, and its translations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..diagnostics import Where
from ..model.reference_lists import Sources
from ..model.texts import texts
from .phrases import quoted
from .rules import Subject
from .searched import searched
from .translations import copied


class Written(NamedTuple):
    """A text, its place, and the language that it should be in.

    `copied`: a translation that is its source over again, which is for L110 to say.
    """

    where: Where
    text: str
    language: str
    copied: bool = False

    def at(self, start: int, length: int = 1) -> Where:
        """A place inside the text."""
        return Where(self.where.file, self.where.path, offset=start, length=length)

    @property
    def own(self) -> str:
        """The text with blanks in the place of what it quotes: words of others."""
        text = self.text
        for start, past in quoted(text):
            text = text[:start] + " " * (past - start) + text[past:]
        return text


def written(subject: Subject) -> Iterator[Written]:
    """Every text in which a letter can be wrong: an English file has to have a Cyrillic one.

    Titles of sources stay as their authors wrote them and are left out.
    """
    for file, part in subject.curriculum.files.items():
        if isinstance(part, Sources):
            continue
        language = subject.curriculum.language_of(part)
        entries: tuple[object, ...] = ()
        for name in ("entries", "rules", "offices", "languages"):
            entries += tuple(getattr(part, name, ()))
        own = {id(each): getattr(each, "language", language) for each in entries}
        if not entries and language == "en" and not searched(part).cyrillic:
            continue
        for text in texts(part):
            spoken = language
            if own and len(text.path) > 1 and isinstance(text.path[1], int):
                listed = getattr(part, str(text.path[0]))[text.path[1]]
                spoken = own.get(id(listed), language)
            yield Written(Where(file, text.path), text.text, spoken)
    for translated in subject.translations.files:
        source = subject.curriculum.files.get(translated.source_file)
        if isinstance(source, Sources):
            continue
        for each in translated.entries:
            where = Where(translated.file, each.path)
            yield Written(where, each.text, translated.language, copied(each))
