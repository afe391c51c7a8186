"""Layers of things that need each other, and the needs worth drawing."""

from __future__ import annotations

from curriculum_cli.model.order import direct, layers
from hypothesis import given
from hypothesis import strategies as st

names = st.sampled_from("abcdefgh")
graphs = st.dictionaries(names, st.lists(names, max_size=5), max_size=8)


def test_a_thing_stands_right_of_the_last_it_needs() -> None:
    assert layers({"c": ["a", "b"], "a": [], "b": ["a"], "d": []}) == [["a", "d"], ["b"], ["c"]]


def test_a_need_that_others_imply_is_not_drawn() -> None:
    assert direct({"a": [], "b": ["a"], "c": ["a", "b"]}) == [("a", "b"), ("b", "c")]


def test_names_that_do_not_exist_do_not_count() -> None:
    assert layers({"a": ["z"]}) == [["a"]]
    assert direct({"a": ["z"]}) == []


@given(graphs)
def test_every_thing_has_a_place_and_every_line_leads_onward(graph: dict[str, list[str]]) -> None:
    found = layers(graph)
    place = {name: index for index, layer in enumerate(found) for name in layer}
    assert sorted(place) == sorted(graph)
    assert all(found)
    for before, after in direct(graph):
        assert before in graph[after]
        assert place[before] < place[after]
