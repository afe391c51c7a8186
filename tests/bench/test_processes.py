"""Nothing that the bench starts outlives it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from bench.joined import join
from bench.processes import run

from ..project import CASES

ORPHANS = """
import os, sys
from bench.processes import become_reaper, end_children, run
from pathlib import Path
become_reaper()
ended = run(["sh", "-c", "setsid sleep 61.25 & echo begun"], Path("."), {}, 20)
assert ended.output == "begun\\n" and not ended.why, ended
ended = run(["sh", "-c", "setsid sleep 61.25 & sleep 61.25"], Path("."), {}, 0.2)
assert ended.why.startswith("gave up"), ended
end_children()
for entry in Path("/proc").glob("[0-9]*/cmdline"):
    try:
        assert b"61.25" not in entry.read_bytes().split(b"\\0"), entry
    except OSError:
        pass
"""


def test_orphans_of_a_program_are_ended(tmp_path):
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", ORPHANS], cwd=root, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_a_program_that_fails_or_is_missing_is_told_in_words(tmp_path):
    failed = run(["sh", "-c", "echo no such style >&2; exit 3"], tmp_path, {}, 20)
    assert failed.why == "ended with 3: no such style"
    missing = run(["a-program-that-is-not-there"], tmp_path, {}, 20)
    assert missing.why == "does not start: No such file or directory"


def test_a_joined_document_has_all_leaves_and_asks_for_page_numbers(tmp_path):
    joined = join(CASES / "project", tmp_path, "trainer-handbook")
    html = joined.html.read_text("utf-8")
    assert html.count('class="sheet"') == joined.leaves
    assert "leaf:" not in html
    assert 'src="asset:' not in html
    assert '<td class="label"><a href="#M01' in html
    assert len(re.findall(r"@page leaf\d+ \{", html)) == joined.leaves
    assert "@font-face" in joined.browser.read_text("utf-8")
