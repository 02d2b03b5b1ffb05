"""Does closeness tell allies from rivals? ICEWS counts by pair of states and year, 2002 to 2010.

    python -m bench.icews [--json OUT]

The counts go through the engine as they would from `dragoman import` (a quad class as one type of act,
placed in the middle of its year); closeness is read in that week. Pairs are divided in two halves by
their numbers: what is tuned (omega, gamma, half-life) is tuned on one half and measured on the other,
both ways round. "Rival against all" is measured among the pairs that have events in that year, and with
the silent ones of the same states beside, which the table leaves out.
"""

from __future__ import annotations

import csv
import lzma
import math
from dataclasses import replace
from datetime import date
from itertools import product

import numpy as np
from numpy.typing import NDArray

from bench.report import SHARED, Cell, Table, need, parser, publish
from dragoman.relations import scale, table_from_arrays, weigh, weights
from dragoman.relations.index.axes import expected_cooperation
from dragoman.relations.index.everyone import all_pairs
from dragoman.relations.index.table import day_number, week_of

DATA = SHARED / "data" / "relations" / "icews_dyad_years_2002_2010.csv.xz"
LATE = 2006
"""What was looked at for a better formula are the years before; the years from here on are measured apart."""
QUADS = {"verbal_cooperation": "AGREE", "material_cooperation": "COOPERATE",
         "verbal_conflict": "ACCUSE", "material_conflict": "COERCE"}  # fmt: skip
OMEGA, GAMMA, HALF_LIFE = (1.0, 1.5, 2.0, 3.0, 5.0), (0.0, 0.25, 0.4), (26.0, 104.0, 208.0)
YEARS = range(2002, 2011)
SHAPES = (0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.7, 1.0, 1.5, 2.0)

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


class Dyads:
    """The table: one row a pair and year that have events."""

    def __init__(self) -> None:
        with lzma.open(need(DATA), "rt", encoding="utf-8") as lines:
            rows = list(csv.DictReader(lines))
        self.first = np.array([f"{int(row['cow1']):03d}" for row in rows])
        self.second = np.array([f"{int(row['cow2']):03d}" for row in rows])
        self.year = np.array([int(row["year"]) for row in rows])
        self.counts = {name: np.array([float(row[name]) for row in rows]) for name in QUADS}
        self.ally, self.rival = (np.array([row[name] == "1.0" for row in rows]) for name in ("ally", "rival"))
        self.half = np.array(
            [(int(a) * 7 + int(b)) % 2 == 0 for a, b in zip(self.first, self.second, strict=True)]
        )
        self.many = sum(self.counts.values()) >= 20


def axes(dyads: Dyads, gamma: float, half_life: float) -> tuple[Floats, Floats, Floats]:
    """Return engagement and hostility of each row, and of the silent pairs the hostility (sorted)."""
    day = np.array([day_number(date(int(year), 7, 1)) for year in dyads.year])
    # A REQUEST has no size: it is there so that silent pairs have a row too.
    parts = [(dyads.counts[name], type_) for name, type_ in QUADS.items()] + [(np.ones(len(day)), "REQUEST")]
    kept = [count > 0 for count, _ in parts]

    def column(values: NDArray[np.generic]) -> NDArray[np.generic]:
        return np.concatenate([values[some] for some in kept])

    table = table_from_arrays(
        column(day), column(dyads.first), column(dyads.second),
        np.concatenate([np.full(some.sum(), type_) for some, (_, type_) in zip(kept, parts, strict=True)]),
        count=np.concatenate([count[some] for some, (count, _) in zip(kept, parts, strict=True)]),
    )  # fmt: skip
    weighed = weigh(table, replace(weights(), gamma=gamma, half_life_weeks=half_life))
    every = all_pairs(weighed)
    place = {pair: i for i, pair in enumerate(every.pairs)}
    pair = np.array([place[a, b] for a, b in zip(dyads.first, dyads.second, strict=True)])
    middle = {year: day_number(date(year, 7, 1)) for year in YEARS}
    week_of_year = {year: int(week_of(np.array(at))) - weighed.first for year, at in middle.items()}
    week = np.array([week_of_year[int(y)] for y in dyads.year])
    here = {(int(w), int(p)) for w, p in zip(week, pair, strict=True)}
    rivals = set(pair[dyads.rival])
    silent = [every.enmity[w, p] for w in week_of_year.values() for p in range(len(every.pairs))
              if (w, p) not in here and p not in rivals]  # fmt: skip
    return (
        every.engagement[week, pair].astype(float),
        every.enmity[week, pair].astype(float),
        np.array(silent),
    )


def auc(high: Floats, low: Floats) -> float:
    """Return how often one of ``high`` is above one of ``low``, ties counted half."""
    both = np.concatenate([high, low])
    _, inverse, counts = np.unique(both, return_inverse=True, return_counts=True)
    rank = (np.cumsum(counts) - (counts - 1) / 2)[inverse]
    return float((rank[: len(high)].sum() - len(high) * (len(high) + 1) / 2) / (len(high) * len(low)))


def aucs(level: Floats, dyads: Dyads, chosen: Bools) -> tuple[float, float]:
    """Return AUC of ally against rival, and of rival against all others, among chosen rows."""
    ally, rival = chosen & dyads.ally & ~dyads.rival, chosen & dyads.rival
    return auc(level[ally], level[rival]), auc(-level[rival], -level[chosen & ~dyads.rival])


