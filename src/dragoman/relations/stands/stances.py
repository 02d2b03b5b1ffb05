"""Where somebody stands on a proposition, from all that is told of it: one voice for each independent origin.

For a holder a and a proposition k, every origin o gives one vote, a weight w_o (reliability * probability *
authority * depth decay * 2^(-age / half-life)) spread over {against, neither, for}. The votes c and a prior
of ``position_prior`` in all make a Dirichlet distribution, whose p_for - p_against is where a stands, x in
[-1, 1]. A conditional stance votes for neither side: it is open until its condition holds. After a reversal
only what follows it counts, so that a change of mind is a change and no average.
"""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from operator import itemgetter
from typing import Literal

import numpy as np

from dragoman.records.position import Firmness, Stance
from dragoman.relations.acts import Report
from dragoman.relations.index.table import Floats
from dragoman.relations.origins import origins_of
from dragoman.relations.weights import Weights

DRAWS = 2000
SIDES = 3
"""Against, neither, for."""
_SIDES = {"against": -1, "for": 1}


@dataclass(frozen=True, slots=True)
class Stand:
    """One telling of where a holder (a state, or any actor) stands on a proposition.

    ``teller`` is the state of whoever says so, None where that is no state's. ``text`` is the evidence's
    words; ``report`` says where they stand and how independent they are.
    """

    id: str
    holder: str
    issue: str
    proposition: str
    stance: Stance
    leaning: Literal["for", "against"] | None
    firmness: Firmness
    condition: str | None
    teller: str | None
    text: str
    report: Report

    @property
    def side(self) -> int:
        """-1 against, 0 neither or open, 1 for."""
        return _SIDES.get(self.stance, 0)

    @property
    def open(self) -> bool:
        """Whether it is hedged or hangs on a condition."""
        return self.stance == "conditional" or self.firmness == "hedged"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a holder stands on a proposition: x with its 90 % band, and what it rests on.

    ``votes`` are the weights against, for neither, and for; ``origins`` how many independent origins speak,
    ``effective`` how many equally weighty ones that is. ``reversals`` are pairs of tellings between which the
    holder changed sides. ``stands`` are all tellings that count, in order of their days.
    """

    holder: str
    issue: str
    proposition: str
    x: float
    low: float
    high: float
    votes: tuple[float, float, float]
    origins: int
    effective: float
    stands: tuple[Stand, ...]
    reversals: tuple[tuple[Stand, Stand], ...] = ()

    @property
    def attention(self) -> float:
        """How much is said on it: the sum of the votes."""
        return sum(self.votes)

    def draws(self, weights: Weights, seed: int = 0) -> Floats:
        """Return draws of x, (DRAWS,), the same for the same standing and seed."""
        key = f"{self.holder}\x00{self.proposition}\x00{seed}"
        rng = np.random.default_rng(int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "big"))
        shares = rng.dirichlet(np.array(self.votes) + weights.position_prior / SIDES, DRAWS)
        return np.asarray(shares[:, 2] - shares[:, 0])


def standings(
    stands: Iterable[Stand], weights: Weights, as_of: date | None = None
) -> dict[tuple[str, str], Standing]:
    """Return the standing of every holder on every proposition that it takes a stand on.

    ``as_of`` is the day that is looked back from, by default that of the last telling; what is told later, or
    without a day where ``as_of`` is given, does not count.
    """
    told = _ordered(set(stands))
    days = [stand.report.day for stand in told if stand.report.day]
    today = as_of or (max(days) if days else date.min)
    groups: dict[tuple[str, str], list[Stand]] = {}
    for stand in told:
        if as_of is None or (stand.report.day is not None and stand.report.day <= as_of):
            groups.setdefault((stand.holder, stand.proposition), []).append(stand)
    return {key: _standing(group, weights, today) for key, group in groups.items()}


def _ordered(stands: Collection[Stand]) -> list[Stand]:
    """Return stands by day, document and id; those that share even these, by all that they say."""
    keyed = sorted(((_order(stand), stand) for stand in stands), key=itemgetter(0))
    if any(one == other for (one, _), (other, _) in itertools.pairwise(keyed)):
        keyed.sort(key=lambda each: (*each[0], repr(each[1])))
    return [stand for _, stand in keyed]


def _order(stand: Stand) -> tuple[str, str, str]:
    day = stand.report.day.isoformat() if stand.report.day else ""
    return day, stand.report.document, stand.id


def _standing(group: list[Stand], weights: Weights, today: date) -> Standing:
    reversals = _reversals(group)
    counted = group[group.index(reversals[-1][1]) :] if reversals else group
    best: dict[int, tuple[float, list[Stand]]] = {}
    for origin, stand in zip(origins_of([s.report for s in counted]), counted, strict=True):
        weight, others = best.get(origin, (0.0, []))
        best[origin] = (max(weight, weight_of(stand, weights, today)), [*others, stand])
    votes = np.zeros(SIDES)
    for weight, several in best.values():
        for stand in several:
            votes[stand.side + 1] += weight / len(several)
    given = np.array([weight for weight, _ in best.values()])
    effective = float(given.sum() ** 2 / np.square(given).sum()) if given.sum() else 0.0
    first = counted[-1]
    c = (float(votes[0]), float(votes[1]), float(votes[2]))
    x = (c[2] - c[0]) / (sum(c) + weights.position_prior)
    found = Standing(
        first.holder,
        first.issue,
        first.proposition,
        x,
        x,
        x,
        c,
        len(best),
        effective,
        tuple(counted),
        reversals,
    )
    low, high = np.quantile(found.draws(weights), (0.05, 0.95))
    return replace(found, low=float(low), high=float(high))


def weight_of(stand: Stand, weights: Weights, today: date) -> float:
    """Return how much one telling weighs by itself on a day, in [0, 1]."""
    report = stand.report
    age = 0.0 if report.day is None else max(0, (today - report.day).days) / 7
    faded = 2.0 ** (-age / weights.position_half_life_weeks)
    reliability = weights.families.get(report.family, weights.reliability)
    decayed = weights.depth_decay ** (report.depth - 1)
    return float(reliability * report.probability * report.authority * decayed * faded)


def _reversals(group: list[Stand]) -> tuple[tuple[Stand, Stand], ...]:
    """Return the neighbours in time, of those that take a side, between which the side changed for good.

    Of one day's tellings none comes before another: a source that contradicts the rest of that day changes
    nothing.
    """
    sided = [stand for stand in group if stand.stance in _SIDES and stand.report.day]
    found = []
    for number, (before, after) in enumerate(itertools.pairwise(sided), 1):
        if before.stance == after.stance or before.report.day == after.report.day:
            continue
        if all(stand.side == after.side for stand in sided[number:]) or _confirmed(sided[number:], after):
            found.append((before, after))
    return tuple(found)


def _confirmed(later: list[Stand], after: Stand) -> bool:
    """Say whether two origins in a row tell the new side before anybody tells the old one again."""
    run = []
    for stand in later:
        if stand.side != after.side:
            break
        run.append(stand.report)
    return len(set(origins_of(run))) > 1
