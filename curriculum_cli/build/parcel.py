"""A pack as one zip to send: its documents, and a manifest with the digest of each."""

from __future__ import annotations

import json
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from ..diagnostics import BuildError
from ..views.handout_pack import COPIES
from .files import refused, write_whole
from .manifest import NAME, SCHEMA, FileRecord, digest
from .provenance import PROGRAM
from .request import Request

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def write_parcel(request: Request, output: Path, records: Sequence[FileRecord]) -> Path:
    """Write the zip beside the languages' folders; the same files give the same bytes.

    *Why* named after the copy when there is one: a trainer's must not be sent to participants.
    """
    name = request.workshop or "-".join(request.modules)
    if request.copies and set(request.copies) != set(COPIES):
        name = f"{name}-{request.copies[0]}"
    path = output / "handouts" / f"{name}.zip"
    try:
        path.parent.mkdir(exist_ok=True)
        write_whole(path, _packed(output, records))
    except OSError as error:
        raise refused(path, error) from error
    return path


def _packed(output: Path, records: Sequence[FileRecord]) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        files = []
        for record in sorted(records, key=lambda each: each.path):
            data = (output / record.path).read_bytes()
            if digest(data) != record.sha256:
                raise BuildError(f"“{record.path}” was changed while it was packed", "Try again.")
            archive.writestr(_entry(record.path), data)
            files.append(_described(record))
        manifest = {"schema": SCHEMA, "program": PROGRAM, "files": files}
        text = json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
        archive.writestr(_entry(NAME), text.encode())
    return packed.getvalue()


def _entry(name: str) -> ZipInfo:
    """An entry without a clock, readable by everybody."""
    info = ZipInfo(name, _FIRST_DAY)
    info.compress_type = ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    return info


def _described(record: FileRecord) -> dict[str, object]:
    return {
        "path": record.path,
        "sha256": record.sha256,
        "bytes": record.bytes,
        "title": record.title,
        "language": record.language,
        "pages": record.pages,
        "commit": record.commit,
        "modules": dict(record.modules),
    }
