"""The network of ties on one day: clusters of states that are close, and triangles that are strained.

A tie is signed where closeness is further from 0 than its quick deviation: friendly above, hostile below;
else it says nothing. Clusters are Louvain's (Blondel et al. 2008, seeded) over engagement well above what
is expected. A triangle of signed ties is balanced where an even number of them is hostile (Cartwright and
Harary 1956); one that is not is *strained*: a hint, and no evidence of closeness.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import networkx

from dragoman.errors import RelationsError
from dragoman.relations.acts import Act
from dragoman.relations.index.everyone import AllPairs, pairs_in
from dragoman.relations.index.table import ActTable, monday
from dragoman.relations.index.weighed import Weighed, weigh

CLOSE = 0.4
"""Engagement half as much again as is expected joins two states that are not hostile; a prior."""


@dataclass(frozen=True, slots=True)
class Tie:
    """A pair in one week: its axes, closeness with the deviation that its evidence implies, its acts."""

    first: str
    second: str
    engagement: float
    enmity: float
    closeness: float
    deviation: float
    acts: int

    @property
    def sign(self) -> int:
        """1 friendly, -1 hostile, 0 where the evidence says neither."""
        if abs(self.closeness) <= self.deviation:
            return 0
        return 1 if self.closeness > 0 else -1


@dataclass(frozen=True)
class Ties:
    """All ties in the week that begins on ``week``, the closest first.

    ``clusters`` are states that are close among themselves, the largest first; ``strained`` triangles of
    signed ties, ``triangles`` how many of those there are in all.
    """

    week: date
    ties: tuple[Tie, ...]
    clusters: tuple[tuple[str, ...], ...]
    strained: tuple[tuple[str, str, str], ...]
    triangles: int

    @property
    def balance(self) -> float | None:
        """The share of signed triangles that are balanced; None where there is none."""
        return 1 - len(self.strained) / self.triangles if self.triangles else None


def ties(acts: Iterable[Act] | ActTable | Weighed, on: date | None = None, *, seed: int = 0) -> Ties:
    """Return the network in the week of a day, by default the last one that any act is known of.

    RelationsError where the day lies before the first act.
    """
    weighed = weigh(acts)
    week = weighed.weeks - 1
    if on is not None:
        week = min(week, (on - monday(weighed.first)).days // 7)
    if week < 0:
        first = monday(weighed.first)
        raise RelationsError(f"no act is known before {first}; ask for a later day than {on}")
    every = pairs_in(weighed, week)
    found = [_tie(every, i) for i in range(len(every.pairs))]
    found.sort(key=lambda tie: (-tie.closeness, tie.first, tie.second))
    strained, triangles = _triangles(found)
    return Ties(every.weeks[0], tuple(found), _clusters(found, seed), strained, triangles)


def _tie(every: AllPairs, i: int) -> Tie:
    columns = (every.engagement, every.enmity, every.closeness, every.deviation)
    engagement, enmity, closeness, deviation = (round(float(column[0, i]), 6) for column in columns)
    return Tie(*every.pairs[i], engagement, enmity, closeness, deviation, int(every.acts[i]))


def _clusters(found: Sequence[Tie], seed: int) -> tuple[tuple[str, ...], ...]:
    graph = networkx.Graph()
    for tie in sorted(found, key=lambda t: (t.first, t.second)):
        if tie.sign > 0 or (tie.engagement >= CLOSE and tie.enmity <= 0):
            graph.add_edge(tie.first, tie.second, weight=max(tie.engagement, 1e-6))
    if not graph:
        return ()
    parts = networkx.community.louvain_communities(graph, weight="weight", seed=seed)
    return tuple(sorted((tuple(sorted(part)) for part in parts), key=lambda p: (-len(p), p)))


def _triangles(found: Sequence[Tie]) -> tuple[tuple[tuple[str, str, str], ...], int]:
    sign = {(tie.first, tie.second): tie.sign for tie in found if tie.sign}
    beside: dict[str, set[str]] = {}
    for a, b in sign:
        beside.setdefault(a, set()).add(b)
        beside.setdefault(b, set()).add(a)
    strained, count = [], 0
    for a, b in sorted(sign):
        for c in sorted(beside[a] & beside[b]):
            if c > b > a:
                count += 1
                product = 1
                for pair in itertools.combinations((a, b, c), 2):
                    product *= sign[pair]
                if product < 0:
                    strained.append((a, b, c))
    return tuple(strained), count
