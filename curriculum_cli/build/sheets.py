"""From leaf views to pages ready to lay out: each body rendered once, each page with its key."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape

from ..render.environment import Renderer
from ..views.document import Document, Leaf
from ..views.edition import Edition
from ..views.front import ContentsView, contents_entries, contents_example, is_contents
from .assets import Assets
from .bodies import Bodies
from .known_pages import KnownPage, KnownPages, Titles
from .store import digest_of, leaf_key
from .worker import Page

_LISTED = re.compile(r'<h2 id="([^"]*)" class="listed"[^>]*>(.*?)</h2>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


class Pages:
    """The bodies and pages of one edition's leaves."""

    def __init__(self, renderer: Renderer, bodies: Bodies, assets: Assets, around: bytes) -> None:
        self.renderer = renderer
        self._kept = bodies
        self._known = KnownPages(bodies.store, assets)
        self._assets = assets
        self._around = around
        self._leaves: dict[str, list[_OneLeaf]] = {}

    def body(self, leaf: Leaf) -> str:
        """The leaf's own HTML, rendered once for all documents that hold it."""
        one = self._one(leaf)
        if one.body is None:
            one.body = self._kept.of(leaf, one.name)
        return one.body

    def known(self, leaf: Leaf) -> str | None:
        """The key of the leaf's page where an earlier build knew it.

        Raises AssetMissingError when it names a picture that is not there.
        """
        one = self._one(leaf)
        if one.page is not None:
            return one.page.key
        if one.known is None and not leaf.private and not self._kept.anew:
            one.known = self._known.find(self._page_name(one))
        return one.known.key if one.known else None

    def page(self, leaf: Leaf) -> Page:
        """The leaf's page; raises AssetMissingError when it names a picture that is not there."""
        one = self._one(leaf)
        if one.page is None:
            html = self.renderer.page(leaf, self.body(leaf))
            assets = self._assets.of(html)
            key = leaf_key(html, assets, self._around)
            one.page = Page(key, leaf.id, html, assets, leaf.private)
            if not leaf.private:
                self._known.keep(self._page_name(one), key, assets, self._listed(leaf))
        return one.page

    def listed(self, leaf: Leaf) -> Titles:
        """The parts of a leaf that stand in the contents: anchor and title."""
        known = self._one(leaf).known
        return known.listed if known else self._listed(leaf)

    def _listed(self, leaf: Leaf) -> Titles:
        found = _LISTED.findall(self.body(leaf))
        return tuple((unescape(a), unescape(_TAG.sub("", t)).strip()) for a, t in found)

    def _one(self, leaf: Leaf) -> _OneLeaf:
        same = self._leaves.setdefault(leaf.id, [])
        for one in same:
            if one.leaf == leaf:
                return one
        one = _OneLeaf(leaf, "" if leaf.private else self._kept.name_of(leaf))
        same.append(one)
        return one

    def _page_name(self, one: _OneLeaf) -> str:
        return digest_of(self._around, one.name.encode())


@dataclass
class _OneLeaf:
    """What is known so far of a leaf; `name` is its name in the cache, where none is private."""

    leaf: Leaf
    name: str
    body: str | None = None
    page: Page | None = None
    known: KnownPage | None = None


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
    leaves = (leaf._replace(view=view) if is_contents(leaf) else leaf for leaf in document.leaves)
    return document._replace(leaves=tuple(leaves))


def blank_back(edition: Edition) -> Leaf:
    """The back of a sheet that has nothing on it."""
    title = edition.curriculum.programme.title
    return Leaf("blank", "blank.html", title, "", 1, edition.language, None, listed=False)
