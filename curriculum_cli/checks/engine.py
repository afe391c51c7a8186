"""Run the rules, stamp code and severity, silence what authors chose to silence, sort."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

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
from ..model.chosen_rules import ChosenRules
from ..model.curriculum import Curriculum
from ..model.module import Module
from ..source.translations import source_of
from ..source.tree import Tree, locate, named_path
from .registry import BY_CODE, IGNORE_RULES, RULES
from .rules import Rule, Subject

_IGNORE = re.compile(r"curriculum:\s*ignore\[([A-Za-z0-9,\s]*)\]\s*(.*)", re.DOTALL)
_LOOKS_LIKE_IGNORE = re.compile(r"curriculum\s*:?\s*ignore", re.IGNORECASE)
_MAY_HOLD_IGNORE = re.compile(r"#\s*curriculum\s*:?\s*ignore", re.IGNORECASE)
_PROFILES = {"draft": Profile.DRAFT, "reviewed": Profile.REVIEW, "approved": Profile.PUBLISH}


@dataclass(frozen=True, slots=True)
class Choice:
    """Which rules to run, and how strictly; `profile` None means by each module's status."""

    profile: Profile | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def filled_from(self, checks: ChosenRules | None) -> Choice:
        """The choice with the programme's own where the command says nothing.

        A rule that the command selects runs, whatever the programme leaves out.
        """
        if checks is None:
            return self
        left_out = tuple(each.rules for each in checks.ignore if each.rules not in self.select)
        profile = Profile(checks.profile) if checks.profile else None
        return Choice(self.profile or profile, self.select or checks.select, self.ignore + left_out)

    def wants(self, code: str) -> bool:
        """Rules of form always run: nothing else can be trusted without them."""
        if code[0] in "YS":
            return True
        chosen = not self.select or code.startswith(self.select)
        return chosen and not (self.ignore and code.startswith(self.ignore))


@dataclass(frozen=True, slots=True)
class Report:
    """All findings, sorted by place, and how many were silenced by comments."""

    diagnostics: tuple[Diagnostic, ...]
    ignored: int = 0

    def count(self, severity: Severity) -> int:
        return sum(each.severity is severity for each in self.diagnostics)

    @property
    def errors(self) -> int:
        return self.count(Severity.ERROR)


def profile_of(file: str, curriculum: Curriculum, chosen: Profile | None) -> Profile:
    """A module's status decides, for its translations too.

    Shared files are judged like the least finished module.
    """
    if chosen is not None:
        return chosen
    part = curriculum.files.get(source_of(file) if file.endswith(".po") else file)
    if isinstance(part, Module):
        return _PROFILES[part.status]
    order = list(Profile)
    found = [_PROFILES[module.status] for _, module in curriculum.of(Module)]
    return min(found, key=order.index, default=Profile.DRAFT)


def form_report(problems: Iterable[Problem], trees: Mapping[str, Tree]) -> Report:
    """Findings of reader and model alone, when the rules cannot run yet."""
    return Report(_sorted(_stamp(problem, trees, Severity.ERROR) for problem in problems))


def run(
    subject: Subject,
    choice: Choice,
    rules: Sequence[Rule] = RULES,
    problems: Sequence[Problem] = (),
) -> Report:
    """Run every chosen rule over a curriculum that decoded."""
    checks = subject.curriculum.programme.checks
    choice = choice.filled_from(checks)
    active = [rule for rule in rules if choice.wants(rule.code)]
    known = BY_CODE | {rule.code: rule for rule in rules}
    found = [*problems, *_judge_settings(subject, known), *_findings(active, subject)]
    silences = _silences(subject.trees)
    kept: list[Diagnostic] = []
    ignored = 0
    for problem in found:
        severity = _severity(known.get(problem.code), problem, subject.curriculum, choice)
        if severity is Severity.OFF:
            continue
        diagnostic = _stamp(problem, subject.trees, severity)
        if _silence(problem.where, diagnostic, silences, subject.trees):
            ignored += 1
        else:
            kept.append(diagnostic)
    codes = {rule.code for rule in active}
    for problem in _judge_ignores(silences, codes, known):
        severity = _severity(known.get(problem.code), problem, subject.curriculum, choice)
        kept.append(_stamp(problem, subject.trees, severity))
    return Report(_sorted(kept), ignored)


def _findings(rules: Iterable[Rule], subject: Subject) -> Iterator[Problem]:
    for rule in rules:
        if rule.check is not None:
            for finding in rule.check(subject):
                yield Problem(
                    rule.code,
                    finding.where,
                    finding.message,
                    finding.help,
                    finding.related,
                    finding.span,
                )


