"""The HTML of a few small leaves with everything that a real one may hold."""

from __future__ import annotations

import struct
import zlib

KAZAKH = "Әділет, ғылым, құқық, таң, өмір, ұлт, үміт, қаһарман, іс"

CSS = """
@page { size: A4; margin: 20mm; @top-left { content: "Полиция 2025"; font-size: 8pt }
        @bottom-right { content: "M10-" counter(page); font-size: 8pt } }
html { font: 10.5pt/1.45 "Noto Sans"; hyphens: auto }
table { border-collapse: collapse; width: 100% } td, th { border: .5pt solid #999 }
.page { break-before: page }
"""
BLANK_CSS = '@page { size: A4; @bottom-left { content: "Бос бет" } }'
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="60"><rect width="200" '
    'height="60" fill="#ddd"/><text x="10" y="30" font-family="Noto Sans">Құқық</text></svg>'
)


def page_of(body: str, language: str = "kk", title: str = "Leaf") -> str:
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><title>{title}</title></head>'
        f"<body>{body}</body></html>"
    )


def tiny_png() -> bytes:
    """Return a red PNG of two by two pixels with transparency."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        checked = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + checked

    rows = b"\0" + b"\xff\0\0\x80" * 2 + b"\0" + b"\xff\0\0\xff" * 2
    header = struct.pack(">IIBBBBB", 2, 2, 8, 6, 0, 0, 0)
    chunks = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


ASSETS = {"figures/map.svg": SVG.encode(), "figures/sign.png": tiny_png()}


PLAN = f"""
<h1 id="top">Тоқтату және тексеру</h1>
<p>{KAZAKH}. <a href="leaf:M10-C1">Рөлдік ойын</a>, <a href="leaf:M10-C1#debrief">талқылау</a>,
<a href="leaf:M99">жоқ парақ</a>, <a href="#steps">қадамдар</a>,
<a href="https://www.osce.org/hcnm">ЕҚЫҰ</a>. <i>Курсив</i> және <b>қалың <i>мәтін</i></b>.</p>
<p>Орысша: <span lang="ru">права человека</span>.</p>
<h2 id="steps">Қадамдар</h2>
<ol><li>Бірінші<ul><li>Ішкі</li><li>Тағы бір</li></ul></li><li>Екінші</li></ol>
<dl><dt>Термин</dt><dd>Анықтама</dd></dl>
<table><thead><tr><th scope="col">Уақыт</th><th scope="col">Не</th></tr></thead>
<tbody><tr><th scope="row">09:00</th><td>Кіріспе</td></tr>
<tr><th scope="row">09:30</th><td lang="ru">Ролевая игра</td></tr></tbody></table>
<figure><img src="asset:figures/sign.png" alt="Белгі"><figcaption>1-сурет</figcaption></figure>
<p><img src="asset:figures/map.svg" alt="Сызба"></p>
"""
SCENARIO = """
<h1>Ролевая игра</h1><p>Вид сзади: <img src="asset:figures/sign.png" alt="Знак"></p>
<p><a href="leaf:M10">К плану</a> и <a href="leaf:M99#nowhere">в никуда,
в очень длинную ссылку, которая занимает больше одной строки и поэтому состоит из двух
частей</a></p>
<h2 id="debrief" class="page">Обсуждение</h2><p>Права человека.</p>
"""
HANDOUT = """
<h2 id="top">Questions</h2><p>Not for trainers only. Back to <a href="leaf:M10#steps">steps</a>.</p>
<h3>More</h3><p>What did you see?</p>
"""
