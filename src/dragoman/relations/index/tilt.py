"""How differently outlets see the same pair: the variance of their tilt, by moments.

For a pair and an outlet family, the tilt is the log of the share of the pair's hostile acts that the family
tells, over the share of the cooperative ones. Its square, less what sampling alone would give, averages to
the variance between families. Where fewer than `ENOUGH_PAIRS` pairs are seen by two families, the weights'
prior takes its place.
"""

from __future__ import annotations

import numpy as np

from dragoman.relations.index.belief import best_of_origins
from dragoman.relations.index.table import summed
from dragoman.relations.index.weighed import Weighed

ENOUGH_PAIRS = 8
"""Pairs with at least so many looks of a family at them are needed, or nothing is estimated."""
_LEAST = 5
"""Acts of either kind that a pair must have before a family's tilt on it says anything."""


def outlet_variance(weighed: Weighed) -> float:
    """Return the variance of the outlets' tilt, estimated from the acts or, where they are too few, the
    prior."""
    if "tilt" not in weighed.cache:
        weighed.cache["tilt"] = np.array([_estimated(weighed)])
    return float(weighed.cache["tilt"][0])


def _estimated(weighed: Weighed) -> float:
    table, prior = weighed.table, weighed.weights.outlet_variance
    families, pairs = len(table.families), len(table.pairs)
    if families < 2:
        return prior
    _, starts = best_of_origins(table, table.probability)
    first = np.zeros(len(table), dtype=np.int64)
    first[table.row_act] = table.pair
    act, family = table.report_act[starts], table.family[starts]
    once = np.unique(act * families + family)
    act, family = once // families, once % families
    told, seen = [], []
    for sign in (1.0, -1.0):
        kind = (weighed.size * sign > 0).astype(np.float64)
        told.append(
            summed(first[act] * families + family, kind[act], pairs * families).reshape(pairs, families)
        )
        seen.append(summed(first, kind, pairs)[:, None])
    (c, h), (nc, nh) = told, seen
    usable = (nc >= _LEAST) & (nh >= _LEAST) & (c + h >= _LEAST) & ((c > 0).sum(axis=1, keepdims=True) >= 2)
    if usable.sum() < ENOUGH_PAIRS:
        return prior
    tilt = np.log((h + 0.5) / (nh + 0.5)) - np.log((c + 0.5) / (nc + 0.5))
    noise = 1 / (h + 0.5) - 1 / (nh + 0.5) + 1 / (c + 0.5) - 1 / (nc + 0.5)
    weight = usable / (1.0 + noise)
    return float(max(((tilt**2 - noise) * weight).sum() / weight.sum(), 0.0))
