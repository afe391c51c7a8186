"""Puts the tags that WeasyPrint writes in order, before a leaf's PDF is written.

Running heads become artifacts, foreign passages get their language, header cells say what they
head, and wrappers that mean nothing go. *Why* here and not in the binder: it is done once, in a
worker, and kept; a tree of half the size is bound in half the time.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pydyf  # type: ignore[import-untyped,unused-ignore]

from .laid_out import POINTS_PER_PIXEL

Text = tuple[bytes, int]
"""A marked piece of text: the reference of its page, and its number there."""

HEADINGS = {"/H1", "/H2", "/H3", "/H4", "/H5", "/H6"}
WRAPPERS = {"/Span", "/NonStruct"}
HOLDS_TEXT = {"/P", "/Lbl", "/LBody", "/TH", "/TD", "/Caption", "/Link", *HEADINGS, *WRAPPERS}
WRAPPER_KEYS = {"Type", "S", "K", "Pg", "P"}


def tidy(pdf: Any, languages: dict[Text, str], language: str) -> None:
    """Tidy the structure tree of a PDF whose own language is `language`."""
    _Tree(pdf, languages, language).tidy()


class _Tree:
    def __init__(self, pdf: Any, languages: dict[Text, str], language: str) -> None:
        self.objects = pdf.objects
        root = self.at(pdf.catalog["StructTreeRoot"])
        self.document = self.at(root["K"][0])
        self.language = language
        self.languages = languages
        numbers = self.at(root["ParentTree"])["Nums"]
        self.owners = dict(zip(pdf.page_references, numbers[1::2], strict=False))
        self.uniform: dict[int, str | None] = {}

    def at(self, reference: bytes) -> Any:
        return self.objects[int(reference.split()[0])]

    def tidy(self) -> None:
        for page in self.owners:
            self.make_artifacts(page, self.linked())
        self.find_languages(self.document)
        for element in self.children(self.document):
            self.set_languages(element, self.language)
        for element in self.elements(self.document):
            if element["S"] == "/Table":
                self.set_scopes(element)
            elif element["S"] == "/Figure":
                self.set_box(element)
            elif element["S"] == "/LI":
                self.set_body(element)
        self.unwrap(self.document)
        self.shorten()

    def elements(self, element: Any) -> Iterator[Any]:
        yield element
        for child in self.children(element):
            yield from self.elements(child)

    def children(self, element: Any) -> Iterator[Any]:
        """Yield an element's child elements, without its texts and object references."""
        kids = (self.at(kid) for kid in element["K"] if not isinstance(kid, int))
        return (kid for kid in kids if "S" in kid)

    def linked(self) -> set[int]:
        return {element.number for element in self.elements(self.document)}

    def make_artifacts(self, page: bytes, linked: set[int]) -> None:
        """Mark what belongs to no element in the tree, the margin boxes, as page furniture."""
        owners = self.owners[page]
        unowned = {i for i, owner in enumerate(owners) if self.at(owner).number not in linked}
        operations = self.at(self.at(page)["Contents"]).stream
        for i, operation in enumerate(operations):
            if isinstance(operation, dict) and operation.get("MCID") in unowned:
                operations[i - 1] = "/Artifact"
                operations[i] = pydyf.Dictionary({"Type": "/Pagination"})
        owners[:] = [b"null" if i in unowned else owner for i, owner in enumerate(owners)]
        while owners and owners[-1] == b"null":
            owners.pop()

    def find_languages(self, element: Any) -> str | None:
        """Note the one language of all text in an element, or None where there are several."""
        own = (
            self.languages.get((element["Pg"], kid), self.language)
            for kid in element["K"]
            if isinstance(kid, int)
        )
        found = {*own, *map(self.find_languages, self.children(element))} or {self.language}
        one = found.pop() if len(found) == 1 else None
        self.uniform[element.number] = one
        return one

    def set_languages(self, element: Any, around: str) -> None:
        """Write the language of each passage that differs from the one around it."""
        own = self.uniform[element.number]
        if own is not None and own != around:
            element["Lang"] = pydyf.String(own)
        elif own is None:
            for child in self.children(element):
                self.set_languages(child, around)

    def set_scopes(self, table: Any) -> None:
        """Say of each header cell whether it heads a row or a column.

        *Why* instead of WeasyPrint's identifiers: those repeat in every leaf, and in a bound
        document an identifier must be unique.
        """
        for row in self.elements(table):
            if row["S"] != "/TR":
                continue
            cells = list(self.children(row))
            heads_row = {id(head) for cell in cells for head in cell["A"].pop("Headers", ())}
            for cell in cells:
                identifier = cell.pop("ID", None)
                if cell["S"] == "/TH":
                    cell["A"]["Scope"] = "/Row" if id(identifier) in heads_row else "/Column"

    def set_body(self, item: Any) -> None:
        """Make what stands beside the label of a list item its body.

        *Why*: WeasyPrint leaves the body out in a list that goes on overleaf.
        """
        for child in self.children(item):
            if child["S"] in ("/P", "/Div"):
                child["S"] = "/LBody"

    def set_box(self, figure: Any) -> None:
        """Turn a figure's box from CSS pixels below the page's top into points above its foot."""
        box, height = figure["A"]["BBox"], self.at(figure["Pg"])["MediaBox"][3]
        left, top, right, bottom = (side * POINTS_PER_PIXEL for side in box)
        box[:] = left, height - bottom, right, height - top

    def unwrap(self, element: Any) -> None:
        """Give the texts of meaningless wrappers to the element around them."""
        kids = []
        for kid in element["K"]:
            child = None if isinstance(kid, int) else self.at(kid)
            if child is None or "S" not in child:
                kids.append(kid)
                continue
            self.unwrap(child)
            if element["S"] in HOLDS_TEXT and _is_wrapper(child, element):
                kids += child["K"]
                for text in child["K"]:
                    self.owners[element["Pg"]][text] = element.reference
                child.clear()
            else:
                kids.append(kid)
        element["K"][:] = kids

    def shorten(self) -> None:
        """Empty elements that are out of the tree, and leave away entries that tell nothing.

        *Why*: whoever binds a leaf holds all of its objects and each of their entries.
        """
        linked = self.linked()
        for element in self.objects:
            if isinstance(element, pydyf.Dictionary) and element.get("Type") == "/StructElem":
                if element.number not in linked:
                    element.clear()
                    continue
                del element["Type"]
                if element.get("A", {}).keys() == {"O"}:
                    del element["A"]


def _is_wrapper(child: Any, element: Any) -> bool:
    return (
        child["S"] in WRAPPERS
        and child.keys() <= WRAPPER_KEYS
        and child["Pg"] == element["Pg"]
        and all(isinstance(kid, int) for kid in child["K"])
    )
