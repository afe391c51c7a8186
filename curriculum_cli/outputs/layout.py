"""Running WeasyPrint on one leaf; loaded only once the engine is started.

Nothing is printed: what the engine says is kept, and what means lost content is an error.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any

from weasyprint import CSS, HTML
from weasyprint.css.counters import CounterStyle
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError

from .faces import FontsLeftOut, name_fonts
from .fetcher import AssetFetcher
from .laid_out import POINTS_PER_PIXEL, Bookmark, LaidOut, LayoutFailed
from .layout_log import layout_log
from .measures import faults_of
from .structure import Text, tidy
from .variables import put_in

VARIANT = "pdf/ua-1"
BASE = "asset:"
LINK_SCHEMES = ("leaf:", "http:", "https:", "mailto:", "tel:")


def laid_out(html: str, css: tuple[str, ...], assets: Mapping[str, bytes], fonts: Path) -> LaidOut:
    """Lay out one leaf; raise LayoutFailed if anything would be lost."""
    fetcher = AssetFetcher(assets)
    with layout_log() as log:
        try:
            document = _rendered(html, css, fetcher, _our_fonts(fonts))
            _refuse_attachments_and_odd_links(document)
            faults = faults_of(document)
            pdf = _painted(document, fonts)
        except FatalURLFetchingError as error:
            raise LayoutFailed(f"{error}: {error.__cause__}") from error
        except RecursionError as error:
            raise LayoutFailed("the elements are nested too deeply") from error
        except MemoryError as error:
            raise LayoutFailed("the leaf needs more memory than there is") from error
    lost = [*(f"not a declared asset: {url}" for url in fetcher.refused), *log.lost]
    if lost:
        raise LayoutFailed("; ".join(lost))
    anchors, bookmarks = tuple(_anchors(document)), tuple(_bookmarks(document))
    return LaidOut(pdf, len(document.pages), anchors, bookmarks, faults)


class OurFonts(FontConfiguration):  # type: ignore[misc]
    """The fonts of one folder; a leaf or a style sheet that brings another is refused."""

    def add_font_face(self, rule: Mapping[str, Any], _url_fetcher: object) -> None:
        """Raise LayoutFailed for any @font-face."""
        sources = ", ".join(str(url) for _, url in rule["src"])
        raise LayoutFailed(f"a leaf brings no fonts of its own: {sources}")


@cache
def _our_fonts(folder: Path) -> OurFonts:  # noqa: ARG001
    """Return the fonts of a folder, where the engine must have been started on it.

    *Why* one for all leaves: each keeps a fifth of a megabyte of Fontconfig's for ever.
    """
    return OurFonts()


@cache
def _style(css: str) -> tuple[Any, Any]:
    """Parse a style sheet once; return it with its counter styles.

    *Why* with no assets: a parsed sheet serves many leaves, so it must not depend on theirs.
    """
    counters = CounterStyle()
    sheet = CSS(
        string=css,
        base_url=BASE,
        url_fetcher=AssetFetcher({}),
        font_config=OurFonts(),
        counter_style=counters,
    )
    return sheet, counters


def _rendered(html: str, css: tuple[str, ...], fetcher: AssetFetcher, fonts: OurFonts) -> Any:
    counters = CounterStyle()
    sheets = []
    css, html = put_in(css, html)
    for sheet, more in map(_style, css):
        sheets.append(sheet)
        counters.update(more)
    source = HTML(string=html, base_url=BASE, url_fetcher=fetcher)
    return source.render(
        stylesheets=sheets, counter_style=counters, font_config=fonts, pdf_variant=VARIANT
    )


def _refuse_attachments_and_odd_links(document: Any) -> None:
    """Refuse attachments, which carry the time of day, and links that lead nowhere on paper."""
    for attachment in document.metadata.attachments:
        with attachment.source as (_, url, *_):
            raise LayoutFailed(f"a leaf attaches no files: {url}")
    for page in document.pages:
        for kind, target, _, _ in page.links:
            if kind == "attachment" or (kind == "external" and not target.startswith(LINK_SCHEMES)):
                raise LayoutFailed(f"a link cannot lead to {target}")


def _painted(document: Any, folder: Path) -> bytes:
    document.fonts = fonts = FontsLeftOut()
    languages: list[dict[int, str]] = []
    for page in document.pages:
        page.paint = partial(_paint, page.paint, languages)

    def finish(document: Any, pdf: Any) -> None:
        texts: dict[Text, str] = {
            (reference, number): language
            for reference, found in zip(pdf.page_references, languages, strict=True)
            for number, language in found.items()
        }
        name_fonts(fonts, folder, pdf)
        if document.metadata.lang:
            tidy(pdf, texts, document.metadata.lang)

    data: bytes = document.write_pdf(finisher=finish, pdf_variant=VARIANT)
    return data


def _paint(paint: Any, languages: list[dict[int, str]], stream: Any, scale: float = 1) -> None:
    """Paint a page and note the language of each text, which the tags will not tell."""
    paint(stream, scale)
    marked = stream._tags.items()  # noqa: SLF001
    languages.append({kid["mcid"]: box.style["lang"] for box, kid in marked if box.style["lang"]})


def _anchors(document: Any) -> Iterator[tuple[str, int, float, float]]:
    seen: set[str] = set()
    for number, page in enumerate(document.pages):
        for name, (x, y, _, _) in page.anchors.items():
            if name not in seen:
                seen.add(name)
                yield name, number, *_point(x, page.height - y)


def _bookmarks(document: Any) -> Iterator[Bookmark]:
    pixels = document.make_bookmark_tree()
    return _flattened(pixels, 1, [page.height for page in document.pages])


def _flattened(tree: Any, level: int, heights: list[float]) -> Iterator[Bookmark]:
    for label, (page, x, y), children, state in tree:
        yield Bookmark(level, label, page, *_point(x, heights[page] - y), open=state == "open")
        yield from _flattened(children, level + 1, heights)


def _point(x: float, y: float) -> tuple[float, float]:
    """Turn CSS pixels into points, to a hundredth: finer than any eye, and short in the file."""
    return round(x * POINTS_PER_PIXEL, 2), round(y * POINTS_PER_PIXEL, 2)
