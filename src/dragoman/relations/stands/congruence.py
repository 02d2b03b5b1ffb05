"""Discourse networks: who shares positions with whom, plainly counted, and corrected for chance.

Counted as Discourse Network Analyzer does. The holders' sides are taken as binary (a side is taken or it is
not), so that a talkative holder doesn't multiply its weight.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.relations.index.table import Floats
from dragoman.relations.stands.stances import Standing


@dataclass(frozen=True)
class Congruence:
    """Square matrices over ``holders``: propositions on which two take the same side, and opposite ones.

    ``subtract`` is congruence less conflict, divided by the mean number of sides that the two take (average
    activity); 0 for whoever takes none. The diagonals are 0.
    """

    holders: tuple[str, ...]
    congruence: Floats
    conflict: Floats
    subtract: Floats


def sides_of(standings: Mapping[tuple[str, str], Standing]) -> tuple[tuple[str, ...], NDArray[np.int64]]:
    """Return holders in alphabetical order and their sides (holders, propositions, 2): against, for."""
    holders = sorted({holder for holder, _ in standings})
    propositions = sorted({proposition for _, proposition in standings})
    sides = np.zeros((len(holders), len(propositions), 2), dtype=np.int64)
    for (holder, proposition), one in standings.items():
        for stand in one.stands:
            if stand.side:
                sides[holders.index(holder), propositions.index(proposition), (stand.side + 1) // 2] = 1
    return tuple(holders), sides


def congruence_of(standings: Mapping[tuple[str, str], Standing]) -> Congruence:
    """Return who shares sides with whom, and who takes opposite ones.

    Leifeld's congruence and conflict networks on binary x_ijk: sum over j of x_ij+ x_i'j+ + x_ij- x_i'j-,
    and of x_ij+ x_i'j- + x_ij- x_i'j+.
    """
    holders, sides = sides_of(standings)
    against, for_ = sides[:, :, 0], sides[:, :, 1]
    same = (against @ against.T + for_ @ for_.T).astype(float)
    other = (against @ for_.T + for_ @ against.T).astype(float)
    activity = sides.sum((1, 2)).astype(float)
    mean = (activity[:, None] + activity[None, :]) / 2
    for matrix in (same, other):
        np.fill_diagonal(matrix, 0.0)
    return Congruence(holders, same, other, (same - other) / np.where(mean > 0, mean, 1.0))


def beyond_chance(
    standings: Mapping[tuple[str, str], Standing], first: str, second: str, least: int
) -> float | None:
    """Return Scott's pi of two holders' sides, None where they share fewer than ``least`` propositions.

    pi = (p_o - p_e) / (1 - p_e), p_e from the sides that both together take (Scott 1955; Häge 2011 has why
    raw agreement of states misleads). 1 where both take one and the same side throughout.
    """
    own = {h: {k: int(np.sign(s.x)) for (w, k), s in standings.items() if w == h} for h in (first, second)}
    shared = sorted(own[first].keys() & own[second].keys())
    if len(shared) < least:
        return None
    pairs = [(own[first][k], own[second][k]) for k in shared]
    observed = sum(a == b for a, b in pairs) / len(pairs)
    both = [side for pair in pairs for side in pair]
    expected = sum((both.count(side) / len(both)) ** 2 for side in (-1, 0, 1))
    return 1.0 if expected == 1.0 else (observed - expected) / (1 - expected)
