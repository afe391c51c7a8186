"""What is worked out of a thing is remembered until the thing is forgotten."""

from __future__ import annotations

from curriculum_cli.model.remember import forget, remember


class Thing:
    """Something that is the same only as itself."""


def test_what_is_forgotten_is_worked_out_again_and_nothing_else() -> None:
    asked: list[Thing] = []

    @remember(8)
    def count(thing: Thing) -> int:
        asked.append(thing)
        return len(asked)

    one, other = Thing(), Thing()
    assert [count(one), count(other), count(one)] == [1, 2, 1]
    forget(one)
    assert [count(one), count(other)] == [3, 2]
