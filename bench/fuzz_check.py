"""Spoil real files at random, and see that `check` answers every time.

    python bench/fuzz_check.py --times 2000 --seed 1

Each round spoils one file of the curriculum: bytes changed, doubled, cut or moved, or words of YAML
put in. Counts rounds with findings, the longest round against the middle one, and every exception.
"""

from __future__ import annotations

import argparse
import collections
import random
import shutil
import statistics
import sys
import tempfile
import time
import traceback
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from curriculum_cli.checks.engine import Choice  # noqa: E402
from curriculum_cli.checks.project import check_project  # noqa: E402

WORDS = [
    b": ", b"- ", b"? ", b"|\n", b">-\n", b"&a ", b"*a", b"!!int ", b"<<: *a", b"---\n", b"...\n",
    b"%YAML 1.2\n", b"{", b"}", b"[", b"]", b"'", b'"', b'"\\u0000"', b"\t", b"\r\n", b"\r", b"\0",
    b"\xff", b"\xef\xbb\xbf", b"\xe2\x80\xa8", b"#", b" # curriculum: ignore[T101] x", b"@", b"`",
    "Қ".encode(), "👍".encode(), b"![](x)", b"](", b"| a | b |\n", b"-999", b"1e9", b"9" * 400,
    b"kind: module\n", b"id: O1\n", b"null", b"~", b"\n", b"\n\n", b"  ", b"x" * 5000,
]  # fmt: skip


def spoil(data: bytes, chance: random.Random) -> bytes:
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


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    outcomes: collections.Counter[str] = collections.Counter()
    took = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "modules", folder / "modules")
        files = sorted([*folder.glob("modules/**/*.yaml"), *folder.glob("modules/**/*.po")])
        for _ in range(options.times):
            path = chance.choice(files)
            whole = path.read_bytes()
            path.write_bytes(spoil(whole, chance))
            began = time.perf_counter()
            try:
                done = check_project(folder, Choice(), frozenset(range(32, 0x3000)))
                outcomes["with findings" if done.report.diagnostics else "nothing found"] += 1
            except Exception:
                outcomes["EXCEPTIONS"] += 1
                print(path.name)
                traceback.print_exc(file=sys.stdout)
                (ROOT / f"fuzz-{outcomes['EXCEPTIONS']}.bin").write_bytes(path.read_bytes())
            took.append(time.perf_counter() - began)
            path.write_bytes(whole)
    print(dict(outcomes), f"longest / middle round: {max(took) / statistics.median(took):.1f}")
    return 1 if outcomes["EXCEPTIONS"] else 0


if __name__ == "__main__":
    sys.exit(main())
