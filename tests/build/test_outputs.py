"""What stands in the output folder after a build."""

from __future__ import annotations

import json
import shutil
from hashlib import sha256
from pathlib import Path

import pikepdf
import pytest
from curriculum_cli.build.executor import ForkedWorkers
from curriculum_cli.build.files import PARTS
from curriculum_cli.build.manifest import safe
from curriculum_cli.build.request import Request
from curriculum_cli.diagnostics import BuildError, UsageError

from ..project import M01, M02, PROGRAMME
from .town import REQUEST, Town, digests

ONE = Request(documents=("lesson-plan",), languages=("en",), modules=("M02",))
"""The quickest thing to build."""


def manifest(town: Town) -> dict[str, object]:
    body: dict[str, object] = json.loads((town.output / "manifest.json").read_text("utf-8"))
    return body


def test_the_manifest_tells_the_truth_about_every_file(town: Town) -> None:
    found = town.files()
    body = manifest(town)
    listed = {each["path"]: each for each in body["files"]}  # type: ignore[attr-defined]
    assert found.keys() == {*listed, "index.html", "manifest.json"}
    for path, each in listed.items():
        data = (town.output / path).read_bytes()
        assert each["sha256"] == sha256(data).hexdigest()
        assert each["bytes"] == len(data)
        if each["format"] == "pdf":
            with pikepdf.open(town.output / path) as pdf:
                assert len(pdf.pages) == each["pages"]
                assert sum(leaf["pages"] for leaf in each["leaves"]) <= each["pages"]
    assert body["index"]["sha256"] == found["index.html"]  # type: ignore[index]
    assert body["schema"] == 1


def test_the_manifest_names_languages_engines_and_module_versions(town: Town) -> None:
    body = manifest(town)
    assert body["languages"] == ["en"]
    assert "weasyprint" in body["engines"]  # type: ignore[operator]
    plan = next(e for e in body["files"] if e["path"].endswith("M02-local-plan.pdf"))  # type: ignore[attr-defined]
    assert plan["modules"] == {"M02": "0.3"}
    assert plan["document"] == "lesson-plan"
    assert next(leaf["id"] for leaf in plan["leaves"]) == "M02"


def test_the_index_leads_to_every_document(town: Town) -> None:
    index = (town.output / "index.html").read_text("utf-8")
    for path in town.records():
        assert f'href="{path}"' in index


def test_the_same_content_gives_the_same_bytes_anywhere_on_any_number_of_workers(
    town: Town, tmp_path: Path
) -> None:
    other = tmp_path / "elsewhere" / "with a longer name"
    other.mkdir(parents=True)
    shutil.copytree(town.root / "modules", other / "modules")
    twin = Town(type(town.project)(other))
    twin.build(executor=ForkedWorkers(1))
    assert twin.files() == town.files()


def test_only_what_is_asked_for_is_made_and_the_rest_stays(town: Town) -> None:
    before = digests(town.output / "en")
    result = town.build(ONE, formats=("pdf",), paper="letter")
    assert [record.path for record in result.made] == ["en/lesson-plans/M02-local-plan.pdf"]
    after = digests(town.output / "en")
    assert {path for path in before if before[path] != after[path]} == {
        "lesson-plans/M02-local-plan.pdf"
    }
    assert town.records().keys() == {f"en/{path}" for path in after}


def test_a_handbook_of_chosen_modules_does_not_replace_that_of_all(town: Town) -> None:
    before = town.files()
    result = town.build(ONE, documents=("participant-handbook",), formats=("html",))
    assert [record.path for record in result.made] == ["en/participant-handbook-M02.html"]
    assert before["en/participant-handbook.html"] == town.files()["en/participant-handbook.html"]


def test_an_audience_has_files_of_its_own(town: Town) -> None:
    result = town.build(formats=("html",), audience="senior")
    assert {record.path for record in result.made} == {
        "en/lesson-plans/M01-first-contact-senior.html",
        "en/lesson-plans/M02-local-plan-senior.html",
        "en/participant-handbook-senior.html",
    }
    assert "en/participant-handbook.html" in town.records()


def test_nothing_for_an_audience_is_said(town: Town) -> None:
    with pytest.raises(UsageError, match="nothing to build"):
        town.build(ONE, audience="patrol")


def rename(town: Town) -> None:
    (town.root / M02).rename(town.root / "modules/M02-new-name.yaml")


def test_what_is_no_longer_made_is_removed(town: Town) -> None:
    rename(town)
    result = town.build()
    old = ("en/lesson-plans/M02-local-plan.html", "en/lesson-plans/M02-local-plan.pdf")
    assert sorted(result.removed) == sorted(old)
    assert not any((town.output / path).exists() for path in old)
    assert not set(old) & town.records().keys()


def test_what_somebody_changed_is_never_removed(town: Town) -> None:
    mine = town.output / "en/lesson-plans/M02-local-plan.html"
    mine.write_text("mine now", "utf-8")
    rename(town)
    result = town.build()
    assert result.removed == ("en/lesson-plans/M02-local-plan.pdf",)
    assert mine.read_text("utf-8") == "mine now"
    assert "en/lesson-plans/M02-local-plan.html" not in town.records()


def test_foreign_files_are_never_touched(town: Town) -> None:
    for name in ("notes.txt", "en/lesson-plans/M99-mine.pdf", "fr/old.pdf"):
        path = town.output / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name, "utf-8")
    rename(town)
    town.build()
    for name in ("notes.txt", "en/lesson-plans/M99-mine.pdf", "fr/old.pdf"):
        assert (town.output / name).read_text("utf-8") == name


