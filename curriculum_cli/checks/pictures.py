"""Whether a picture file can be printed: well-formed, of sane size, and only a picture."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from math import isfinite
from pathlib import Path
from xml.etree.ElementTree import Element

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

MAX_PIXELS = 40_000_000
MAX_SVG_BYTES = 1 << 20
MAX_SVG_ELEMENTS = 3_000
MAX_SVG_DEPTH = 30
_DRAWING = {
    "svg", "g", "title", "desc", "rect", "circle", "ellipse", "line", "polyline", "polygon",
    "path", "text", "tspan", "defs", "marker", "clipPath",
}  # fmt: skip


def what_is_wrong_with(path: Path) -> str:
    """A few words for the author, or nothing when the picture prints."""
    if path.suffix.lower() == ".svg":
        return _svg(path)
    return _bitmap(path)


def _bitmap(path: Path) -> str:
    from PIL import Image

    wanted = "PNG" if path.suffix.lower() == ".png" else "JPEG"
    try:
        with warnings.catch_warnings(), _cut_pictures_refused():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(path, formats=["PNG", "JPEG"]) as image:
                # a camera's JPEG may hold a second picture: Pillow calls that MPO
                kind = "JPEG" if image.format == "MPO" else image.format
                if kind != wanted:
                    return f"is really a {kind}; the name says {wanted}"
                if image.width * image.height > MAX_PIXELS:
                    return f"is too large: {image.width} × {image.height} points"
                image.draft(None, (1, 1))  # a JPEG is then decoded at an eighth of its size
                image.load()
    except Image.DecompressionBombError:
        return f"is too large: more than {MAX_PIXELS // 1_000_000} million points"
    except Exception:
        return "is broken or not an image"
    return ""


@contextmanager
def _cut_pictures_refused() -> Iterator[None]:
    """Within this block Pillow refuses a picture that breaks off.

    *Why* not simply its default: WeasyPrint, once loaded, tells it to fill such pictures with grey.
    """
    from PIL import ImageFile

    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _svg(path: Path) -> str:
    if path.stat().st_size > MAX_SVG_BYTES:
        return "has more than 1 MiB; a drawing for print is far smaller"
    return _drawing(path.read_bytes())


@lru_cache(maxsize=64)
def _drawing(data: bytes) -> str:
    try:
        root = fromstring(data, forbid_dtd=True)
    except DefusedXmlException:
        return "has a DOCTYPE, which drawings do not need"
    except ParseError as error:
        line, column = error.position
        return f"is not well-formed XML (line {line}, column {column + 1})"
    except (LookupError, ValueError):
        return "is in an encoding that XML readers need not know; save it as UTF-8"
    if not root.tag.endswith("}svg"):
        return "is not an SVG drawing"
    if not root.get("viewBox"):
        return "has no viewBox, so its size on paper is unknown"
    if not _is_box(root.get("viewBox", "")):
        return "has a viewBox that is not four numbers with a width and a height"
    for count, (depth, element) in enumerate(_elements(root)):
        if count >= MAX_SVG_ELEMENTS:
            return f"has more than {MAX_SVG_ELEMENTS} elements"
        if depth > MAX_SVG_DEPTH:
            return f"has elements nested more than {MAX_SVG_DEPTH} deep"
        name = str(element.tag).rpartition("}")[2]
        if name not in _DRAWING:
            return f"holds <{name}>, which is not a plain drawing"
        for key, value in element.attrib.items():
            key = key.rpartition("}")[2].lower()
            if key == "href" or key.startswith("on") or not _stays_inside(value):
                return f"has {key}=“{value[:40]}”, which leads out of the drawing or runs something"
            if key.endswith("opacity") or (key == "style" and "opacity" in value.lower()):
                return "uses opacity, which tagged PDF cannot carry: use a lighter tint"
    return ""


def _elements(root: Element) -> Iterator[tuple[int, Element]]:
    """Every element with its depth; no recursion, for depth is what is to be judged."""
    waiting = [(1, root)]
    while waiting:
        depth, element = waiting.pop()
        yield depth, element
        waiting += [(depth + 1, child) for child in reversed(element)]


def _is_box(text: str) -> bool:
    try:
        numbers = [float(number) for number in text.replace(",", " ").split()]
    except ValueError:
        return False
    return len(numbers) == 4 and all(map(isfinite, numbers)) and min(numbers[2:]) > 0


def _stays_inside(value: str) -> bool:
    """Whether every `url(…)` in an attribute names a part of the same drawing."""
    addresses: list[str] = re.findall(r"url\(\s*(.?)", value.lower(), re.DOTALL)
    return "\\" not in value and all(first == "#" for first in addresses)
