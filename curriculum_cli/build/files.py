"""The one door for writing: a file is whole or as it was, and documents change all at once."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from types import TracebackType

from ..diagnostics import BuildError, CurriculumError, UsageError

PART = ".curriculum-{pid}-{number}.part"
PARTS = ".curriculum-*.part"
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_numbers = count(1)


def refused(path: Path, error: OSError, help: str = "") -> CurriculumError:
    """What the system's refusal to write means, in words for the person who ran the command."""
    if error.errno in _NO_ROOM:
        return BuildError(
            f"there is no room left to write “{path}”",
            "Free some space and build again; the documents built before are as they were.",
        )
    reason = (error.strerror or str(error)).lower()
    return UsageError(f"“{path}” cannot be written: {reason}", help)


def make_folder(folder: Path, word: str, help: str) -> None:
    """Make a folder to write in; raises UsageError when it cannot be one, or cannot be used."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        remove_leftovers(folder)
        _write_part(folder, b"").unlink()
    except (FileExistsError, NotADirectoryError) as error:
        raise UsageError(f"the {word} “{folder}” is not a folder", help) from error
    except OSError as error:
        raise refused(folder, error, help) from error


def write_whole(path: Path, data: bytes) -> None:
    """Write a file that others see whole or not at all; raises OSError."""
    part = _write_part(path.parent, data)
    try:
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise


def remove_leftovers(folder: Path) -> None:
    """Remove what killed runs left in a folder."""
    for part in folder.glob(PARTS):
        with contextlib.suppress(OSError):
            part.unlink()


def _write_part(folder: Path, data: bytes, *, durable: bool = False) -> Path:
    part = folder / PART.format(pid=os.getpid(), number=next(_numbers))
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            if durable:
                file.flush()
                os.fsync(file.fileno())
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return part


class Staging:
    """New files beside their places, until `commit` moves all of them in, the last one last.

    *Why*: a build that is killed or runs out of room leaves every earlier document as it was.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._parts: dict[Path, Path] = {}
        self._folders: set[Path] = set()

    def __enter__(self) -> Staging:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for part in self._parts.values():
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)

    def add(self, name: str, data: bytes) -> None:
        """Write a file below the root, not yet in its place; raises BuildError or UsageError.

        A file that holds these bytes already is left alone.
        """
        path = self.root / name
        try:
            if _holds(path, data):
                self._drop(path)
                return
            if path.parent not in self._folders:
                path.parent.mkdir(parents=True, exist_ok=True)
                self._folders.add(path.parent)
            if path.is_dir():
                raise IsADirectoryError(errno.EISDIR, "there is a folder of that name")
            part = _write_part(path.parent, data, durable=True)
            self._drop(path)
            self._parts[path] = part
        except OSError as error:
            raise refused(path, error) from error

    def _drop(self, path: Path) -> None:
        part = self._parts.pop(path, None)
        if part is not None:
            part.unlink(missing_ok=True)

    def commit(self) -> None:
        """Move every file to its place, in the order they were added."""
        for path, part in tuple(self._parts.items()):
            try:
                part.replace(path)
            except OSError as error:
                raise refused(path, error) from error
            del self._parts[path]
        for folder in self._folders:
            with contextlib.suppress(OSError):
                _flush_folder(folder)


def _holds(path: Path, data: bytes) -> bool:
    plain = path.is_file() and not path.is_symlink()
    return plain and path.stat().st_size == len(data) and path.read_bytes() == data


def _flush_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextlib.contextmanager
def alone(lock: Path, folder: Path) -> Iterator[None]:
    """Hold a lock on building into a folder; raises UsageError when another build holds it.

    *Why* a record lock: it ends with this process, however that ends, and workers never hold it.
    """
    import fcntl

    try:
        lock.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
    except OSError as error:
        raise refused(lock, error) from error
    try:
        try:
            fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise UsageError(
                f"another build is writing to “{folder}”", "Wait until it has ended."
            ) from error
        yield
    finally:
        os.close(handle)
