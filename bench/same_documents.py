"""Whether two builds made the same documents: `python -m bench.same_documents BEFORE AFTER`.

Each is an output folder. Pages for the screen must be the same bytes. PDFs are first written by
qpdf without compression, object streams and file identifiers, objects numbered anew, so that only
what they say is compared.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

PLAIN = ("--qdf", "--static-id", "--no-original-object-ids", "--object-streams=disable")
_IDENTIFIER = re.compile(rb"^  /ID \[.*$", re.MULTILINE)


def digest(path: Path) -> str:
    """The digest of what a document says; raises CalledProcessError for a broken PDF."""
    if path.suffix != ".pdf":
        return sha256(path.read_bytes()).hexdigest()
    command = ["qpdf", *PLAIN, str(path), "-"]
    plain = subprocess.run(command, capture_output=True, check=True).stdout
    return sha256(_IDENTIFIER.sub(b"", plain)).hexdigest()


def documents(folder: Path) -> set[Path]:
    found = (path for kind in ("*.pdf", "*.html") for path in folder.rglob(kind))
    return {path.relative_to(folder) for path in found}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    given = parser.parse_args()
    names = sorted(documents(given.before) | documents(given.after))
    one_sided = documents(given.before) ^ documents(given.after)
    both = [name for name in names if name not in one_sided]
    with ThreadPoolExecutor() as pool:
        before = list(pool.map(digest, [given.before / name for name in both]))
        after = list(pool.map(digest, [given.after / name for name in both]))
    changed = [name for name, old, new in zip(both, before, after, strict=True) if old != new]
    for name in (*sorted(one_sided), *changed):
        print(f"{'only one has' if name in one_sided else 'differs:'} {name}")
    print(f"{len(both) - len(changed)} of {len(names)} documents are the same")
    sys.exit(bool(one_sided or changed))


if __name__ == "__main__":
    main()
