"""How well somebody foretells: Brier's score, the logarithmic score, and how often his words come true.

With forecasts p_i and outcomes o_i, 0 or 1, over n resolved forecasts that have a number::

    Brier        mean of (p_i - o_i)^2                                         0 is best, 0.25 says nothing
    logarithmic  mean of -ln p_i where it came true, -ln (1 - p_i) where not   0 is best
    Murphy       Brier = reliability - resolution + uncertainty                bins are equal forecasts

Reliability is how far a phrase is from how often it came true, resolution how far the phrases part what came
true from what didn't, uncertainty o (1 - o) for the share o that came true (Brier 1950; Murphy 1973). Nobody
is scored on fewer than `ENOUGH` resolved forecasts; void and unresolvable ones, and those without a number,
don't count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from dragoman.relations.predictions.forecasts import Row

ENOUGH = 20
REPLICATES = 1000
LEAST = 0.005
"""The logarithmic score takes no forecast for surer than this, so that one mistake isn't infinitely bad."""


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the reliability curve: what was said, how often it came true (90 % band), of how many."""

    said: float
    came: float
    low: float
    high: float
    count: int


@dataclass(frozen=True, slots=True)
class Score:
    """How well a claimant foretold, from ``count`` resolved forecasts with numbers; bands are of 90 %."""

    claimant: str
    key: str
    count: int
    brier: float
    brier_low: float
    brier_high: float
    logarithmic: float
    reliability: float
    resolution: float
    uncertainty: float
    curve: tuple[Point, ...]


def scores(rows: Iterable[Row], seed: int = 0) -> tuple[Score, ...]:
    """Return the scores of those with at least `ENOUGH` resolved forecasts that have numbers, by name."""
    resolved: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row.state in ("true", "false") and row.chance is not None:
            resolved[row.first.claimant.key].append(row)
    found = [score(told, seed) for told in resolved.values() if len(told) >= ENOUGH]
    return tuple(sorted(found, key=lambda one: (one.claimant, one.key)))


def score(rows: Sequence[Row], seed: int = 0) -> Score:
    """Return the score of one claimant's resolved rows, all of which have numbers (at least one)."""
    said = np.array([row.chance.median for row in rows if row.chance is not None])
    came = np.array([row.state == "true" for row in rows], dtype=np.float64)
    rng = np.random.default_rng(seed)
    drawn = rng.integers(0, len(rows), (REPLICATES, len(rows)))
    squares = (said - came) ** 2
    low, high = np.quantile(squares[drawn].mean(axis=1), (0.05, 0.95))
    sure = np.clip(said, LEAST, 1 - LEAST)
    logarithmic = -np.where(came == 1, np.log(sure), np.log(1 - sure)).mean()
    parts = murphy(said.tolist(), came.tolist())
    first = rows[0].first.claimant
    return Score(
        first.name, first.key, len(rows), float(squares.mean()), float(low), float(high), float(logarithmic),
        *parts, curve=tuple(_curve(said, came, drawn)),
    )  # fmt: skip


def murphy(said: Sequence[float], came: Sequence[float]) -> tuple[float, float, float]:
    """Return reliability, resolution and uncertainty of forecasts and outcomes (at least one).

    Brier's score is the first minus the second plus the third, exactly, since a bin holds equal forecasts.
    """
    p, o = np.array(said), np.array(came)
    share = float(o.mean())
    reliability = resolution = 0.0
    for value in np.unique(p):
        inside = o[p == value]
        reliability += len(inside) * (value - inside.mean()) ** 2
        resolution += len(inside) * (inside.mean() - share) ** 2
    return float(reliability / len(p)), float(resolution / len(p)), share * (1 - share)


def _curve(
    said: np.ndarray[tuple[int], np.dtype[np.float64]],
    came: np.ndarray[tuple[int], np.dtype[np.float64]],
    drawn: np.ndarray[tuple[int, int], np.dtype[np.int64]],
) -> list[Point]:
    """Return how often each phrase came true; the band is a bootstrap over forecasts."""
    points = []
    for value in np.unique(said):
        inside = said == value
        counts = inside[drawn].sum(axis=1)
        shares = (came * inside)[drawn].sum(axis=1)[counts > 0] / counts[counts > 0]
        low, high = np.quantile(shares, (0.05, 0.95))
        points.append(
            Point(float(value), float(came[inside].mean()), float(low), float(high), int(inside.sum()))
        )
    return points
