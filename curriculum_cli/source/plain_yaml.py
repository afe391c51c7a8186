"""The data of a file in which nothing is wrong, in a third of the time that places take.

*Why* beside the strict reader: nearly every file is sound, and of a sound file few places are ever
shown. Whatever is unusual is left to the strict reader, which says what and where.
"""

from __future__ import annotations

from typing import Any

import yaml
from yaml.events import (
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from .files import INVISIBLE
from .tree import Data

MAX_DEPTH = 50
Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_OTHERS = frozenset({yaml.StreamStartEvent, DocumentStartEvent, yaml.DocumentEndEvent})


def plain_data(text: str) -> Data | None:
    """The mapping or list that a text holds; None when anything in it deserves a closer look."""
    loader = Loader(text)
    try:
        return _data(loader.get_event)
    except yaml.YAMLError:
        return None
    finally:
        loader.dispose()


def _data(get_event: Any) -> Data | None:
    root: Data | None = None
    outer: list[tuple[Any, str | None]] = []
    here: Any = None
    key: str | None = None
    documents = 0
    while True:
        event = get_event()
        kind = type(event)
        value: Any
        if kind is ScalarEvent:
            value = event.value
            style = event.style
            if event.anchor is not None or event.tag is not None or here is None:
                return None
            if style == '"' and INVISIBLE.search(value):
                return None
            if key is None and type(here) is dict:
                if value in here or (value == "<<" and not style):
                    return None
                key = value
                continue
            if not value and not style:
                return None
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            here, key = outer.pop()
            continue
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            if event.anchor is not None or event.tag is not None or len(outer) >= MAX_DEPTH:
                return None
            value = {} if kind is MappingStartEvent else []
        elif kind is StreamEndEvent:
            return root
        elif kind in _OTHERS:
            documents += kind is DocumentStartEvent
            if documents > 1:
                return None
            continue
        else:
            return None
        if here is None:
            root = value
        elif type(here) is list:
            here.append(value)
        elif key is None:
            return None
        else:
            here[key] = value
            key = None
        if kind is not ScalarEvent:
            outer.append((here, key))
            here, key = value, None
