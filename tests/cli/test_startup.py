"""What is loaded for a command, and what is not: half a second is quickly spent on nothing."""

from __future__ import annotations

import subprocess
import sys

import pytest
from curriculum_cli.cli.app import app
from curriculum_cli.cli.commands import COMMANDS, loaded

from ..build.conftest import built_once  # noqa: F401
from ..build.town import Town
from .test_build import QUICK, environment, town  # noqa: F401

HEAVY = (
    *("babel", "cffi", "distributed", "fontTools", "hashlib", "icalendar", "jinja2", "json"),
    *("markdown_it", "markupsafe", "multiprocessing", "pathlib", "pebble", "pikepdf", "PIL"),
    *("pydantic", "pydyf", "pyphen", "rich", "subprocess", "tomllib", "typer", "weasyprint"),
    *("yaml", "zoneinfo", "curriculum_cli.checks.engine", "curriculum_cli.model.module"),
)
TYPERS = {"pathlib", "subprocess", "typer"}
"""What the command-line library brings."""
WITH_OPTIONS = TYPERS | {"hashlib", "json", "pydantic", "zoneinfo"}
"""The same for a command that has options."""
ASK = f"""
import sys
from curriculum_cli.cli.main import run
code = run(sys.argv[1:])
print(code, *(name for name in {HEAVY} if name in sys.modules), file=sys.stderr)
"""


def heavy_of(*arguments: str, folder: str = ".") -> set[str]:
    """Which of the heavy modules a command line loads; it must end well."""
    done = subprocess.run(
        [sys.executable, "-c", ASK, *arguments],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    code, *found = done.stderr.splitlines()[-1].split()
    assert code == "0", done.stderr
    return set(found)


@pytest.mark.parametrize("arguments", [("--version",), ("--help",)], ids=" ".join)
def test_version_and_help_load_the_command_line_library_and_no_more(
    arguments: tuple[str, ...],
) -> None:
    assert heavy_of(*arguments) <= TYPERS


@pytest.mark.parametrize("name", ["build", "check"])
def test_the_help_of_a_command_loads_nothing_of_the_content(name: str) -> None:
    assert heavy_of(name, "--help") <= WITH_OPTIONS


def test_a_build_with_nothing_changed_loads_nothing_at_all(town: Town) -> None:  # noqa: F811
    folder = str(town.root)
    assert "jinja2" in heavy_of(*QUICK, folder=folder)
    assert heavy_of(*QUICK, folder=folder) <= {"hashlib"}


def test_a_check_loads_no_engine(town: Town) -> None:  # noqa: F811
    found = heavy_of("check", folder=str(town.root))
    assert found.isdisjoint({"weasyprint", "pikepdf", "fontTools", "jinja2", "multiprocessing"})


def test_one_module_is_shown_without_rules_when_nothing_changed(town: Town) -> None:  # noqa: F811
    folder = str(town.root)
    heavy_of("check", folder=folder)
    module = next(str(path.relative_to(town.root)) for path in town.root.glob("modules/M*.yaml"))
    assert heavy_of("check", module, folder=folder) <= {"hashlib", "json", "pathlib"}


def test_one_changed_module_is_checked_with_few_libraries(town: Town) -> None:  # noqa: F811
    heavy_of("check", folder=str(town.root))
    module = min(town.root.glob("modules/M*.yaml"))
    module.write_text(module.read_text("utf-8") + "# a word\n", "utf-8")
    found = heavy_of("check", str(module.relative_to(town.root)), folder=str(town.root))
    assert {"pydantic", "yaml"} <= found
    assert found.isdisjoint({"markdown_it", "multiprocessing", "rich", "tomllib", "typer"})


@pytest.mark.parametrize("name", COMMANDS)
def test_the_word_about_a_command_begins_its_own_help(name: str) -> None:
    assert loaded(name).help.startswith(COMMANDS[name].about.rstrip("."))


def test_all_commands_are_known() -> None:
    assert [each.name for each in app.registered_commands] == list(COMMANDS)
