"""Closeness of one pair over time, with its axes, its band, and the same on other scales."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from dragoman.relations.acts import Act
from dragoman.relations.index.axes import (
    composite,
    decayed,
    expected_cooperation,
    expected_hostility,
    log_ratio,
    tenor,
)
from dragoman.relations.index.band import draw, levels
from dragoman.relations.index.table import ActTable, Floats, monday
from dragoman.relations.index.weighed import Weighed, exposure, weigh
from dragoman.relations.scales import scales

BAND = (0.05, 0.95)
"""The quantiles between which a band lies."""


@dataclass(frozen=True)
class Series:
    """A pair's weeks; every array is (weeks,).

    ``weeks`` holds Mondays. ``cooperation`` and ``hostility`` are faded masses, ``engagement`` and ``enmity``
    the two axes, ``closeness`` the composite, ``low`` and ``high`` its band (90 %), ``tenor`` the balance
    beside it. ``acts`` counts the pair's acts in each week, ``others`` gives closeness on the other scales.
    ``scale``, ``weights`` and ``reference`` name what was used, so that the figure can be made again.
    """

    pair: tuple[str, str]
    issue: str | None
    weeks: tuple[date, ...]
    cooperation: Floats
    hostility: Floats
    engagement: Floats
    enmity: Floats
    closeness: Floats
    low: Floats
    high: Floats
    tenor: Floats
    acts: Floats
    others: dict[str, Floats]
    half_life: float
    scale: str
    weights: str
    reference: str
    seed: int

    def rows(self) -> Iterator[dict[str, Any]]:
        """Yield one plain row a week, the columns in the order of a table."""
        names = (
            "engagement",
            "enmity",
            "closeness",
            "low",
            "high",
            "tenor",
            "cooperation",
            "hostility",
            "acts",
        )
        for i, week in enumerate(self.weeks):
            row: dict[str, Any] = {"week": week.isoformat()}
            row |= {name: round(float(getattr(self, name)[i]), 6) for name in names}
            yield row | {f"closeness_{name}": round(float(v[i]), 6) for name, v in self.others.items()}


def closeness(
    acts: Iterable[Act] | ActTable | Weighed,
    pair: tuple[str, str],
    *,
    issue: str | None = None,
    half_life: float | None = None,
    seed: int = 0,
) -> Series:
    """Return how close two states were in every week, whichever of them is named first.

    ``acts`` are acts, or what `weigh` made of them, which a caller with several questions keeps. ``issue``
    asks about one issue alone. ``half_life`` (weeks) is how fast evidence fades, 8 unless the weights say
    otherwise; it is for acts not yet weighed.
    """
    weighed = weigh(acts, half_life=half_life)
    first, second = sorted(pair)
    point = pair_axes(weighed, (first, second), issue)
    draws = draw(weighed, (first, second), issue, seed)
    keep = weighed.weights.keep
    masses = (draws.cooperation, draws.hostility, draws.of_first, draws.of_second)
    c, h, a, b = (decayed(mass, keep) for mass in masses)
    rows = weighed.rows_of(weighed.table.pair_number(first, second))
    own = decayed(weighed.weekly(rows, weighed.cooperation[rows]), keep)
    total = decayed(weighed.all_states(), keep)
    drawn = levels(weighed, draws, (c, h, a, b), own, total, exposure(weighed, keep), issue)
    low, high = np.quantile(drawn, BAND, axis=0)
    others = {
        s.name: pair_axes(weighed.on(s), (first, second), issue)["closeness"]
        for s in scales()
        if s.digest != weighed.scale.digest
    }
    return Series(
        (first, second), issue, tuple(monday(weighed.first + i) for i in range(weighed.weeks)),
        low=low, high=high, acts=weighed.weekly(rows, weighed.table.count[weighed.table.row_act[rows]]),
        others=others, half_life=weighed.weights.half_life_weeks,
        scale=f"{weighed.scale.name} {weighed.scale.version}", weights=weighed.weights.digest,
        reference=weighed.reference.digest, seed=seed, **point,
    )  # fmt: skip


def pair_axes(weighed: Weighed, pair: tuple[str, str], issue: str | None = None) -> dict[str, Floats]:
    """Return a pair's masses, axes, closeness and tenor by name, each (weeks,), without a band."""
    w, frozen = weighed.weights, weighed.reference
    rows = weighed.rows_of(weighed.table.pair_number(*pair))
    part = weighed.part_of(issue)
    portion = np.ones(len(rows)) if part is None else part[weighed.table.row_act[rows]]
    weekly = [
        weighed.cooperation[rows],
        weighed.cooperation[rows] * portion,
        weighed.hostility[rows] * portion,
    ]
    states = [weighed.of_state(state) for state in pair]
    stacked = np.stack([*(weighed.weekly(rows, mass) for mass in weekly), *states, weighed.all_states()])
    whole, c, h, *ends, total = decayed(stacked, w.keep)
    expected = expected_cooperation(ends[0], ends[1], total, whole)
    hostile = expected_hostility(expected, exposure(weighed, w.keep), frozen, w.gamma)
    share = frozen.share(issue)
    engagement = log_ratio(c, expected * share[0], w.prior_mass)
    enmity = log_ratio(h, hostile * share[1], w.prior_mass)
    return {
        "cooperation": c, "hostility": h, "engagement": engagement, "enmity": enmity,
        "closeness": composite(engagement, enmity, w.omega), "tenor": tenor(c, h, frozen, w),
    }  # fmt: skip
