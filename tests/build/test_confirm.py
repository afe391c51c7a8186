"""Confirming links changes their digests and days, and not one other character."""

from __future__ import annotations

from datetime import date

import pytest
from curriculum_cli.build.confirm import confirm
from curriculum_cli.diagnostics import UsageError
from hypothesis import given
from hypothesis import strategies as st

from ..project import LINKS, M02, Project, only, shown

DAY = date(2026, 12, 1)
OLD = "000000000000"
FIELDS = f"recommendation: {{}}, module_digest: {OLD}, item_digest: {OLD}, on: 2026-01-01"


def entry(module: str, number: int, more: str = "") -> str:
    return f"{{module: {module}, {FIELDS.format(number)}{more}}}"


@pytest.fixture
def project(project: Project) -> Project:
    """The small project with one link to confirm in its second module."""
    text = project.read(M02).replace("[3, 1]", "[3]")
    project.write(M02, text.replace("recommendations: [1]", "recommendations: [3]"))
    return project


def confirmed(project: Project, *modules: str) -> str:
    confirm(project.root, project.outcome(), modules, DAY)
    suspect = shown(project.report(select=("C104",)).diagnostics)
    assert not any(name in suspect for name in modules)
    return project.read(LINKS)


def links(project: Project) -> list[tuple[str, int, date]]:
    found = project.curriculum().links
    assert found is not None
    return [(each.module, each.recommendation, each.on) for each in found.links]


def test_a_changed_text_is_confirmed_again(project: Project) -> None:
    project.replace(M02, "Не спорить; записать всё.", "Не спорить.")
    assert only(project.report(select=("C104",))).code == "C104"
    before = project.read(LINKS)
    after = confirmed(project, "M02")
    text = project.curriculum().modules["M02"].digest
    assert text in after
    old = before.partition("module_digest: ")[2][:12]
    assert after == before.replace(old, text).replace("2026-11-12", "2026-12-01")


def test_a_project_without_a_list_gets_one(project: Project) -> None:
    project.path(LINKS).unlink()
    text = confirmed(project, "M01", "M02")
    assert text.startswith("# Which module serves which item")
    assert links(project) == [("M01", 1, DAY), ("M01", 2, DAY), ("M02", 3, DAY)]
    assert all(len(line) <= 110 for line in text.splitlines())


