"""Acts weighed: belief and size become masses by week, pair and state, once for all pairs that are asked
about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from dragoman.errors import RelationsError
from dragoman.relations.acts import Act
from dragoman.relations.index.axes import (
    composite,
    decayed,
    expected_cooperation,
    expected_hostility,
    log_ratio,
)
from dragoman.relations.index.belief import act_belief, best_of_origins
from dragoman.relations.index.reference import FEW_PAIRS, Reference
from dragoman.relations.index.table import ActTable, Floats, Ints, summed, table_of, week_of
from dragoman.relations.scales import Scale, scale
from dragoman.relations.weights import Weights, weights

_SMOOTH = 0.5
"""Pseudo-mass, in typical acts, that keeps an issue or axis which the reference has not met from being
impossible."""


@dataclass(frozen=True)
class Weighed:
    """Acts with their masses on one scale; make it with `weigh`.

    ``week`` counts from ``first``. ``size`` (acts,) is signed, without belief: score, authority, count and
    unit. ``cooperation`` and ``hostility`` (rows,) are the masses. ``coverage`` (weeks,) counts independent
    tellings of cooperative acts, so that what is told of a war elsewhere does not count. ``by_state``
    (states, weeks) sums cooperation over each state's pairs.
    """

    table: ActTable
    weights: Weights
    scale: Scale
    first: int
    weeks: int
    belief: Floats
    size: Floats
    week: Ints
    cooperation: Floats
    hostility: Floats
    coverage: Floats
    states: tuple[str, ...]
    by_state: Floats
    reference: Reference
    _others: dict[str, Weighed] = field(default_factory=dict, repr=False, compare=False)
    cache: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)

    def on(self, other: Scale) -> Weighed:
        """Return the same acts on another scale, with that scale's own reference of the same weeks."""
        if other.digest == self.scale.digest:
            return self
        if other.digest not in self._others:
            span: tuple[int, int] | None = (self.reference.first, self.reference.last)
            if self.reference.last < self.first or self.reference.first >= self.first + self.weeks:
                span = None  # frozen from elsewhere: this scale has nothing but the acts themselves
            self._others[other.digest] = weigh(self.table, self.weights, other, span=span)
        return self._others[other.digest]

    def rows_of(self, pair: int) -> Ints:
        """Return the rows of a pair, in the order of the table; none for a pair that did not act (-1)."""
        if "by_pair" not in self.cache:
            self.cache["by_pair"] = np.argsort(self.table.pair, kind="stable")
            self.cache["starts"] = np.searchsorted(
                self.table.pair[self.cache["by_pair"]], np.arange(len(self.table.pairs) + 1)
            )
        if pair < 0:
            return np.zeros(0, dtype=np.int64)
        first, after = self.cache["starts"][pair : pair + 2]
        return np.asarray(self.cache["by_pair"][first:after])

    def all_states(self) -> Floats:
        """Return the sum of all states' cooperation by week (weeks,): every pair twice."""
        if "all_states" not in self.cache:
            self.cache["all_states"] = self.by_state.sum(axis=0)
        return np.asarray(self.cache["all_states"])

    def weekly(self, rows: Ints, mass: Floats) -> Floats:
        """Return ``mass`` of ``rows`` by week (weeks,)."""
        return summed(self.week[rows], mass, self.weeks)[: self.weeks]

    def part_of(self, issue: str | None) -> Floats | None:
        """Return each act's share of an issue (acts,), None for no issue."""
        if issue is None:
            return None
        if issue not in self.table.issues:
            return np.zeros(len(self.table))
        chosen = self.table.issue == self.table.issues.index(issue)
        return summed(self.table.part_act[chosen], self.table.part[chosen], len(self.table))

    def of_state(self, name: str) -> Floats:
        """Return a state's cooperation with all others by week (weeks,); nothing where it has no act."""
        return self.by_state[self.states.index(name)] if name in self.states else np.zeros(self.weeks)


def weigh(
    acts: Iterable[Act] | ActTable | Weighed,
    weights_: Weights | None = None,
    scale_: Scale | None = None,
    reference: Reference | None = None,
    *,
    half_life: float | None = None,
    span: tuple[int, int] | None = None,
    without: int | None = None,
) -> Weighed:
    """Return acts with their masses; what is weighed already is returned as it is.

    ``half_life`` (weeks) takes the place of the weights' own. ``reference`` is frozen from elsewhere; else
    the weeks of ``span`` are the reference, or the first of the acts' (``reference_weeks``). ``without``
    leaves out an outlet family. RelationsError where no act counts.
    """
    if isinstance(acts, Weighed):
        return acts
    chosen = weights_ or weights()
    if half_life is not None:
        if half_life <= 0:
            raise RelationsError(f"a half-life must be above 0 weeks, not {half_life:g}")
        chosen = replace(chosen, half_life_weeks=half_life)
    table, on = acts if isinstance(acts, ActTable) else table_of(acts), scale_ or scale()
    if not len(table):
        raise RelationsError("no act between two states has happened here; closeness needs some")
    belief, authority = act_belief(table, chosen, without=without)
    sizes = np.array([on.score(*kind) for kind in table.kinds])[table.kind]
    size = np.where(np.isnan(table.score), sizes, table.score) * authority * table.count * chosen.unit
    week = week_of(table.day)[table.row_act]
    first, last = int(week.min()), int(week.max())
    mass = (belief * size)[table.row_act] * table.share
    states, by_state = _by_state(table, np.maximum(mass, 0.0), week - first, last - first + 1)
    found = Weighed(
        table, chosen, on, first, last - first + 1, belief, size, week - first, np.maximum(mass, 0.0),
        np.maximum(-mass, 0.0), _coverage(table, size > 0, first, last), states, by_state, _NOTHING,
    )  # fmt: skip
    return replace(found, reference=reference or measured_reference(found, span), cache={})


