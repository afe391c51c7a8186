"""The structure trees of all leaves as one: a Document with a Part for each leaf (PDF/UA-1)."""

from __future__ import annotations

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, String

from .sheet import Sheet
from .source import Source


class StructureTree:
    """The tree of the document being bound, and its table of which element owns what."""

    def __init__(self, document: pikepdf.Pdf) -> None:
        self._document = document
        self._root = document.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self._element = document.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.Document, P=self._root)
        )
        self._parts: list[Object] = []
        self._keys: list[int] = []
        self._owners: list[Object] = []

    def number(self, source: Source) -> None:
        """Give the pages and annotations of a leaf their numbers in the whole document.

        A page without any tagged text, as a blank back, gets none.
        """
        taken: dict[int, Object] = {}
        key = self._keys[-1] + 1 if self._keys else 0
        for page in source.pages:
            old = int(page.obj.StructParents)
            del page.obj.StructParents
            if len(source.owners[old]):
                page.obj.StructParents = key
                taken[key] = source.owners[old]
                key += 1
            for annotation in page.obj.get("/Annots", ()):
                if "/StructParent" in annotation:
                    taken[key] = source.owners[int(annotation.StructParent)]
                    annotation.StructParent = key
                    key += 1
        self._keys += taken
        source.root.ParentTree = source.pdf.make_indirect(Array(taken.values()))

    def add(self, sheet: Sheet, source: Source) -> None:
        """Take over the tags of a leaf whose pages are already in the document."""
        root = self._document.copy_foreign(source.root)
        self._owners += root.ParentTree.as_list()
        part = root.K[0]
        if len(part.K):
            part.S = Name.Part
            part.T = String(sheet.title)
            part.Lang = String(sheet.language)
            part.P = self._element
            self._parts.append(part)

    def finish(self) -> None:
        """Write the tree into the document."""
        pairs = zip(self._keys, self._owners, strict=True)
        numbers = Array(item for pair in pairs for item in pair)
        self._element.K = Array(self._parts)
        self._root.K = Array([self._element])
        self._root.ParentTree = self._document.make_indirect(Dictionary(Nums=numbers))
        self._root.ParentTreeNextKey = self._keys[-1] + 1 if self._keys else 0
        self._document.Root.StructTreeRoot = self._root
        self._document.Root.MarkInfo = Dictionary(Marked=True)
