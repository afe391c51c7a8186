"""The run itself: set up, one round for memory and documents, then rounds of times."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Iterable
from compileall import compile_dir
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.table import Table

from .measure import Task, peak, timed
from .pdf_facts import facts_of, hyphenated
from .peers.programs import PEERS
from .peers.tasks import books, converted, kazakh_task, kazakh_words, peer_tasks
from .processes import run
from .project import ROOT
from .report import HEAD, markdown, table
from .store import Rows
from .tasks import COLD, PLAIN, Place, load, set_up, tasks
from .versions import machine, versions

WIDTH = 150
"""Columns that the table needs, where the terminal is narrower or there is none."""


class SideBySide:
    """One run over a folder, its rows, and the time there is."""

    def __init__(self, rows: Rows, work: Path, results: Path, minutes: float) -> None:
        self.rows = rows
        self.work = work
        self.place = Place(work)
        self._results = results
        self._ends = time.monotonic() + minutes * 60

    def measure(self, modules: int, rounds: int, peers: str) -> None:
        """All tasks, round by round; ends early when time is up."""
        self.set_up(modules)
        found = list(tasks(self.place))
        found += self._peers(peers)
        self._note_tasks(found)
        able = [task for task in found if self._tried(task)]
        self._kazakh({task.name for task in able})
        for number in range(1, rounds + 1):
            for task in able:
                if self.over():
                    self.say("time is up; the same command goes on from here")
                    return
                if self.rows.one("time", task=task.name, round=number) is None:
                    taken = timed(task)
                    self.rows.add(
                        "time", task=task.name, round=number, seconds=taken.seconds,
                        processor=taken.processor, why=taken.why, load=load(),
                    )  # fmt: skip
                    self.say(f"round {number}: {task.label} {taken.why or ''}")

    def set_up(self, modules: int) -> None:
        """The projects; kept from the run before when that measured the same.

        The program is compiled, as it is wherever it is installed.
        """
        compile_dir(ROOT / "curriculum_cli", quiet=1)
        stamp = self.work / "made"
        if self.rows.one("input") is None or not stamp.exists():
            shutil.rmtree(self.work, ignore_errors=True)
            self.work.mkdir(parents=True)
            set_up(self.place, modules)
            size = sum(path.stat().st_size for path in self.place.cold.rglob("*.yaml"))
            self.rows.add("input", modules=modules, kib=size // 1024)
            stamp.touch()

    def over(self) -> bool:
        return time.monotonic() > self._ends

    def say(self, text: str) -> None:
        print(f"{datetime.now(UTC):%H:%M:%S} {text}", flush=True)

    def write(self) -> None:
        """The table on the screen, and the file; nothing while there is no row."""
        shown = list(table(self.rows))
        if not shown and self.rows.one("scale") is None:
            return
        console = Console(width=max(Console().width, WIDTH))
        if shown:
            drawn = Table(*HEAD)
            for row in shown:
                drawn.add_row(*row)
            console.print(drawn)
        self._results.write_text(markdown(self.rows, self._title()), "utf-8")
        console.print(f"Written: {self._results}")

    def _title(self) -> Iterable[str]:
        commit = subprocess.run(
            ["git", "describe", "--always", "--dirty"], cwd=ROOT, capture_output=True, text=True,
            check=False,
        ).stdout.strip()  # fmt: skip
        yield (
            f"Written by `make bench` on {datetime.now(UTC):%Y-%m-%d}, program at {commit or '–'}, "
            f"on {machine()}. {self._input()}"
        )
        yield "\n".join(f"- {line}" for line in versions())

    def _input(self) -> str:
        made = self.rows.one("input")
        book = self.rows.one("facts", task=PLAIN)
        ours = self.rows.one("facts", task=COLD)
        if made is None:
            return ""
        text = f"The curriculum: {made['modules']} modules, {made['kib']} KiB of YAML"
        if book and ours:
            text += (
                f"; the trainer’s handbook has {book['pages']} printed pages, {ours['pages']} with"
                " the blank backs that loose sheets need"
            )
        return f"{text}."

    def _peers(self, chosen: str) -> list[Task]:
        wanted = [peer for peer in PEERS if chosen == "all" or peer.name in chosen.split(",")]
        if not wanted:
            return []
        found = books(self.place)
        for peer in wanted:
            why = peer.missing() or converted(peer, found[peer.name])
            if why:
                self.rows.add("task", task=peer.name, label=peer.label, baseline=PLAIN, why=why)
                found.pop(peer.name, None)
                self.say(f"{peer.label}: {why}")
        names = {peer.name for peer in wanted}
        return [task for task in peer_tasks(found) if task.name in names]

    def _note_tasks(self, found: list[Task]) -> None:
        for task in found:
            if self.rows.one("task", task=task.name) is None:
                self.rows.add("task", task=task.name, label=task.label, baseline=task.baseline)

    def _tried(self, task: Task) -> bool:
        """One run for memory and the document; False when it fails."""
        row = self.rows.one("peak", task=task.name)
        if row is None:
            if self.over():
                return False
            if task.makes is not None:
                task.makes.unlink(missing_ok=True)
            mib, why = peak(task)
            if task.makes is not None and not why:
                why = self._look(task, task.makes)
            self.rows.add("peak", task=task.name, mib=mib, why=why)
            self.say(f"tried: {task.label} {why}")
            return not why
        return not row["why"]

    def _look(self, task: Task, pdf: Path) -> str:
        try:
            self.rows.add("facts", task=task.name, **facts_of(pdf).row())
        except Exception as error:
            return f"its PDF cannot be read: {type(error).__name__}"
        return ""

    def _kazakh(self, names: set[str]) -> None:
        """Whether each program divides Kazakh words."""
        text, words = kazakh_words()
        folder = self.work / "kazakh"
        for peer in PEERS:
            if peer.name not in names or self.rows.one("kazakh", task=peer.name) or self.over():
                continue
            task = kazakh_task(peer, folder / peer.name, text)
            self.rows.add("kazakh", task=peer.name, **_divided(peer, task, words))
        for name, command in _own_kazakh(self.place, folder, text):
            if self.rows.one("kazakh", task=name) is None:
                out = folder / f"{name}.pdf"
                environment = next(t for t in tasks(self.place) if t.name == PLAIN).environment
                ended = run((*command, str(out)), folder, environment, 60)
                counted = 0 if ended.why else hyphenated(out, words)
                self.rows.add("kazakh", task=name, hyphenated=counted, why=ended.why)


def _divided(peer: object, task: Task, words: set[str]) -> dict[str, object]:
    from .peers.programs import Book, Peer
    from .peers.tasks import converted as convert

    assert isinstance(peer, Peer)
    why = convert(peer, Book(task.folder, "kk"))
    if not why:
        why = run(task.command, task.folder, task.environment, task.longest).why
    if why or task.makes is None:
        return {"hyphenated": None, "why": why}
    return {"hyphenated": hyphenated(task.makes, words), "why": ""}


def _own_kazakh(place: Place, folder: Path, text: str) -> Iterable[tuple[str, tuple[str, ...]]]:
    from .peers.tasks import kazakh_page

    page = folder / "page.html"
    folder.mkdir(parents=True, exist_ok=True)
    page.write_text(kazakh_page(text), "utf-8")
    yield PLAIN, (sys.executable, "-m", "weasyprint", "-q", str(page))
    yield COLD, (sys.executable, "-m", "bench.own_page", str(page), str(place.work / "engine"))
