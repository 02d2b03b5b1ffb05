"""Are bands, breaks and verdicts honest? Closeness on simulated presses whose truth is known.

    python -m bench.coverage [--presses N] [--first SEED] [--json OUT]

Seeds below 1000 were looked at while bands and breaks were made; what is reported begins at 1000.
Presses of the kind "gamma" draw pairs' rates as unevenly as the index's own prior takes them to be,
"lognormal" more evenly. Outlets lean on each pair (deviation 0.4), copies are 0.3 a report.
"""

from __future__ import annotations

import numpy as np

from bench.presses import Plan, simulate
from bench.report import Cell, Table, parser, publish
from dragoman.relations import Weighed, Window, breaks, change, closeness, weigh
from dragoman.relations.index.table import monday

YEARS = 10
BUSY = 2.0
"""Acts a week from which a pair's breaks are to be found."""
STEP = (2.0, 3.0, 4.0)
"""By how much cooperation is multiplied, and hostility divided, at a known break."""
NEAR = 8
"""Weeks within which a break counts as found."""


def coverage(presses: int, first: int, kind: str) -> list[tuple[int, bool]]:
    """Return, for every third pair of each press, its acts and whether the last week's band holds the
    truth."""
    found = []
    for seed in range(first, first + presses):
        press = simulate(Plan(factors=kind), seed)
        weighed, truth = weigh(press.table), press.truth(slice(None))
        for i, pair in enumerate(press.table.pairs):
            if i % 3 == seed % 3:
                series = closeness(weighed, pair)
                held = bool(series.low[-1] <= truth[i] <= series.high[-1])
                found.append((len(weighed.rows_of(i)), held))
    return found


def stepped(presses: int, first: int, step: float) -> tuple[int, int, int, int]:
    """Return looks, breaks told, looks at busy pairs and known breaks found among them, over ten years each.

    Half of the pairs move at a week of their own, up or down; with ``step`` 1 none does.
    """
    looks = told = busy = found = 0
    for seed in range(first, first + presses):
        dice = np.random.default_rng(seed)
        plan = Plan(states=10, weeks=52 * YEARS, cooperation=3.0, hostility=1.5)
        n = plan.states * (plan.states - 1) // 2
        at = dice.integers(104, plan.weeks - 104, n)
        steps = np.ones((n, plan.weeks))
        for i in range(0, n, 2):
            steps[i, at[i] :] = step if dice.random() < 0.5 else 1 / step
        press = simulate(plan, seed, steps)
        weighed = weigh(press.table)
        for i, pair in enumerate(press.table.pairs):
            seen = [one.week for one in breaks(weighed, pair)]
            if step == 1:
                looks, told = looks + 1, told + len(seen)
            elif i % 2 == 0 and _busy(weighed, i, int(at[i])):
                busy += 1
                week = monday(weighed.first + int(at[i]))
                found += any(abs((day - week).days) <= 7 * NEAR for day in seen)
    return looks, told, busy, found


def _busy(weighed: Weighed, pair: int, at: int) -> bool:
    """Say whether a pair has enough acts in the year on either side of a week."""
    week = weighed.week[weighed.rows_of(pair)]
    return all(
        ((week >= a) & (week < a + 52)).sum() >= 52 * BUSY for a in (at - 52, at)
    )  # fmt: skip


def verdicts(presses: int, first: int, step: float) -> dict[str, int]:
    """Return how often each verdict is given for pairs that move by ``step`` between two half years."""
    counted = {"closer": 0, "more distant": 0, "no clear change": 0, "too little evidence": 0, "wrong": 0}
    for seed in range(first, first + presses):
        plan = Plan(weeks=156)
        n = plan.states * (plan.states - 1) // 2
        steps = np.ones((n, plan.weeks))
        steps[::2, 130:] = step
        press = simulate(plan, seed, steps)
        weighed = weigh(press.table)
        for i in range(0, n, 4):
            verdict = change(weighed, press.table.pairs[i], *_halves(weighed)).verdict
            counted[verdict] += 1
            counted["wrong"] += (
                verdict == "more distant" if step > 1 else verdict in ("closer", "more distant")
            )
    return counted


def _halves(weighed: Weighed) -> tuple[Window, Window]:
    weeks = [monday(weighed.first + week) for week in (104, 130, 156)]
    return Window(weeks[0], weeks[1]), Window(weeks[1], weeks[2])


def _covered(found: list[tuple[int, bool]]) -> list[Cell]:
    def held(least: int, most: float) -> float | None:
        inside = [ok for acts, ok in found if least <= acts < most]
        return 100.0 * sum(inside) / len(inside) if inside else None

    return [held(0, np.inf), held(0, 30), held(30, 200), held(200, np.inf), len(found)]


def main() -> None:
    """Measure."""
    command = parser(__doc__)
    command.add_argument("--presses", type=int, default=12)
    command.add_argument("--first", type=int, default=1000)
    chosen = command.parse_args()
    n, first = chosen.presses, chosen.first
    covered = [(kind, *_covered(coverage(n, first, kind))) for kind in ("gamma", "lognormal")]
    few = max(1, n // 3)
    looks, told, _, _ = stepped(few, first, 1.0)
    known = [(step, *stepped(few, first, step)[2:]) for step in STEP]
    moved = [(step, verdicts(few, first, step)) for step in (1.0, *STEP[:2])]
    tables = [
        Table("Nominal 90 % bands that hold the truth, %",
              ("pairs' rates", "all", "under 30 acts", "30 to 200", "200 and more", "bands"), tuple(covered)),
        Table("Breaks", ("", "measured", "target"), (
            ("false breaks in ten years of a pair", f"{told / looks:.3f}", "0.05"), ("pairs", looks, None),
            *((f"known breaks found, step {step:g}, of {busy}", 100.0 * hit / max(busy, 1), 90.0)
              for step, busy, hit in known))),
        Table("Verdicts between two half years", ("step", *moved[0][1]), tuple(
            (f"{step:g}", *counted.values()) for step, counted in moved)),
    ]  # fmt: skip
    figures = {"coverage": covered, "false breaks": told / looks, "known": known, "verdicts": moved}
    publish(tables, figures, chosen.json)


if __name__ == "__main__":
    main()
