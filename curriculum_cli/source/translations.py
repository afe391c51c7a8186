"""Translations of content: PO files in `modules/locale/<language>/`, read with their places.

`msgctxt` is the path of a text by ids, `msgid` the text it was made from, `msgstr` the translation.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..diagnostics import PathInFile, Problem, Span
from .files import MAX_FILES, SourceFile, read_text
from .offsets import trimmed
from .tree import Places, Tree

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

FOLDER = "modules/locale"
_STRING = r'"(?:[^"\\]|\\.)*"'
_LINE = re.compile(
    rf"\s*(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)\s*)?{_STRING})?\s*"
)
_KEY = re.compile(r'(?m)^(?:msgctxt "[^\n]*\n(?:"[^\n]*\n)*)?msgid "[^\n]*(?:\n"[^\n]*)*')
_REVIEWED = re.compile(r'(?im)^"X-Reviewed-By:[ \t]*[^\s"\\]')
"""The header that names who read the whole file: `X-Reviewed-By: name, year-month-day`."""
_UNREVIEWED = "unreviewed"
Mistake = tuple[Span, str]


class Translation(NamedTuple):
    """One translated text. `reviewed`: a named person has read this very string."""

    context: str
    source: str
    text: str
    fuzzy: bool
    reviewed: bool

    @property
    def path(self) -> tuple[str, str]:
        """Where it stands in its file, for `Where`."""
        return (self.context, self.source)


class TranslationFile(NamedTuple):
    """One PO file. `mistakes` are those of form: where, and what is wrong."""

    file: str
    language: str
    entries: tuple[Translation, ...] = ()
    mistakes: tuple[Mistake, ...] = ()

    @property
    def source_file(self) -> str:
        """The content file that this one translates, by its name."""
        return source_of(self.file)


@dataclass(frozen=True)
class Translations:
    """Every PO file of a project, its tree, and what hindered reading."""

    files: tuple[TranslationFile, ...] = ()
    trees: dict[str, Tree] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def source_of(name: str) -> str:
    """`modules/locale/kk/M10-stops.po` translates `modules/M10-stops.yaml`."""
    below = name.removeprefix(f"{FOLDER}/").partition("/")[2]
    return f"modules/{below.removesuffix('.po')}.yaml"


def read_translations(root: Path) -> Translations:
    """Read every PO file below `modules/locale/`; a project without that folder has none."""
    read: list[TranslationFile] = []
    trees: dict[str, Tree] = {}
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for file in _po_files(root):
        text, found = read_text(file, root)
        problems += found
        if text is not None:
            texts[file.name] = text
            translated, trees[file.name] = parse_po(file.name, text)
            read.append(translated)
    return Translations(tuple(read), trees, texts, tuple(problems))


def _po_files(root: Path) -> list[SourceFile]:
    found: list[SourceFile] = []
    for folder, folders, names in os.walk(root / FOLDER, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in (*names, *folders):
            if name.endswith(".po") and not name.startswith("."):
                path = Path(folder) / name
                found.append(SourceFile(path, path.relative_to(root).as_posix()))
    return sorted(found, key=lambda file: file.name)[:MAX_FILES]


def parse_po(name: str, text: str) -> tuple[TranslationFile, Tree]:
    """A PO file's strings with their places, or the mistake that makes it unreadable."""
    language = name.removeprefix(f"{FOLDER}/").partition("/")[0]
    lines = text.split("\n")
    catalogue, mistake = _catalogue(text, lines)
    if catalogue is None:
        return TranslationFile(name, language, mistakes=mistake), Tree(name, text, {})
    reviewed = _REVIEWED.search(text) is not None
    entries: list[Translation] = []
    data: dict[str, dict[str, str]] = {}
    values: dict[PathInFile, Span] = {}
    for message in catalogue:
        if message.id and message.lineno is not None:
            entry = _entry(message, reviewed)
            entries.append(entry)
            values[entry.path] = _place(lines, message.lineno)
            data.setdefault(entry.context, {})[entry.source] = entry.text
    mistakes = (*_twice(text, lines), *_wrong_language(catalogue, language, lines))
    places = Places(values)
    tree = Tree(name, text, {key: dict(each) for key, each in data.items()}, lambda: places)
    return TranslationFile(name, language, tuple(entries), mistakes), tree


def _catalogue(text: str, lines: list[str]) -> tuple[Catalog | None, tuple[Mistake, ...]]:
    """What Babel reads; lines that it would pass over in silence are refused first."""
    from babel.messages.pofile import PoFileError, read_po  # most projects have no translations yet

    for number, line in enumerate(lines, 1):
        if not _LINE.fullmatch(line):
            return None, ((_whole(lines, number), "this is neither a comment nor a quoted string"),)
    try:
        return read_po(StringIO(text), abort_invalid=True), ()
    except (PoFileError, ValueError) as error:
        number = getattr(error, "lineno", None) or 1
        return None, ((_whole(lines, number), "this is not the form of a PO file"),)


def _wrong_language(catalogue: Catalog, language: str, lines: list[str]) -> Iterator[Mistake]:
    declared = (catalogue.locale_identifier or language).replace("_", "-").partition("-")[0]
    if declared != language:
        number = next((i for i, line in enumerate(lines, 1) if "Language:" in line), 1)
        message = f"the header says `Language: {declared}`, the folder is {FOLDER}/{language}"
        yield _whole(lines, number), message


def _entry(message: Message, reviewed: bool) -> Translation:
    singular = message.id if isinstance(message.id, str) else message.id[0]
    string = message.string if isinstance(message.string, str) else "".join(message.string or ())
    marked = any(_UNREVIEWED in comment.lower() for comment in message.user_comments)
    return Translation(
        str(message.context or ""),
        singular,
        trimmed(string),
        message.fuzzy,
        reviewed and not marked,
    )


def _twice(text: str, lines: list[str]) -> Iterator[Mistake]:
    """Strings with the same context and source: of two translations one would be lost."""
    seen: set[str] = set()
    for match in _KEY.finditer(text):
        if match[0] in seen:
            yield _whole(lines, text.count("\n", 0, match.start()) + 1), "this string stands twice"
        seen.add(match[0])


def _place(lines: list[str], number: int) -> Span:
    """The `msgstr` of the message whose `msgid` is on line `number`."""
    start = number - 1
    while start < len(lines) - 1 and not lines[start].lstrip().startswith("msgstr"):
        start += 1
    end = start
    while end + 1 < len(lines) and lines[end + 1].lstrip().startswith('"'):
        end += 1
    column = max(0, lines[start].find('"'))
    return Span(start + 1, column + 1, end + 1, len(lines[end].rstrip()) + 1)


def _whole(lines: list[str], number: int) -> Span:
    line = lines[number - 1] if number <= len(lines) else ""
    return Span(number, 1, number, max(2, len(line) + 1))
