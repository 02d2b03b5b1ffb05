"""Breaks: the weeks at which a pair's closeness moved to another level, and how many replicates see them.

What is searched is not the faded series, in which every act casts a shadow of weeks, but closeness in steps
of four weeks, each by itself. The search is PELT with squared error (Killick, Fearnhead and Eckley 2012): the
exact best division for a penalty of ``break_penalty`` sigma^2 ln n a break, sigma by the median absolute
deviation of first differences. A break is told only where the weights' share of bootstrap replicates has one
within a step of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from dragoman.relations.acts import Act
from dragoman.relations.index.axes import composite, expected_cooperation, expected_hostility, log_ratio
from dragoman.relations.index.band import Draws, draw
from dragoman.relations.index.table import ActTable, Floats, monday
from dragoman.relations.index.weighed import Weighed, weigh

_LEAST = 3
"""Steps that a level must last."""
_NEAR = 2
"""Steps within which a replicate's break is the same break."""


@dataclass(frozen=True, slots=True)
class Break:
    """A break: the first week of the new level, both levels, and the share of replicates that see it."""

    week: date
    before: float
    after: float
    support: float


def breaks(
    acts: Iterable[Act] | ActTable | Weighed,
    pair: tuple[str, str],
    *,
    issue: str | None = None,
    seed: int = 0,
) -> tuple[Break, ...]:
    """Return a pair's breaks in order of time; none where the acts are fewer than six steps of four weeks."""
    weighed = weigh(acts)
    first, second = sorted(pair)
    draws = draw(weighed, (first, second), issue, seed)
    point, drawn = _steps(weighed, (first, second), draws, issue)
    found = divided(point, weighed.weights.break_penalty)[0]
    if not found:
        return ()
    seen = divided(drawn, weighed.weights.break_penalty)
    told = []
    for i, at in enumerate(found):
        support = sum(any(abs(at - other) <= _NEAR for other in one) for one in seen) / len(seen)
        if support >= weighed.weights.break_support:
            edges = [0, *found, len(point)]
            levels = point[edges[i] : at].mean(), point[at : edges[i + 2]].mean()
            week = monday(weighed.first + at * weighed.weights.break_weeks)
            told.append(Break(week, float(levels[0]), float(levels[1]), support))
    return tuple(told)


def _steps(weighed: Weighed, pair: tuple[str, str], draws: Draws, issue: str | None) -> tuple[Floats, Floats]:
    """Return closeness by step (steps,), and its replicates (replicates, steps), nothing faded."""
    w, width = weighed.weights, weighed.weights.break_weeks
    n = weighed.weeks // width

    def step(weekly: Floats) -> Floats:
        return np.asarray(weekly[..., : n * width].reshape(*weekly.shape[:-1], n, width).sum(-1))

    rows = weighed.rows_of(weighed.table.pair_number(*pair))
    part = weighed.part_of(issue)
    portion = np.ones(len(rows)) if part is None else part[weighed.table.row_act[rows]]
    own = step(weighed.weekly(rows, weighed.cooperation[rows]))
    ends = [step(weighed.of_state(state)) for state in pair]
    expected = expected_cooperation(ends[0], ends[1], step(weighed.all_states()), own)
    coverage = step(weighed.coverage) / weighed.reference.weekly
    hostile = expected_hostility(expected, coverage, weighed.reference, w.gamma)
    share = weighed.reference.share(issue)

    def level(c: Floats, h: Floats) -> Floats:
        engagement = log_ratio(c, expected * share[0], w.prior_mass)
        return composite(engagement, log_ratio(h, hostile * share[1], w.prior_mass), w.omega)

    point = level(
        step(weighed.weekly(rows, weighed.cooperation[rows] * portion)),
        step(weighed.weekly(rows, weighed.hostility[rows] * portion)),
    )
    return point, level(step(draws.cooperation), step(draws.hostility))


def divided(series: Floats, penalty: float) -> list[list[int]]:
    """Return, for each series (series, steps), where its best division into levels begins new ones.

    ``penalty`` is in units of sigma^2 ln n. No break is found where a series does not vary.
    """
    series = np.atleast_2d(series)
    many, n = series.shape
    if n < 2 * _LEAST:
        return [[] for _ in series]
    cost = (penalty * _noise(series) ** 2 * np.log(n))[:, None]
    total = np.cumsum(np.pad(series, ((0, 0), (1, 0))), axis=1)
    squares = np.cumsum(np.pad(series**2, ((0, 0), (1, 0))), axis=1)
    best, last = np.full((many, n + 1), np.inf), np.zeros((many, n + 1), dtype=np.int64)
    best[:, 0] = -cost[:, 0]
    for end in range(_LEAST, n + 1):
        starts = np.arange(0, end - _LEAST + 1)
        inside = total[:, end, None] - total[:, starts]
        spread = squares[:, end, None] - squares[:, starts] - inside**2 / (end - starts)
        whole = best[:, starts] + spread + cost
        last[:, end] = np.argmin(whole, axis=1)
        best[:, end] = whole[np.arange(many), last[:, end]]
    return [_walked(row) for row in last]


def _noise(series: Floats) -> Floats:
    """Return each series' noise, from the median absolute deviation of its first differences."""
    differences = np.diff(series, axis=1)
    middle = np.median(differences, axis=1, keepdims=True)
    sigma = np.median(np.abs(differences - middle), axis=1) / 0.6745 / np.sqrt(2)
    rough = np.std(differences, axis=1) / np.sqrt(2)
    # Half of a quiet pair's differences may be nothing at all, which is not a lack of noise.
    return np.asarray(np.maximum(np.maximum(sigma, rough / 2), 1e-9), dtype=np.float64)


def _walked(last: NDArray[np.int64]) -> list[int]:
    found, at = [], int(last[-1])
    while at > 0:
        found.append(at)
        at = int(last[at])
    return found[::-1]
