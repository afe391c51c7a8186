"""JSON Schema 2020-12 of each kind of file, from the model that decodes it."""

from __future__ import annotations

from typing import Any

from .kinds import KINDS


def json_schema(kind: str) -> dict[str, Any]:
    """The schema of one kind; an editor uses it for completion and hover text."""
    schema = KINDS[kind].model_json_schema(by_alias=True)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:curriculum:schema:{kind}",
        **schema,
        "title": f"curriculum: {kind}",
    }
