"""`make bench`: everything side by side in one run.

Each row is written as it is measured; the same command goes on where it was stopped, as long as
nothing that is measured has changed. Results stand in bench/results.md.
"""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
from pathlib import Path

from .processes import become_reaper, end_children
from .project import ROOT
from .side_by_side import SideBySide
from .store import Rows, fingerprint

ROWS = ROOT / ".bench/rows.jsonl"
RESULTS = ROOT / "bench/results.md"
PEER_CHOICES = "all, none, or names of peers with commas between"


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench ARGS=…", description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="rounds (default: 5)")
    parser.add_argument("--modules", type=int, default=20, help="size of the curriculum")
    parser.add_argument("--peers", default="all", help=PEER_CHOICES)
    parser.add_argument("--minutes", type=float, default=25, help="no new run is begun after")
    parser.add_argument("--scale", nargs="?", const="10,100,1000", help="the scale tables instead")
    parser.add_argument("--fresh", action="store_true", help="forget what was measured before")
    parser.add_argument("--work", type=Path, help="where projects and documents are made")
    parser.add_argument("--results", type=Path, default=RESULTS)
    return parser.parse_args()


def main() -> int:
    chosen = options()
    become_reaper()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    work = chosen.work or Path(tempfile.gettempdir()) / "curriculum-bench"
    rows = Rows(ROWS, fingerprint(modules=chosen.modules), fresh=chosen.fresh)
    run = SideBySide(rows, work.resolve(), chosen.results, chosen.minutes)
    try:
        if chosen.scale:
            from .scale import measure_scale

            measure_scale(run, [int(each) for each in chosen.scale.split(",")], chosen.runs)
        else:
            run.measure(chosen.modules, chosen.runs, chosen.peers)
    except KeyboardInterrupt:
        print("\nStopped; the same command goes on from here.", file=sys.stderr)
        return 130
    finally:
        end_children()
        run.write()
    return 0


if __name__ == "__main__":
    sys.exit(main())
