"""Do bands hold where the truth is a real one? ICEWS years of which a part of the events is kept.

    python -m bench.thinned [--first YEAR] [--last YEAR] [--json OUT]

Simulated presses are as even, or as uneven, as whoever made them thought; here pairs are what they were. Of
a year's counts each event is kept with a small probability and put on a day of that year; closeness and its
band are measured from what is kept, with a half-life of 208 weeks, so that little of the year fades. The
truth is what all events of the year say, for pairs of which they say enough (30 cooperative, ten hostile).
Looked at while bands were made: 2002 to 2005. What is reported is 2006 to 2010.
"""

from __future__ import annotations

from datetime import date

import numpy as np
from numpy.typing import NDArray

from bench.icews import QUADS, Dyads
from bench.report import Cell, Table, parser, publish
from dragoman.relations import Weighed, closeness, table_from_arrays, weigh
from dragoman.relations.index.everyone import pairs_in
from dragoman.relations.index.table import day_number

KEPT = (0.03, 0.1, 0.3)
"""The shares of events that are kept."""
LOOKS = 30
"""Pairs looked at, for each year and share."""
HALF_LIFE = 208.0

Ints = NDArray[np.int64]


def told(dyads: Dyads, rows: Ints, kept: float, dice: np.random.Generator) -> Weighed:
    """Return the acts of those rows, of which a part is kept, on days of their year."""
    first, second, day, kind = [], [], [], []
    for name, type_ in QUADS.items():
        counts = dice.binomial(dyads.counts[name][rows].astype(np.int64), kept)
        again = np.repeat(rows, counts)
        first.append(dyads.first[again])
        second.append(dyads.second[again])
        start = np.array([day_number(date(int(year), 1, 1)) for year in dyads.year[again]], dtype=np.int64)
        day.append(start + dice.integers(0, 364, len(again)))
        kind.append(np.full(len(again), type_))
    columns = (np.concatenate(day), np.concatenate(first), np.concatenate(second), np.concatenate(kind))
    return weigh(table_from_arrays(*columns), half_life=HALF_LIFE)


def held(dyads: Dyads, year: int, kept: float, looks: int) -> list[tuple[int, bool]]:
    """Return how many events were kept and whether the band holds what all of them say, pair by pair.

    Pairs are drawn by chance from those whose truth is known.
    """
    dice = np.random.default_rng([year, round(1000 * kept)])
    rows = np.flatnonzero(dyads.year == year)
    whole, thin = (told(dyads, rows, share, dice) for share in (1.0, kept))
    every = pairs_in(whole, whole.weeks - 1)
    truth = dict(zip(every.pairs, every.closeness[0], strict=True))
    cooperative = dyads.counts["verbal_cooperation"] + dyads.counts["material_cooperation"]
    hostile = dyads.counts["verbal_conflict"] + dyads.counts["material_conflict"]
    known = dice.permutation(rows[(cooperative[rows] >= 30) & (hostile[rows] >= 10)])
    found = []
    for row in known[:looks]:
        pair = min(dyads.first[row], dyads.second[row]), max(dyads.first[row], dyads.second[row])
        series = closeness(thin, pair)
        found.append((int(series.acts.sum()), bool(series.low[-1] <= truth[pair] <= series.high[-1])))
    return found


def main() -> None:
    """Measure."""
    command = parser(__doc__)
    command.add_argument("--first", type=int, default=2006)
    command.add_argument("--last", type=int, default=2010)
    chosen = command.parse_args()
    dyads = Dyads()
    found = {
        kept: [one for year in range(chosen.first, chosen.last + 1) for one in held(dyads, year, kept, LOOKS)]
        for kept in KEPT
    }
    rows: list[tuple[Cell, ...]] = []
    for kept, looked in [*found.items(), ("all", [one for part in found.values() for one in part])]:
        cells: list[Cell] = []
        for least, most in ((0, np.inf), (0, 10), (10, 100), (100, np.inf)):
            inside = [ok for acts, ok in looked if least <= acts < most]
            cells += [100.0 * sum(inside) / len(inside) if inside else None, len(inside)]
        rows.append((str(kept), *cells))
    columns = ("kept", "all", "bands", "under 10 acts", "bands", "10 to 99", "bands", "100 and more", "bands")
    publish([Table("Nominal 90 % bands that hold what the whole year says, %", columns, tuple(rows))],
            {"held": rows}, chosen.json)  # fmt: skip


if __name__ == "__main__":
    main()
