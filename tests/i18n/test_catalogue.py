"""Reading PO files: keys, plural forms, and what counts as missing."""

from __future__ import annotations

from pathlib import Path

import pytest
from curriculum_cli.diagnostics import BuildError
from curriculum_cli.i18n.catalogue import load_catalogue

from tests.editions import catalogue

_PO = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n"

msgctxt "hello"
msgid "Hello, {name}"
msgstr "Здравствуйте, {name}"

msgctxt "hours"
msgid "{number} hour"
msgid_plural "{number} hours"
msgstr[0] "{number} час"
msgstr[1] "{number} часа"
msgstr[2] "{number} часов"

#, fuzzy
msgctxt "unsure"
msgid "Unsure"
msgstr "Неуверенно"

msgctxt "empty"
msgid "Empty"
msgstr ""
"""  # noqa: E501


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "interface.po"
    path.write_text(_PO, "utf-8")
    return path


def test_a_string_is_found_by_its_key_and_filled(file: Path) -> None:
    assert load_catalogue(file, "ru").text("hello", name="Айгүл") == "Здравствуйте, Айгүл"


@pytest.mark.parametrize(
    ("number", "text"),
    [(1, "1 час"), (3, "3 часа"), (5, "5 часов"), (11, "11 часов"), (22, "22 часа")],
)
def test_russian_has_three_plural_forms(file: Path, number: int, text: str) -> None:
    assert load_catalogue(file, "ru").plural("hours", number) == text


@pytest.mark.parametrize("key", ["nothing", "unsure", "empty"])
def test_a_missing_fuzzy_or_empty_string_is_an_error(file: Path, key: str) -> None:
    with pytest.raises(BuildError, match=key):
        load_catalogue(file, "ru").text(key)


def test_a_file_that_is_no_catalogue_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "interface.po"
    path.write_text('msgid "open\n', "utf-8")
    with pytest.raises(BuildError, match="cannot be read"):
        load_catalogue(path, "ru")


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="cannot be read"):
        load_catalogue(tmp_path / "none.po", "kk")


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_trainers_are_counted_in_every_language(language: str) -> None:
    one, many = (catalogue(language).plural("plan.trainer-count", n) for n in (1, 2))
    assert one.startswith("1")
    assert many.startswith("2")
