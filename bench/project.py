"""Curricula to measure with: the real one multiplied, or cut to the size of an ordinary course."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import yaml

from .cut import Tree, cut
from .workshops import workshops

ROOT = Path(__file__).resolve().parents[1]
REAL = ROOT / "modules"
SECTIONS, FORMS, WORDS = 3, 2, 12
_SENTENCE = re.compile(r"^( {4,}[^\n|:\[\]{}#]{50,})\.$", re.MULTILINE)
_MODULES = re.compile(r"^modules:(?:[^\n]*\n(?:[ -][^\n]*\n)*)", re.MULTILINE)
_REASON = "The curriculum is cut down for measuring."


def full_project(folder: Path, modules: int) -> list[Path]:
    """A project of so many modules of real size; the module files."""
    shutil.copytree(REAL, folder / "modules")
    real = sorted((folder / "modules").glob("M*.yaml"))
    texts = [(path.name[:3], path.read_text("utf-8")) for path in real]
    names = [old for old, _ in texts]
    for number in range(len(real), modules):
        old, text = texts[number % len(texts)]
        names.append(_name(number))
        text = re.sub(rf"\b{old}\b", names[-1], text)
        path = folder / "modules" / f"{names[-1]}.yaml"
        path.write_text(_SENTENCE.sub(rf"\1, case {number}.", text), "utf-8")
    programme = folder / "modules/curriculum.yaml"
    text, found = _MODULES.subn(
        f"modules: [{', '.join(names)}]\n", programme.read_text("utf-8"), count=1
    )
    assert found == 1, "the programme lists its modules otherwise"
    programme.write_text(text, "utf-8")
    return sorted(path for path in (folder / "modules").glob("*.yaml") if path.name[0] in "MX")


def cut_project(folder: Path, modules: int) -> list[Path]:
    """A project of modules of about seven pages each, with six workshops; the module files."""
    home = folder / "modules"
    for name in ("figures", "standards"):
        shutil.copytree(REAL / name, home / name)
    for name in ("verbs.yaml", "content-rules.yaml"):
        shutil.copy(REAL / name, home / name)
    real = [_load(path) for path in sorted(REAL.glob("M*.yaml"))]
    terms = _load(REAL / "glossary.yaml")["terms"]
    trees = [
        cut(real[number % len(real)], _name(number), number, number // len(real), terms)
        for number in range(modules)
    ]
    files = []
    for tree in trees:
        files.append(home / f"{tree['id']}.yaml")
        _dump(files[-1], tree)
    _dump(home / "curriculum.yaml", _programme(trees))
    _dump(home / "handbook.yaml", _handbook())
    wording = _load(REAL / "wording.yaml")
    _dump(home / "wording.yaml", {**wording, "entries": wording["entries"][:WORDS]})
    glossary = _glossary(trees)
    _dump(home / "glossary.yaml", glossary)
    _dump(home / "sources.yaml", _sources([*trees, *glossary["terms"]]))
    for workshop in workshops(trees):
        _dump(home / "workshops" / f"{workshop['id']}.yaml", workshop)
    return files


def _name(number: int) -> str:
    """M01 to M99, then XA099 and on."""
    if number < 99:
        return f"M{number + 1:02}"
    return f"X{'ABCDEFGHIJ'[number // 1000]}{number % 1000:03}"


def _programme(trees: list[Tree]) -> Tree:
    programme: Tree = _load(REAL / "curriculum.yaml")
    programme["modules"] = [tree["id"] for tree in trees]
    programme["documents"] = [
        "lesson-plan", "trainer-handbook", "participant-handbook", "overview", "handout",
    ]  # fmt: skip
    programme["left_out"] = []
    programme["checks"] = {"ignore": [{"rules": code, "reason": _REASON} for code in _CUT]}
    return programme


_CUT = ("C", "G103", "O111", "P101", "P105", "R107", "R108")
"""Rules that a curriculum with most of it cut away cannot keep."""


def _handbook() -> Tree:
    handbook: Tree = _load(REAL / "handbook.yaml")
    handbook["sections"] = handbook["sections"][:SECTIONS]
    handbook["forms"] = handbook["forms"][:FORMS]
    return handbook


def _glossary(trees: list[Tree]) -> Tree:
    glossary = _load(REAL / "glossary.yaml")
    wanted = {term for tree in trees for term in tree["terms"]}
    terms = [term for term in glossary["terms"] if term["id"] in wanted]
    for term in terms:
        term["see"] = [other for other in term.get("see", ()) if other in wanted]
    return {**glossary, "terms": terms}


def _sources(parts: list[Tree]) -> Tree:
    """The sources that are cited, and the standard's own."""
    sources = _load(REAL / "sources.yaml")
    cited = {each["source"] for part in parts for each in part.get("sources", ())}
    cited.update(_load(path)["source"] for path in (REAL / "standards").glob("*.yaml"))
    return {**sources, "sources": [each for each in sources["sources"] if each["id"] in cited]}


def from_yaml(text: str | bytes) -> Any:
    """Read YAML as the program does."""
    return yaml.load(text, _Loader)


def as_yaml(tree: Tree) -> str:
    """Write YAML as people do."""
    text: str = yaml.dump(tree, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110)
    return text


def _load(path: Path) -> Any:
    return from_yaml(path.read_bytes())


def _dump(path: Path, tree: Tree) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(as_yaml(tree), "utf-8")


class _Loader(yaml.CSafeLoader):
    """Reads `on` and `no` as words, as YAML 1.2 does."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in each if tag != "tag:yaml.org,2002:bool"]
    for first, each in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))


class _Dumper(yaml.CSafeDumper):
    """Writes text of several lines below a `|`, as people do."""

    def ignore_aliases(self, _data: object) -> bool:
        return True


def _text(dumper: yaml.CSafeDumper, text: str) -> yaml.Node:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style)


_Dumper.add_representer(str, _text)