def main() -> None:
    """Measure."""
    chosen = parser(__doc__).parse_args()
    dyads, default = Dyads(), weights()
    everything = np.ones(len(dyads.year), dtype=bool)
    grid = {(g, h): axes(dyads, g, h) for g, h in product(GAMMA, HALF_LIFE)}
    rows: list[tuple[Cell, ...]] = []
    mean = sum(s * dyads.counts[q] for q, s in zip(QUADS, (2.5, 9.5, -3.0, -7.0), strict=True)) / np.maximum(
        sum(dyads.counts.values()), 1
    )
    rows.append(_row("mean PLOVER score", mean, dyads, everything))
    for half_life in HALF_LIFE:
        engagement, enmity, _ = grid[0.25, half_life]
        rows.append(_row(f"hostility axis, half-life {half_life:g} weeks", -enmity, dyads, everything))
        rows.append(_row(f"closeness as shipped, half-life {half_life:g} weeks",
                         engagement - default.omega * enmity, dyads, everything))  # fmt: skip
    rows += _parts(dyads, -grid[0.25, 208.0][1])
    engagement, enmity, silent = grid[0.25, 208.0]
    others = np.concatenate([enmity[~dyads.rival], silent])
    told = [
        (
            "hostility axis, with silent pairs, 208 weeks",
            None,
            100 * auc(enmity[dyads.rival], others),
            None,
            None,
        )
    ]
    folds = []
    for half in (dyads.half, ~dyads.half):
        best = max(((o, g, h) for o, g, h in product(OMEGA, GAMMA, HALF_LIFE)),
                   key=lambda k: sum(aucs(grid[k[1:]][0] - k[0] * grid[k[1:]][1], dyads, half)))  # fmt: skip
        level = grid[best[1:]][0] - best[0] * grid[best[1:]][1]
        folds.append((best, aucs(level, dyads, ~half)))
        name = f"tuned on one half (omega {best[0]:g}, gamma {best[1]:g}, {best[2]:g} weeks), on the other"
        rows.append((name, *(100 * a for a in folds[-1][1]), None, None))
    shape = shapes(dyads)
    title = "Likeliest Gamma shape of pairs around what is expected, 2005"
    found = Table(title, ("cooperation", "hostility"), ((str(shape[0]), str(shape[1])),))
    columns = ("", "ally > rival", "rival < all", "with 20 events: ally > rival", "rival < all")
    publish(
        [Table("AUC, ICEWS pairs and years, %", columns, (*rows, *told)), found],
        {"rows": rows, "folds": folds, "shapes": shape}, chosen.json,
    )  # fmt: skip


def _parts(dyads: Dyads, level: Floats) -> list[tuple[Cell, ...]]:
    """Return rows for parts of the years and for rivals that are no allies, the plain count of hostile acts
    beside."""
    hostile = dyads.counts["verbal_conflict"] + dyads.counts["material_conflict"]
    parts = {
        "all years": dyads.year > 0, "2002": dyads.year == YEARS[0], "from 2003": dyads.year > YEARS[0],
        "2002 to 2005": dyads.year < LATE, "2006 to 2010": dyads.year >= LATE,
        "rivals that are no allies": ~(dyads.ally & dyads.rival),
    }  # fmt: skip
    return [
        _row(f"{name}, {told}", axis, dyads, chosen)
        for told, chosen in parts.items()
        for name, axis in (("hostility axis, 208 weeks", level), ("hostile acts of the year", -hostile))
    ]


def shapes(dyads: Dyads, year: int = 2005) -> tuple[float, float]:
    """Return the likeliest Gamma shapes of cooperation and of hostility around what is expected."""
    on, here = scale(), dyads.year == year
    size = {
        name: on.score(type_) * weights().unit * dyads.counts[name][here] for name, type_ in QUADS.items()
    }
    c, h = (sum(np.maximum(sign * mass, 0.0) for mass in size.values()) for sign in (1.0, -1.0))
    states, ends = np.unique(np.concatenate([dyads.first[here], dyads.second[here]]), return_inverse=True)
    first, second = ends[: len(c)], ends[len(c) :]
    of_state = np.bincount(ends, np.concatenate([c, c]), len(states))
    expected = expected_cooperation(of_state[first], of_state[second], np.asarray(of_state.sum()), c)
    usual = np.maximum(expected, 1e-3)
    return _likeliest(c, usual), _likeliest(h, usual ** weights().gamma)


def _likeliest(mass: Floats, usual: Floats) -> float:
    scaled = usual * mass.sum() / usual.sum()
    return max(SHAPES, key=lambda shape: _likelihood(mass, scaled, shape))


def _likelihood(mass: Floats, usual: Floats, shape: float) -> float:
    """Return the log likelihood of masses as negative binomial counts (without what no shape changes)."""
    log_gamma = np.array([math.lgamma(m + shape) for m in mass])
    each = (
        log_gamma
        - math.lgamma(shape)
        + shape * np.log(shape / (shape + usual))
        - mass * np.log(shape + usual)
    )
    return float(each.sum())


def _row(name: str, level: Floats, dyads: Dyads, chosen: Bools) -> tuple[Cell, ...]:
    return (
        name,
        *(100 * a for a in aucs(level, dyads, chosen)),
        *(100 * a for a in aucs(level, dyads, chosen & dyads.many)),
    )


if __name__ == "__main__":
    main()