_NOTHING = Reference(0, 0, 1.0, 1.0, 1.0, 0.0, 1.0, {})


def _by_state(table: ActTable, mass: Floats, week: Ints, weeks: int) -> tuple[tuple[str, ...], Floats]:
    states = sorted({name for pair in table.pairs for name in pair})
    place = {name: i for i, name in enumerate(states)}
    ends = np.array([(place[a], place[b]) for a, b in table.pairs], dtype=np.int64)
    sums = np.zeros(len(states) * weeks)
    for side in (0, 1):
        sums += summed(ends[table.pair, side] * weeks + week, mass, len(sums))
    return tuple(states), sums.reshape(len(states), weeks)


def _coverage(table: ActTable, cooperative: np.ndarray, first: int, last: int) -> Floats:
    _, starts = best_of_origins(table, table.probability)
    told = table.report_act[starts]
    told = told[cooperative[told]]
    return summed(week_of(table.day)[told] - first, table.count[told], last - first + 1)[: last - first + 1]


def exposure(weighed: Weighed, keep: float) -> Floats:
    """Return coverage V by week (weeks,): tellings in units of the reference's usual week, faded."""
    return decayed(weighed.coverage / weighed.reference.weekly, keep)


def measured_reference(weighed: Weighed, span: tuple[int, int] | None = None) -> Reference:
    """Return what is usual in the weeks of ``span`` (weeks since 1969-12-29, both included), frozen."""
    first, last = span or (weighed.first, weighed.first + weighed.weights.reference_weeks - 1)
    chosen = (weighed.week + weighed.first >= first) & (weighed.week + weighed.first <= last)
    pairs = np.unique(weighed.table.pair[chosen])
    if not len(pairs):
        raise RelationsError("no act lies in the weeks of the reference; give other weeks")
    weeks = min(last, weighed.first + weighed.weeks - 1) - max(first, weighed.first) + 1
    c, h = (
        summed(weighed.table.pair[chosen], mass[chosen], len(weighed.table.pairs))
        for mass in (weighed.cooperation, weighed.hostility)
    )
    inside = slice(max(first - weighed.first, 0), max(last - weighed.first + 1, 0))
    weekly = float(weighed.coverage[inside].sum()) / weeks or 1.0
    place = {name: i for i, name in enumerate(weighed.states)}
    ends = np.array([(place[a], place[b]) for a, b in weighed.table.pairs], dtype=np.int64)[pairs]
    states = weighed.by_state[:, inside].sum(axis=1)
    expected = expected_cooperation(states[ends[:, 0]], states[ends[:, 1]], states.sum(), c[pairs])
    frozen = Reference(
        first, last,
        e0=(float(expected.mean()) + _SMOOTH / len(pairs)) / weeks,
        h0=(float(h[pairs].mean()) + _SMOOTH / len(pairs)) / weeks,
        weekly=weekly, tenor=float((c.sum() - h.sum()) / max(c.sum() + h.sum(), 1e-9)), spread=1.0,
        shares=_shares(weighed, chosen),
    )  # fmt: skip
    if len(pairs) < FEW_PAIRS:
        return frozen
    a0, w = weighed.weights.prior_mass, weighed.weights
    hostile = expected_hostility(expected, np.full(len(pairs), float(weeks)), frozen, w.gamma)
    level = composite(log_ratio(c[pairs], expected, a0), log_ratio(h[pairs], hostile, a0), w.omega)
    return replace(frozen, spread=max(float(level.std()), 1e-3))


def _shares(weighed: Weighed, chosen: np.ndarray) -> dict[str, tuple[float, float]]:
    table = weighed.table
    if len(table.issues) == 1:
        return {table.issues[0]: (1.0, 1.0)}
    sums = []
    for mass in (weighed.cooperation, weighed.hostility):
        by_act = summed(table.row_act[chosen], mass[chosen], len(table))
        by_issue = summed(table.issue, by_act[table.part_act] * table.part, len(table.issues))
        smoothed = by_issue + _SMOOTH
        sums.append(smoothed / smoothed.sum())
    return {name: (float(sums[0][i]), float(sums[1][i])) for i, name in enumerate(table.issues)}
