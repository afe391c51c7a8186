"""What several commands begin with: find the project, check it, name its things."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, redirect_stdout, suppress
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from ..build.check_memory import CheckMemory, memory_file, program_digest
from ..build.marks import Seen, begin, roots_of, trusted
from ..build.unchanged import Question, answer, keep, question_of_report, still_there
from ..diagnostics import UsageError, did_you_mean
from ..settings import Settings, load_settings, today
from .console import Screen, shown

if TYPE_CHECKING:
    from ..checks.project import Outcome
    from ..checks.report import Choice, Quick

EMBEDDED = "No curriculum in this folder or above it: using the embedded one."


def settings_for(screen: Screen, output: Path | None = None) -> Settings:
    """The run's folders; says so when it is the embedded curriculum that is used."""
    settings = load_settings(screen.project, output)
    if settings.embedded:
        screen.note(EMBEDDED)
    elif screen.verbose:
        screen.note(f"Project: {shown(settings.project)}")
    return settings


def printable(settings: Settings) -> frozenset[int]:
    """Code points that every face of the print fonts has."""
    path = settings.asset("fonts", "characters.txt")
    points: set[int] = set()
    try:
        lines = path.read_text("utf-8").splitlines()
    except OSError:
        return frozenset()
    for line in lines:
        text = line.partition("#")[0].strip().replace("U+", "")
        if text:
            first, _, last = text.split()[0].partition("-")
            points.update(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(points)


def judged(settings: Settings, choice: Choice | None = None) -> Outcome:
    """Read and check the project; when nothing has changed since, with the last report."""
    from ..checks.project import check_project
    from ..checks.report import Choice

    chosen = choice or Choice()
    _, last = _last_report(settings, chosen)
    known = last.report if last else None
    return check_project(settings.project, chosen, printable(settings), known=known)


def keep_report(settings: Settings, outcome: Outcome, seen: Seen, roots: list[str]) -> None:
    """Keep what came of checking everything as the programme wants; `seen` is what it stands on."""
    from ..checks.report import Choice, Quick

    asked = _asked(settings, Choice())
    if asked is not None:
        quick = Quick(outcome.report, outcome.read.files, outcome.read.texts)
        keep(asked, seen, roots, {}, [quick.to_text()], [])


class Watch:
    """All that a report depends on: content, look, program."""

    def __init__(self, settings: Settings) -> None:
        self.roots = roots_of(str(settings.project), [str(each) for each in settings.templates])
        self.seen: Seen | None = None
        """The files with marks and digests, once it is known that nothing changed meanwhile."""


def judged_quickly(settings: Settings, choice: Choice, watch: Watch) -> Quick:
    """The same report, sooner: only what has changed since the last time is studied again.

    When nothing has changed, the report is the last one, whichever files it was shown of.
    """
    asked, last = _last_report(settings, choice)
    if asked is not None and last is not None:
        watch.seen = asked.seen
        return last
    before = begin(watch.roots) if asked is not None else None
    digests = trusted(before, asked.known) if asked is not None and before is not None else {}
    outcome = _judged_anew(settings, choice, digests)
    if asked is not None and before is not None:
        watch.seen = still_there(before, watch.roots, digests)
        if watch.seen is not None:
            keep(asked, watch.seen, watch.roots, {}, [outcome.to_text()], [])
    return outcome


def _asked(settings: Settings, choice: Choice) -> Question | None:
    project = str(settings.project.resolve())
    return question_of_report(project, repr(choice), today().isoformat())


def _last_report(settings: Settings, choice: Choice) -> tuple[Question | None, Quick | None]:
    """The last report, as long as everything it stands on is the same."""
    from ..checks.report import UNREADABLE, from_text

    asked = _asked(settings, choice)
    found = answer(asked) if asked is not None else None
    if asked is not None and found is not None and asked.seen is not None:
        with suppress(*UNREADABLE):
            return asked, from_text(found[0][0], _reader(settings.project))
    return asked, None


def _reader(root: Path) -> Callable[[str], str | None]:
    from ..source.files import SourceFile, read_text

    return lambda name: read_text(SourceFile(root / name, name), root)[0]


def _judged_anew(settings: Settings, choice: Choice, digests: dict[str, str]) -> Quick:
    from ..checks.quickly import check_quickly

    return check_quickly(
        settings.project,
        choice,
        printable(settings),
        CheckMemory(memory_file(settings.project, str(choice.profile or ""))),
        program_digest(),
        processes=cores() if hasattr(os, "fork") else 1,
        digests=digests,
    )


@contextmanager
def kept_answer(
    screen: Screen, settings: Settings, paths: Iterable[Path], watch: Watch
) -> Iterator[Callable[[int], None]]:
    """Keep what is printed, and the exit code, for the day when the same is asked of the same.

    Notes on stderr are not kept, nor then an answer that has some, or is about files elsewhere.
    """
    asked = screen.question
    if asked is None or settings.embedded or screen.verbose:
        yield lambda _: None
        return
    printed = StringIO()
    codes: list[int] = []
    try:
        with redirect_stdout(printed):
            yield codes.append
    finally:
        if printed.getvalue():
            screen.write(printed.getvalue().removesuffix("\n"))
    lines = printed.getvalue().removesuffix("\n").split("\n") if printed.getvalue() else []
    content = settings.project.resolve() / "modules"
    elsewhere = any(not path.resolve().is_relative_to(content) for path in paths)
    if watch.seen is not None and codes and not elsewhere:
        keep(asked, watch.seen, watch.roots, {}, lines, [], codes[0])


def cores() -> int:
    """The cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def one_of(wanted: str, known: Iterable[str], word: str, help: str = "") -> str:
    """`wanted` when it exists; raises UsageError with the nearest right name, or `help`."""
    names = list(known)
    if wanted in names:
        return wanted
    raise UsageError(f"there is no {word} “{wanted}”", did_you_mean(wanted, names) or help)


def listed(value: str | None, known: Iterable[str], word: str) -> tuple[str, ...]:
    """A comma-separated option as names that exist; raises UsageError."""
    if value is None:
        return ()
    names = [name.strip() for name in value.split(",") if name.strip()]
    if not names:
        raise UsageError(f"no {word} is named", f"Known: {', '.join(known)}.")
    choices = list(known)
    return tuple(dict.fromkeys(one_of(name, choices, word) for name in names))
