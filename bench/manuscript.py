"""The curriculum as one Markdown file: the same text for programs that make books from such.

What stands in the trainer's handbook stands here, in the order of its sheets. The prose of the
YAML files is Markdown already and is copied as it is; headings, tables and lists around it are
what a careful author would write for pandoc.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from curriculum_cli.model.assessment import Item
from curriculum_cli.model.curriculum import Curriculum
from curriculum_cli.model.module import Module
from curriculum_cli.model.scenario import Scenario

_HEADING = re.compile(r"^(#+) ", re.MULTILINE)
_LINK = re.compile(r"(?<!!)\[([^\]]*)\]\([A-Z]{1,3}\d{2,3}\)")


def manuscript(curriculum: Curriculum) -> str:
    """The whole book."""
    programme = curriculum.programme
    parts = [f'---\ntitle: "{programme.title}"\nsubtitle: "Trainer’s handbook"\nlang: en\n---']
    parts += [_prose(programme.purpose), _prose(programme.notice or "")]
    handbook = curriculum.handbook
    sections = [each for each in handbook.sections if "trainer" in each.readers] if handbook else []
    for section in sections:
        parts += [f"# {section.title}", _prose(section.body, 1)]
    for module in curriculum.modules.values():
        parts += _module(curriculum, module)
    parts.append("# Glossary")
    parts += [f"**{each.term}**: {_prose(each.definition)}" for each in curriculum.terms.values()]
    parts += ["# Sources", _bullets(each.title for each in curriculum.sources.values())]
    return "\n\n".join(part for part in parts if part) + "\n"


def write(curriculum: Curriculum, project: Path, folder: Path) -> Path:
    """Write the manuscript, with the figures where it names them."""
    folder.mkdir(parents=True, exist_ok=True)
    link = folder / "figures"
    if not link.exists():
        link.symlink_to(project / "modules/figures", target_is_directory=True)
    path = folder / "book.md"
    path.write_text(manuscript(curriculum), "utf-8")
    return path


def _module(curriculum: Curriculum, module: Module) -> Iterator[str]:
    yield f"# {module.id} {module.title}"
    yield "## Administration"
    titles = curriculum.audiences
    yield _table(
        ("", ""),
        [
            ("Audiences", ", ".join(titles[each] for each in module.audiences)),
            ("Minutes", str(module.minutes)),
            ("Group", f"{module.group.min}–{module.group.max}"),
            ("Trainers", str(module.trainers)),
            ("Version", f"{module.version}, {module.status}, {module.prepared_by}"),
            ("Recommendations", ", ".join(map(str, module.recommendations))),
        ],
    )
    yield _prose(module.community_contributor.note or "")
    yield _prose(module.purpose)
    yield "## Objectives"
    rows = [(each.id, each.text, each.domain, each.level) for each in module.objectives]
    yield _table(("", "Objective", "Domain", "Level"), rows)
    yield "## Materials"
    yield _bullets(f"{each.text}: {each.count} per {each.per}" for each in module.materials)
    yield "## Timed plan"
    plan = [
        (s.id, s.title, str(s.minutes), s.method, ", ".join(s.objectives)) for s in module.steps
    ]
    yield _table(("", "Step", "Minutes", "Method", "Objectives"), plan)
    for step in module.steps:
        yield f"### {step.id} {step.title}"
        yield _prose(step.content or "", 3)
        yield _titled("Trainer", step.trainer) + _titled("Participants", step.participants)
    for scenario in module.scenarios:
        yield from _scenario(module, scenario)
    for handout in module.handouts:
        yield f"## {module.id}-{handout.id} {handout.title}"
        yield _prose(handout.body, 2)
        yield _titled("Answers", handout.answers)
    yield f"## {module.id} Test"
    for item in module.assessment:
        yield from _item(item)
    yield f"## {module.id} Key"
    for item in module.assessment:
        yield from _key(item)
    yield f"## {module.id} References and change record"
    yield _bullets(f"{each.source}: {each.where}" for each in module.sources)
    yield _table(
        ("Version", "On", "What"), [(c.version, str(c.on), c.what) for c in module.changes]
    )


def _scenario(module: Module, scenario: Scenario) -> Iterator[str]:
    yield f"## {module.id}-{scenario.id} {scenario.title}"
    yield _prose(scenario.background, 2)
    yield _titled("Task", scenario.task) + _titled("Setting up", scenario.setup)
    yield "### Debrief"
    yield _bullets(f"{each.phase}: {each.question}" for each in scenario.debrief)
    yield _prose(scenario.facilitator or "", 3)
    for role in scenario.roles:
        yield f"### {module.id}-{scenario.id} {role.name}"
        yield _prose(role.card, 3)
        yield _titled("Only you know", role.secret)
    yield "### Observer’s sheet"
    yield _table(
        ("", "Behaviour", "Seen"), [(each.id, each.text, "") for each in scenario.observer]
    )


def _item(item: Item) -> Iterator[str]:
    yield f"**{item.id}** {item.stem}"
    yield _prose(item.situation or "")
    if item.kind == "multiple-choice":
        yield _bullets(f"{each.id}. {each.text}" for each in item.options)
    elif item.kind == "matching":
        yield _table(("", ""), [(each.left, each.right) for each in item.pairs])
    elif item.kind == "ordering":
        yield _bullets(sorted(item.sequence))
    elif item.kind == "checklist":
        yield _bullets(item.checks)


def _key(item: Item) -> Iterator[str]:
    yield f"**{item.id}** {item.stem}"
    if item.kind == "multiple-choice":
        yield _bullets(f"{each.id}. {each.feedback}" for each in item.options if each.feedback)
    elif item.kind == "short-answer":
        yield _prose(item.answer)
    elif item.kind == "essay":
        yield _bullets(item.criteria)
    elif item.kind == "ordering":
        yield _bullets(item.sequence)
    yield _prose(item.feedback or "")


def _prose(text: str, below: int = 1) -> str:
    """A text of the content; its headings stand below those around it."""
    text = _HEADING.sub(lambda found: "#" * min(len(found[1]) + below - 1, 6) + " ", text.strip())
    return _LINK.sub(r"\1", text)


def _titled(title: str, text: str | None) -> str:
    return f"**{title}.** {_prose(text, 3)}\n\n" if text else ""


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', '/') for cell in row)} |" for row in lines)
