"""Values put in beforehand change nothing but the time it takes."""

from __future__ import annotations

from pathlib import Path

import pytest
from curriculum_cli.outputs import layout
from curriculum_cli.outputs.font_pack import FONTS_FOLDER
from curriculum_cli.outputs.leaf_pdf import LaidOut, lay_out
from curriculum_cli.outputs.variables import put_in

from .leaves import ASSETS, CSS, PLAN, page_of

STYLES = FONTS_FOLDER.parent / "styles"
TOKENS = ":root { --ink: #123456; --small: 7pt; --thin: var(--small) solid var(--ink) }"
LOOK = tuple((STYLES / name).read_text("utf-8") for name in ("tokens.css", "print.css"))
RUNNING = "<style>@page { @top-left { content: 'Стр.'; font: var(--running) } }</style>"


def filled(css: str, html: str = "") -> str:
    return put_in((TOKENS, css), html)[0][1]


@pytest.mark.parametrize(
    ("css", "wanted"),
    [
        ("p { color: var(--ink) }", "p { color: #123456 }"),
        ("p { border: var( --thin ) }", "p { border: 7pt solid #123456 }"),
        ("p { width: calc(2 * var(--small)) }", "p { width: calc(2 * 7pt) }"),
        ("p::before { content: 'var(--ink)' }", "p::before { content: 'var(--ink)' }"),
        ('p::before { content: "\\"var(--ink)" }', 'p::before { content: "\\"var(--ink)" }'),
        ("/* var(--ink) */", "/* var(--ink) */"),
        ("p { color: var(--other, red) }", "p { color: var(--other, red) }"),
        ("p { --ink: red; color: var(--ink) }", "p { --ink: red; color: var(--ink) }"),
        (":root { --ink: red } p { color: var(--ink) }",) * 2,
        (":root { --a: var(--b); --b: var(--a) } p { color: var(--a) }",) * 2,
    ],
)
def test_only_what_is_set_once_for_all_is_put_in(css: str, wanted: str) -> None:
    assert filled(css) == wanted


def test_what_a_leaf_sets_itself_stays_its_own() -> None:
    html = "<head><style>:root { --ink: red } h1 { color: var(--ink); font-size: var(--small) }"
    _, own = put_in((TOKENS,), f"{html}</style></head><p>var(--small)</p>")
    assert own == f"{html.replace('var(--small)', '7pt')}</style></head><p>var(--small)</p>"
    assert filled("p { color: var(--ink) }", '<p style="--ink: red">') == "p { color: var(--ink) }"


@pytest.mark.parametrize("css", [LOOK, (TOKENS, CSS)], ids=["our look", "small"])
def test_the_bytes_are_the_same(
    css: tuple[str, ...], workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    html = page_of(f'{PLAN}<p style="color: var(--ink)" class="soft">x').replace(
        "</head>", f"{RUNNING}</head>"
    )
    assert put_in(css, html)[0] != css or css[0] == TOKENS

    def laid_out() -> LaidOut:
        return lay_out(html, css=css, assets=ASSETS, fonts=FONTS_FOLDER, workspace=workspace)

    sooner = laid_out()
    monkeypatch.setattr(layout, "put_in", lambda css, html: (css, html))
    assert laid_out() == sooner
