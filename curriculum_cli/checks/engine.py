"""Run the rules, stamp code and severity, silence what authors chose to silence, sort."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..diagnostics import (
    ALWAYS_ERROR,
    Diagnostic,
    Problem,
    Profile,
    Severity,
    Span,
    Where,
    printable,
)
from ..model.curriculum import Curriculum
from ..model.module import Module
from ..source.translations import source_of
from ..source.tree import Tree, locate, named_path
from .registry import BY_CODE, IGNORE_RULES, RULES
from .report import Choice, Report
from .rules import Reads, Rule, Subject
from .silences import Heard, Placed, Silence, silences_in

_PROFILES = {"draft": Profile.DRAFT, "reviewed": Profile.REVIEW, "approved": Profile.PUBLISH}


class Judge:
    """How strictly a file is judged: a module and its translations by the module's status.

    Shared files are judged like the least finished module.
    """

    def __init__(self, statuses: Mapping[str, str], chosen: Profile | None) -> None:
        self._chosen = chosen
        self._statuses = statuses
        order = list(Profile)
        found = [_PROFILES[status] for status in statuses.values()]
        self._least = min(found, key=order.index, default=Profile.DRAFT)

    def profile(self, file: str) -> Profile:
        """The profile under which this file is judged."""
        if self._chosen is not None:
            return self._chosen
        status = self._statuses.get(source_of(file) if file.endswith(".po") else file)
        return self._least if status is None else _PROFILES[status]

    def severity(self, rule: Rule | None, file: str) -> Severity:
        """How much a finding of this rule matters in this file."""
        return (rule.levels if rule else ALWAYS_ERROR).under(self.profile(file))


def form_report(problems: Iterable[Problem], trees: Mapping[str, Tree]) -> Report:
    """Findings of reader and model alone, when the rules cannot run yet."""
    return form_verdict(placed(problem, trees) for problem in problems)


def form_verdict(found: Iterable[Placed]) -> Report:
    """Findings of reader and model, all of them errors."""
    return Report(_sorted(each.diagnostic._replace(severity=Severity.ERROR) for each in found))


def run(
    subject: Subject,
    choice: Choice,
    rules: Sequence[Rule] = RULES,
    problems: Sequence[Problem] = (),
) -> Report:
    """Run every chosen rule over a curriculum that decoded."""
    choice = choice.filled_from(subject.curriculum.programme.checks)
    active = [rule for rule in rules if choice.wants(rule.code)]
    found = (
        *problems,
        *judge_settings(subject.curriculum, rules),
        *problems_of(active, subject),
    )
    silences = [each for tree in subject.trees.values() for each in silences_in(tree)]
    statuses = {file: module.status for file, module in subject.curriculum.of(Module)}
    places = (placed(each, subject.trees) for each in found)
    return verdict(places, silences, statuses, choice, rules)


def verdict(
    found: Iterable[Placed],
    silences: Sequence[Silence],
    statuses: Mapping[str, str],
    choice: Choice,
    rules: Sequence[Rule] = RULES,
) -> Report:
    """Stamp severities, leave out what is not asked for or silenced, judge the comments, sort."""
    known = BY_CODE | {rule.code: rule for rule in rules}
    active = {rule.code for rule in rules if choice.wants(rule.code)}
    judge = Judge(statuses, choice.profile)
    heard = Heard(silences)
    kept: list[Diagnostic] = []
    ignored = 0
    for each in found:
        code, file = each.diagnostic.code, each.diagnostic.file
        severity = judge.severity(known.get(code), file)
        if severity is Severity.OFF or not choice.wants(code):
            continue
        if heard.silences(each):
            ignored += 1
        else:
            kept.append(each.diagnostic._replace(severity=severity))
    for problem in heard.judge(active, known):
        severity = judge.severity(known.get(problem.code), problem.where.file)
        kept.append(placed(problem, {}).diagnostic._replace(severity=severity))
    return Report(_sorted(kept), ignored)


def problems_of(
    rules: Iterable[Rule], subject: Subject, reads: Reads | None = None
) -> Iterator[Problem]:
    """What these rules find, or those of their functions that read so much."""
    for rule in rules:
        for check in rule.checks(reads):
            for finding in check(subject):
                yield Problem(
                    rule.code,
                    finding.where,
                    finding.message,
                    finding.help,
                    finding.related,
                    finding.span,
                )


def placed(problem: Problem, trees: Mapping[str, Tree]) -> Placed:
    """A problem with its place in the file, its severity still open."""

    def place(where: Where) -> Span:
        tree = trees.get(where.file)
        return locate(tree, where) if tree else Span(1, 1, 1, 2)

    where = problem.where
    span = problem.span or place(where)
    tree = trees.get(where.file)
    diagnostic = Diagnostic(
        code=problem.code,
        severity=Severity.OFF,
        file=where.file,
        span=span,
        message=printable(problem.message),
        help=printable(problem.help),
        related=tuple(
            (each.where.file, place(each.where), printable(each.message))
            for each in problem.related
        ),
        path=printable(named_path(tree, where.path)) if tree else "",
        words=_words(tree, span) if tree and (where.offset is not None or not where.path) else "",
    )
    lines = {span.line}
    if tree is not None:
        spans = (tree.values.get(where.path), tree.keys.get(where.path))
        lines.update(each.line for each in spans if each is not None)
    return Placed(diagnostic, tuple(sorted(lines)))


def _words(tree: Tree, span: Span) -> str:
    line = tree.lines[span.line - 1] if span.line <= len(tree.lines) else ""
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    return printable(line[span.column - 1 : end])


def _sorted(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    unique = dict.fromkeys(diagnostics)
    return tuple(sorted(unique, key=lambda d: (d.file, d.span, d.code, d.message)))


def judge_settings(curriculum: Curriculum, rules: Sequence[Rule] = RULES) -> Iterator[Problem]:
    """Rules that the programme's `checks:` names and that cannot be chosen."""
    checks, file = curriculum.programme.checks, curriculum.programme_file
    known = BY_CODE | {rule.code: rule for rule in rules}
    if checks is None:
        return
    named = [(("checks", "select", index), code) for index, code in enumerate(checks.select)]
    left_out = [
        (("checks", "ignore", index, "rules"), each.rules)
        for index, each in enumerate(checks.ignore)
    ]
    for path, code in (*named, *left_out):
        if not any(each.startswith(code) for each in known):
            message = f"no rule begins with “{code}”"
            help = "`curriculum rule` lists the codes."
        elif code[0] in "YS" and path[1] == "ignore":
            message = f"{code}: rules of form cannot be left out"
            help = "Nothing else can be trusted while a file has the wrong form. Delete this entry."
        else:
            continue
        yield Problem(IGNORE_RULES[2].code, Where(file, path), message, help)