def _severity(
    rule: Rule | None, problem: Problem, curriculum: Curriculum, choice: Choice
) -> Severity:
    levels = rule.levels if rule else ALWAYS_ERROR
    return levels.under(profile_of(problem.where.file, curriculum, choice.profile))


def _stamp(problem: Problem, trees: Mapping[str, Tree], severity: Severity) -> Diagnostic:
    def place(where: Where) -> Span:
        tree = trees.get(where.file)
        return locate(tree, where) if tree else Span(1, 1, 1, 2)

    where = problem.where
    span = problem.span or place(where)
    tree = trees.get(where.file)
    return Diagnostic(
        code=problem.code,
        severity=severity,
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


def _words(tree: Tree, span: Span) -> str:
    line = tree.lines[span.line - 1] if span.line <= len(tree.lines) else ""
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    return printable(line[span.column - 1 : end])


def _sorted(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    unique = dict.fromkeys(diagnostics)
    return tuple(sorted(unique, key=lambda d: (d.file, d.span, d.code, d.message)))


@dataclass(slots=True)
class _Silence:
    file: str
    span: Span
    lines: tuple[int, ...]
    codes: tuple[str, ...]
    reason: str
    malformed: bool = False
    used: set[str] = field(default_factory=set)


def _silences(trees: Mapping[str, Tree]) -> list[_Silence]:
    found: list[_Silence] = []
    for tree in trees.values():
        if not _MAY_HOLD_IGNORE.search(tree.text):
            continue
        alone = {comment.line for comment in tree.comments if comment.alone}
        for comment in tree.comments:
            if not _LOOKS_LIKE_IGNORE.match(comment.text):
                continue
            end = len(tree.lines[comment.line - 1].rstrip()) + 1
            span = Span(comment.line, comment.column, comment.line, end)
            match = _IGNORE.match(comment.text)
            codes = tuple(code.strip().upper() for code in match[1].split(",")) if match else ()
            reason = match[2].strip() if match else ""
            lines = [comment.line]
            while lines[-1] in alone:
                lines.append(lines[-1] + 1)
            malformed = not match or not all(codes)
            found.append(_Silence(tree.file, span, tuple(lines), codes, reason, malformed))
    return found


def _lines(where: Where, diagnostic: Diagnostic, trees: Mapping[str, Tree]) -> set[int]:
    """The lines on which a comment speaks about this finding: its own, its value's, its key's."""
    lines = {diagnostic.span.line}
    tree = trees.get(where.file)
    if tree is not None:
        spans = (tree.values.get(where.path), tree.keys.get(where.path))
        lines.update(span.line for span in spans if span is not None)
    return lines


def _silence(
    where: Where, diagnostic: Diagnostic, silences: list[_Silence], trees: Mapping[str, Tree]
) -> bool:
    candidates = [each for each in silences if each.file == where.file]
    if not candidates:
        return False
    lines = _lines(where, diagnostic, trees)
    for each in candidates:
        heard = each.reason and not each.malformed and diagnostic.code in each.codes
        if heard and lines.intersection(each.lines):
            each.used.add(diagnostic.code)
            return True
    return False


def _judge_ignores(
    silences: Iterable[_Silence], active: set[str], known: Mapping[str, Rule]
) -> Iterator[Problem]:
    bare, useless, _ = IGNORE_RULES
    for each in silences:
        base = Problem(bare.code, Where(each.file), "", span=each.span)
        if each.malformed or not each.reason:
            what = "is not well-formed" if each.malformed else "gives no reason"
            yield replace(
                base,
                message=f"this ignore comment {what}",
                help="Write `# curriculum: ignore[T101] reason`; without a reason it does nothing.",
            )
            continue
        for code in dict.fromkeys(each.codes):
            if code not in known:
                message = f"there is no rule {code} to ignore"
                help = "`curriculum rule` lists the codes."
                yield replace(base, code=useless.code, message=message, help=help)
            elif code in active and code not in each.used:
                message = f"nothing is silenced here: no {code} on this line"
                help = "Delete the code or the comment."
                yield replace(base, code=useless.code, message=message, help=help)


def _judge_settings(subject: Subject, known: Mapping[str, Rule]) -> Iterator[Problem]:
    """Rules that the programme's `checks:` names and that cannot be chosen."""
    checks, file = subject.curriculum.programme.checks, subject.curriculum.programme_file
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
