"""Which of thousands of pairs can have changed at all: what can't is left out before anything is drawn.

A change is told only where it is big, has one sign on every scale, and rests on enough evidence (`change`).
All three are exact and quick to know for every pair at once, and so is a deviation that the bootstrap's can't
fall below by much: that of the days' and the prior's weights alone,

    sd^2 = sum over both windows of (sum_d c_d^2 + A0) / (A0 + C)^2 + omega^2 (sum_d h_d^2 + A0) / (A0 + H)^2

since outlets, reliability and others' ties only add to it, and a logarithm spreads small masses further. A
pair whose change is under `LEAST` such deviations has no probability near the weights' (0.975).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dragoman.relations.index.axes import composite, expected_cooperation, expected_hostility, log_ratio
from dragoman.relations.index.table import Floats, Ints, summed
from dragoman.relations.index.weighed import Weighed
from dragoman.relations.index.windows import Window
from dragoman.relations.scales import scales

LEAST = 1.2
"""The least change that is looked at closely, in deviations of the days and the prior alone; the verdict
needs about 2 of the whole. A judgement with room to spare; tests compare it with looking at every pair."""


@dataclass(frozen=True, slots=True)
class Screened:
    """The pairs to look at closely, and how many pairs have enough evidence for any verdict."""

    pairs: tuple[tuple[str, str], ...]
    enough: int


@dataclass(frozen=True, slots=True)
class _Levels:
    """All pairs in one window (pairs,): closeness, its least variance, and independent days."""

    closeness: Floats
    variance: Floats
    effective: Floats


def screened(weighed: Weighed, before: Window, after: Window) -> Screened:
    """Return which pairs may have changed from one window to another; RelationsError as `change` has it.

    Whatever `change` says of a pair that is left out, it isn't "closer" or "more distant".
    """
    w = weighed.weights
    first, second = (_levels(weighed, window) for window in (before, after))
    enough = first.effective + second.effective >= w.enough
    delta = second.closeness - first.closeness
    likely = np.abs(delta) >= LEAST * np.sqrt(first.variance + second.variance)
    chosen = enough & likely & (np.abs(delta) >= w.big * weighed.reference.spread)
    for other in scales():
        if chosen.any():
            on = weighed.on(other)
            turned = _levels(on, after).closeness - _levels(on, before).closeness
            chosen &= np.sign(turned) == np.sign(delta)
    pairs = tuple(weighed.table.pairs[place] for place in np.flatnonzero(chosen))
    return Screened(pairs, int(enough.sum()))


def _levels(weighed: Weighed, window: Window) -> _Levels:
    table, w = weighed.table, weighed.weights
    kernel, n = window.kernel(weighed), len(table.pairs)
    rows = np.flatnonzero(kernel[weighed.week] > 0)
    pair, days = table.pair[rows], _days(weighed, rows)
    c, h = weighed.cooperation[rows], weighed.hostility[rows]
    masses = summed(pair, c, n), summed(pair, h, n)
    ends = _ends(weighed)
    of_state = weighed.by_state @ kernel
    total = np.asarray(weighed.all_states() @ kernel)
    coverage = np.asarray(weighed.coverage @ kernel / weighed.reference.weekly)
    expected = expected_cooperation(of_state[ends[:, 0]], of_state[ends[:, 1]], total, masses[0])
    hostile = expected_hostility(expected, coverage, weighed.reference, w.gamma)
    closeness = composite(
        log_ratio(masses[0], expected, w.prior_mass), log_ratio(masses[1], hostile, w.prior_mass), w.omega
    )
    spread = [
        (_squares(pair, days, mass, n) + w.prior_mass) / (w.prior_mass + whole) ** 2
        for mass, whole in zip((c, h), masses, strict=True)
    ]
    squares = _squares(pair, days, c + h, n)
    whole = masses[0] + masses[1]
    effective = np.where(squares > 0, whole**2 / np.where(squares > 0, squares, 1.0), 0.0)
    return _Levels(closeness, spread[0] + w.omega**2 * spread[1], effective)


def _days(weighed: Weighed, rows: Ints) -> Ints:
    days = weighed.table.day[weighed.table.row_act[rows]]
    return np.asarray(days - days.min() if len(days) else days)


def _squares(pair: Ints, days: Ints, mass: Floats, n: int) -> Floats:
    """Return for each pair the sum over its days of the squared mass of a day."""
    span = int(days.max()) + 1 if len(days) else 1
    places, place = np.unique(pair * span + days, return_inverse=True)
    by_day = summed(place, mass, len(places))
    return summed(places // span, by_day**2, n)


def _ends(weighed: Weighed) -> Ints:
    number = {name: place for place, name in enumerate(weighed.states)}
    return np.array([(number[a], number[b]) for a, b in weighed.table.pairs], dtype=np.int64).reshape(-1, 2)
