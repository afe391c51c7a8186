"""A103: a picture file that prints, and all that only looks like one."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pytest
from curriculum_cli.checks.pictures import MAX_SVG_DEPTH, MAX_SVG_ELEMENTS
from PIL import Image, ImageFile

from ..project import M01, Project, only, place, shown

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'


def svg(inside: str) -> bytes:
    return f"{HEAD}{inside}</svg>".encode()


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, pixels: bytes = b"") -> bytes:
    """A one-bit PNG of any size that it claims, with no more pixels than given."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(pixels)) + chunk(b"IEND", b"")


def photo(form: str, **more: object) -> bytes:
    stream = BytesIO()
    Image.effect_noise((120, 90), 80).convert("RGB").save(stream, form, **more)
    return stream.getvalue()


BOMB = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">'
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
FAILING: dict[str, tuple[str, bytes, str]] = {
    "a script": ("x.svg", svg("<script>alert(1)</script>"), "holds <script>"),
    "a foreign object": ("x.svg", svg("<foreignObject/>"), "holds <foreignObject>"),
    "a picture in it": ("x.svg", svg('<image href="file:///etc/passwd"/>'), "holds <image>"),
    "a use": ("x.svg", svg('<g id="a"/><use href="#a"/>'), "holds <use>"),
    "a style sheet": ("x.svg", svg("<style>@import url(file:///x)</style>"), "holds <style>"),
    "an animation": ("x.svg", svg("<rect><animate/></rect>"), "holds <animate>"),
    "a link": ("x.svg", svg('<g href="file:///etc/passwd"/>'), "has href="),
    "an old link": (
        "x.svg",
        svg('<g xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="x.svg"/>'),
        "has href=",
    ),
    "a handler": ("x.svg", svg('<rect onload="x()"/>'), "has onload="),
    "an address as fill": ("x.svg", svg('<rect fill="url(http://x)"/>'), "has fill="),
    "an address after an own one": (
        "x.svg",
        svg('<rect style="fill:url(#a);mask:URL( file:///x)"/>'),
        "has style=",
    ),
    "an escaped address": ("x.svg", svg('<rect style="fill:u\\72l(x)"/>'), "has style="),
    "opacity": ("x.svg", svg('<rect opacity="0.5"/>'), "uses opacity"),
    "opacity of a line": ("x.svg", svg('<rect stroke-opacity="0.5"/>'), "uses opacity"),
    "opacity in a style": ("x.svg", svg('<rect style="Fill-Opacity:.5"/>'), "uses opacity"),
    "a document type": ("x.svg", b"<!DOCTYPE svg>" + svg(""), "has a DOCTYPE"),
    "entities that grow": ("x.svg", (BOMB + "]>").encode() + svg("<text>&i;</text>"), "DOCTYPE"),
    "an outside entity": (
        "x.svg",
        b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + svg("<text>&x;</text>"),
        "DOCTYPE",
    ),
    "a document type far down": (
        "x.svg",
        b"<!--" + b"x" * 9_000 + b"-->" + b"<!DOCTYPE svg>" + svg(""),
        "has a DOCTYPE",
    ),
    "a document type in UTF-16": (
        "x.svg",
        ("<!DOCTYPE svg>" + svg("").decode()).encode("utf-16"),
        "has a DOCTYPE",
    ),
    "broken XML": ("x.svg", HEAD.encode() + b"\n<g></svg>", "is not well-formed XML (line 2, col"),
    "an unknown encoding": ("x.svg", b'<?xml version="1.0" encoding="no-such"?>', "encoding"),
    "a Japanese encoding": ("x.svg", b'<?xml version="1.0" encoding="shift_jis"?>', "encoding"),
    "no drawing": ("x.svg", b"<html/>", "is not an SVG drawing"),
    "no name space": ("x.svg", b'<svg viewBox="0 0 9 9"/>', "is not an SVG drawing"),
    "no size": ("x.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>', "has no viewBox"),
    "a size in words": ("x.svg", svg("").replace(b"0 0 9 9", b"0 0 a b"), "not four numbers"),
    "a size of three": ("x.svg", svg("").replace(b"0 0 9 9", b"0 0 9"), "not four numbers"),
    "a size of nought": ("x.svg", svg("").replace(b"0 0 9 9", b"0 0 0 9"), "not four numbers"),
    "a size without end": ("x.svg", svg("").replace(b"0 0 9 9", b"0,0,9,inf"), "not four numbers"),
    "too many parts": ("x.svg", svg("<g/>" * MAX_SVG_ELEMENTS), "more than 3000 elements"),
    "parts too deep": (
        "x.svg",
        svg("<g>" * MAX_SVG_DEPTH + "</g>" * MAX_SVG_DEPTH),
        "nested more than 30 deep",
    ),
    "parts deeper than any stack": ("x.svg", svg("<g>" * 90_000 + "</g>" * 90_000), "deep"),
    "a drawing of a mebibyte": ("x.svg", svg(" " * (1 << 20)), "has more than 1 MiB"),
    "a PNG too wide and high": ("x.png", png(12_000, 12_000), "is too large: 12000 × 12000"),
    "a PNG bomb": ("x.png", png(60_000, 60_000), "is too large"),
    "a PNG cut off": ("x.png", photo("PNG")[:-900], "is broken"),
    "a PNG with a wrong byte": ("x.png", photo("PNG").replace(b"IDAT", b"IDAX"), "is broken"),
    "a PNG without its pixels": ("x.png", png(100, 100), "is broken"),
    "an empty PNG": ("x.png", b"", "is broken"),
    "a JPEG cut off": ("x.jpg", photo("JPEG")[:-900], "is broken"),
    "a text as JPEG": ("x.jpeg", b"no picture", "is broken"),
    "a JPEG called PNG": ("x.png", photo("JPEG"), "is really a JPEG; the name says PNG"),
    "a PNG called JPEG": ("x.JPG", photo("PNG"), "is really a PNG; the name says JPEG"),
    "a drawing called PNG": ("x.png", svg(""), "is broken"),
    "a GIF called PNG": ("x.png", photo("GIF"), "is broken"),
    "a kind that does not print": ("x.webp", photo("WEBP"), "is not a kind of image that prints"),
    "a file without kind": ("x", svg(""), "is not a kind of image that prints"),
    "more than twenty mebibytes": ("x.png", png(9, 9) + b"\0" * (20 << 20), "more than 20 MiB"),
}
PASSING: dict[str, tuple[str, bytes]] = {
    "a drawing": ("x.svg", svg('<g><path d="M0 0"/><text x="1">a</text></g>')),
    "a drawing with its own parts": (
        "x.svg",
        svg('<defs><clipPath id="a"/></defs><rect clip-path="url(#a)" style="fill:url( #b )"/>'),
    ),
    "a drawing as deep as may be": (
        "x.svg",
        svg("<g>" * (MAX_SVG_DEPTH - 1) + "</g>" * (MAX_SVG_DEPTH - 1)),
    ),
    "a drawing in capitals": ("X.SVG", svg("")),
    "a PNG": ("x.png", photo("PNG")),
    "a grey JPEG": ("x.jpeg", photo("JPEG", progressive=True)),
    "a JPEG of a camera": (
        "x.jpg",
        photo("MPO", save_all=True, append_images=[Image.new("RGB", (9, 9))]),
    ),
}


@pytest.mark.parametrize("name", FAILING)
def test_a_picture_that_does_not_print_is_named(project: Project, name: str) -> None:
    file, data, message = FAILING[name]
    project.write(f"modules/figures/new/{file}", data)
    expected = project.replace(M01, "(figures/path.svg)", f"(▸figures/new/{file})")
    diagnostic = only(project.report())
    assert (diagnostic.code, place(diagnostic)) == ("A103", expected)
    assert f"“figures/new/{file}” " in diagnostic.message
    assert message in diagnostic.message


@pytest.mark.parametrize("name", ["a PNG cut off", "a JPEG cut off"])
def test_a_cut_picture_is_named_after_documents_were_laid_out(
    project: Project, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)  # as WeasyPrint does
    file, data, message = FAILING[name]
    project.write(f"modules/figures/new/{file}", data)
    project.replace(M01, "(figures/path.svg)", f"(figures/new/{file})")
    assert message in only(project.report()).message
    assert ImageFile.LOAD_TRUNCATED_IMAGES


@pytest.mark.parametrize("name", PASSING)
def test_a_picture_that_prints_passes(project: Project, name: str) -> None:
    file, data = PASSING[name]
    project.write(f"modules/figures/new/{file}", data)
    project.replace(M01, "(figures/path.svg)", f"(figures/new/{file})")
    assert shown(project.report(ignore=("A107",)).diagnostics) == ""


def test_a_picture_used_twice_is_reported_at_both_places(project: Project) -> None:
    project.write("modules/figures/path.svg", b"<html/>")
    project.replace(M01, "(figures/m01/street.jpg)", "(figures/path.svg)")
    assert [each.code for each in project.report().diagnostics] == ["A103", "A103"]
