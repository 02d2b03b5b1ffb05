"""When a break is told and when it is not, and that what finds it is exact."""

from __future__ import annotations

import math
from itertools import combinations, pairwise

import numpy as np
import pytest
from bench.presses import Plan, simulate
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.relations.presses import act, steady

from dragoman.relations import Window, breaks, change, weigh
from dragoman.relations.index.axes import log_gamma
from dragoman.relations.index.breaks import _unrest
from dragoman.relations.index.division import divide, rate_evidence, size_evidence
from dragoman.relations.index.table import monday

EVEN = Plan(states=4, weeks=208, cooperation=6.0, hostility=3.0, factors="lognormal")


def moved(by: float) -> np.ndarray:
    """Return what multiplies the rates of four states' six pairs: the first moves in the hundredth week."""
    steps = np.ones((6, 208))
    steps[0, 100:] = by
    return steps


@pytest.mark.parametrize("by", [1 / 4, 4.0])
def test_a_known_break_is_found_and_dated(by: float) -> None:
    """A pair that moves fourfold on both axes has one break, within eight weeks, and its levels say which
    way; they are what `change` says of the time before and after."""
    weighed = weigh(simulate(EVEN, 11, moved(by)).table)
    pair = weighed.table.pairs[0]
    (found,) = breaks(weighed, pair)
    assert abs((found.week - monday(weighed.first + 100)).days) <= 56
    assert (found.after > found.before) == (by > 1) and 0.6 <= found.support <= 1.0
    before = Window(monday(weighed.first), found.week)
    after = Window(found.week, monday(weighed.first + 208))
    two = change(weighed, pair, before, after)
    assert (found.before, found.after) == pytest.approx((two.before, two.after))


def test_no_break_where_nothing_moves() -> None:
    """Of six pairs that go on as they began, none has a break; nor has one that never met, or met once."""
    weighed = weigh(simulate(EVEN, 12).table)
    assert all(breaks(weighed, pair) == () for pair in weighed.table.pairs)
    assert breaks(weighed, (weighed.table.pairs[0][0], "ZZZ")) == ()
    quiet = [*steady(), act(1, "SANCTION", 200, ("AAA",), ("ZZZ",))]
    assert breaks(quiet, ("AAA", "ZZZ")) == ()


def test_a_short_time_has_no_break() -> None:
    """What lasts less than six steps of four weeks is not divided."""
    assert breaks(steady(20), ("AAA", "BBB")) == ()


def test_a_break_in_what_is_grave() -> None:
    """As many hostile days as before, each far graver: a break on sizes alone."""
    mild = [act(i, "REJECT", 7 * i + 1) for i in range(60)]
    grave = [act(i, "ASSAULT", 7 * i + 1) for i in range(60, 120)]
    (found,) = breaks([*steady(120), *mild, *grave], ("AAA", "BBB"))
    assert abs((found.week - monday(weigh(steady(120)).first + 60)).days) <= 56 and found.after < found.before


def test_unrest_is_no_break() -> None:
    """Counts that swing far more than chance lets them count for less: by about their variance over mean."""
    dice = np.random.default_rng(3)
    calm = _unrest(dice.poisson(3.0, 520).astype(float))
    wild = _unrest(dice.poisson(3.0 * np.repeat(dice.gamma(2.0, 0.5, 65), 8)).astype(float))
    assert 1.0 <= calm < 1.6 and wild > 3.0
    stepped = _unrest(dice.poisson(np.repeat([2.0, 6.0], 260)).astype(float))
    assert stepped < 1.8


@settings(max_examples=25, deadline=None)
@given(counts=st.lists(st.integers(0, 6), min_size=6, max_size=9), chance=st.floats(0.01, 0.4))
def test_the_division_is_exact(counts: list[int], chance: float) -> None:
    """Probabilities and the best division are those of all divisions tried one by one."""
    n, least = len(counts), 2
    evidence = rate_evidence(np.array(counts, dtype=float), np.ones(n), 0.5)
    whole = {}
    for many in range(n):
        for begins in combinations(range(1, n), many):
            edges = [0, *begins, n]
            if min(np.diff(edges)) >= least:
                parts = sum(evidence[a, b] for a, b in pairwise(edges))
                whole[begins] = parts + many * math.log(chance)
    total = sum(math.exp(value) for value in whole.values())
    found = divide(evidence, least, chance)
    for at in range(1, n):
        share = sum(math.exp(value) for begins, value in whole.items() if at in begins) / total
        assert found.probability[at] == pytest.approx(share, abs=1e-9)
    assert whole[found.begins] == pytest.approx(max(whole.values()))


def test_evidence_worked_by_hand() -> None:
    """One step of two counted where one is expected, shape 1: Gamma(3) / 2^3; sizes favour one mean."""
    assert rate_evidence(np.array([2.0]), np.array([1.0]), 1.0)[0, 1] == pytest.approx(math.log(2 / 8))
    count, even, uneven = np.full(4, 3.0), np.full(4, 3.0), np.array([1.0, 1.0, 5.0, 5.0])
    whole, apart = (size_evidence(count, sizes, 0.2) for sizes in (even, uneven))
    assert whole[0, 4] > whole[0, 2] + whole[2, 4]
    assert apart[0, 4] < apart[0, 2] + apart[2, 4]


@given(st.floats(1e-3, 1e6))
def test_log_gamma(x: float) -> None:
    """It is the standard library's, number by number."""
    assert float(log_gamma(np.array(x))) == pytest.approx(math.lgamma(x), abs=1e-8, rel=1e-12)
