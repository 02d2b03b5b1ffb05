"""Closeness at scale: a million acts between some 17,000 pairs over ten years of weeks, and one pair with its
band, and the list of all pairs that changed.

    python -m bench.relations_speed [--acts N] [--json OUT]

Acts are drawn from a seed, pairs as unevenly as states' prominence makes them. Times are the processor's
(numpy on one core); peak memory is the whole process's.
"""

from __future__ import annotations

import resource
import time
from datetime import timedelta

import numpy as np

from bench.report import Table, parser, publish
from dragoman.relations import (
    ActTable,
    Weighed,
    Window,
    all_pairs,
    changes,
    closeness,
    table_from_arrays,
    weigh,
)
from dragoman.relations.index.screening import screened
from dragoman.relations.index.table import monday

STATES, WEEKS = 187, 520
TYPES = (
    "CONSULT",
    "AGREE",
    "SUPPORT",
    "COOPERATE",
    "AID",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "SANCTION",
    "ASSAULT",
)
FIRST_DAY = 4 + 7 * 1800


def drawn(acts: int) -> ActTable:
    """Return acts in columns: every pair of states at least once, the rest by prominence."""
    dice = np.random.default_rng(20151124)
    ends = np.array([(i, j) for i in range(STATES) for j in range(i + 1, STATES)])
    prominence = dice.lognormal(0.0, 1.2, STATES)
    weight = prominence[ends[:, 0]] * prominence[ends[:, 1]]
    pair = np.concatenate(
        [np.arange(len(ends)), dice.choice(len(ends), acts - len(ends), p=weight / weight.sum())]
    )
    names = np.array([f"S{i:03d}" for i in range(STATES)])
    sides = ends[pair]
    flipped = dice.random(acts) < 0.5
    return table_from_arrays(
        FIRST_DAY + dice.integers(0, 7 * WEEKS, acts),
        names[np.where(flipped, sides[:, 1], sides[:, 0])],
        names[np.where(flipped, sides[:, 0], sides[:, 1])],
        dice.choice(TYPES, acts),
        family=np.array([f"outlet {i}" for i in range(40)])[dice.integers(0, 40, acts)],
    )


def main() -> None:
    """Measure."""
    command = parser(__doc__)
    command.add_argument("--acts", type=int, default=1_000_000)
    chosen = command.parse_args()
    began = time.process_time()
    table = drawn(chosen.acts)
    columns = time.process_time() - began
    began = time.process_time()
    weighed = weigh(table)
    weighing = time.process_time() - began
    every = all_pairs(weighed)
    whole = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    order = np.argsort(every.acts)
    closeness(weighed, every.pairs[order[0]])  # the other scales are weighed once, for all pairs
    places = {"a quiet pair": 0, "the middle pair": len(order) // 2, "the busiest pair": len(order) - 1}
    single = {name: _seconds(weighed, every.pairs[order[at]]) for name, at in places.items()}
    moved, looked, listing = _changes(weighed)
    rows = [
        ("acts", len(table), None), ("pairs", len(every.pairs), None), ("weeks", len(every.weeks), None),
        ("making acts and columns, s", round(columns, 1), None),
        ("weighing, s", round(weighing, 1), None), ("weighing and all pairs, s", round(whole, 1), 10),
        ("peak memory, MB", round(peak), 1500),
        *((f"{name} with band, ms", round(1000 * seconds), 300) for name, seconds in single.items()),
        ("changes of all pairs between two years, s", round(listing, 1), None),
        ("of so many with enough evidence", looked, None), ("so many were looked at closely", moved, None),
    ]  # fmt: skip
    publish(
        [Table("Closeness at scale", ("", "measured", "target"), tuple(rows))],
        {name: value for name, value, _ in rows}, chosen.json,
    )  # fmt: skip


def _changes(weighed: Weighed) -> tuple[int, int, float]:
    """Return how many pairs were looked at closely, how many had enough evidence, and the seconds it took."""
    turn = monday(weighed.first + weighed.weeks - 52)
    year = timedelta(weeks=52)
    windows = Window(turn - year, turn), Window(turn, turn + year)
    began = time.process_time()
    found = changes(weighed, *windows)
    seconds = time.process_time() - began
    return len(found), screened(weighed, *windows).enough, seconds


def _seconds(weighed: object, pair: tuple[str, str]) -> float:
    found = []
    for seed in range(3):
        began = time.process_time()
        closeness(weighed, pair, seed=seed)  # type: ignore[arg-type]
        found.append(time.process_time() - began)
    return sorted(found)[1]


if __name__ == "__main__":
    main()
