"""The interface strings: complete in three languages, used, and free of look-alike letters."""

from __future__ import annotations

import re
import subprocess
import typing

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from curriculum_cli.model import assessment, module, reference_lists, scenario, workshop
from curriculum_cli.model.module import Handout, Material
from curriculum_cli.model.reference_lists import Source
from curriculum_cli.model.scenario import Scenario
from curriculum_cli.views.catalogue import NAMES
from curriculum_cli.views.coverage_picture import MARKS
from curriculum_cli.views.handout_pack import COPIES
from curriculum_cli.views.pack_sheet import PACK_SHEETS
from curriculum_cli.views.reference_leaves import FORMS_OF_CLASS
from jinja2 import Environment, nodes

from tests.editions import LANGUAGES, ROOT, TEMPLATES

_FIELD = re.compile(r"\{(\w*)\}")
_MIXED = re.compile(r"(?:[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z])")


def _read(language: str) -> Catalog:
    with (TEMPLATES / "locale" / language / "interface.po").open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


CATALOGUES = {language: _read(language) for language in LANGUAGES}
MESSAGES: dict[str, dict[str, Message]] = {
    language: {str(each.context): each for each in catalogue if each.id}
    for language, catalogue in CATALOGUES.items()
}


def _forms(value: object) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, (list, tuple)) else (str(value),)


def _choices(annotation: object) -> set[str]:
    return set(typing.get_args(annotation))


FAMILIES: dict[str, set[str]] = {
    "method.": _choices(module.Method),
    "domain.": _choices(module.Domain),
    "level.": _choices(module.Level),
    "status.": _choices(module.Status),
    "per.": _choices(Material.model_fields["per"].annotation),
    "handout-kind.": _choices(Handout.model_fields["kind"].annotation),
    "scenario-kind.": _choices(Scenario.model_fields["kind"].annotation),
    "phase.": _choices(scenario.DebriefPhase),
    "source-kind.": _choices(Source.model_fields["kind"].annotation),
    "community.": _choices(module.CommunityContributor.model_fields["role"].annotation),
    "language.": set(LANGUAGES),
    "document.": set(NAMES),
    "coverage.": set(MARKS),
    "form-of-class.": set(FORMS_OF_CLASS),
    "item.": {
        str(typing.get_args(each.model_fields["kind"].annotation)[0])
        for each in typing.get_args(typing.get_args(assessment.Item)[0])
    },
    "sheet.": {"scenario", "cards", "observer", "handout", "test", "key", "record"},
    "test.": {"true", "false"},
    "index.": {"document", "pdf", "html"},
    "event.": {*_choices(workshop.Event), "break", "lunch"},
    "pack.": set(PACK_SHEETS),
    "pack-label.": set(PACK_SHEETS),
    "copy.": set(COPIES),
}
"""Keys that templates and views put together from a value of the model."""


def _used() -> tuple[set[str], set[str]]:
    """Keys that are named whole, and the beginnings of those that are put together."""
    whole: set[str] = set()
    begun: set[str] = set()
    environment = Environment(autoescape=True)
    for path in sorted(TEMPLATES.rglob("*.html")):
        tree = environment.parse(path.read_text("utf-8"))
        for call in tree.find_all(nodes.Call):
            if not (isinstance(call.node, nodes.Name) and call.node.name in ("t", "n")):
                continue
            key = call.args[0]
            if isinstance(key, nodes.Const):
                whole.add(str(key.value))
            else:
                first = key.nodes[0] if isinstance(key, nodes.Concat) else key
                assert isinstance(first, nodes.Const), f"{path.name}: a key without beginning"
                begun.add(str(first.value))
    for path in sorted((ROOT / "curriculum_cli").rglob("*.py")):
        text = path.read_text("utf-8")
        for key in re.findall(r'\.(?:t|text|plural)\(\s*"([^"]+)"', text):
            whole.add(key)
        for key in re.findall(r'\.(?:t|text|plural)\(\s*f"([^"{]+)\{', text):
            begun.add(key)
        whole.update(re.findall(r"[\"'](label\.[a-z-]+)[\"']", text))
    return whole, begun


USED, BEGUN = _used()


def test_the_families_are_those_that_templates_put_together() -> None:
    assert set(FAMILIES) == BEGUN
    assert all(FAMILIES.values())
    assert reference_lists.Sources.model_fields["sources"].is_required()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_string_that_is_used_exists(language: str) -> None:
    wanted = USED | {beginning + each for beginning, values in FAMILIES.items() for each in values}
    assert sorted(wanted - set(MESSAGES[language])) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_string_is_used(language: str) -> None:
    wanted = USED | {beginning + each for beginning, values in FAMILIES.items() for each in values}
    assert sorted(set(MESSAGES[language]) - wanted) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_string_is_complete_and_current(language: str) -> None:
    for key, english in MESSAGES["en"].items():
        message = MESSAGES[language][key]
        assert message.id == english.id, f"{key}: the English has changed since"
        assert not message.fuzzy, key
        assert all(form.strip() for form in _forms(message.string)), key
        if message.pluralizable:
            assert len(_forms(message.string)) == CATALOGUES[language].num_plurals, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_are_those_of_the_english(language: str) -> None:
    for key, english in MESSAGES["en"].items():
        wanted = set(_FIELD.findall(_forms(english.id)[-1]))
        for form in _forms(MESSAGES[language][key].string):
            assert set(_FIELD.findall(form)) == wanted, key


def test_the_english_text_is_the_message_itself() -> None:
    for key, message in MESSAGES["en"].items():
        assert _forms(message.id) == _forms(message.string), key


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_no_word_mixes_latin_and_cyrillic_letters(language: str) -> None:
    for key, message in MESSAGES[language].items():
        for form in _forms(message.string):
            assert not _MIXED.search(_FIELD.sub("", form)), f"{key}: {form}"


def test_russian_has_no_letter_of_kazakh() -> None:
    letters = set("әғқңөұүһіӘҒҚҢӨҰҮҺІ")
    for key, message in MESSAGES["ru"].items():
        assert not letters & set("".join(_forms(message.string))), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_msgfmt_accepts_the_file(language: str) -> None:
    path = TEMPLATES / "locale" / language / "interface.po"
    done = subprocess.run(
        ["msgfmt", "--check-format", "--check-domain", "-o", "/dev/null", str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
