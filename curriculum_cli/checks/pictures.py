"""Whether a picture file can be printed: well-formed, of sane size, and only a picture."""

from __future__ import annotations

import warnings
from pathlib import Path

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

MAX_PIXELS = 40_000_000
MAX_SVG_BYTES = 1 << 20
MAX_SVG_ELEMENTS = 3_000
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
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(path, formats=["PNG", "JPEG"]) as image:
                if image.format != wanted:
                    return f"is really a {image.format}; the name says {wanted}"
                if image.width * image.height > MAX_PIXELS:
                    return f"is too large: {image.width} × {image.height} points"
                image.verify()
    except Exception:
        return "is broken or not an image"
    return ""


def _svg(path: Path) -> str:
    if path.stat().st_size > MAX_SVG_BYTES:
        return "has more than 1 MiB; a drawing for print is far smaller"
    try:
        root = fromstring(path.read_bytes(), forbid_dtd=True)
    except DefusedXmlException:
        return "has a DOCTYPE, which drawings do not need"
    except ParseError as error:
        line, column = error.position
        return f"is not well-formed XML (line {line}, column {column + 1})"
    if not root.tag.endswith("}svg"):
        return "is not an SVG drawing"
    if not root.get("viewBox"):
        return "has no viewBox, so its size on paper is unknown"
    for count, element in enumerate(root.iter()):
        if count > MAX_SVG_ELEMENTS:
            return f"has more than {MAX_SVG_ELEMENTS} elements"
        name = str(element.tag).rpartition("}")[2]
        if name not in _DRAWING:
            return f"holds <{name}>, which is not a plain drawing"
        for key, value in element.attrib.items():
            key = key.rpartition("}")[2]
            if key == "href" or key.startswith("on") or ("url(" in value and not _own(value)):
                return f"has {key}=“{value[:40]}”, which leads out of the drawing or runs something"
            if key == "opacity" or key.endswith("-opacity"):
                return "uses opacity, which tagged PDF cannot carry: use a lighter tint"
    return ""


def _own(value: str) -> bool:
    return value.strip().startswith("url(#")

