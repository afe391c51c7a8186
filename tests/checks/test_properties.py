"""What holds for every slip of the pen: a report, whose places lie in the files."""

from __future__ import annotations

from functools import cache

from curriculum_cli.checks.engine import form_report, run
from curriculum_cli.checks.registry import BY_CODE
from curriculum_cli.checks.report import Choice, Report
from curriculum_cli.checks.rules import Subject
from curriculum_cli.model.curriculum import assemble
from curriculum_cli.model.decode import decode
from curriculum_cli.model.fields import Part
from curriculum_cli.source.files import decode as decode_text
from curriculum_cli.source.strict_yaml import parse
from curriculum_cli.source.tree import Tree
from hypothesis import example, given
from hypothesis import strategies as st

from ..project import CASES, M01, M02, PRINTABLE, PROGRAMME

ROOT = CASES / "project"
NAMES = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "modules").rglob("*.yaml"))
TEXTS = {name: (ROOT / name).read_text("utf-8") for name in NAMES}


@cache
def sound(name: str) -> tuple[Tree, Part]:
    tree, _ = parse(name, TEXTS[name])
    assert tree is not None
    part, _ = decode(tree)
    assert part is not None
    return tree, part


def report_on(name: str, text: str) -> Report:
    """The report on the small project with another text in one of its files."""
    found = [(each, *sound(each)) for each in NAMES if each != name]
    trees = {each: tree for each, tree, _ in found}
    files = {each: part for each, _, part in found}
    read, problems = decode_text(name, text.encode())
    tree, more = parse(name, read) if read is not None else (None, [])
    problems += more
    if tree is not None:
        trees[name] = tree
        part, more = decode(tree)
        problems += more
        if part is not None:
            files[name] = part
    curriculum, missing = assemble(files)
    if problems or missing:
        return form_report([*problems, *missing], trees)
    return run(Subject(curriculum, trees, ROOT, PRINTABLE), Choice())


SCRAPS = [
    *("", " ", "\n", "  ", "- ", ":", ": ", "#", " # x", "|", ">", "[", "]", "{", "}", "'", '"'),
    *("M01", "M99", "O1", "O9", "S1", "H1", "patrol", "senior", "0", "1", "90", "6001", "true"),
    *("en", "kk", "fictional", "![x](figures/path.svg)", "![](../x)", "[x](M02)", "](", "# H\n"),
    *(
        "#### H\n",
        "☎",
        "Ә",
        "\t",
        "\\",
        "%2e",
        "09:00",
        "2027-01-01",
        "kind: module\n",
        "id: M01\n",
    ),
    *(" # curriculum: ignore[T101] so", " # curriculum: ignore[O101]", "<<: x\n", "&a ", "*a"),
]
slips = st.lists(
    st.tuples(st.integers(0, 6_000), st.integers(0, 30), st.sampled_from(SCRAPS)),
    min_size=1,
    max_size=3,
)


def slip(text: str, changes: list[tuple[int, int, str]]) -> str:
    """The text with some characters replaced by scraps, anywhere."""
    for place, length, scrap in changes:
        start = place % (len(text) + 1)
        text = text[:start] + scrap + text[start + length :]
    return text


@given(st.sampled_from(NAMES), slips)
@example(PROGRAMME, [(0, 6_000, "")])
@example(M01, [(0, 0, "- ")])
@example(M01, [(7, 0, "\t")])
@example(M02, [(0, 6_000, "kind: module")])
def test_any_slip_gives_a_report_whose_places_exist(
    name: str, changes: list[tuple[int, int, str]]
) -> None:
    text = slip(TEXTS[name], changes)
    report = report_on(name, text)
    assert_sound(report, name, text.split("\n"))
    assert report == report_on(name, text), "the same text, the same report"


def assert_sound(report: Report, name: str, lines: list[str]) -> None:
    """Every finding can be shown: a code that exists, a line of words, a place in its file."""
    for each in report.diagnostics:
        assert each.code in BY_CODE
        assert each.message
        assert "\n" not in each.message
        assert len(each.message) < 300
        assert each.message.isprintable()
        here = lines if each.file == name else TEXTS.get(each.file, "").split("\n")
        assert 1 <= each.span.line <= len(here)
        assert 1 <= each.span.column <= len(here[each.span.line - 1]) + 1
        assert (each.span.line, each.span.column) < (each.span.end_line, each.span.end_column)


def lines_of(name: str) -> st.SearchStrategy[tuple[str, int, int]]:
    count = TEXTS[name].count("\n")
    return st.tuples(st.just(name), st.integers(0, count - 1), st.integers(0, count - 1))


@given(st.sampled_from(NAMES).flatmap(lines_of), st.sampled_from(["drop", "double", "swap"]))
def test_a_line_lost_doubled_or_misplaced_never_breaks_the_program(
    place: tuple[str, int, int], way: str
) -> None:
    name, first, second = place
    lines = TEXTS[name].split("\n")
    if way == "drop":
        del lines[first]
    elif way == "double":
        lines.insert(first, lines[first])
    else:
        lines[first], lines[second] = lines[second], lines[first]
    assert_sound(report_on(name, "\n".join(lines)), name, lines)
