"""All pairs at once: weekly closeness of thousands of pairs, and which of their changes to believe."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from dragoman.relations.acts import Act
from dragoman.relations.index.axes import (
    composite,
    expected_cooperation,
    expected_hostility,
    log_ratio,
    quick_deviation,
)
from dragoman.relations.index.change import Change, change, false_discoveries
from dragoman.relations.index.screening import Screened, screened
from dragoman.relations.index.table import ActTable, Floats, monday, summed
from dragoman.relations.index.weighed import Weighed, exposure, weigh
from dragoman.relations.index.windows import Window

Singles = NDArray[np.float32]


@dataclass(frozen=True)
class AllPairs:
    """Every pair that acted, week by week: arrays are (weeks, pairs), in single precision.

    ``deviation`` is the quick one that masses alone imply; `dragoman.relations.closeness` gives a pair's full
    band. ``acts`` (pairs,) counts each pair's acts.
    """

    pairs: tuple[tuple[str, str], ...]
    weeks: tuple[date, ...]
    engagement: Singles
    enmity: Singles
    closeness: Singles
    deviation: Singles
    acts: Floats


def all_pairs(acts: Iterable[Act] | ActTable | Weighed, *, half_life: float | None = None) -> AllPairs:
    """Return closeness and its axes for all pairs and weeks; a million acts take seconds, not minutes."""
    weighed = weigh(acts, half_life=half_life)
    table, w, frozen = weighed.table, weighed.weights, weighed.reference
    n, keep = len(table.pairs), weighed.weights.keep
    place = weighed.week * n + table.pair
    c, h = (summed(place, mass, n * weighed.weeks).reshape(weighed.weeks, n) for mass in (
        weighed.cooperation, weighed.hostility))  # fmt: skip
    number = {name: i for i, name in enumerate(weighed.states)}
    ends = np.array([(number[a], number[b]) for a, b in table.pairs], dtype=np.int64)
    coverage = exposure(weighed, keep)
    out = [np.empty((weighed.weeks, n), dtype=np.float32) for _ in range(4)]
    faded = np.zeros((2, n))
    of_state = np.zeros(len(weighed.states))
    for week in range(weighed.weeks):
        faded = faded * keep + np.stack([c[week], h[week]])
        of_state = of_state * keep + weighed.by_state[:, week]
        first, second = of_state[ends[:, 0]], of_state[ends[:, 1]]
        expected = expected_cooperation(first, second, of_state.sum(), faded[0])
        hostile = expected_hostility(expected, coverage[week : week + 1], frozen, w.gamma)
        out[0][week] = engagement = log_ratio(faded[0], expected, w.prior_mass)
        out[1][week] = enmity = log_ratio(faded[1], hostile, w.prior_mass)
        out[2][week] = composite(engagement, enmity, w.omega)
        out[3][week] = quick_deviation(faded[0], faded[1], w)
    counted = summed(table.pair, table.count[table.row_act], n)
    weeks = tuple(monday(weighed.first + i) for i in range(weighed.weeks))
    return AllPairs(table.pairs, weeks, out[0], out[1], out[2], out[3], counted)


def pairs_in(weighed: Weighed, week: int) -> AllPairs:
    """Return what `all_pairs` does of one week alone, counted from the acts' first; much quicker."""
    table, w, keep = weighed.table, weighed.weights, weighed.weights.keep
    faded = np.where(weighed.week <= week, keep ** np.maximum(week - weighed.week, 0), 0.0)
    c, h = (summed(table.pair, mass * faded, len(table.pairs)) for mass in (
        weighed.cooperation, weighed.hostility))  # fmt: skip
    of_state = weighed.by_state[:, : week + 1] @ keep ** np.arange(week, -1, -1)
    number = {name: i for i, name in enumerate(weighed.states)}
    ends = np.array([(number[a], number[b]) for a, b in table.pairs], dtype=np.int64)
    expected = expected_cooperation(of_state[ends[:, 0]], of_state[ends[:, 1]], of_state.sum(), c)
    coverage = exposure(weighed, keep)[week : week + 1]
    hostile = expected_hostility(expected, coverage, weighed.reference, w.gamma)
    engagement, enmity = log_ratio(c, expected, w.prior_mass), log_ratio(h, hostile, w.prior_mass)
    counted = summed(table.pair, table.count[table.row_act], len(table.pairs))

    def single(column: Floats) -> Singles:
        return np.asarray(column, dtype=np.float32)[None, :]

    return AllPairs(
        table.pairs, (monday(weighed.first + week),), single(engagement), single(enmity),
        single(composite(engagement, enmity, w.omega)), single(quick_deviation(c, h, w)), counted,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Alert:
    """A pair's change, and whether it is among those to believe when so many pairs were looked at."""

    change: Change
    believed: bool


def changes(
    acts: Iterable[Act] | ActTable | Weighed,
    before: Window,
    after: Window,
    pairs: Iterable[tuple[str, str]] | None = None,
    *,
    seed: int = 0,
) -> tuple[Alert, ...]:
    """Return the changes between two windows, the likeliest first, held to one rate of false alerts.

    Without ``pairs``, those that may have changed at all are looked at (`screening`); the others have no
    verdict but "no clear change" or "too little evidence". A change is believed where its
    verdict is one and it passes Benjamini and Hochberg's rule at the weights' rate (10 %) among all pairs
    with enough evidence; one that wasn't looked at counts there as if nothing spoke for it, which can only
    shorten the list.
    """
    weighed = weigh(acts)
    chosen = screened(weighed, before, after) if pairs is None else Screened(tuple(pairs), 0)
    found = [change(weighed, pair, before, after, seed=seed, whole=False) for pair in chosen.pairs]
    enough = [one for one in found if one.verdict != "too little evidence"]
    among = max(chosen.enough, len(enough))
    passed = false_discoveries([one.probability for one in enough], weighed.weights.false_alerts, among)
    believed = {
        one.pair
        for one, passes in zip(enough, passed, strict=True)
        if passes and one.verdict != "no clear change"
    }
    alerts = (Alert(one, one.pair in believed) for one in found)
    return tuple(sorted(alerts, key=lambda a: (-abs(a.change.probability - 0.5), a.change.pair)))
