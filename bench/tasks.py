"""What is measured of ours, and the baselines it is compared with."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .joined import join
from .measure import Task
from .project import ROOT, cut_project

LANGUAGE = "en"
HANDBOOK = "trainer-handbook"
WORKSHOP = "workshop-1"
PLAIN, PLAIN_PACK, BARE, TYPER, COLD = "plain", "plain-pack", "bare", "typer", "cold"
FONTCONFIG = (
    '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">\n'
    "<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>\n"
)


@dataclass(frozen=True)
class Place:
    """The folders that a run works in; `cold` is built from nothing every time."""

    work: Path

    @property
    def cold(self) -> Path:
        return self.work / "cold"

    @property
    def warm(self) -> Path:
        return self.work / "warm"

    @property
    def book(self) -> Path:
        return self.work / "plain-book"

    @property
    def pack(self) -> Path:
        return self.work / "plain-pack"


def curriculum(project: Path, *arguments: str) -> tuple[str, ...]:
    """Our program's command line."""
    return (
        sys.executable,
        "-m",
        "curriculum_cli",
        "--quiet",
        "--project",
        str(project),
        *arguments,
    )


def environment() -> dict[str, str]:
    """What every program gets: this checkout's code, and no settings of the person at work."""
    return {"PYTHONPATH": str(ROOT), "CURRICULUM_CACHE": "", "SOURCE_DATE_EPOCH": "1795300000"}


def set_up(place: Place, modules: int) -> None:
    """Write the projects and the joined pages."""
    for project in (place.cold, place.warm):
        cut_project(project, modules)
    join(place.cold, place.book, HANDBOOK)
    join(place.cold, place.pack, f"handouts/{WORKSHOP}-trainer", workshop=WORKSHOP)
    fonts = FONTCONFIG.format(fonts=ROOT / "templates/fonts", cache=place.work / "fontconfig")
    (place.work / "fonts.conf").write_text(fonts, "utf-8")


def tasks(place: Place) -> Iterator[Task]:
    """Baselines first, then ours."""
    yield from _baselines(place)
    yield from _cold(place)
    yield from _warm(place)
    yield from _start(place)


def _baselines(place: Place) -> Iterator[Task]:
    fonts = {**environment(), "FONTCONFIG_FILE": str(place.work / "fonts.conf")}
    for name, label, folder in (
        (PLAIN, "plain WeasyPrint, the same leaves in one document, PDF/UA-1", place.book),
        (PLAIN_PACK, "plain WeasyPrint, the trainer’s pack of one workshop", place.pack),
    ):
        out = folder / "plain.pdf"
        page = str(folder / "book.html")
        command = (
            sys.executable, "-m", "weasyprint", "-q", "--pdf-variant", "pdf/ua-1", page, str(out),
        )  # fmt: skip
        yield Task(name, label, command, folder, name, makes=out, environment=fonts)
    for name, label, code in (
        (BARE, "python -c pass", "pass"),
        (TYPER, "python -c 'import typer'", "import typer"),
    ):
        yield Task(name, label, (sys.executable, "-c", code), place.work, name)


def _cold(place: Place) -> Iterator[Task]:
    project = place.cold
    clean = ("rm", "-rf", str(project / ".curriculum"), str(project / "build"))
    build = ("build", "--language", LANGUAGE, "--format", "pdf")
    book = project / f"build/{LANGUAGE}/{HANDBOOK}.pdf"
    yield _ours(
        COLD, "handbook, cold", project, (*build, HANDBOOK), PLAIN, prepare=clean, makes=book
    )
    yield _ours("all-cold", "all documents of a language, cold", project, build, COLD, clean)


def _warm(place: Place) -> Iterator[Task]:
    project = place.warm
    build = ("build", "--language", LANGUAGE, "--format", "pdf")
    edit = (sys.executable, "-m", "bench.edit")
    everything = curriculum(project, *build)
    fresh = f"{project}/build/{LANGUAGE}/handouts/{WORKSHOP}"
    for name, label, what in (
        ("word", "one word changed, all documents", "word"),
        ("pages", "a leaf became a page longer, all documents", "page"),
    ):
        prepare = (*edit, what, str(project), *everything)
        yield _ours(name, label, project, build, PLAIN, prepare)
    settle = (*edit, "settle", str(project), *everything)
    yield _ours("nothing", "nothing changed, all documents", project, build, BARE, settle)
    yield _ours(
        "handout", "handout of a workshop, both copies, leaves cached", project,
        ("handout", WORKSHOP, "--format", "pdf"), PLAIN_PACK,
        ("rm", "-f", f"{fresh}-participant.pdf", f"{fresh}-trainer.pdf"),
    )  # fmt: skip


def _start(place: Place) -> Iterator[Task]:
    for option in ("--version", "--help"):
        command = (sys.executable, "-m", "curriculum_cli", option)
        label = f"curriculum {option}"
        yield Task(option[2:], label, command, place.work, TYPER, environment=environment())


def _ours(
    name: str,
    label: str,
    project: Path,
    arguments: tuple[str, ...],
    baseline: str,
    prepare: tuple[str, ...] = (),
    makes: Path | None = None,
) -> Task:
    return Task(
        name,
        f"ours: {label}",
        curriculum(project, *arguments),
        project,
        baseline,
        prepare,
        makes,
        environment(),
    )


def load() -> str:
    """How busy the machine is, as the system says."""
    return " ".join(f"{each:.2f}" for each in os.getloadavg())
