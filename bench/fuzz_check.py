"""Spoil files at random, and see that `check` answers every time.

    python bench/fuzz_check.py --times 2000 --seed 1
    python bench/fuzz_check.py --times 2000 --seed 1 --project tests/cases/project

Each round spoils one file of a project, whatever its kind: YAML, a translation, a picture, or a
list of participants. Bytes are changed, doubled, cut or moved, words of YAML are put in, or a value
is put in the place of another. Counts rounds with more findings than
before, rounds by kind of file, the longest round against the middle
one of its kind, the most memory, and every exception; a file that raised one is kept.
"""

from __future__ import annotations

import argparse
import collections
import random
import re
import resource
import shutil
import statistics
import sys
import tempfile
import time
import traceback
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from curriculum_cli.checks.project import check_project  # noqa: E402
from curriculum_cli.checks.report import Choice  # noqa: E402
from curriculum_cli.source.people import read_people  # noqa: E402

WORDS = [
    b": ", b"- ", b"? ", b"|\n", b">-\n", b"&a ", b"*a", b"!!int ", b"<<: *a", b"---\n", b"...\n",
    b"%YAML 1.2\n", b"{", b"}", b"[", b"]", b"'", b'"', b'"\\u0000"', b"\t", b"\r\n", b"\r", b"\0",
    b"\xff", b"\xef\xbb\xbf", b"\xe2\x80\xa8", b"#", b" # curriculum: ignore[T101] x", b"@", b"`",
    "Қ".encode(), "👍".encode(), b"![](x)", b"](", b"| a | b |\n", b"-999", b"1e9", b"9" * 400,
    b"kind: module\n", b"id: O1\n", b"null", b"~", b"\n", b"\n\n", b"  ", b"x" * 5000,
]  # fmt: skip

PRINTABLE = frozenset(range(32, 0x3000))
PEOPLE = 'Аты;Дәрежесі;Бөлімі\nАхметова Әсел;капитан;Конаев\n"Ким; А.";майор;Талдықорған\n'
VALUE = re.compile(rb"(?m)(?<=: )[^\n]+$")


def spoil(data: bytes, chance: random.Random) -> bytes:
    values = list(VALUE.finditer(data))
    if values and chance.random() < 0.4:  # a file that can still be read, with a wrong value in it
        first, second = chance.choice(values), chance.choice(values)
        new = chance.choice([second[0], b"M10", b"O99", b"-1", b"[]", b"{}", b"0", b"2027-02-30"])
        return data[: first.start()] + new + data[first.end() :]
    for _ in range(chance.choice([1, 1, 1, 2, 5, 30])):
        at = chance.randrange(len(data) + 1)
        to = min(len(data), at + chance.choice([1, 2, 10, 100, 5000]))
        match chance.randrange(6):
            case 0:
                data = data[:at] + chance.randbytes(to - at) + data[to:]
            case 1:
                data = data[:to] + data[at:]
            case 2:
                data = data[:at] + data[to:]
            case 3:
                piece, rest = data[at:to], data[:at] + data[to:]
                at = chance.randrange(len(rest) + 1)
                data = rest[:at] + piece + rest[at:]
            case _:
                data = data[:at] + chance.choice(WORDS) + data[at:]
    return data


def translation(language: str) -> str:
    """A short translation of the programme and its glossary, right enough to be read."""
    entries = [
        ("glossary.terms.trust.term", "trust", "сенім"),
        ("curriculum.title", "A", "Б **в**"),
    ]
    return f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n' + "".join(
        f'\n# unreviewed\n#, fuzzy\nmsgctxt "{where}"\nmsgid "{source}"\nmsgstr "{text}"\n'
        for where, source, text in entries
    )


def prepare(folder: Path, project: Path) -> list[Path]:
    """A copy of the project with translations and a list of people; the files to spoil."""
    shutil.copytree(project / "modules", folder / "modules")
    for language in ("ru", "kk"):
        path = folder / "modules/locale" / language / "glossary.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(translation(language), "utf-8")
    (folder / "people.csv").write_text(PEOPLE, "utf-8")
    kinds = ("*.yaml", "*.po", "*.svg", "*.png", "*.jpg", "*.csv")
    return sorted(path for kind in kinds for path in folder.rglob(kind))


def answer(folder: Path, path: Path) -> frozenset[str]:
    """Read the spoilt file as the program does; what is said about the project or the list."""
    if path.suffix == ".csv":
        return frozenset(each.message for each in read_people(path.read_bytes(), ()).problems)
    report = check_project(folder, Choice(), PRINTABLE).report
    return frozenset(f"{each.code} {each.file} {each.message}" for each in report.diagnostics)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--project", type=Path, default=ROOT, help="default: the curriculum")
    options = parser.parse_args()
    chance = random.Random(options.seed)
    outcomes: collections.Counter[str] = collections.Counter()
    took: dict[str, list[float]] = collections.defaultdict(list)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = prepare(folder, options.project)
        known = {path.suffix: answer(folder, path) for path in files}
        for _ in range(options.times):
            path = chance.choice(files)
            whole = path.read_bytes()
            path.write_bytes(spoil(whole, chance))
            began = time.process_time()
            try:
                more = answer(folder, path) - known[path.suffix]
                outcomes["more findings" if more else "no more findings"] += 1
            except Exception:
                outcomes["EXCEPTIONS"] += 1
                print(path.name)
                traceback.print_exc(file=sys.stdout)
                kept = Path(tempfile.gettempdir(), f"fuzz-{options.seed}-{path.name}")
                kept.write_bytes(path.read_bytes())
                print(f"kept: {kept}")
            took[path.suffix].append(time.process_time() - began)
            path.write_bytes(whole)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(dict(outcomes), f"{memory} MiB at most")
    for suffix, times in sorted(took.items()):
        ratio = max(times) / statistics.median(times)
        print(f"{suffix}: {len(times)} rounds, longest / middle: {ratio:.1f}")
    return 1 if outcomes["EXCEPTIONS"] else 0


if __name__ == "__main__":
    sys.exit(main())
