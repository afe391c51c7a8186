"""The embedded curriculum, built once for all tests that read its documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from .embedded import WORKSHOPS, build, pack


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("embedded") / "build"
    said = []
    for done in (build(output), *(pack(workshop, output) for workshop in WORKSHOPS)):
        assert done.returncode == 0, done.stderr
        said.append(done.stderr)
    (output.parent / "said.txt").write_text("".join(said), "utf-8")
    return output
