"""Simulated presses: acts between invented states at known rates, told by outlets that lean, miss and copy.

Everything follows from a seed. A pair's rates are gravity times factors of its own; acts come in bursts of a
day; each outlet tells a share of them, more of the hostile or of the cooperative ones as it leans on that
pair; copies carry the same text on. What the index is to find is known from the rates (`Press.truth`).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.relations.acts import NO_ISSUE
from dragoman.relations.index.axes import expected_cooperation
from dragoman.relations.index.table import ActTable
from dragoman.relations.scales import scale
from dragoman.relations.weights import weights

Floats = NDArray[np.float64]
COOPERATIVE = (("CONSULT", 0.45), ("AGREE", 0.25), ("SUPPORT", 0.15), ("COOPERATE", 0.1), ("AID", 0.05))
HOSTILE = (("ACCUSE", 0.5), ("REJECT", 0.15), ("THREATEN", 0.15), ("SANCTION", 0.1), ("ASSAULT", 0.1))
FIRST_DAY = 4 + 7 * 2000
"""A Monday, in days since 1970-01-01."""


@dataclass(frozen=True)
class Plan:
    """What a simulated press is like; rates are acts a week of a pair of average states."""

    states: int = 16
    weeks: int = 156
    families: int = 6
    cooperation: float = 0.8
    hostility: float = 0.4
    lean: float = 0.4
    copied: float = 0.3
    factors: str = "gamma"
    burst: float = 1.6


@dataclass(frozen=True)
class Press:
    """The acts as told, and the weekly rates (pairs, weeks) of mass behind them."""

    table: ActTable
    ends: NDArray[np.int64]
    cooperation: Floats
    hostility: Floats

    def truth(self, at: NDArray[np.bool_] | slice) -> Floats:
        """Return the closeness (pairs,) that the rates of the weeks ``at`` spell, without noise, bias or
        prior."""
        w = weights()
        c, h = self.cooperation[:, at].mean(axis=1), self.hostility[:, at].mean(axis=1)
        year = slice(0, w.reference_weeks)
        e, e_year = _gravity(self.ends, c), _gravity(self.ends, self.cooperation[:, year].mean(axis=1))
        usual = self.hostility[:, year].mean() * (e / e_year.mean()) ** w.gamma
        coverage = self.cooperation[:, at].sum(axis=0).mean() / self.cooperation[:, year].sum(axis=0).mean()
        usual = usual * coverage ** (1 - w.gamma)
        return np.asarray(np.log(c / e) - w.omega * np.log(h / usual))


def _gravity(ends: NDArray[np.int64], mass: Floats) -> Floats:
    states = np.bincount(ends[:, 0], mass) + 0.0
    states = np.bincount(ends.ravel(order="F"), np.concatenate([mass, mass]))
    return expected_cooperation(states[ends[:, 0]], states[ends[:, 1]], np.asarray(states.sum()), mass)


def simulate(plan: Plan, seed: int, steps: Floats | None = None) -> Press:
    """Return a press; ``steps`` (pairs, weeks), where given, multiplies cooperation and divides hostility."""
    dice = np.random.default_rng([7919, seed])
    n = plan.states
    ends = np.array([(i, j) for i in range(n) for j in range(i + 1, n)])
    prominence = dice.lognormal(0.0, 0.7, n)
    both = prominence[ends[:, 0]] * prominence[ends[:, 1]]
    factor = _factors(plan.factors, dice, (2, len(ends)))
    c = np.repeat((plan.cooperation * both * factor[0])[:, None], plan.weeks, axis=1)
    h = np.repeat((plan.hostility * both**0.5 * factor[1])[:, None], plan.weeks, axis=1)
    if steps is not None:
        c, h = c * steps, h / steps
    lean = dice.normal(0.0, plan.lean, (len(ends), plan.families))
    reach = dice.uniform(0.2, 0.6, plan.families)
    parts = [_acts(rate, kinds, dice, plan) for rate, kinds in ((c, COOPERATIVE), (h, HOSTILE))]
    table = _told(parts, (lean, reach), ends, dice, plan)
    size = [sum(abs(scale().score(t)) * p for t, p in kinds) for kinds in (COOPERATIVE, HOSTILE)]
    return Press(table, ends, c * size[0] * weights().unit, h * size[1] * weights().unit)


def _factors(kind: str, dice: np.random.Generator, shape: tuple[int, int]) -> Floats:
    if kind == "gamma":
        a0 = weights().prior_mass
        return np.maximum(dice.gamma(a0, 1 / a0, shape), 1e-3)
    return dice.lognormal(-0.5, 1.0, shape)


def _acts(
    rate: Floats, kinds: tuple[tuple[str, float], ...], dice: np.random.Generator, plan: Plan
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.str_]]:
    """Return pair, day and type of every act: bursts of a day, geometric in size."""
    bursts = dice.poisson(rate / plan.burst)
    pair, week = np.nonzero(bursts)
    again = bursts[pair, week]
    pair, week = np.repeat(pair, again), np.repeat(week, again)
    day = FIRST_DAY + 7 * week + dice.integers(0, 7, len(week))
    acts = dice.geometric(1 / plan.burst, len(week))
    pair, day = np.repeat(pair, acts), np.repeat(day, acts)
    type_ = dice.choice([t for t, _ in kinds], len(pair), p=[p for _, p in kinds])
    return pair, day, type_


def _told(
    parts: list[tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.str_]]],
    outlets: tuple[Floats, Floats], ends: NDArray[np.int64], dice: np.random.Generator, plan: Plan,
) -> ActTable:  # fmt: skip
    """Return what the outlets tell of the acts, copies with it, in columns."""
    lean, reach = outlets
    pair, day, type_ = (np.concatenate([part[i] for part in parts]) for i in range(3))
    sign = np.repeat([-0.5, 0.5], [len(part[0]) for part in parts])
    told = dice.random((len(pair), plan.families)) < np.minimum(
        reach * np.exp(sign[:, None] * lean[pair]), 0.95
    )
    kept = np.flatnonzero(told.any(axis=1))
    order = kept[np.argsort(day[kept], kind="stable")]
    pair, day, type_, told = pair[order], day[order], type_[order], told[order]
    act, family = np.nonzero(told)
    copies = 1 + dice.poisson(plan.copied, len(act))
    types, kind = np.unique(type_, return_inverse=True)
    n, reports = len(pair), int(copies.sum())
    names = [f"S{i:02d}" for i in range(plan.states)]
    ones = np.ones(reports)
    return ActTable(
        pairs=tuple((names[a], names[b]) for a, b in ends), kinds=tuple((str(t), None) for t in types),
        families=tuple(f"outlet {i}" for i in range(plan.families)), issues=(NO_ISSUE,), day=day, kind=kind,
        words=np.zeros(n, dtype=bool), count=np.ones(n), score=np.full(n, np.nan), row_act=np.arange(n),
        pair=pair, forward=np.ones(n, dtype=bool), share=np.ones(n), report_act=np.repeat(act, copies),
        origin=np.repeat(np.arange(len(act)), copies), family=np.repeat(family, copies), depth=ones,
        authority=ones, probability=ones, part_act=np.arange(n), issue=np.zeros(n, dtype=np.int64),
        part=np.ones(n),
    )  # fmt: skip
