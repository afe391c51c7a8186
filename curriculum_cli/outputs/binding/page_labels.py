"""Page labels: each leaf counts its own pages, `M10-C1-1`, `M10-C1-2`."""

from __future__ import annotations

import pikepdf
from pikepdf import Array, Dictionary, Name, String


class PageLabels:
    """The label series of a document, each from its first page on."""

    def __init__(self) -> None:
        self._series: list[tuple[int, str]] = []

    def add(self, first_page: int, prefix: str) -> None:
        """Begin a series at a page, counted from 0; blank backs continue it by themselves."""
        self._series.append((first_page, prefix))

    def finish(self, document: pikepdf.Pdf) -> None:
        """Write the labels into the document."""
        numbers = Array()
        for first_page, prefix in self._series:
            style = Dictionary(S=Name.D, St=1)
            if prefix:
                style.P = String(prefix)
            numbers.append(first_page)
            numbers.append(style)
        document.Root.PageLabels = Dictionary(Nums=numbers)
