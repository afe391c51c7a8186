"""Interface strings from PO files: `msgctxt` is the key, `msgid` the English, `msgstr` the text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from babel.messages.pofile import PoFileError, read_po

from ..diagnostics import BuildError


@dataclass(frozen=True)
class Catalogue:
    """The interface strings of one language, by key."""

    language: str
    messages: dict[str, tuple[str, ...]]
    plural_of: Callable[[int], int]

    def text(self, key: str, **values: object) -> str:
        """The string of a key, its placeholders filled. A missing string is an error."""
        return self._filled(key, 0, values)

    def plural(self, key: str, number: int, **values: object) -> str:
        """The form of a key that goes with a number, which fills `{number}`."""
        return self._filled(key, self.plural_of(number), {"number": number, **values})

    def _filled(self, key: str, form: int, values: dict[str, object]) -> str:
        forms = self.messages.get(key)
        if forms is None or form >= len(forms) or not forms[form]:
            raise BuildError(
                f"the interface string “{key}” is missing in {self.language}",
                f"Add it to templates/locale/{self.language}/interface.po.",
            )
        return forms[form].format_map(values) if values else forms[form]


def _plural_function(expression: str) -> Callable[[int], int]:
    from gettext import c2py

    function: Callable[[int], int] = c2py(expression)
    return function


def load_catalogue(path: Path, language: str) -> Catalogue:
    """Read one PO file. Fuzzy strings count as missing; raises BuildError."""
    try:
        with path.open("rb") as file:
            catalogue = read_po(file, locale=language, abort_invalid=True)
    except (OSError, PoFileError, ValueError) as error:
        raise BuildError(
            f"the interface strings of “{language}” cannot be read: {error}"
        ) from error
    messages: dict[str, tuple[str, ...]] = {}
    for message in catalogue:
        if message.id and message.context and not message.fuzzy:
            forms = message.string if isinstance(message.string, list | tuple) else [message.string]
            messages[message.context] = tuple(str(form) for form in forms)
    return Catalogue(language, messages, _plural_function(catalogue.plural_expr))
