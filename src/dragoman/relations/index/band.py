"""How sure: draws of a pair's masses under a two-way bootstrap, from which every band and verdict comes.

A replicate weights each of the pair's days by a draw of mean and variance 1 and each outlet family by one
of variance 1/4 (families so scaled that the pair's evidence keeps its amount), and draws the reliability
of an origin, omega, each family's tilt towards hostile or cooperative acts (`dragoman.relations.index.tilt`),
the two states' ties to others week by week, and the prior mass. Days' weights are exponential, as in the
Bayesian bootstrap (Rubin 1981), not Poisson: with Poisson weights a pair of three acts loses them all in
one replicate of twenty, and the bands of thin pairs came out too wide. All draws follow from a seed.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, replace

import numpy as np
from numpy.random import Generator

from dragoman.relations.index.axes import composite, expected_cooperation, expected_hostility
from dragoman.relations.index.belief import best_of_origins, report_belief
from dragoman.relations.index.table import Floats, Ints, summed
from dragoman.relations.index.tilt import outlet_variance
from dragoman.relations.index.weighed import Weighed

_FAMILY = 4.0
"""Shape of a family's weight: variance 1/4, since how families lean is drawn by itself (`tilt`)."""
_LEVELS = np.linspace(0.05, 0.99, 8)


@dataclass(frozen=True)
class Draws:
    """Replicates of a pair's weekly masses, not yet faded: (replicates, weeks) each; ``omega``
    (replicates,)."""

    cooperation: Floats
    hostility: Floats
    of_first: Floats
    of_second: Floats
    omega: Floats
    level: Floats
    generator: Generator


def draw(
    weighed: Weighed, pair: tuple[str, str], issue: str | None = None, seed: int = 0,
    span: tuple[int, int] | None = None,
) -> Draws:  # fmt: skip
    """Return replicates of a pair's masses; the same acts, weights and seed give the same draws.

    ``span`` asks for the weeks from one to before another alone, all weeks without it; what two windows ask
    is much quicker so. The last draws are kept, since the same is often asked for again.
    """
    span = span or (0, weighed.weeks)
    key = (tuple(sorted(pair)), issue, seed, span)
    kept = weighed.cache.get("draws")
    if kept is None or kept[0] != key:
        drawn = _draw(weighed, pair, issue, seed, span)
        kept = weighed.cache["draws"] = (key, drawn, drawn.generator.bit_generator.state)
    generator = np.random.default_rng()
    generator.bit_generator.state = kept[2]
    return replace(kept[1], generator=generator)


def _draw(
    weighed: Weighed, pair: tuple[str, str], issue: str | None, seed: int, span: tuple[int, int]
) -> Draws:
    w, table = weighed.weights, weighed.table
    dice = np.random.default_rng([seed, zlib.crc32("|".join(sorted(pair)).encode())])
    b, spread = w.replicates, w.reliability_spread
    rho = dice.beta(w.reliability * spread, (1 - w.reliability) * spread, size=b)
    rows = weighed.rows_of(table.pair_number(*pair))
    omega = np.maximum(dice.normal(w.omega, w.omega_spread, size=b), 0.0)
    weeks = span[1] - span[0]
    others = [_others(weighed, state, rows, dice, b, span) for state in sorted(pair)]
    rows = rows[(weighed.week[rows] >= span[0]) & (weighed.week[rows] < span[1])]
    level = np.interp(rho, _LEVELS, believed(weighed)) / np.interp(w.reliability, _LEVELS, believed(weighed))
    if not len(rows):
        nothing = np.zeros((b, weeks))
        return Draws(nothing, nothing, others[0], others[1], omega, level, dice)
    alike, cooperative, hostile = _belief(weighed, rows, rho, dice)
    day, place = np.unique(table.day[table.row_act[rows]], return_inverse=True)
    by_day = dice.exponential(1.0, size=(b, len(day)))
    signed = weighed.size[table.row_act[rows]] * table.share[rows]
    part = weighed.part_of(issue)
    if part is not None:
        signed = signed * part[table.row_act[rows]]
    week = weighed.week[rows] - span[0]

    def mass(factor: Floats, size: Floats) -> Floats:
        at = np.flatnonzero(size > 0)
        drawn = by_day[:, place[at]] * factor[:, alike[at]] * size[at]
        return _summed(week[at], drawn, weeks)

    return Draws(
        mass(cooperative, signed), mass(hostile, -signed),
        others[0], others[1], omega, level, dice,
    )  # fmt: skip


def levels(
    weighed: Weighed, draws: Draws, masses: tuple[Floats, Floats, Floats, Floats],
    own: Floats, total: Floats, coverage: Floats, issue: str | None,
) -> Floats:  # fmt: skip
    """Return draws of closeness from drawn masses (C, H, and M_a and M_b without the pair, each (replicates,
    n)), which fade as the caller says.

    ``own``, the pair's whole cooperation, ``total`` and ``coverage`` are (n,). The prior mass is drawn once
    for each replicate and column: nothing known means a wide band, not a narrow one at zero.
    """
    w, frozen = weighed.weights, weighed.reference
    share = frozen.share(issue)
    c, h, first, second = masses
    expected = expected_cooperation(first + own, second + own, total, own)
    hostile = expected_hostility(expected, coverage[None, :], frozen, w.gamma)
    # What is expected carries the reliability that was drawn just as what was seen does.
    expected, hostile = expected * draws.level[:, None], hostile * draws.level[:, None]
    return composite(
        _drawn_ratio(c, expected * share[0], w.prior_mass, draws.generator),
        _drawn_ratio(h, hostile * share[1], w.prior_mass, draws.generator),
        draws.omega[:, None],
    )


