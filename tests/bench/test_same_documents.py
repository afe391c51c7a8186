"""Two builds are compared by what their documents say."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pikepdf
from pikepdf import ObjectStreamMode

ROOT = Path(__file__).parents[2]


def written(folder: Path, text: str, *, packed: bool = False) -> Path:
    """A folder with one PDF that says the text, and one page for the screen."""
    folder.mkdir()
    (folder / "a.html").write_text("<p>a</p>", "utf-8")
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.pages[0].Contents = pdf.make_stream(text.encode())
    mode = ObjectStreamMode.generate if packed else ObjectStreamMode.disable
    pdf.save(folder / "a.pdf", min_version="1.7", deterministic_id=True, object_stream_mode=mode)
    return folder


def compared(before: Path, after: Path) -> tuple[int, list[str]]:
    command = [sys.executable, "-m", "bench.same_documents", str(before), str(after)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout.splitlines()


def test_how_objects_are_packed_does_not_count(tmp_path):
    one = written(tmp_path / "1", "BT ET")
    other = written(tmp_path / "2", "BT ET", packed=True)
    assert (one / "a.pdf").read_bytes() != (other / "a.pdf").read_bytes()
    assert compared(one, other) == (0, ["2 of 2 documents are the same"])


def test_what_a_page_says_counts_and_so_does_a_missing_document(tmp_path):
    one = written(tmp_path / "1", "BT ET")
    other = written(tmp_path / "2", "BT 1 Tr ET")
    (other / "a.html").unlink()
    assert compared(one, other) == (
        1,
        ["only one has a.html", "differs: a.pdf", "0 of 2 documents are the same"],
    )
