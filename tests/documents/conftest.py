"""The embedded curriculum, built once for all tests that read its documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from .embedded import build


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("embedded") / "build"
    done = build(output)
    assert done.returncode == 0, done.stderr
    (output.parent / "said.txt").write_text(done.stderr, "utf-8")
    return output
