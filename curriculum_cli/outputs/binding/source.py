"""A leaf's PDF opened for binding, with what the binder changes in it before its pages move."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pikepdf
from pikepdf import Name, Object


class Source:
    """One leaf's PDF with its parent tree: which element each page and annotation belongs to."""

    def __init__(self, data: bytes) -> None:
        self.pdf = pikepdf.open(BytesIO(data))
        self.pages = list(self.pdf.pages)
        self.root = self.pdf.Root.StructTreeRoot
        numbers = list(self.root.ParentTree.Nums.as_list())
        keys = (int(key) for key in numbers[::2])
        self.owners = dict(zip(keys, numbers[1::2], strict=True))

    def links(self) -> Iterator[tuple[Object, Object]]:
        """Yield each page with a link on it, and that link; links may be dropped meanwhile."""
        for page in self.pages:
            for annotation in list(page.obj.get("/Annots", ())):
                if annotation.Subtype == Name.Link:
                    yield page.obj, annotation

    def drop_link(self, page: Object, link: Object) -> None:
        """Take a link away and leave its text: the Link element becomes a Span."""
        annotations = [kept for kept in page.Annots.as_list() if kept.objgen != link.objgen]
        if annotations:
            page.Annots = pikepdf.Array(annotations)
        else:
            del page.Annots
        element = self.owners[int(link.StructParent)]
        element.K = pikepdf.Array(kid for kid in element.K.as_list() if not _points_to(kid, link))
        if Name.Link == element.S:
            element.S = Name.Span


def _points_to(kid: Object | int, annotation: Object) -> bool:
    if not isinstance(kid, pikepdf.Dictionary):
        return False
    return kid.get("/Type") == Name.OBJR and kid.Obj.objgen == annotation.objgen
