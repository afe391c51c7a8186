"""From leaf views to pages ready to lay out: each body rendered once, each page with its key."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from html import unescape

from ..render.environment import Renderer
from ..views.document import Document, Leaf
from ..views.edition import Edition
from ..views.front import ContentsView, contents_entries, contents_example, is_contents
from .assets import Assets
from .bodies import Bodies
from .store import leaf_key
from .worker import Page

_LISTED = re.compile(r'<h2 id="([^"]*)" class="listed"[^>]*>(.*?)</h2>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


class Pages:
    """The bodies and pages of one edition's leaves."""

    def __init__(self, renderer: Renderer, bodies: Bodies, assets: Assets, around: bytes) -> None:
        self.renderer = renderer
        self._kept = bodies
        self._assets = assets
        self._around = around
        self._bodies: dict[str, list[tuple[Leaf, str]]] = {}
        self._pages: dict[str, list[tuple[Leaf, Page]]] = {}

    def body(self, leaf: Leaf) -> str:
        """The leaf's own HTML, rendered once for all documents that hold it."""
        known = self._bodies.setdefault(leaf.id, [])
        for other, body in known:
            if other == leaf:
                return body
        body = self._kept.of(leaf)
        known.append((leaf, body))
        return body

    def page(self, leaf: Leaf) -> Page:
        """The leaf's page; raises AssetMissingError when it names a picture that is not there."""
        known = self._pages.setdefault(leaf.id, [])
        for other, page in known:
            if other == leaf:
                return page
        html = self.renderer.page(leaf, self.body(leaf))
        assets = self._assets.of(html)
        key = leaf_key(html, assets, self._around)
        page = Page(key, leaf.id, html, assets, leaf.private)
        known.append((leaf, page))
        return page

    def listed(self, leaf: Leaf) -> tuple[tuple[str, str], ...]:
        """The parts of a leaf that stand in the contents: anchor and title."""
        found = _LISTED.findall(self.body(leaf))
        return tuple((unescape(a), unescape(_TAG.sub("", t)).strip()) for a, t in found)


def filled(document: Document, pages: Pages, places: Mapping[str, Mapping[str, int]]) -> Document:
    """The document with its contents written; `places` gives pages (from 1) by leaf and anchor."""
    if not any(map(is_contents, document.leaves)):
        return document
    anchors = {
        leaf.id: tuple(
            (anchor, title, places.get(leaf.id, {}).get(anchor, 1))
            for anchor, title in pages.listed(leaf)
        )
        for leaf in document.leaves
        if not is_contents(leaf)
    }
    view = ContentsView(contents_entries(document, anchors), contents_example(document))
    leaves = (replace(leaf, view=view) if is_contents(leaf) else leaf for leaf in document.leaves)
    return replace(document, leaves=tuple(leaves))


def blank_back(edition: Edition) -> Leaf:
    """The back of a sheet that has nothing on it."""
    title = edition.curriculum.programme.title
    return Leaf("blank", "blank.html", title, "", 1, edition.language, None, listed=False)
