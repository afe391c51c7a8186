"""What is wrong with the lay-out of a leaf, read from the engine's own boxes before they are drawn.

Nothing here is lost content, which is an error: these are pages that a reader stumbles over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any

from weasyprint.formatting_structure import boxes

from .laid_out import Fault

TOLERANCE = 1.0
"""In CSS pixels: what rounding and italic overhang may take."""
WRITING = {2: 130.0, 3: 75.0, 4: 50.0}
NUMBER = 34.0
"""In CSS pixels (34, 20, 13 mm, and 9 mm for any number of columns): what a hand needs to fill an
empty cell, by the number of columns; the more there are, the shorter is what is asked for."""
HYPHEN = "‐"
KEEPS = ("avoid", "avoid-page")

Area = tuple[float, float, float, float]
"""Left, top, width and height, in CSS pixels from the upper left corner of the page."""


def faults_of(document: Any) -> tuple[Fault, ...]:
    """Return every fault of a rendered document, in the order of its pages."""
    pages = [page._page_box for page in document.pages]  # noqa: SLF001
    found = [*_parted(pages)]
    for number, page in enumerate(pages):
        body = _body(page)
        if page.page_type.blank:
            continue
        if number + 1 < len(pages):
            found += _left_behind(body, number)
        found += _empty(body, number)
        found += _over_the_edge(page, body, number)
        found += _running(page, number)
        for table in _all(body, boxes.TableBox):
            found += _narrow(table, number)
    return tuple(sorted(dict.fromkeys(found), key=lambda fault: fault.page))


def _body(page: Any) -> Any:
    return next(box for box in page.children if not isinstance(box, boxes.MarginBox))


def _all(box: Any, *kinds: type) -> Iterator[Any]:
    return (each for each in box.descendants() if isinstance(each, kinds))


def _text(box: Any) -> str:
    return " ".join(" ".join(text.text for text in _all(box, boxes.TextBox)).split())


def _words(box: Any, most: int = 60) -> str:
    text = _text(box)
    return text if len(text) <= most else f"{text[:most].rstrip()}…"


def _parted(pages: Sequence[Any]) -> Iterator[Fault]:
    """A row, or another box that the style keeps on one page, which goes on overleaf."""
    kept = [{id(box.element): box for box in _kept(page)} for page in pages]
    for number, here in enumerate(kept):
        later = {key for there in kept[number + 1 : number + 3] for key in there}
        for key in here.keys() & later:
            kind = "row" if isinstance(here[key], boxes.TableRowBox) else "parted"
            yield Fault(kind, number, _words(here[key]))


def _kept(page: Any) -> Iterator[Any]:
    """What must stay whole: a row but for a table's head, and what the style will not part."""
    for box in page.descendants():
        if isinstance(box, boxes.TableRowGroupBox) and not (box.is_header or box.is_footer):
            yield from box.children
        elif isinstance(box, boxes.BlockBox) and box.style["break_inside"] in KEEPS:
            yield box


def _left_behind(body: Any, number: int) -> Iterator[Fault]:
    """The last line of a page, where it belongs to what only follows overleaf.

    A heading is that, and whatever else the style says must not be parted from the next.
    """
    box, trail = body, []
    while isinstance(box, boxes.ParentBox) and not isinstance(box, boxes.LineBox):
        flow = [each for each in box.children if each.is_in_normal_flow() and _holds(each)]
        if not flow:
            break
        box = flow[-1]
        trail.append(box)
    keeps = any(each.style["break_after"] in KEEPS for each in trail)
    head = any(isinstance(each, boxes.TableRowGroupBox) and each.is_header for each in trail)
    if keeps or head:
        yield Fault("heading", number, _words(trail[-1]))


def _holds(box: Any) -> bool:
    return any(_visible(each) for each in box.descendants())


def _visible(box: Any) -> bool:
    """Whether a box puts ink on the page by itself, or leaves room to write."""
    if isinstance(box, boxes.TextBox):
        return bool(box.text.strip())
    if isinstance(box, (boxes.ReplacedBox, boxes.TableCellBox)):
        return True
    return isinstance(box, boxes.BlockBox) and bool(box.border_bottom_width)


