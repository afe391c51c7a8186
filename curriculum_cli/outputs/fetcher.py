"""The only way the layout engine reaches anything outside a leaf's HTML: assets given in memory.

*Why* a subclass of URLFetcher: WeasyPrint 70 crashes on a plain function that raises.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import unquote

from weasyprint.urls import URLFetcher, URLFetcherResponse

SCHEME = "asset:"


class AssetFetcher(URLFetcher):  # type: ignore[misc]
    """Serves `asset:NAME` for the declared names and refuses every other URL.

    *Why* it also keeps what it refused: drawing an SVG image swallows every exception, even the
    one that is meant to stop the rendering.
    """

    def __init__(self, assets: Mapping[str, bytes]) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False, fail_on_errors=True)
        self._assets = assets
        self.refused: list[str] = []

    def fetch(self, url: str, _headers: object = None) -> URLFetcherResponse:
        """Return a declared asset; raise ValueError for anything else."""
        name = unquote(url.removeprefix(SCHEME))
        if not url.startswith(SCHEME) or name not in self._assets:
            self.refused.append(url)
            raise ValueError(f"not a declared asset: {url}")
        return URLFetcherResponse(url, self._assets[name])
