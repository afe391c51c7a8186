"""The binder: finished leaves become one document, with outline, labels, links and tags."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import pikepdf
from pikepdf import ObjectStreamMode

from .binding.destinations import Destinations
from .binding.metadata import describe
from .binding.outline import Outline
from .binding.page_labels import PageLabels
from .binding.shared_resources import SharedResources
from .binding.sheet import Sheet
from .binding.source import Source
from .binding.structure_tree import StructureTree
from .laid_out import LaidOut

__all__ = ["Sheet", "Source", "bind"]

PDF_VERSION = "1.7"


def bind(
    sheets: Sequence[Sheet],
    *,
    title: str,
    language: str,
    subject: str,
    faces: bytes,
    blank_back: LaidOut | None = None,
) -> bytes:
    """Bind leaves into one tagged PDF (PDF/UA-1); the same leaves give the same bytes.

    `faces` are what `all_faces` made of the leaves' fonts. For duplex printing, `blank_back` fills
    up each leaf with an odd number of pages, so that every leaf begins on a right-hand page. Raise
    ValueError if a leaf stands twice among them, or shows a font that is none of the faces.
    """
    document = pikepdf.new()
    destinations, outline, labels = Destinations(sheets), Outline(), PageLabels()
    structure, resources = StructureTree(document), SharedResources(document, faces)
    back = None
    if blank_back:
        back = Source(blank_back.pdf)
        structure.number(back)
        resources.take_out(back.pages)
    for sheet in sheets:
        source = sheet.source or Source(sheet.laid_out.pdf)
        destinations.resolve_links(sheet, source)
        structure.number(source)
        resources.take_out(source.pages)
        first = len(document.pages)
        pages = [_appended(document, page) for page in source.pages]
        structure.add(sheet, source)
        resources.put_back(pages)
        destinations.add(sheet, pages)
        outline.add(sheet, pages)
        labels.add(first, sheet.label)
        if back and len(pages) % 2:
            resources.put_back([_appended(document, back.pages[0])])
    for part in (destinations, outline, labels):
        part.finish(document)
    structure.finish()
    describe(document, title=title, language=language, subject=subject, duplex=back is not None)
    return _saved(document)


def _appended(document: pikepdf.Pdf, page: pikepdf.Page) -> pikepdf.Page:
    document.pages.append(page)
    return document.pages[-1]


def _saved(document: pikepdf.Pdf) -> bytes:
    stream = BytesIO()
    document.save(
        stream,
        min_version=PDF_VERSION,
        object_stream_mode=ObjectStreamMode.generate,
        deterministic_id=True,
    )
    return stream.getvalue()
