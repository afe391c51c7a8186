"""The entry point: run a command and turn every ending into its exit code."""

from __future__ import annotations

import gc
import os
import sys
from io import TextIOWrapper

from ..build.unchanged import Question, answer, question

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..build.executor import ForkedWorkers
    from .console import Screen
    from .stopping import Stop


def main() -> None:
    """Run `curriculum`; exits 0, 1, 2, 3 or 130 and never shows a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a letter that the screen has not must not stop us
            stream.reconfigure(errors="backslashreplace")
    try:
        code = run(sys.argv[1:])
    except KeyboardInterrupt:  # while something was still being loaded
        code = _stopped()
    if code == 130:  # all is cleaned up; taking the program apart would only take time
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    gc.freeze()  # nor need anything be looked for that could be taken apart
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """Run one command line and return its exit code.

    *Why* a question first: to say that nothing has changed, nothing need be loaded. *Why* the
    collector is told to be lazy: a seventh of a short run is otherwise spent on finding nothing.
    *Why* no plug-ins of pydantic: looking for them takes as long, and none may change a meaning.
    """
    asked = question(arguments)
    found = answer(asked) if asked is not None else None
    if asked is not None and found is not None:
        return _say(*found, quiet=asked.quiet)
    from .stopping import Stop

    with Stop() as stop:
        return _run(arguments, asked, stop)


def _run(arguments: list[str], asked: Question | None, stop: Stop) -> int:
    gc.set_threshold(50_000, 20, 100)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "true")
    workers = None
    if asked is not None and asked.outdated and not asked.checks:
        from .workers import early_worker

        workers = early_worker(asked, arguments)
    try:
        return _run_command(arguments, asked, workers, stop)
    finally:
        if workers is not None:
            workers.shutdown(cancel_futures=True)


def _run_command(
    arguments: list[str], asked: Question | None, workers: ForkedWorkers | None, stop: Stop
) -> int:
    from ..diagnostics import CurriculumError
    from .console import Screen

    screen = Screen(question=asked, workers=workers)
    try:
        result = _result_of(arguments, screen)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return _stopped()
    except CurriculumError as error:
        screen.fail(error)
        return error.exit_code
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except SystemExit as ending:
        if isinstance(ending.__context__, BrokenPipeError):  # of --help and --version
            return 0
        raise
    except Exception as error:
        return _stopped() if stop.asked else _bug(error)
    return _stopped() if result == 130 else result


def _result_of(arguments: list[str], screen: Screen) -> int:
    """Run a command, read by the command-line library unless it is as plain as most are."""
    from .plain_check import plain_check

    paths_and_form = plain_check(arguments)
    if paths_and_form is not None:
        from .check_command import run_check

        return run_check(screen, *paths_and_form)
    import typer
    from typer.exceptions import TyperException

    from .app import app

    try:
        result = app(arguments, standalone_mode=False, prog_name="curriculum", obj=screen)
    except typer.Abort:
        return 130
    except typer.Exit as ending:
        return ending.exit_code
    except TyperException as error:
        _show(error)
        return 2
    return result if isinstance(result, int) else 0


def _stopped() -> int:
    print("\nStopped.", file=sys.stderr)  # noqa: T201
    return 130


def _say(lines: list[str], notes: list[str], code: int, *, quiet: bool) -> int:
    """Repeat what this command line said the last time."""
    if not quiet:
        for note in notes:
            print(note, file=sys.stderr)  # noqa: T201
        try:
            for line in lines:
                print(line)  # noqa: T201
            sys.stdout.flush()
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code


def _show(error: Exception) -> None:
    """Wrong use, in the words of the command-line library."""
    show = getattr(error, "show", None)
    if callable(show):
        show()
    else:
        print(f"Error: {error}", file=sys.stderr)  # noqa: T201


def _bug(error: Exception) -> int:
    """Say that this is our fault, and where the details are."""
    import tempfile
    import traceback
    from pathlib import Path

    from .. import __version__

    where = traceback.extract_tb(error.__traceback__)[-1]
    file = Path(where.filename).name
    print(  # noqa: T201
        f"This is a bug in curriculum {__version__}, not a mistake of yours: "
        f"{type(error).__name__} in {file}, line {where.lineno}.",
        file=sys.stderr,
    )
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="curriculum-bug-", suffix=".txt", delete=False, encoding="utf-8"
        ) as report:
            traceback.print_exception(error, file=report)
        print(f"Please report it with the file {report.name}.", file=sys.stderr)  # noqa: T201
    except OSError:
        print("Please report it with the command you ran.", file=sys.stderr)  # noqa: T201
    return 3
