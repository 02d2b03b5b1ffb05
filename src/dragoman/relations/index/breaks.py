"""Breaks: the weeks at which what a pair does to each other moved to another level.

What is searched is not the faded series, in which every act casts a shadow of weeks, but the acts themselves
in steps of four weeks, on both axes at once. Each axis asks two questions of a stretch of time: on how many
days there were acts, against what was to be expected, and how much they weighed on such a day. Days and not
acts, since acts come in bursts; the two apart, since how often says more of when a thing began than sums of
sizes do, which a few grave acts rule. `dragoman.relations.index.division` finds the best division into levels
and how likely each of its breaks is. A break is told where one within eight weeks is likely enough, and
where closeness before and after it, each of a whole level, differ by as much as a change must.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import numpy as np

from dragoman.relations.acts import Act
from dragoman.relations.index.axes import expected_cooperation, expected_hostility
from dragoman.relations.index.division import Division, divide, rate_evidence, size_evidence
from dragoman.relations.index.table import ActTable, Floats, Ints, monday, summed
from dragoman.relations.index.weighed import Weighed, weigh
from dragoman.relations.index.windows import Window, in_window

_LEAST = 3
"""Steps that a level must last."""
_NEAR = 2
"""Steps within which a break is the same break."""
_POOLED = 10.0
"""Days' masses of all pairs that a pair's own are mixed with, in mass; a prior."""
_SPANS = (4, 12, 26)
"""Weeks over which a pair's unrest is looked for."""
_CALM = 10.0
"""Comparisons of two spans that speak for no more unrest than chance's, beside the pair's own; a prior."""
_MEDIAN = 0.4549
"""The median of chi-squared with one degree of freedom."""
_WEEKS = 520
"""Ten years: what the weights' rate of breaks is of."""


@dataclass(frozen=True, slots=True)
class Break:
    """A break: the first week of the new level, closeness on both levels, and the probability (``support``)
    that a break lies within eight weeks of it."""

    week: date
    before: float
    after: float
    support: float


def breaks(
    acts: Iterable[Act] | ActTable | Weighed, pair: tuple[str, str], *, issue: str | None = None
) -> tuple[Break, ...]:
    """Return a pair's breaks in order of time; none where the acts are fewer than six steps of four weeks.

    ``before`` and ``after`` are what `change` says of the time from one break to the next.
    """
    weighed = weigh(acts)
    first, second = sorted(pair)
    w, width = weighed.weights, weighed.weights.break_weeks
    n = weighed.weeks // width
    rows = weighed.rows_of(weighed.table.pair_number(first, second))
    if n < 2 * _LEAST or not len(rows):
        return ()
    found = _division(weighed, (first, second), rows, n, issue)
    told = [at for at in found.begins if found.support(at, _NEAR) >= w.break_support]
    while True:
        weeks = [monday(weighed.first + width * at) for at in (0, *told, n)]
        levels = [
            in_window(weighed, (first, second), Window(a, b), issue).closeness for a, b in pairwise(weeks)
        ]
        apart = [abs(after - before) for before, after in pairwise(levels)]
        if not told or min(apart) >= w.big * weighed.reference.spread:
            break
        told.pop(apart.index(min(apart)))
    return tuple(
        Break(weeks[i + 1], levels[i], levels[i + 1], found.support(at, _NEAR)) for i, at in enumerate(told)
    )


def _division(weighed: Weighed, pair: tuple[str, str], rows: Ints, n: int, issue: str | None) -> Division:
    """Return the best division of a pair's steps, on both axes."""
    w = weighed.weights
    part = weighed.part_of(issue)
    portion = np.ones(len(rows)) if part is None else part[weighed.table.row_act[rows]]
    own, total = (
        _steps(weighed, x, n) for x in (weighed.weekly(rows, weighed.cooperation[rows]), weighed.all_states())
    )
    ends = [_steps(weighed, weighed.of_state(state), n) for state in pair]
    expected = expected_cooperation(ends[0], ends[1], total, own)
    coverage = _steps(weighed, weighed.coverage, n) / weighed.reference.weekly
    hostile = expected_hostility(expected, coverage, weighed.reference, w.gamma)
    # What is expected is known from the ties of either state to others, and no better than from these.
    others = [max(float((end - own).sum()), 1e-9) for end in ends]
    doubt = 1.0 + min(sum(float(own.sum()) / other for other in others), 2.0)
    evidence = np.zeros((n + 1, n + 1))
    for name, usual, unsure in (("cooperation", expected, doubt), ("hostility", hostile, 1.0)):
        mass = getattr(weighed, name)[rows] * portion
        if mass.sum() > 0:
            evidence += _axis(weighed, name, rows, mass, usual, unsure)
    return divide(evidence, _LEAST, min(0.5, w.break_rate * w.break_weeks / _WEEKS))


