"""What stands in a workshop's papers, in which order, and what never does."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from curriculum_cli.model.people import Person
from curriculum_cli.views.document import Document
from curriculum_cli.views.edition import Edition
from curriculum_cli.views.handout_pack import module_packs, workshop_packs
from curriculum_cli.views.sheets import key_sheet
from curriculum_cli.views.sheets import test_sheet as paper_of
from curriculum_cli.views.taught import taught
from curriculum_cli.views.workshop_materials import MaterialsView
from curriculum_cli.views.workshop_people import register_leaf

from tests.editions import LANGUAGES, ROOT, bodies, edition
from tests.project import CASES
from tests.views.test_trainer_only import leaks, secrets, words

PROJECTS = {"small": CASES / "project", "embedded": ROOT}
PEOPLE = (Person("Zzyx Ӂӂaqq", "captain", "Qwxyz station"), Person("Yyyzz Ttqq"))


def packs(shown: Edition, people: tuple[Person, ...] = ()) -> dict[str, Document]:
    return {
        document.path: document
        for workshop in shown.curriculum.workshops.values()
        for document in workshop_packs(shown, workshop, people=people)
    }


def plain(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", " ", html))


def text_of(shown: Edition, document: Document) -> str:
    return plain(" ".join(bodies(shown, document).values()))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("root", PROJECTS.values(), ids=PROJECTS)
def test_a_participants_copy_holds_nothing_of_the_trainers(root: Path, language: str) -> None:
    shown = edition(root, language)
    secret = secrets(shown)
    for path, document in packs(shown, PEOPLE).items():
        if path.endswith("-participant"):
            assert not any(leaf.trainer_only or leaf.private for leaf in document.leaves)
            assert leaks(secret, words(text_of(shown, document))) == [], path


@pytest.mark.parametrize("root", PROJECTS.values(), ids=PROJECTS)
def test_a_trainers_copy_does_hold_it(root: Path) -> None:
    shown = edition(root)
    for path, document in packs(shown).items():
        if path.endswith("-trainer"):
            assert leaks(secrets(shown), words(text_of(shown, document)))


@pytest.mark.parametrize("root", PROJECTS.values(), ids=PROJECTS)
def test_each_card_holds_its_own_players_secret_and_no_other(root: Path) -> None:
    shown = edition(root, audience="patrol")
    cards = 0
    for module in shown.modules:
        for document in module_packs(shown, module, ("trainer",)):
            html = bodies(shown, document)
            for scenario in module.scenarios:
                if not scenario.roles:
                    continue
                sheet = html[f"{module.id}-{scenario.id}R"]
                found = re.split(r'<div class="role-card" id="[^"]*--(R\d+)">', sheet)[1:]
                by_role = dict(zip(found[::2], map(plain, found[1::2]), strict=True))
                assert list(by_role) == [role.id for role in scenario.roles]
                for role in scenario.roles:
                    cards += 1
                    for other in scenario.roles:
                        if other.secret:
                            told = words(other.secret) in words(by_role[role.id])
                            assert told == (other.id == role.id), f"{role.id} tells {other.id}"
    assert cards


def test_the_copies_hold_their_sheets_in_the_order_of_use() -> None:
    found = packs(edition(CASES / "project"))
    ids = {path: [leaf.id for leaf in document.leaves] for path, document in found.items()}
    assert ids["handouts/two-days-participant"] == [
        "cover-participant", "contents-participant", "workshop-programme",
        "workshop-pre-test", "workshop-pre-test-answers",
        "M01-H1", "M01-H2", "M01-C2P", "M01-T",
        "workshop-post-test", "workshop-post-test-answers",
        "form-reaction", "workshop-certificate",
    ]  # fmt: skip
    assert ids["handouts/two-days-trainer"] == [
        "cover-trainer", "contents-trainer", "workshop-programme", "workshop-running-order",
        "workshop-materials", "workshop-register",
        "workshop-pre-test", "workshop-pre-test-answers", "workshop-pre-test-key",
        "M01", "M01-H1", "M01-H2", "M01-C2", "M01-C2R", "M01-C2B", "M01-C2P",
        "M01-T", "M01-K", "M02",
        "workshop-post-test", "workshop-post-test-answers", "workshop-post-test-key",
        "workshop-results", "form-reaction", "workshop-certificate", "workshop-plates",
    ]  # fmt: skip


def test_both_copies_number_their_sheets_alike_and_no_two_sheets_share_a_label() -> None:
    for language in LANGUAGES:
        for document in packs(edition(ROOT, language)).values():
            labels = [leaf.label for leaf in document.leaves]
            assert len(set(labels)) == len(labels), document.path


@pytest.mark.parametrize("root", PROJECTS.values(), ids=PROJECTS)
def test_names_stand_in_the_trainers_private_sheets_only(root: Path) -> None:
    shown = edition(root, "kk")
    for path, document in packs(shown, PEOPLE).items():
        html = bodies(shown, document)
        named = {
            leaf.id
            for leaf in document.leaves
            if any(p.name in plain(html[leaf.id]) or p.name in leaf.title for p in PEOPLE)
        }
        assert named == {leaf.id for leaf in document.leaves if leaf.private}
        wanted = {"workshop-register", "workshop-plates", "workshop-certificate"}
        assert named == (wanted if path.endswith("-trainer") else set())


def test_without_a_list_there_are_lines_for_everybody_to_write_on() -> None:
    shown = edition(CASES / "project")
    html = bodies(shown, packs(shown)["handouts/two-days-trainer"])
    assert html["workshop-register"].count('<tr><td class="num">') == 16 * 2
    assert "8 sheets make 16 plates" in html["workshop-plates"]


def test_a_short_list_leaves_lines_for_the_rest() -> None:
    shown = edition(CASES / "project")
    html = bodies(shown, packs(shown, PEOPLE)["handouts/two-days-trainer"])
    assert html["workshop-register"].count('<tr><td class="num">') == 16 * 2
    assert html["workshop-certificate"].count('class="certificate"') == len(PEOPLE)


def test_a_long_list_goes_on_in_further_leaves() -> None:
    shown = edition(CASES / "project")
    people = tuple(Person(f"Participant {number:03}") for number in range(1, 121))
    document = packs(shown, people)["handouts/two-days-trainer"]
    html = bodies(shown, document)
    for kind, label in (("certificate", "Certificate-"), ("plates", "Plates-")):
        leaves = [leaf for leaf in document.leaves if leaf.id.startswith(f"workshop-{kind}")]
        name = f"workshop-{kind}"
        assert [leaf.id for leaf in leaves] == [name, f"{name}-2", f"{name}-3"]
        assert [leaf.label for leaf in leaves] == [f"{label}{n}-" for n in (1, 2, 3)]
        assert [leaf.title.split()[-1] for leaf in leaves] == ["1–50", "51–100", "101–120"]
        assert all(leaf.private and leaf.trainer_only for leaf in leaves)
        text = "".join(html[leaf.id] for leaf in leaves)
        assert [text.count(each.name) for each in people] == [1] * 120
    assert html["workshop-certificate-2"].count("<h1>Certificate of attendance</h1>") == 1


def test_nobody_is_shown_by_repr() -> None:
    assert "Zzyx" not in repr(PEOPLE)


def test_sheets_of_a_module_without_a_workshop() -> None:
    shown = edition(CASES / "project", chosen=("M01",))
    found = {d.path: [leaf.id for leaf in d.leaves] for d in module_packs(shown, shown.modules[0])}
    assert found == {
        "handouts/M01-participant": ["M01-H1", "M01-C1P", "M01-H2", "M01-C2P", "M01-T"],
        "handouts/M01-trainer": [
            "M01-H1", "M01-C1", "M01-C1R", "M01-C1B", "M01-C1P", "M01-H2", "M01-C2", "M01-C2R",
            "M01-C2B", "M01-C2P", "M01-T", "M01-K",
        ],
    }  # fmt: skip


def test_the_running_order_names_the_packs_own_sheets_and_no_other() -> None:
    shown = edition(ROOT)
    for path, document in packs(shown).items():
        if not path.endswith("-trainer"):
            continue
        html = bodies(shown, document)["workshop-running-order"]
        named = set(re.findall(r'href="leaf:([^"]+)"', html))
        assert named <= {leaf.id for leaf in document.leaves}
        wanted = {"workshop-pre-test", "workshop-post-test-answers", "form-reaction"}
        assert wanted | {"workshop-certificate"} <= named
        assert ("workshop-register" in named) == ("school" not in path)
        tests = {leaf.id for leaf in document.leaves if leaf.id.endswith("-T")}
        assert tests <= named


def test_halves_of_a_day_stand_in_the_register_where_a_meal_parts_them() -> None:
    shown = edition(ROOT)
    for workshop in shown.curriculum.workshops.values():
        days = register_leaf(shown, workshop, ()).view.days  # type: ignore[attr-defined]
        for (_, _, halves), day in zip(days, workshop.days, strict=True):
            assert halves == any(hasattr(item, "lunch") for item in day.items)


def test_a_key_without_a_test_is_called_answers() -> None:
    shown = edition(CASES / "project")
    module = shown.modules[0]
    titles = [leaf.title for items in (True, False)
              for leaf in key_sheet(shown, module, 1, items=items)]  # fmt: skip
    assert titles == [shown.t("sheet.key"), shown.t("key.worksheets")]


def test_what_an_assessor_ticks_is_not_on_the_participants_paper_but_with_the_key() -> None:
    shown = edition(ROOT)
    for module in shown.modules:
        paper = next(paper_of(shown, module, 1)).view
        key = next(key_sheet(shown, module, 1)).view
        numbers = [item.number for item in paper.items]  # type: ignore[attr-defined]
        assert numbers == list(range(1, len(numbers) + 1))
        assert [each.number for each in key.items] == numbers  # type: ignore[attr-defined]
        ticked = [each.item.id for each in key.observed]  # type: ignore[attr-defined]
        assert ticked == [each.id for each in module.assessment if each.kind == "checklist"]
        assert len(numbers) + len(ticked) == len(module.assessment)


def test_the_running_order_says_what_is_left_out_and_why() -> None:
    shown = edition(ROOT, "ru")
    workshop = shown.curriculum.workshops["south-kazakhstan-senior"]
    html = {leaf: body for each in workshop_packs(shown, workshop)
            for leaf, body in bodies(shown, each).items()}  # fmt: skip
    said = " ".join(plain(html["workshop-running-order"]).split())
    assert workshop.left_out
    for each in workshop.left_out:
        assert f"{each.module} {', '.join(each.steps)}: {each.reason}" in said
    assert all(each.reason not in plain(html["workshop-programme"]) for each in workshop.left_out)


def test_forms_that_a_workshop_names_are_given_out_or_kept_by_the_trainers() -> None:
    shown = edition(ROOT)
    for workshop in shown.curriculum.workshops.values():
        participant, trainer = workshop_packs(shown, workshop)
        for each in workshop.forms:
            leaf = f"form-{each.form}"
            assert leaf in {found.id for found in trainer.leaves}
            given = {found.id: found.trainer_only for found in participant.leaves}
            assert given.get(leaf) is (None if each.copies else False), leaf


def copies_of(workshop: str) -> dict[str, int]:
    """How many of each sheet the trainer's pack of an embedded workshop tells to copy."""
    shown = edition(ROOT)
    (pack,) = workshop_packs(shown, shown.curriculum.workshops[workshop], ("trainer",))
    (view,) = (leaf.view for leaf in pack.leaves if leaf.id == "workshop-materials")
    assert isinstance(view, MaterialsView)
    return {each.leaf: each.number for each in view.copies}


def test_copies_follow_the_groups_of_the_scenario_and_the_forms_of_the_workshop() -> None:
    copies = copies_of("almaty-senior")
    assert [copies[f"{each}B"] for each in ("M01-C2", "M13-C2", "M14-C2")] == [16, 8, 2]
    copies = copies_of("almaty-mid-level")
    assert copies["M12-C2B"] == copies["form-district-facts"] == 2
    assert copies["form-supervisor-after-three-months"] == 20


def test_a_pack_lists_only_the_things_that_its_steps_use() -> None:
    shown = edition(ROOT)
    for workshop in shown.curriculum.workshops.values():
        for each in taught(workshop, shown.curriculum):
            used = {name for step in each.module.steps for name in step.materials}
            assert {material.id for material in each.module.materials} <= used
