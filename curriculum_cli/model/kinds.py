"""The kinds of file, and the model each decodes to."""

from __future__ import annotations

from .content_rules import ContentRules
from .delivery import Delivery
from .fields import Part
from .handbook import Handbook
from .integration import Integration
from .links import Links
from .module import Module
from .programme import Programme
from .reference_lists import Glossary, Sources, Wording
from .standard import Standard
from .verbs import Verbs
from .workshop import Workshop

KINDS: dict[str, type[Part]] = {
    "curriculum": Programme,
    "standard": Standard,
    "module": Module,
    "workshop": Workshop,
    "delivery": Delivery,
    "integration": Integration,
    "handbook": Handbook,
    "glossary": Glossary,
    "wording": Wording,
    "verbs": Verbs,
    "sources": Sources,
    "links": Links,
    "content-rules": ContentRules,
}

SINGLE = {
    "curriculum": "modules/curriculum.yaml",
    "integration": "modules/integration.yaml",
    "handbook": "modules/handbook.yaml",
    "glossary": "modules/glossary.yaml",
    "wording": "modules/wording.yaml",
    "verbs": "modules/verbs.yaml",
    "sources": "modules/sources.yaml",
    "links": "modules/links.yaml",
    "content-rules": "modules/content-rules.yaml",
}
"""Kinds of which a project has one, and where it stands."""

FOLDERS = {"standard": "modules/standards", "workshop": "modules/workshops"}
"""Kinds whose files have a folder of their own and are named after their id."""