def _drawn_ratio(mass: Floats, expected: Floats, prior: float, dice: Generator) -> Floats:
    """Return ln of a draw of the rate over what is expected; the prior's part of the rate is Gamma(A0)."""
    gamma = dice.gamma(prior, size=(mass.shape[0], 1))
    return np.log(np.maximum(mass + gamma, 1e-6)) - np.log(prior + expected)


def believed(weighed: Weighed) -> Floats:
    """Return the whole believed mass at several reliabilities, so that a drawn one can be put in
    proportion."""
    key = "believed"
    if key not in weighed.cache:
        table = weighed.table
        q = report_belief(table, weighed.weights)
        best, starts = best_of_origins(table, q)
        act, size = table.report_act[starts], np.abs(weighed.size)
        found = []
        for level in _LEVELS:
            silent = np.log1p(-np.minimum(best * (level / weighed.weights.reliability), 0.999))
            found.append(float(((1 - np.exp(summed(act, silent, len(table)))) * size).sum()))
        weighed.cache[key] = np.array(found, dtype=np.float64)
    return np.asarray(weighed.cache[key])


def _belief(weighed: Weighed, rows: Ints, rho: Floats, dice: Generator) -> tuple[Ints, Floats, Floats]:
    """Return each row's kind of evidence, and belief by kind with the tilt of cooperative and of hostile
    acts.

    Acts told by the same families with the same q are of one kind: (rows,) and twice (replicates, kinds).
    """
    table, w, b = weighed.table, weighed.weights, len(rho)
    acts, place = np.unique(table.row_act[rows], return_inverse=True)
    chosen = table.reports_of(acts)
    starts = np.flatnonzero(np.diff(table.origin[chosen], prepend=-1))
    q = np.maximum.reduceat(report_belief(table, w, chosen), starts)
    act = np.searchsorted(acts, table.report_act[chosen][starts])
    families, family = np.unique(table.family[chosen][starts], return_inverse=True)
    kind_of, act, q, family = _alike(len(acts), act, q, family)
    share = summed(family, np.ones(len(family)), len(families)) / len(family)
    weight = dice.gamma(_FAMILY, 1 / _FAMILY, size=(b, len(families)))
    weight = weight / np.maximum(weight @ share, 0.5)[:, None] if len(families) > 1 else np.ones((b, 1))
    lean = dice.normal(0.0, np.sqrt(outlet_variance(weighed)), size=(b, len(families)))
    silent = np.log1p(-np.minimum(q[None, :] * (rho / w.reliability)[:, None], 0.999)) * weight[:, family]
    kinds = int(act.max()) + 1
    half = np.exp(_summed(act, lean[:, family], kinds) / summed(act, np.full(len(act), 2.0), kinds))
    belief = 1.0 - np.exp(_summed(act, silent, kinds))
    return kind_of[place], belief * half, belief / half


def _alike(acts: int, act: Ints, q: Floats, family: Ints) -> tuple[Ints, Ints, Floats, Ints]:
    """Return each act's kind of evidence, and the origins (kind, q, family) of one act of each kind.

    Kinds are told apart by the sum of random marks of their origins, 64 bits wide.
    """
    _, code = np.unique(family * 4_000_000 + np.round(q * 1_000_000).astype(np.int64), return_inverse=True)
    marks = np.random.default_rng(64).integers(0, 2**63, size=int(code.max()) + 1, dtype=np.uint64)
    of_act = np.zeros(acts, dtype=np.uint64)
    np.add.at(of_act, act, marks[code])
    _, first, kind = np.unique(of_act, return_index=True, return_inverse=True)
    number = np.full(acts, -1, dtype=np.int64)
    number[first] = np.arange(len(first))
    kept = np.flatnonzero(number[act] >= 0)
    return np.asarray(kind, dtype=np.int64), number[act][kept], q[kept], family[kept]


def _others(
    weighed: Weighed, state: str, rows: Ints, dice: Generator, b: int, span: tuple[int, int]
) -> Floats:
    """Return draws of a state's cooperation with all others by week (replicates, weeks), resampled by
    week."""
    other = weighed.of_state(state) - weighed.weekly(rows, weighed.cooperation[rows])
    inside = np.maximum(other[slice(*span)], 0.0)
    return dice.exponential(1.0, size=(b, len(inside))) * inside


def _summed(places: Ints, values: Floats, size: int) -> Floats:
    """Return the sums (replicates, size) of those columns of ``values`` that share a place."""
    order = np.argsort(places, kind="stable")
    found, starts = np.unique(places[order], return_index=True)
    sums = np.zeros((len(values), size))
    sums[:, found] = np.add.reduceat(values[:, order], starts, axis=1)
    return sums
