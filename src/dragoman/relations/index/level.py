"""A pair's closeness in one week taken apart, exactly: into the acts that have not faded, and what is usual.

With C' = A0 + C, and Lm the logarithmic mean of A0 and C', the part of act j in ln(C' / A0) is C_j / Lm,
where C_j is the act's mass faded to the week; hostility goes the same way, times -omega (the log-mean Divisia
index, Ang 2005, as in `dragoman.relations.index.explain`). What the pair's prominence and coverage lead one
to expect is the line ``expected``. All lines add up to closeness.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np

from dragoman.errors import RelationsError
from dragoman.relations.acts import Act
from dragoman.relations.index.explain import ActPart, log_mean, parts_of
from dragoman.relations.index.series import pair_axes
from dragoman.relations.index.table import ActTable, Floats, monday, week_of
from dragoman.relations.index.weighed import Weighed, weigh

MOST = 20
"""So many acts are taken apart down to their reports."""
LEAST = 0.005
"""An earlier act that adds less than this is told with the rest."""


@dataclass(frozen=True)
class Level:
    """Closeness of a pair in the week that begins on ``week``, and the parts that add up to it.

    ``fresh`` are acts of that week, ``earlier`` those of before that count most still, each the largest
    first; ``rest`` is what all other acts add, ``expected`` what is usual takes away.
    """

    pair: tuple[str, str]
    week: date
    closeness: float
    expected: float
    fresh: tuple[ActPart, ...]
    earlier: tuple[ActPart, ...]
    rest: float


def level(
    acts: Iterable[Act] | ActTable | Weighed,
    pair: tuple[str, str],
    day: date,
    *,
    issue: str | None = None,
    most: int = MOST,
) -> Level:
    """Return what a pair's closeness in the week of a day is made of.

    RelationsError where the day lies outside the weeks of the acts.
    """
    weighed = weigh(acts)
    first, second = sorted(pair)
    week = int(week_of(np.array([(day - date(1970, 1, 1)).days]))[0]) - weighed.first
    if not 0 <= week < weighed.weeks:
        last = monday(weighed.first + weighed.weeks - 1)
        raise RelationsError(f"{day} lies outside the acts, from {monday(weighed.first)} to {last}")
    axes = pair_axes(weighed, (first, second), issue)
    by_act, new = _by_act(weighed, (first, second), week, issue, axes)
    ordered = sorted(by_act, key=lambda act: (act not in new, -abs(by_act[act]), act))
    shown = [act for act in ordered[:most] if act in new or abs(by_act[act]) >= LEAST]
    parts = {act: parts_of(weighed, act, by_act[act], issue) for act in shown}
    level_there = float(axes["closeness"][week])
    return Level(
        (first, second), monday(weighed.first + week), level_there,
        expected=level_there - math.fsum(by_act.values()),
        fresh=tuple(part for act in shown if act in new for part in parts[act]),
        earlier=tuple(part for act in shown if act not in new for part in parts[act]),
        rest=math.fsum(by_act[act] for act in set(ordered).difference(shown)),
    )  # fmt: skip


def _by_act(
    weighed: Weighed, pair: tuple[str, str], week: int, issue: str | None, axes: dict[str, Floats]
) -> tuple[dict[int, float], set[int]]:
    """Return each act's part in the level of a week, and which acts are of that week."""
    w, table = weighed.weights, weighed.table
    rows = weighed.rows_of(table.pair_number(*pair))
    rows = rows[weighed.week[rows] <= week]
    part = weighed.part_of(issue)
    portion = np.ones(len(rows)) if part is None else part[table.row_act[rows]]
    faded = portion * w.keep ** (week - weighed.week[rows])
    found: dict[int, float] = {}
    for mass, name, factor in (
        (weighed.cooperation, "cooperation", 1.0),
        (weighed.hostility, "hostility", -w.omega),
    ):
        mean = log_mean(w.prior_mass, w.prior_mass + float(axes[name][week]))
        for act, value in zip(table.row_act[rows], factor * faded * mass[rows] / mean, strict=True):
            if value:
                found[int(act)] = found.get(int(act), 0.0) + float(value)
    new = {int(act) for act in table.row_act[rows[weighed.week[rows] == week]]}
    return found, new & found.keys()
