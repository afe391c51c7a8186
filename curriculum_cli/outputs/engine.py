"""The layout engine at rest: starting it on our own fonts only, and saying which one it is."""

from __future__ import annotations

import os
import sys
import warnings
from functools import cache
from html import escape
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

from .hyphenation import register_kazakh

PACKAGES = (
    "weasyprint",
    "pydyf",
    "pyphen",
    "fonttools",
    "tinycss2",
    "cssselect2",
    "tinyhtml5",
    "pillow",
)
LARGEST_IMAGE = 20_000_000
"""In pixels: an A4 page at 400 dots per inch has 15 million."""

FONTCONFIG = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
</fontconfig>
"""


def start_engine(fonts: Path, workspace: Path) -> None:
    """Load WeasyPrint if it is not loaded yet and point it at one folder of fonts.

    *Why* an own fontconfig file: fonts of the machine must not reach the paper. Fontconfig reads
    it whenever a layout begins, and once when WeasyPrint is imported.
    """
    os.environ["FONTCONFIG_FILE"] = str(_fontconfig_file(fonts, workspace))
    _load()


def engine_versions() -> dict[str, str]:
    """Return the version of each package that decides a leaf's bytes, without loading any.

    *Why* Pango is left out: it can only be asked once loaded, and a key made from this must not
    depend on that.
    """
    return {package: version(package) for package in PACKAGES}


def loaded_pango_version() -> str | None:
    """Return the version of the text layout library, or None while it is not loaded."""
    ffi = sys.modules.get("weasyprint.text.ffi")
    if ffi is None:
        return None
    major, rest = divmod(int(ffi.pango.pango_version()), 10_000)
    minor, micro = divmod(rest, 100)
    return f"{major}.{minor}.{micro}"


@cache
def _load() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import_module("weasyprint")
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = LARGEST_IMAGE
    register_kazakh()


def _fontconfig_file(fonts: Path, workspace: Path) -> Path:
    workspace = workspace.resolve()
    found, file = workspace / "fontconfig", workspace / "fonts.conf"
    text = FONTCONFIG.format(fonts=escape(str(fonts.resolve())), cache=escape(str(found)))
    if not file.exists() or file.read_text("utf-8") != text:
        found.mkdir(parents=True, exist_ok=True)
        unfinished = file.with_suffix(f".{os.getpid()}")
        unfinished.write_text(text, "utf-8")
        unfinished.replace(file)
    return file
