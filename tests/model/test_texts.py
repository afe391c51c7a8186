"""`texts()` finds every word that an author wrote, and says where."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from curriculum_cli.diagnostics import PathInFile
from curriculum_cli.model.kinds import KINDS
from curriculum_cli.model.schema import json_schema
from curriculum_cli.model.texts import texts
from curriculum_cli.source.offsets import trimmed
from curriculum_cli.source.tree import Data

from ..project import HANDBOOK, M01, WORKSHOP
from .breaking import original, part_of, tree_of
from .test_decoding import FILES


def leaves(data: Data, path: PathInFile = ()) -> Iterator[tuple[PathInFile, str]]:
    if isinstance(data, str):
        yield path, data
        return
    for step, inner in data.items() if isinstance(data, dict) else enumerate(data):
        yield from leaves(inner, (*path, step))


def is_text(schema: dict[str, Any], part: dict[str, Any], path: PathInFile, data: Data) -> bool:
    """Whether the JSON Schema calls the value at `path` free text: a string with only a length."""
    while "$ref" in part or "oneOf" in part:
        if "$ref" in part:
            part = schema["$defs"][part["$ref"].rpartition("/")[2]]
        else:
            options = [schema["$defs"][each["$ref"].rpartition("/")[2]] for each in part["oneOf"]]
            assert isinstance(data, dict)
            fits = [each for each in options if set(data) <= set(each["properties"])]
            kinds = [each for each in fits if data.get("kind") == _kind(each)]
            part = (kinds or fits)[0]
    if not path:
        return part.get("type") == "string" and "maxLength" in part
    step = path[0]
    inner = part["items"] if isinstance(step, int) else part["properties"][step]
    return is_text(schema, inner, path[1:], data[step])  # type: ignore[index]


def _kind(part: dict[str, Any]) -> str | None:
    kind = part["properties"].get("kind", {}).get("const")
    return kind if isinstance(kind, str) else None


@pytest.mark.parametrize("name", FILES)
def test_every_free_text_of_a_file_is_found_at_its_path(name: str) -> None:
    tree = tree_of(name, original(name))
    schema = json_schema(tree.kind)
    written = {
        path: trimmed(text)
        for path, text in leaves(tree.data)
        if is_text(schema, schema, path, tree.data)
    }
    assert written, "the schema knows no text"
    assert {each.path: each.text for each in texts(part_of(name))} == written


def test_ids_words_and_numbers_are_no_texts() -> None:
    found = {each.path[-1] for each in texts(part_of(M01))}
    assert not found & {"id", "kind", "method", "status", "minutes", "version", "objective", "on"}


def test_prose_is_told_apart_from_plain_words() -> None:
    kinds = {each.path: each.markdown for each in texts(part_of(M01))}
    assert kinds[("purpose",)]
    assert kinds[("steps", 0, "participants")]
    assert kinds[("scenarios", 0, "roles", 0, "secret")]
    assert not kinds[("title",)]
    assert not kinds[("assessment", 0, "options", 0, "text")]
    assert not kinds[("key_points", 1)]


def test_texts_inside_unions_and_lists_are_found() -> None:
    found = {each.path for each in texts(part_of(WORKSHOP))}
    assert ("days", 0, "items", 0, "note") in found
    found = {each.path for each in texts(part_of(HANDBOOK))}
    assert ("forms", 0, "fields", 1, "statements", 1) in found


def test_texts_come_in_a_fixed_order() -> None:
    part = part_of(M01)
    assert list(texts(part)) == list(texts(part))
    paths = [each.path for each in texts(part)]
    assert len(paths) == len(set(paths))


def test_every_kind_of_file_holds_texts() -> None:
    for kind, model in KINDS.items():
        assert any(
            field.get("maxLength")
            for part in (json_schema(kind), *json_schema(kind).get("$defs", {}).values())
            for field in part["properties"].values()
        ), model
