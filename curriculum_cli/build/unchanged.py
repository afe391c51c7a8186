"""Whether the last answer to the same command line still stands, asked before anything is loaded.

*Why* so few imports, and no dataclass: an answer in the time of two bare Pythons leaves room for
none.
"""

from __future__ import annotations

import os
import sys
import time
from binascii import crc32

from .marks import PACKAGE, Marks, Seen, digest_of, is_folder, look, marks_of, same, settled
from .places import is_own, user_cache

MAGIC = "curriculum unchanged 2"
_ENVIRONMENT = ("CURRICULUM_CACHE", "GIT_DIR", "GIT_WORK_TREE", "SOURCE_DATE_EPOCH")
_LOOK = ("COLUMNS", "FORCE_COLOR", "NO_COLOR", "PYTHONIOENCODING", "TERM", "TTY_COMPATIBLE")
_PLAIN_OPTIONS = {"-q", "--quiet", "-v", "--verbose", "--no-color"}


class Question:
    """One command line in one place, and where the answer to it is kept.

    `checks` when it is `check` that asks: what it is told comes from nobody but the user's self.
    `outdated` once an answer was found that no longer holds: something has changed since; `seen`
    once one was found that holds: the files it stands on; `known` those of any that was found.
    """

    def __init__(self, project: str, key: str, record: str, quiet: bool, checks: bool) -> None:
        self.project = project
        self.key = key
        self.record = record
        self.quiet = quiet and not checks
        self.checks = checks
        self.outdated = False
        self.seen: Seen | None = None
        self.known: Seen = {}


def question(arguments: list[str]) -> Question | None:
    """The question that a command line asks; None when it is another, or must run anyway."""
    rest = list(arguments)
    chosen = ""
    quiet = False
    while rest and rest[0] not in ("build", "check"):
        option = rest.pop(0)
        if option == "--project" and rest:
            chosen = rest.pop(0)
        elif option.startswith("--project="):
            chosen = option.partition("=")[2]
        elif option not in _PLAIN_OPTIONS:
            return None
        quiet = quiet or option in ("-q", "--quiet")
    if not rest or "--force" in rest:
        return None
    checks = rest[0] == "check"
    if checks and (_shown() or any(each.startswith("--output-file") for each in rest)):
        return None
    try:
        here = os.getcwd()
        project = os.path.realpath(chosen) if chosen else _project(here)
        head = "" if checks else _head(project or os.path.dirname(PACKAGE))
    except OSError:
        return None
    if head is None:
        return None
    base = project or here
    cache = os.environ.get("CURRICULUM_CACHE") or os.path.join(base, ".curriculum")
    cache = (user_cache() or "") if checks else cache
    if not cache:
        return None
    day = time.localtime()[:3]
    facts = [MAGIC, sys.version, sys.executable, here, project, head, day, arguments]
    names = (*_ENVIRONMENT, *(_LOOK if checks else ()))
    key = repr([*facts, [os.environ.get(name) for name in names]])
    name = f"{crc32(key.encode('utf-8', 'backslashreplace')):08x}.txt"
    return Question(project, key, os.path.join(here, cache, "last", name), quiet, checks)


def question_of_report(project: str, choice: str, day: str) -> Question | None:
    """What comes of checking a whole project, whichever files and form the user asks for."""
    cache = user_cache()
    if not cache:
        return None
    facts = [MAGIC, "report", sys.version, sys.executable, project, choice, day]
    key = repr(facts)
    name = f"{crc32(key.encode('utf-8', 'backslashreplace')):08x}.txt"
    return Question(project, key, os.path.join(cache, "check", "reports", name), False, True)


def _shown() -> bool:
    """Whether a person looks at what is written, in colours and as wide as the screen."""
    return sys.stdout.isatty() or (sys.stdout.encoding or "utf-8").lower() != "utf-8"


