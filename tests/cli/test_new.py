"""`curriculum new module` and `new workshop`: a first file of one's own."""

from __future__ import annotations

import pytest

from ..project import M01, PROGRAMME, Project, shown
from .conftest import Command

MODULE = "modules/M03-words-at-the-counter.yaml"


@pytest.fixture
def made(here: Project, command: Command) -> Project:
    """The small project with a new module and a new workshop."""
    assert command("new", "module", "M03", "Words: at the counter").code == 0
    assert command("new", "workshop", "aktau-patrol", "Patrols of Aktau").code == 0
    return here


def test_of_a_new_module_only_its_place_in_the_programme_is_missing(made: Project) -> None:
    (found,) = made.report().diagnostics
    assert (found.code, found.file) == ("R104", MODULE)
    made.replace(PROGRAMME, "modules: [M01, M02]", "modules: [M01, M02, M03]")
    assert shown(made.report().diagnostics) == ""


def test_a_new_module_and_workshop_are_fit_to_be_published_but_for_what_people_give(
    made: Project, command: Command
) -> None:
    made.replace(PROGRAMME, "modules: [M01, M02]", "modules: [M01, M02, M03]")
    result = command("check", "--profile", "publish", "--ignore", "V107,L102")
    assert (result.code, result.out) == (0, "No problems found.\n")


def test_a_new_file_is_full_of_marks_and_explanations(made: Project) -> None:
    text = made.read(MODULE)
    assert 'title: "Words: at the counter"\n' in text
    assert text.count("[replace]") > 40
    assert text.count("#") > 25
    assert "$" not in text
    assert "audiences: [patrol]         # known: patrol, senior" in text


def test_a_new_workshop_fills_its_day_and_can_be_shown(made: Project, command: Command) -> None:
    result = command("schedule", "aktau-patrol")
    assert result.code == 0
    assert "Ends at" in result.out
    assert "as planned" in result.out
    (day,) = made.curriculum().workshops["aktau-patrol"].dates
    assert f"{day:%A}" == "Tuesday"


def test_what_to_do_next_is_said(here: Project, command: Command) -> None:
    result = command("new", "module", "M03")
    assert result.out == "Written: modules/M03.yaml\n"
    assert "Add M03 to `modules:` in modules/curriculum.yaml." in result.err
    assert "[replace]" in result.err
    assert "curriculum schedule x" in command("new", "workshop", "x").err


def test_a_title_with_any_sign_in_it_is_kept(here: Project, command: Command) -> None:
    title = '"Қош келдіңіз": it\'s #1 & {all}\\'
    assert command("new", "module", "M03", title).code == 0
    assert here.curriculum().modules["M03"].title == title
    assert here.path("modules/M03-it-s-1-all.yaml").exists()


def test_a_project_without_modules_gets_its_first(here: Project, command: Command) -> None:
    for name in ("workshops/two-days", "deliveries/two-days-2027-03-09", "links", "integration"):
        here.path(f"modules/{name}.yaml").unlink()
    for path in here.path("modules").glob("M0*.yaml"):
        path.unlink()
    assert command("new", "workshop", "first").code == 0
    assert command("new", "module", "M01").code == 0
    assert "M01" in here.curriculum().modules


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("module", "m03"), "such as M03"),
        (("module", "Module 3"), "such as M03"),
        (("module", "../M03"), "cannot be the id of a module"),
        (("module", "M01"), f"there is a module M01 already: {M01}"),
        (("module", "M01"), "M03 is free"),
        (("module", "M03", "two\nlines"), "cannot be a title"),
        (("module", "M03", " "), "cannot be a title"),
        (("module", "M03", "x" * 201), "at most 200 characters"),
        (("module", "M03", "--date", "2027-03-09"), "--date is for a delivery"),
        (("workshop", "Two Days"), "such as almaty-senior"),
        (("workshop", "../x"), "cannot be the id of a workshop"),
        (("workshop", "two-days"), "there is a workshop two-days already"),
        (("delivery", "two-days", "A title"), "a delivery has no title"),
        (("modul", "M03"), "Did you mean “module”?"),
    ],
)
def test_what_cannot_be_made_is_said_and_nothing_is_written(
    here: Project, command: Command, arguments: tuple[str, ...], message: str
) -> None:
    before = sorted(here.root.rglob("*"))
    result = command("new", *arguments)
    assert (result.code, result.out) == (2, "")
    assert message in " ".join(result.err.split())
    assert sorted(here.root.rglob("*")) == before


def test_a_file_of_another_id_is_not_overwritten(here: Project, command: Command) -> None:
    here.write("modules/M03.yaml", here.read(M01).replace("id: M01\n", "id: M04\n"))
    before = here.read("modules/M03.yaml")
    result = command("new", "module", "M03")
    assert result.code == 2
    assert "is there already" in result.err
    assert here.read("modules/M03.yaml") == before


def test_in_a_project_that_cannot_be_read_nothing_is_made(here: Project, command: Command) -> None:
    here.replace(M01, "minutes: 90", "minutes: an hour")
    result = command("new", "module", "M03")
    assert (result.code, result.out) == (1, "")
    assert "S105" in result.err
    assert not here.path("modules/M03.yaml").exists()