def _axis(weighed: Weighed, name: str, rows: Ints, mass: Floats, usual: Floats, doubt: float) -> Floats:
    """Return the evidence of each stretch on one axis: of how often there were acts, and how they weighed."""
    by_day, week = _days(weighed, rows, mass)
    n = len(usual)
    weekly = summed(week, np.ones(len(week)), weighed.weeks)[: weighed.weeks]
    count = _steps(weighed, weekly, n)
    sizes = _steps(weighed, summed(week, by_day, weighed.weeks)[: weighed.weeks], n)
    if not count.sum():
        return np.zeros((n + 1, n + 1))
    usual = usual if usual.sum() > 0 else np.ones(n)
    unrest = doubt * _unrest(weekly)
    often = rate_evidence(
        count / unrest, usual * (count.sum() / usual.sum() / unrest), weighed.weights.prior_mass
    )
    return often + size_evidence(count, sizes, _variation(weighed, name, by_day))


def _days(weighed: Weighed, rows: Ints, mass: Floats) -> tuple[Floats, Ints]:
    """Return the mass of each day that has any (days,), and the week it lies in."""
    rows, mass = rows[mass > 0], mass[mass > 0]
    _, at, place = np.unique(
        weighed.table.day[weighed.table.row_act[rows]], return_index=True, return_inverse=True
    )
    return summed(place, mass, len(at)), weighed.week[rows][at]


def _variation(weighed: Weighed, name: str, by_day: Floats) -> float:
    """Return how much days' masses vary, as a squared coefficient of variation, with all pairs' beside.

    From E[m^2] / E[m], which no change of level disturbs much, mixed with the same of all pairs.
    """
    key = f"bursts {name}"
    if key not in weighed.cache:
        table, mass = weighed.table, getattr(weighed, name)
        day = table.day[table.row_act]
        span = int(day.max() - day.min()) + 1
        _, place = np.unique(table.pair * span + (day - day.min()), return_inverse=True)
        of_day = np.bincount(place, mass)
        weighed.cache[key] = float((of_day**2).sum() / of_day.sum())
    pooled = weighed.cache[key]
    burst = ((by_day**2).sum() + _POOLED * pooled**2) / (by_day.sum() + _POOLED * pooled)
    return max(float(burst / by_day.mean()) - 1.0, 0.1)


def _unrest(weekly: Floats) -> float:
    """Return how much more a count varies from month to month, season to season and half year to half year
    than chance makes it, at least 1.

    (a - b)^2 / (a + b) is 1 on average for two counts of one level, and its median 0.45; a change of level
    disturbs one of them alone, which the median doesn't see. The smaller of both speaks, mixed with `_CALM`
    that are as chance has them; of the spans of time, the one with most unrest.
    """
    found = 1.0
    for weeks in _SPANS:
        whole = len(weekly) // weeks
        count = weekly[: whole * weeks].reshape(whole, weeks).sum(axis=1)
        both, apart = count[1:] + count[:-1], count[1:] - count[:-1]
        ratio = apart[both > 0] ** 2 / both[both > 0]
        if len(ratio):
            seen = min(float(ratio.mean()), float(np.median(ratio)) / _MEDIAN)
            found = max(found, (_CALM + len(ratio) * seen) / (_CALM + len(ratio)))
    return found


def _steps(weighed: Weighed, weekly: Floats, n: int) -> Floats:
    width = weighed.weights.break_weeks
    return np.asarray(weekly[: n * width].reshape(n, width).sum(-1))
