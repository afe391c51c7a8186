"""Where the user's own cache is, and whether a file in it is the user's.

*Why* so few imports: see `unchanged`. *Why* not in the project: what comes with other people's
files must not hide what is wrong in them.
"""

from __future__ import annotations

import os
import stat


def user_cache() -> str | None:
    """CURRICULUM_CACHE, or `curriculum` in the user's cache folder; None where there is none."""
    chosen = os.environ.get("CURRICULUM_CACHE")
    if chosen:
        return os.path.abspath(chosen)
    base = os.environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(base):
        base = os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(base, "curriculum") if os.path.isabs(base) else None


def is_own(path: str) -> bool:
    """Whether a plain file is the user's, and nobody else may write to it; raises OSError."""
    known = os.lstat(path)
    ours = not hasattr(os, "geteuid") or known.st_uid == os.geteuid()
    return stat.S_ISREG(known.st_mode) and ours and not known.st_mode & 0o022
