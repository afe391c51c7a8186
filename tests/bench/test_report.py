"""Ratios are of paired rounds; tables say what was measured, and what could not be."""

from __future__ import annotations

import json

import pytest
from bench.ratios import figure, ratio
from bench.report import markdown
from bench.scale import people
from bench.store import Rows
from bench.targets import Target


def test_a_ratio_compares_what_ran_in_one_round():
    found = ratio({1: 1.0, 2: 4.0, 3: 9.0}, {1: 2.0, 2: 4.0, 3: 6.0, 4: 1.0})
    assert found is not None
    assert (found.median, found.least, found.most, found.rounds) == (1.0, 0.5, 1.5, 3)
    assert str(found) == "1.00 (0.50–1.50)"


def test_rounds_without_a_partner_give_no_ratio():
    assert ratio({1: 1.0}, {2: 1.0}) is None
    assert ratio({1: 1.0}, {1: 0.0}) is None


@pytest.mark.parametrize(
    ("value", "shown"), [(123.4, "123"), (12.34, "12.3"), (0.5, "0.50"), (0.0123, "0.012")]
)
def test_figures_have_two_digits_that_count(value, shown):
    assert figure(value) == shown


@pytest.mark.parametrize(
    ("seconds", "verdict"), [(0.2, "met, stretch too"), (0.3, "met"), (0.5, "missed")]
)
def test_the_median_decides_about_a_target(seconds, verdict):
    target = Target("work", "a", "b", 0.33, 0.25)
    assert target.judged(ratio({1: seconds}, {1: 1.0})).endswith(f"| {verdict} |")
    assert "not measured" in target.judged(None)


def rows_of(path) -> Rows:
    rows = Rows(path, "now")
    for name, label in (("plain", "plain WeasyPrint, one document"), ("cold", "ours: cold")):
        rows.add("task", task=name, label=label, baseline="plain")
        rows.add("peak", task=name, mib=300.0 if name == "cold" else 400.0, why="")
        rows.add("facts", task=name, pages=175, words=50000, tagged=True, labels=name == "cold")
        for number in (1, 2):
            rows.add(
                "time", task=name, round=number, seconds=10.0 if name == "plain" else number * 1.0,
                processor=1.0, why="",
            )  # fmt: skip
    rows.add("task", task="tex", label="TeX", baseline="plain", why="not installed: xelatex")
    return rows


def test_the_results_hold_ratios_abilities_targets_and_what_is_missing(tmp_path):
    text = markdown(rows_of(tmp_path / "rows.jsonl"), ["Head."])
    assert "| ours: cold | plain WeasyPrint | 0.15 (0.10–0.20) | 1.00 | 2 | 175 | 50,000 |" in text
    assert "| TeX | plain WeasyPrint | not installed: xelatex | – |" in text
    assert "| ours: cold | yes | no | yes | no | no | no | not tried |" in text
    assert "met, stretch too |\n| all documents" in text
    assert "| largest process of ours | – | 250 MiB | 150 MiB | 300 MiB | missed |" in text


def test_a_run_goes_on_where_it_was_stopped(tmp_path):
    path = tmp_path / "rows.jsonl"
    rows_of(path)
    with path.open("a", encoding="utf-8") as file:
        file.write('{"state": "now", "kind": "ti')
    again = Rows(path, "now")
    assert again.one("time", task="cold", round=2) is not None
    assert all(json.loads(line) for line in path.read_text("utf-8").splitlines())


def test_rows_of_another_state_of_the_program_are_dropped(tmp_path):
    path = tmp_path / "rows.jsonl"
    rows_of(path)
    assert Rows(path, "later").one("task") is None
    assert path.read_text("utf-8") == ""


def test_scale_is_told_by_pages_not_by_seconds(tmp_path):
    rows = rows_of(tmp_path / "rows.jsonl")
    for name, pages, seconds in (("10", 100, 10.0), ("100", 1000, 110.0)):
        rows.add(
            "scale", task=name, label=f"{name} modules", languages=1, jobs=2, pages=pages,
            seconds=seconds, mib=120.0, why="",
        )  # fmt: skip
    text = markdown(rows, [])
    assert "| 10 modules | 1 | 2 | 100 | 1.00 | 120 MiB |" in text
    assert "| 100 modules | 1 | 2 | 1,000 | 1.10 | 120 MiB |" in text


def test_invented_people_say_that_they_are():
    lines = people(500).splitlines()
    assert len(lines) == 501
    assert lines[1] == "Participant 001,officer,Unit 2"
