"""Pairing and Jaccard: the arithmetic under all measures."""

from __future__ import annotations

from bench.overlap import characters, jaccard, pairing
from hypothesis import given
from hypothesis import strategies as st

from dragoman.records import Span


def test_white_space_does_not_count() -> None:
    """Two extents that differ by a blank are the same."""
    assert characters([Span(0, 7)], "ab cd  ") == characters([Span(0, 2), Span(3, 5)], "ab cd  ")


def test_nothing_shares_nothing() -> None:
    """An empty extent overlaps with none, not even with another empty one."""
    assert jaccard(frozenset(), frozenset()) == 0.0


def test_a_greedy_choice_is_undone_where_it_costs_a_pair() -> None:
    """The best pair is taken first, and given up again where two pairs can be had instead of one."""
    assert len(pairing({(0, 0): 0.9, (0, 1): 0.6, (1, 0): 0.6})) == 2


@given(st.dictionaries(st.tuples(st.integers(0, 5), st.integers(0, 5)), st.floats(0.5, 1), max_size=20))
def test_pairs_are_one_to_one_and_as_many_as_can_be(scores: dict[tuple[int, int], float]) -> None:
    """No item is used twice, every pair is admissible, and no admissible pair is left lying free."""
    pairs = pairing(scores)
    assert len(set(pairs.values())) == len(pairs)
    assert all(pair in scores for pair in pairs.items())
    assert not [1 for g, p in scores if g not in pairs and p not in pairs.values()]