def test_other_languages_and_formats_are_not_stale(town: Town) -> None:
    rename(town)
    town.build(formats=("html",))
    assert (town.output / "en/lesson-plans/M02-local-plan.pdf").exists()
    assert not (town.output / "en/lesson-plans/M02-local-plan.html").exists()


def test_a_module_that_is_gone_leaves_no_plan(town: Town) -> None:
    (town.root / M02).unlink()
    town.project.replace(PROGRAMME, "modules: [M01, M02]", "modules: [M01]")
    town.project.replace(M01, " See [the second module](M02) for the follow-up.", "")
    (town.root / "modules/workshops/two-days.yaml").unlink()
    result = town.build(formats=("html",))
    assert result.removed == ("en/lesson-plans/M02-local-plan.html",)


@pytest.mark.parametrize("record", [b"", b"[]", b"{", b'{"schema": 9, "files": []}', b"\xff"])
def test_a_manifest_that_makes_no_sense_is_as_none(town: Town, record: bytes) -> None:
    (town.output / "manifest.json").write_bytes(record)
    rename(town)
    result = town.build(formats=("html",))
    assert result.removed == ()
    assert (town.output / "en/lesson-plans/M02-local-plan.html").exists()


def test_a_manifest_cannot_point_out_of_the_folder(town: Town) -> None:
    victim = town.root / "modules/handbook.yaml"
    body = manifest(town)
    body["files"][0] |= {  # type: ignore[index]
        "path": "../modules/handbook.yaml",
        "sha256": sha256(victim.read_bytes()).hexdigest(),
        "bytes": victim.stat().st_size,
    }
    (town.output / "manifest.json").write_text(json.dumps(body), "utf-8")
    town.build(formats=("html",))
    assert victim.exists()
    assert not safe("/etc/passwd")
    assert not safe("en/../../x")
    assert safe("en/x.pdf")


def test_an_output_changed_by_hand_is_made_again(town: Town) -> None:
    before = town.files()
    for name in ("en/participant-handbook.pdf", "en/participant-handbook.html", "index.html"):
        (town.output / name).write_bytes(b"spoilt")
    town.build()
    assert town.files() == before


def test_the_output_must_be_a_folder(town: Town, tmp_path: Path) -> None:
    file = tmp_path / "a file"
    file.write_text("mine", "utf-8")
    for output in (file, file / "below"):
        with pytest.raises(UsageError, match="not a folder"):
            town.build(output=output)
    assert file.read_text("utf-8") == "mine"


def test_an_output_nobody_may_write_is_said(town: Town) -> None:
    with pytest.raises(UsageError, match="cannot be written"):
        town.build(output=Path("/proc/curriculum"))


@pytest.mark.parametrize("room", ["modules", "modules/out", "templates/x"])
def test_the_output_is_not_put_among_the_sources(town: Town, room: str) -> None:
    with pytest.raises(UsageError, match="inside"):
        town.build(output=town.root / room)


def test_a_folder_in_the_way_of_a_document_is_said(town: Town) -> None:
    path = town.output / "en/participant-handbook.html"
    path.unlink()
    path.mkdir()
    before = town.files()
    with pytest.raises(UsageError, match="folder of that name"):
        town.build(formats=("html",))
    assert town.files() == before


def test_what_killed_runs_left_is_removed(town: Town) -> None:
    for folder in (town.output, town.output / "en"):
        (folder / ".curriculum-1-1.part").write_bytes(b"half")
    town.build(force=True, formats=("html",))
    assert not list(town.output.rglob(PARTS))


def test_two_builds_do_not_write_to_one_folder_at_once(town: Town) -> None:
    import subprocess
    import sys

    from curriculum_cli.build.files import alone

    lock = town.cache / "locks/x"
    script = (
        "import sys; from pathlib import Path; from curriculum_cli.build.files import alone\n"
        "with alone(Path(sys.argv[1]), Path('out')): print('in')\n"
    )
    with alone(lock, town.output):
        run = subprocess.run(
            [sys.executable, "-c", script, str(lock)], capture_output=True, text=True, check=False
        )
    assert "another build" in run.stderr
    run = subprocess.run([sys.executable, "-c", script, str(lock)], capture_output=True, text=True)
    assert run.stdout == "in\n"


def test_two_leaves_of_one_name_are_refused(town: Town) -> None:
    from curriculum_cli.build.plan import _refuse_two_of_a_name
    from curriculum_cli.views.document import Document, Leaf

    leaf = Leaf("M01", "plan.html", "Plan", "M01-", 1, "en", None)
    with pytest.raises(BuildError, match="M01"):
        _refuse_two_of_a_name(Document("x", "x", "X", "X", "en", (leaf, leaf)))


def test_pages_for_the_screen_need_no_layout(fresh: Town) -> None:
    result = fresh.build(formats=("html",))
    assert (result.leaves, result.laid_out) == (0, 0)
    assert fresh.entries() == []
    assert REQUEST.languages == ("en",)


def test_a_page_for_the_screen_does_not_lead_to_a_pdf_that_could_not_be_made(fresh: Town) -> None:
    fresh.own_templates("leaves/handout.html")
    path = fresh.root / "templates/leaves/handout.html"
    bad = "<img src='file:///etc/passwd' alt='x'></article>"
    path.write_text(path.read_text("utf-8").replace("</article>", bad), "utf-8")
    result = fresh.build(documents=("lesson-plan",))
    assert result.not_made == ("en/lesson-plans/M01-first-contact.pdf",)
    first, second = (
        (fresh.output / f"en/lesson-plans/{name}.html").read_text("utf-8")
        for name in ("M01-first-contact", "M02-local-plan")
    )
    assert "M01-first-contact.pdf" not in first
    assert "M02-local-plan.pdf" in second
