"""The real curriculum, read once for all its mutations."""

from __future__ import annotations

import pytest

from .real import Real


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Real:
    """A copy of `modules/`; each test leaves it as it found it."""
    return Real(tmp_path_factory.mktemp("real"))