def answer(asked: Question) -> tuple[list[str], list[str], int] | None:
    """Lines for stdout and stderr, and the exit code, when nothing has changed; else None."""
    try:
        if asked.checks and not is_own(asked.record):
            return None
        with open(asked.record, encoding="utf-8", errors="surrogateescape", newline="\n") as file:
            lines = file.read().split("\n")
        if lines[0] != MAGIC or lines[1] != asked.key or lines[-2] != "end":
            return None
        asked.outdated = True
        parts: dict[str, list[str]] = {
            "root": [],
            "in": [],
            "out": [],
            "say": [],
            "note": [],
            "code": [],
        }
        for line in lines[2:-2]:
            kind, _, value = line.partition("\t")
            parts[kind].append(value)
        known, made = dict(map(_entry, parts["in"])), dict(map(_entry, parts["out"]))
        asked.known = known
        found = look(parts["root"])
        if found is None or found.keys() != known.keys():
            return None
        inputs = same(found, known)
        outputs = same({path: marks_of(path) for path in made}, made)
        if inputs is None or outputs is None:
            return None
        if (inputs, outputs) != (known, made):
            _write(asked, parts, inputs, outputs)
        asked.seen = inputs
    except (OSError, ValueError, LookupError):
        return None
    return parts["say"], parts["note"], int(parts["code"][0])


def still_there(
    before: Seen, roots: list[str], digests: dict[str, str] | None = None
) -> Seen | None:
    """What was looked at, with its digests; None when a file changed since, while we were at it.

    `digests` are those that can be trusted; all other files are read.
    """
    digests = digests or {}
    try:
        now = look(roots)
        if now is None or now != {path: marks for path, (marks, _) in before.items()}:
            return None
        inputs: Seen = {
            p: (m, "" if is_folder(p) else digests.get(p) or digest_of(p)) for p, m in now.items()
        }
    except (OSError, ValueError):
        return None
    if any(digest and inputs[path][1] != digest for path, (_, digest) in before.items()):
        return None
    return inputs


def keep(
    asked: Question,
    inputs: Seen,
    roots: list[str],
    outputs: dict[str, str],
    say: list[str],
    note: list[str],
    code: int = 0,
) -> None:
    """Keep an answer that stands as long as these files are the same; `outputs` gives digests."""
    try:
        made: Seen = {path: (marks_of(path), digest) for path, digest in outputs.items()}
        _write(asked, {"root": roots, "say": say, "note": note, "code": [str(code)]}, inputs, made)
    except (OSError, ValueError):
        return


def _write(asked: Question, parts: dict[str, list[str]], inputs: Seen, outputs: Seen) -> None:
    now = time.time_ns()
    lines = [MAGIC, asked.key]
    for kind in ("root", "say", "note", "code"):
        lines += [f"{kind}\t{text}" for text in parts[kind]]
    for kind, seen in (("in", inputs), ("out", outputs)):
        for path, (marks, digest) in seen.items():
            shown = " ".join(map(str, marks)) if marks and settled(marks, now) else ""
            lines.append(f"{kind}\t{shown}\t{digest}\t{path}")
    if any("\n" in line for line in lines):
        return
    os.makedirs(os.path.dirname(asked.record), exist_ok=True)
    part = f"{asked.record}.{os.getpid()}"
    with open(part, "w", encoding="utf-8", errors="surrogateescape", newline="\n") as file:
        file.write("\n".join([*lines, "end", ""]))
    os.chmod(part, 0o600)
    os.replace(part, asked.record)


def _project(start: str) -> str:
    folder = start
    while True:
        if os.path.exists(os.path.join(folder, "modules", "curriculum.yaml")):
            return folder
        above = os.path.dirname(folder)
        if above == folder:
            return ""
        folder = above


def _head(start: str) -> str | None:
    """What git's HEAD stands at, read without git; None where that takes more than reading."""
    folder = start
    while not os.path.exists(os.path.join(folder, ".git")):
        above = os.path.dirname(folder)
        if above == folder:
            return ""
        folder = above
    git = os.path.join(folder, ".git")
    if not os.path.isdir(git):
        return None
    with open(os.path.join(git, "HEAD"), encoding="utf-8") as file:
        head = file.read().strip()
    if not head.startswith("ref: "):
        return head
    parts = [head]
    try:
        with open(os.path.join(git, head[5:]), encoding="utf-8") as file:
            parts.append(file.read().strip())
    except FileNotFoundError:
        for name in ("packed-refs", os.path.join("reftable", "tables.list")):
            path = os.path.join(git, name)
            if os.path.isfile(path):
                parts.append(repr(marks_of(path)))
    return " ".join(parts)


def _entry(line: str) -> tuple[str, tuple[Marks | None, str]]:
    shown, digest, path = line.split("\t", 2)
    if not shown:
        return path, (None, digest)
    size, changed, entry, number = map(int, shown.split(" "))
    return path, ((size, changed, entry, number), digest)
