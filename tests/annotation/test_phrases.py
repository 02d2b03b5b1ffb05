"""Phrases of an annotation are found in its text as whole words, or it is refused."""

from __future__ import annotations

import pytest
from annotation.phrases import WrongGold, occurrence
from hypothesis import given
from hypothesis import strategies as st

TEXT = "Title: Iran\n\nIran met Iran's neighbours. An attacker's attack failed."


def test_a_phrase_occurs_as_whole_words() -> None:
    """A part of a word is no occurrence."""
    assert occurrence(TEXT, "attack").of(TEXT) == "attack"
    assert TEXT[: occurrence(TEXT, "attack").start].endswith("attacker's ")
    with pytest.raises(WrongGold):
        occurrence(TEXT, "neighbour")


@given(st.integers(1, 3))
def test_the_nth_of_a_phrase_is_counted(nth: int) -> None:
    """``[phrase, n]`` stands after n - 1 others; one more than there are is refused, and told."""
    found = occurrence(TEXT, ["Iran", nth])
    assert found.of(TEXT) == "Iran" and TEXT[: found.start].count("Iran") == nth - 1
    with pytest.raises(WrongGold, match=rf"'Iran' does not occur {nth + 3} times"):
        occurrence(TEXT, ["Iran", nth + 3])


def test_what_stands_before_the_start_does_not_count() -> None:
    """In the body, "Iran" first stands where the body begins; "Title" doesn't stand there at all."""
    body = TEXT.index("\n\n") + 2
    assert occurrence(TEXT, "Iran", body).start == body
    with pytest.raises(WrongGold, match="Iran met"):
        occurrence(TEXT, "Title", body)
