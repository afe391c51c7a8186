"""The rules of form: what the reader (Y) and the model (S) find. Text only; no functions."""

from __future__ import annotations

from ..diagnostics import ALWAYS_ERROR, ALWAYS_WARNING
from .rules import Rule

_DOCS = {
    "Y101": """The file is YAML.
        Why: Nothing in a file can be trusted when its structure cannot be read.
        Bad:
            title: Stops: a start
        Good:
            title: "Stops: a start"
        """,
    "Y102": """A key stands only once in one place.
        Why: Of two values under one key, one would be lost without a word.
        Bad:
            minutes: 15
            minutes: 20
        Good:
            minutes: 20
        """,
    "Y103": """No anchors, aliases or merge keys.
        Why: They hide where a text comes from, and can make a small file grow without end.
        Bad:
            note: &n Bring pens.
            later: *n
        Good:
            note: Bring pens.
            later: Bring pens.
        """,
    "Y104": """No tags.
        Why: Every value is read as text; the field decides what it means.
        Bad:
            minutes: !!int "15"
        Good:
            minutes: 15
        """,
    "Y105": """A file has at most 2 MiB.
        Why: A module has about 40 kB; a larger file is nearly always a slip of pasting.
        Bad:
            body: |   # followed by a pasted picture
        Good:
            body: |   # text; pictures stand in figures/
        """,
    "Y106": """Lists and mappings are nested at most 50 deep.
        Why: The deepest field needs seven levels; more is a stray bracket.
        Bad:
            objectives: [[[[[[[[
        Good:
            objectives: [O1]
        """,
    "Y107": """The file is UTF-8 text without control characters.
        Why: In another encoding Kazakh letters are lost or wrong on paper.
        Bad:
            # saved as Windows-1251
        Good:
            # saved as UTF-8
        """,
    "Y108": """A file holds one document.
        Why: A second document after `---` would not be read.
        Bad:
            kind: module
            ---
            kind: module
        Good:
            # two files
        """,
    "Y109": """A file is not empty.
        Why: An empty file is a slip of saving.
        Bad:
            # nothing
        Good:
            kind: glossary
        """,
    "Y110": """The file can be read.
        Why: What cannot be read cannot be printed.
        Bad:
            # M10.yaml is a link to nowhere, or a folder
        Good:
            # M10.yaml is a file
        """,
    "Y111": """The file lies inside the project.
        Why: A link that leads out would print what its owner never meant to share.
        Bad:
            # modules/M10.yaml links to another folder
        Good:
            # modules/M10.yaml is a file of the project
        """,
    "Y112": """A key has a value.
        Why: An empty value is read by some as nothing and by others as empty text.
        Bad:
            note:
        Good:
            note: Bring pens.
        """,
    "Y113": """A key is plain text.
        Why: No field of a curriculum has a list or mapping as its name.
        Bad:
            ? [O1, O2]
            : taught
        Good:
            objectives: [O1, O2]
        """,
    "Y201": """An ignore comment gives a reason.
        Why: The next author must be able to judge whether the reason still holds.
        Bad:
            minutes: 90  # curriculum: ignore[T101]
        Good:
            minutes: 90  # curriculum: ignore[T101] the academy adds a step of its own
        """,
    "Y202": """An ignore comment silences something.
        Why: A comment that outlives its finding would hide the next one.
        Bad:
            minutes: 90  # curriculum: ignore[T101] old reason, minutes are right by now
        Good:
            minutes: 90
        """,
    "Y203": """Rules that the programme selects or leaves out exist, and are not rules of form.
        Why: A misspelt code would leave out nothing, or everything.
        Bad:
            checks: {ignore: [{rules: T999, reason: We add a step.}]}
        Good:
            checks: {ignore: [{rules: T101, reason: We add a step.}]}
        """,
    "S101": """Only known keys are used.
        Why: A misspelt key would be left out of the printed page without a word.
        Bad:
            titel: Opening round
        Good:
            title: Opening round
        """,
    "S102": """Every required key is there.
        Why: The printed page has a place for it, and someone will look there.
        Bad:
            - id: S1
              minutes: 15
        Good:
            - id: S1
              title: Opening round
              minutes: 15
              method: discussion
        """,
    "S103": """A value is of the right sort: text, list or mapping.
        Why: A list where text is meant cannot be printed as text.
        Bad:
            audiences: patrol
        Good:
            audiences: [patrol]
        """,
    "S104": """A value is one of the words that the field knows.
        Why: The word is translated and used in tables; an unknown one cannot be.
        Bad:
            method: talk
        Good:
            method: discussion
        """,
    "S105": """A number, or true and false, is well-formed and in range; a line is one line.
        Why: Minutes are added up; `9:30` or `1 hour` cannot be.
        Bad:
            minutes: 1 hour
        Good:
            minutes: 60
        """,
    "S106": """A date or time of day is well-formed.
        Why: `09.03.2027` is March for one reader and September for another.
        Bad:
            on: 09.03.2027
        Good:
            on: 2027-03-09
        """,
    "S107": """A text or list is neither empty nor too long.
        Why: What does not fit its place on the page spoils the page.
        Bad:
            objectives: []
        Good:
            objectives: [{id: O1, …}]
        """,
    "S108": """The file's kind is known.
        Why: The kind decides which fields a file has.
        Bad:
            kind: modul
        Good:
            kind: module
        """,
    "S109": """An id or version is well-formed.
        Why: Sheets are labelled by ids (`M10-C1-2`), so they must be short and alike.
        Bad:
            id: Step one
        Good:
            id: S1
        """,
    "S110": """A project has one programme, and one of each shared list.
        Why: With two glossaries nobody knows which definition is printed.
        Bad:
            # modules/glossary.yaml and modules/glossary-new.yaml
        Good:
            # modules/glossary.yaml
        """,
}

FORM_RULES = tuple(
    Rule(code, ALWAYS_WARNING if code.startswith("Y2") else ALWAYS_ERROR, doc)
    for code, doc in _DOCS.items()
)
