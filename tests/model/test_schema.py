"""The JSON Schema that editors use: valid, documented, and of one mind with the program."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from curriculum_cli.model.kinds import KINDS
from curriculum_cli.model.schema import json_schema
from jsonschema import Draft202012Validator

from ..project import HANDBOOK, M01, STANDARD, WORKSHOP
from .breaking import edited, original
from .test_decoding import FILES


def objects(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object of a schema with its name."""
    yield schema["title"], schema
    yield from schema.get("$defs", {}).items()


def properties(kind: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Every property, with what the object that it refers to says of itself."""
    schema = json_schema(kind)
    for name, part in objects(schema):
        for key, field in part.get("properties", {}).items():
            target = schema["$defs"][field["$ref"].rpartition("/")[2]] if "$ref" in field else {}
            yield name, key, {"title": target.get("title"), **field}


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_is_valid_2020_12(kind: str) -> None:
    schema = json_schema(kind)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"urn:curriculum:schema:{kind}"


@pytest.mark.parametrize("kind", KINDS)
def test_every_object_and_property_is_explained(kind: str) -> None:
    for name, part in objects(json_schema(kind)):
        assert part.get("description"), name
        assert part["additionalProperties"] is False, name
    for name, key, field in properties(kind):
        assert field.get("title"), f"{name}.{key} has no title"
        assert field.get("description", "").endswith("."), f"{name}.{key} has no description"


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_counted_has_its_unit(kind: str) -> None:
    for name, key, field in properties(kind):
        if field.get("type") == "integer" and key not in ("number", "recommendation", "seed"):
            assert field.get("x-unit"), f"{name}.{key} has no x-unit"
        if "minutes" in key and field.get("type") == "integer":
            assert field["x-unit"] == "minutes", f"{name}.{key}"
        if "x-unit" in field:
            assert f"Unit: {field['x-unit']}." in field["description"]


def keywords(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        for key, value in schema.items():
            if key in ("properties", "$defs"):
                for inner in value.values():
                    yield from keywords(inner)
            elif key not in ("discriminator", "examples", "default"):
                yield key
                yield from keywords(value)
    elif isinstance(schema, list):
        for each in schema:
            yield from keywords(each)


KNOWN = {
    *("$schema", "$id", "$defs", "$ref", "title", "description", "type", "properties", "required"),
    *("additionalProperties", "items", "oneOf", "enum", "const", "pattern", "format", "x-unit"),
    *("minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_only_words_of_json_schema_are_used(kind: str) -> None:
    assert set(keywords(json_schema(kind))) <= KNOWN


class Core(yaml.CSafeLoader):
    """YAML as an editor reads it: numbers, booleans and null of YAML 1.2, all else text."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 — as in the base class


for tag, pattern, first in (
    ("bool", r"true|false", "tf"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?[0-9]+\.[0-9]+", "-+0123456789"),
    ("null", r"null|~|", ["n", "~", ""]),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), first)


def complaints(name: str, text: str) -> list[str]:
    data = yaml.load(text, Core)
    validator = Draft202012Validator(json_schema(data["kind"]))
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(data)]


@pytest.mark.parametrize("name", FILES)
def test_the_schema_accepts_what_the_program_accepts(name: str) -> None:
    assert complaints(name, original(name)) == []


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (M01, "minutes: 90", "minutes: 0"),
        (M01, "minutes: 90", "minutes: 6001"),
        (M01, "minutes: 90", "minutes: an hour"),
        (M01, "    lines: 8\n", "    lines: 61\n"),
        (M01, "title: Opening round", 'title: ""'),
        (M01, "title: Opening round", "titel: Opening round"),
        (M01, "method: lecture", "method: lectur"),
        (M01, "recommendations: [1, 2]\nminutes", "recommendations: [1, 0]\nminutes"),
        (M01, "ranks: sergeant to colonel", "ranks:"),
        (M01, "kind: matching", "kind: match"),
        (M01, "- id: S2", "- id: O2"),
        (HANDBOOK, "rows: 5", "rows: 41"),
        (HANDBOOK, "rows: 5", "rows: 0"),
        (WORKSHOP, '"10:00"', '"24:00"'),
        (WORKSHOP, '"10:00"', '"9:30"'),
        (WORKSHOP, "{break: 15}", "{break: 15, note: x}"),
        (WORKSHOP, "{break: 15}", "{brake: 15}"),
        (STANDARD, "{id: II, title", "{id: IIIIIIIII, title"),
    ],
)
def test_the_schema_refuses_what_the_program_refuses(name: str, old: str, new: str) -> None:
    text, _ = edited(name, old, new)
    assert complaints(name, text)


@pytest.mark.parametrize("kind", KINDS)
def test_every_example_passes_its_own_field(kind: str) -> None:
    schema = json_schema(kind)
    for name, key, field in properties(kind):
        for example in field.get("examples", ()):
            validator = Draft202012Validator({**field, "$defs": schema.get("$defs", {})})
            assert not list(validator.iter_errors(example)), f"{name}.{key}: {example}"
