"""A leaf reaches its declared assets and nothing else, whatever its HTML asks for."""

from __future__ import annotations

from pathlib import Path

import pytest
from curriculum_cli.outputs.font_pack import FONTS_FOLDER
from curriculum_cli.outputs.leaf_pdf import LayoutFailed, lay_out

from .leaves import ASSETS, page_of

SECRET = "file:///etc/hostname"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" \
width="9" height="9">{}</svg>'
IMAGE = '<img alt="a" src="{}">'

BODIES = [
    IMAGE.format(url)
    for url in (
        SECRET,
        "FILE:///etc/hostname",
        "file://evil/etc/hostname",
        "/etc/hostname",
        "../../etc/hostname",
        "figures/map.svg",
        "http://127.0.0.1:9/x.png",
        "https://127.0.0.1:9/x.png",
        "ftp://127.0.0.1:9/x.png",
        "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>",
        "asset:figures/unknown.png",
        "asset:../secret",
        "asset:figures/map.svg?x",
        "asset://figures/map.svg",
    )
]
BODIES += [
    f'<link rel="attachment" href="{SECRET}">',
    '<link rel="attachment" href="asset:figures/map.svg">',
    f'<a rel="attachment" href="{SECRET}">a</a>',
    f'<link rel="stylesheet" href="{SECRET}">',
    '<link rel="stylesheet" href="data:text/css,p{}">',
    f"<style>@import '{SECRET}';</style>",
    f"<style>@import url({SECRET});</style>",
    f"<style>@font-face {{ font-family: f; src: url({SECRET}) }}</style>",
    f"<style>p {{ background: url({SECRET}) }}</style><p>a",
    f'<p style="background-image: url({SECRET})">a',
    f"<style>p::before {{ content: url({SECRET}) }}</style><p>a",
    f"<style>li {{ list-style-image: url({SECRET}) }}</style><ul><li>a</ul>",
    f"<style>p {{ border-image: url({SECRET}) 1 }} p {{ border: 1px solid }}</style><p>a",
    f'<base href="file:///etc/">{IMAGE.format("hostname")}',
    f'<object data="{SECRET}">a</object>',
    f'<embed src="{SECRET}">',
    SVG.format(f'<image href="{SECRET}" width="9" height="9"/>'),
    SVG.format(f'<image xlink:href="{SECRET}" width="9" height="9"/>'),
    SVG.format("<style>@import 'file:///etc/hosts';</style>"),
    SVG.format(f"<style>@font-face {{ font-family: f; src: url({SECRET}) }}</style>"),
    IMAGE.format("asset:inside.svg"),
    '<p><a href="file:///etc/hostname">a</a>',
    '<p><a href="elsewhere.html">a</a>',
    '<p><a href="javascript:alert(1)">a</a>',
]

HOSTILE = {
    **ASSETS,
    "inside.svg": SVG.format(f'<image href="{SECRET}" width="9" height="9"/>').encode(),
}


@pytest.mark.parametrize("body", BODIES)
def test_anything_but_a_declared_asset_stops_the_layout(body: str, workspace: Path) -> None:
    named = "hostname" if SECRET in body or "inside" in body else ""
    with pytest.raises(LayoutFailed) as failure:
        lay_out(page_of(body), css=(), assets=HOSTILE, fonts=FONTS_FOLDER, workspace=workspace)
    assert named in str(failure.value)


@pytest.mark.parametrize(
    "css",
    [
        f"@import '{SECRET}';",
        f"@font-face {{ font-family: f; src: url({SECRET}) }}",
        f"body {{ background: url({SECRET}) }}",
        f"@page {{ background: url({SECRET}) }}",
    ],
)
def test_a_style_sheet_reaches_nothing_either(css: str, workspace: Path) -> None:
    with pytest.raises(LayoutFailed, match="hostname"):
        lay_out(page_of("a"), css=(css,), assets={}, fonts=FONTS_FOLDER, workspace=workspace)


def test_the_message_names_the_url(workspace: Path) -> None:
    with pytest.raises(LayoutFailed, match=f"not a declared asset: {SECRET}"):
        lay_out(
            page_of(IMAGE.format(SECRET)),
            css=(),
            assets=ASSETS,
            fonts=FONTS_FOLDER,
            workspace=workspace,
        )


@pytest.mark.parametrize(
    "body",
    [
        IMAGE.format("asset:figures/map.svg"),
        IMAGE.format("asset:figures/sign.png"),
        '<p style="background: url(asset:figures/sign.png)">a',
    ],
)
def test_a_declared_asset_is_served(body: str, workspace: Path) -> None:
    leaf = lay_out(page_of(body), css=(), assets=ASSETS, fonts=FONTS_FOLDER, workspace=workspace)
    assert leaf.pages == 1


def test_a_name_with_blanks_and_letters_of_any_alphabet_is_found(workspace: Path) -> None:
    name = "figures/үлгі 1.svg"
    assets = {name: ASSETS["figures/map.svg"]}
    body = IMAGE.format(f"asset:{name}")
    lay_out(page_of(body), css=(), assets=assets, fonts=FONTS_FOLDER, workspace=workspace)
