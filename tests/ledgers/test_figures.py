"""Figures as intervals."""

from __future__ import annotations

import math

import pytest
from quoted import at

from dragoman.ledgers.figures import amount_of
from dragoman.records import Quantity


def interval(text: str, words: str, value: float, upper: float | None = None) -> tuple[float, float]:
    """Return the interval of a count of civilians that stands in a text."""
    found = amount_of(Quantity("q1", "count", value, "civilian", False, at(text, words), upper), text)
    assert found is not None and found.text == words
    return found.low, found.high


@pytest.mark.parametrize(
    ("text", "words", "value", "expected"),
    [
        ("36 civilians died", "36 civilians", 36, (36, 36)),
        ("at least 36 civilians died", "at least 36 civilians", 36, (36, math.inf)),
        ("more than 36 civilians died", "36 civilians", 36, (36, math.inf)),
        ("up to 40 civilians died", "up to 40 civilians", 40, (0, 45)),
        ("fewer than 36 civilians died", "fewer than 36 civilians", 36, (0, 36)),
        ("20 civilians died", "20 civilians", 20, (15, 25)),
        ("about 36 civilians died", "about 36 civilians", 36, (28.8, 43.2)),
        ("300 civilians died", "300 civilians", 300, (250, 350)),
        ("moreover 36 civilians died", "36 civilians", 36, (36, 36)),
    ],
)
def test_bounds_and_rounding_make_the_interval(
    text: str, words: str, value: float, expected: tuple[float, float]
) -> None:
    """ "At least" is open above, "up to" reaches to 0, and a round figure stands for what rounds to it."""
    assert interval(text, words, value) == pytest.approx(expected)


def test_a_range_keeps_its_ends() -> None:
    """ "31 to 33" is that."""
    assert interval("31 to 33 civilians", "31 to 33 civilians", 31, 33) == (31, 33)


def test_what_is_not_compared_has_none() -> None:
    """Ordinals and figures of nothing are no amounts."""
    text = "the first of two"
    assert amount_of(Quantity("q1", "ordinal", 1, "step", False, at(text, "first")), text) is None
    assert amount_of(Quantity("q1", "count", 2, None, False, at(text, "two")), text) is None
