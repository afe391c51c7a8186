"""PO files with their places: what is read back is what was written, at the place it stands."""

from __future__ import annotations

from io import BytesIO

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from curriculum_cli.diagnostics import Where
from curriculum_cli.source.offsets import trimmed
from curriculum_cli.source.translations import parse_po, source_of
from curriculum_cli.source.tree import locate
from hypothesis import given
from hypothesis import strategies as st

NAME = "modules/locale/kk/M10-stops.po"
LETTERS = st.text(st.sampled_from('abcжәқ"\\ \n-*1'), min_size=1, max_size=200).filter(str.strip)


@given(st.dictionaries(st.tuples(st.sampled_from("abcd"), LETTERS), LETTERS, max_size=6))
def test_what_another_program_writes_is_read_back(strings: dict[tuple[str, str], str]) -> None:
    catalogue = Catalog(locale="kk", fuzzy=False)
    for (context, source), text in strings.items():
        catalogue.add(source, text, context=context)
    file = BytesIO()
    write_po(file, catalogue, width=60)
    read, tree = parse_po(NAME, file.getvalue().decode())
    assert read.mistakes == ()
    assert {each.path: each.text for each in read.entries} == {
        path: trimmed(text) for path, text in strings.items()
    }
    for path, text in strings.items():
        for offset, letter in enumerate(trimmed(text)):
            if letter.isalpha():
                span = locate(tree, Where(NAME, path, offset=offset))
                assert tree.lines[span.line - 1][span.column - 1] == letter


@given(st.text(max_size=400))
def test_anything_else_is_a_mistake_at_a_place_and_never_a_crash(text: str) -> None:
    read, tree = parse_po(NAME, text.replace("\r", "\n"))
    for span, message in read.mistakes:
        assert message
        assert 1 <= span.line <= text.replace("\r", "\n").count("\n") + 1
    assert tree.file == NAME


@given(
    st.lists(
        st.sampled_from(
            [
                'msgid "a"',
                'msgstr "b"',
                '"c"',
                "#, fuzzy",
                "",
                'msgctxt "d"',
                'msgid_plural "e"',
                'msgstr[0] "f"',
                'msgstr ""',
                'msgid ""',
            ]
        ),
        max_size=12,
    )
)
def test_lines_in_any_order_never_crash(lines: list[str]) -> None:
    parse_po(NAME, "\n".join(lines))


@pytest.mark.parametrize(
    ("name", "source"),
    [
        (NAME, "modules/M10-stops.yaml"),
        ("modules/locale/ru/workshops/almaty.po", "modules/workshops/almaty.yaml"),
    ],
)
def test_a_translation_lies_beside_its_source(name: str, source: str) -> None:
    assert source_of(name) == source
