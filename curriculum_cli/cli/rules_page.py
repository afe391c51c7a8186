"""The page of all rules in markdown, made from the rules' own texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from ..checks.rules import Rule
from ..diagnostics import Profile

HEAD = """\
# Rules

What `curriculum check` asks of a curriculum. `curriculum rule T101` shows one rule on the screen.
This page is made from the rules: `curriculum rule --format markdown > docs/rules.md`.

An **error** makes the command fail, a **warning** and a **remark** do not. How much a finding
matters depends on the profile: `draft`, `review` or `publish`. A module's `status` chooses it,
`--profile` overrides. To silence a rule on one line, write `# curriculum: ignore[T101] reason` at
its end (not for Y and S: without the right form nothing else can be trusted). To leave it out of
the whole programme, name it under `checks:` in `modules/curriculum.yaml`.
"""


def rules_page(rules: Iterable[Rule], subjects: dict[str, str]) -> str:
    """Every rule by subject: what it asks, why, a bad and a good example, its severities."""
    ordered = sorted(rules, key=lambda rule: (list(subjects).index(rule.code[0]), rule.code))
    parts = [HEAD]
    for letter, group in groupby(ordered, key=lambda rule: rule.code[0]):
        parts.append(f"## {letter}: {subjects[letter]}\n")
        parts += ["\n".join(_lines(rule)) for rule in group]
    return "\n".join(parts)


def _lines(rule: Rule) -> Iterator[str]:
    yield f"### {rule.code}: {rule.title}\n"
    rest = rule.what.partition("\n")[2].strip()
    if rest:
        yield f"{rest}\n"
    yield f"{rule.why}\n"
    yield from (f"Not so:\n\n```yaml\n{rule.bad}\n```\n", f"But so:\n\n```yaml\n{rule.good}\n```\n")
    if rule.source:
        yield f"Source: {rule.source}\n"
    levels = {profile: str(rule.levels.under(profile)) for profile in Profile}
    words = {"info": "remark"}
    yield "; ".join(f"{name}: {words.get(level, level)}" for name, level in levels.items()) + ".\n"