def _empty(body: Any, number: int) -> Iterator[Fault]:
    if not _holds(body):
        yield Fault("empty", number, "")


def _over_the_edge(page: Any, body: Any, number: int) -> Iterator[Fault]:
    """What stands in the margin, or in the next cell."""
    left, top = page.content_box_x(), page.content_box_y()
    right, bottom = left + page.width, top + page.height
    for box in _all(body, boxes.LineBox, boxes.TextBox, boxes.ReplacedBox, boxes.TableBox):
        x, y, width, height = _area(box)
        beside = max(left - x, x + width - right)
        beyond = 0 if isinstance(box, boxes.TextBox) else max(top - y, y + height - bottom)
        if beside > TOLERANCE or beyond > TOLERANCE:
            yield Fault("overflow", number, _words(box))
    for cell in _all(body, boxes.TableCellBox):
        edge = cell.padding_box_x() + cell.padding_width() + TOLERANCE
        for text in _all(cell, boxes.TextBox, boxes.ReplacedBox):
            if text.position_x + text.width > edge:
                yield Fault("cell", number, _words(text))


def _area(box: Any) -> Area:
    return box.border_box_x(), box.border_box_y(), box.border_width(), box.border_height()


def _running(page: Any, number: int) -> Iterator[Fault]:
    """A running head or foot that leaves its margin, or runs into another."""
    whole = (0.0, 0.0, page.margin_width(), page.margin_height())
    text = (
        page.content_box_x(),
        page.content_box_y() + TOLERANCE,
        page.width,
        page.height - 2 * TOLERANCE,
    )
    margins = [
        [(_area(line), line) for line in _all(margin, boxes.TextBox)]
        for margin in page.children
        if isinstance(margin, boxes.MarginBox)
    ]
    for area, line in (each for margin in margins for each in margin):
        if not _within(area, whole) or _meet(area, text):
            yield Fault("foot", number, _words(line))
    for one, other in combinations(margins, 2):
        for area, line in one:
            if any(_meet(area, another) for another, _ in other):
                yield Fault("foot", number, _words(line))


def _within(a: Area, b: Area) -> bool:
    beside = a[0] >= b[0] and a[0] + a[2] <= b[0] + b[2]
    return beside and a[1] >= b[1] and a[1] + a[3] <= b[1] + b[3]


def _meet(a: Area, b: Area) -> bool:
    return a[0] < b[0] + b[2] and b[0] < a[0] + a[2] and a[1] < b[1] + b[3] and b[1] < a[1] + a[3]


def _narrow(table: Any, number: int) -> Iterator[Fault]:
    """A column too narrow for its words, or for the hand that is to write in it.

    Where a first column names its rows, an empty cell in it only goes on with the row above.
    """
    rows = list(_all(table, boxes.TableRowBox))
    heads = {c.grid_x: _words(c) for row in rows for c in row.children if c.element_tag == "th"}
    named = any(c.element_tag == "td" and _holds_ink(c) for row in rows for c in row.children[:1])
    for row in rows:
        for cell in row.children[1 if named else 0 :]:
            least = WRITING.get(len(row.children), NUMBER)
            if cell.element_tag == "td" and not _holds_ink(cell) and cell.width < least:
                yield Fault("writing", number, heads.get(cell.grid_x, ""))
    for block in _all(table, boxes.BlockContainerBox):
        lines = [line for line in block.children if isinstance(line, boxes.LineBox)]
        for line in lines[:-1]:
            drawn = _drawn(line)
            if drawn.endswith(HYPHEN) and " " not in drawn.strip():
                yield Fault("column", number, drawn)


def _holds_ink(cell: Any) -> bool:
    return any(_visible(each) for each in cell.descendants() if each is not cell)


def _drawn(line: Any) -> str:
    return "".join(text.pango_layout.text for text in _all(line, boxes.TextBox) if text.text)