LAYOUTS = {
    "one line for each": (
        f"# Ours.\nkind: links\nlinks:\n  # by the board\n  - {entry('M02', 3)}  # in May\n# End.\n"
    ),
    "one line for each value": (
        "kind: links\nlinks:\n- module: M02   # ours\n  recommendation: 3\n\n"
        f"  module_digest: \"{OLD}\"\n  # the item\n  item_digest: '{OLD}'\n  on: 2026-01-01\n"
        "  note: >-\n    In May,\n    by two of us.\n"
    ),
    "a bracket on a line of its own": (
        f"kind: links\nlinks:\n  - {{\n    module: M02, recommendation: 3, on: 2026-01-01,\n"
        f"    module_digest: {OLD}, item_digest: {OLD}\n  }}\n"
    ),
    "a mapping over several lines": (
        f"kind: links\nlinks:\n  - {{module: M02, recommendation: 3,\n     module_digest: {OLD},\n"
        f"     item_digest: {OLD}, on: 2026-01-01}}\n"
    ),
    "a list in brackets": f"links: [{entry('M02', 3)}]\nkind: links\n",
    "no line end": f"kind: links\nlinks:\n  - {entry('M02', 3)}",
    "letters that are wide": (
        f"kind: links # әңгіме 🙂\nlinks:\n  - {entry('M02', 3, ', note: ұ')} # ұ\n"
    ),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_whatever_the_layout_only_the_values_change(project: Project, name: str) -> None:
    project.write(LINKS, LAYOUTS[name])
    text = confirmed(project, "M02")
    curriculum = project.curriculum()
    module, item = curriculum.modules["M02"].digest, curriculum.recommendations[3].digest
    wanted = LAYOUTS[name].replace(OLD, module, 1).replace(OLD, item, 1)
    assert text == wanted.replace("2026-01-01", "2026-12-01")


TIGHT = ("a list in brackets", "a bracket on a line of its own")
ADDING = sorted({*LAYOUTS} - {*TIGHT})


@pytest.mark.parametrize("name", ADDING)
def test_a_new_link_is_a_new_line_and_the_rest_stays(project: Project, name: str) -> None:
    project.write(LINKS, LAYOUTS[name])
    text = confirmed(project, "M01")
    assert links(project)[1:] == [("M01", 1, DAY), ("M01", 2, DAY)]
    new = [line for line in text.split("\n") if "module: M01" in line]
    assert len(new) == 2
    kept = [line for line in text.split("\n") if line not in new]
    assert kept == LAYOUTS[name].split("\n")


@pytest.mark.parametrize("name", TIGHT)
def test_where_lines_cannot_be_told_apart_nothing_is_changed(project: Project, name: str) -> None:
    project.write(LINKS, LAYOUTS[name])
    with pytest.raises(UsageError, match=r"links\.yaml are not on lines of their own"):
        confirm(project.root, project.outcome(), ["M01"], DAY)
    assert project.read(LINKS) == LAYOUTS[name]


def test_links_stay_in_the_order_of_the_file(project: Project) -> None:
    lines = [entry("M01", 2), entry("M02", 3)]
    project.write(LINKS, "kind: links\nlinks:\n" + "".join(f"  - {line}\n" for line in lines))
    text = confirmed(project, "M01")
    assert links(project) == [("M01", 2, DAY), ("M01", 1, DAY), ("M02", 3, date(2026, 1, 1))]
    assert text.splitlines()[4] == f"  - {lines[1]}"


def test_a_link_that_is_no_more_is_taken_out(project: Project) -> None:
    lines = [entry("M01", 1), entry("M01", 3) + " # once", entry("M02", 3)]
    project.write(LINKS, "kind: links\nlinks:\n" + "".join(f"  - {line}\n" for line in lines))
    text = confirmed(project, "M01")
    assert [each[:2] for each in links(project)] == [("M01", 1), ("M01", 2), ("M02", 3)]
    assert "once" not in text


def test_a_module_that_serves_nothing_cannot_be_confirmed(project: Project) -> None:
    text = project.read(M02)
    project.write(M02, text.replace("    recommendations: [3]\n", ""))
    with pytest.raises(UsageError, match="no objective of M02 serves an item"):
        confirm(project.root, project.outcome(), ["M02"], DAY)


def test_without_a_right_to_write_it_is_said(project: Project) -> None:
    folder = project.path(LINKS)
    outcome = project.outcome()
    folder.unlink()
    folder.mkdir()
    with pytest.raises(UsageError, match="cannot be written"):
        confirm(project.root, outcome, ["M01"], DAY)


numbers = st.lists(st.sampled_from([("M01", 1), ("M01", 2), ("M01", 3), ("M02", 3)]), min_size=1)
remarks = st.text(st.sampled_from("aә🙂 :{}'\"#,-"), max_size=12)


@given(numbers, st.lists(remarks, min_size=8, max_size=8), st.sampled_from(["M01", "M02"]))
def test_remarks_of_others_stay_whatever_they_say(
    tmp_path_factory: pytest.TempPathFactory,
    found: list[tuple[str, int]],
    notes: list[str],
    name: str,
) -> None:
    project = Project.copy(tmp_path_factory.mktemp("links") / "town")
    body = []
    for index, (module, number) in enumerate(dict.fromkeys(found)):
        body += [f"  # {notes[index]}", f"  - {entry(module, number)} # {notes[index + 4]}"]
    text = "\n".join(["kind: links", "links:", *body, ""])
    project.write(LINKS, text)
    confirm(project.root, project.outcome(), [name], DAY)
    after = project.read(LINKS)
    comments = [line for line in text.split("\n") if line.startswith("  #")]
    assert [line for line in after.split("\n") if line.startswith("  #")] == comments
    others = [line for line in text.split("\n") if f"module: {name}" not in line]
    assert [line for line in after.split("\n") if f"module: {name}" not in line] == others
