"""Two windows of time, and a pair's masses in each: what a change is measured from and taken apart into."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from dragoman.errors import RelationsError
from dragoman.relations.index.axes import composite, expected_cooperation, expected_hostility, log_ratio
from dragoman.relations.index.table import Floats, Ints, day_number, monday
from dragoman.relations.index.weighed import Weighed


@dataclass(frozen=True, slots=True)
class Window:
    """Whole weeks of time: from the week that ``since`` lies in to the one before that of ``until``."""

    since: date
    until: date

    def weeks(self, weighed: Weighed) -> tuple[int, int]:
        """Return the window's first week and the one after its last, counted from the acts' first week."""
        first, last = ((day_number(day) + 3) // 7 - weighed.first for day in (self.since, self.until))
        if last <= first:
            raise RelationsError(f"the window from {self.since} to {self.until} holds no whole week")
        return first, last

    def kernel(self, weighed: Weighed) -> Floats:
        """Return 1 for the window's weeks and 0 for all others (weeks,); RelationsError where no act is
        near."""
        first, last = self.weeks(weighed)
        inside = np.zeros(weighed.weeks)
        inside[max(first, 0) : max(last, 0)] = 1.0
        if not inside.any():
            span = f"{monday(weighed.first)} to {monday(weighed.first + weighed.weeks)}"
            raise RelationsError(
                f"the window from {self.since} to {self.until} lies outside the acts, {span}"
            )
        return inside


@dataclass(frozen=True)
class State:
    """A pair in one window: masses, what was expected, and closeness.

    ``rows`` are the pair's rows in the window with ``cooperation`` and ``hostility`` of each. ``effective``
    is how many independent days the evidence is worth (Kish: the square of the sum over the sum of squares).
    """

    rows: Ints
    cooperation: Floats
    hostility: Floats
    expected_cooperation: float
    expected_hostility: float
    closeness: float
    effective: float

    def level(self, weighed: Weighed, cooperation: float, hostility: float) -> float:
        """Return what closeness would be with other masses and the same expectations."""
        return _level(weighed, cooperation, hostility, self.expected_cooperation, self.expected_hostility)


def in_window(weighed: Weighed, pair: tuple[str, str], window: Window, issue: str | None = None) -> State:
    """Return a pair's state in a window, from whole sums: nothing fades inside a window."""
    kernel = window.kernel(weighed)
    rows = weighed.rows_of(weighed.table.pair_number(*pair))
    rows = rows[kernel[weighed.week[rows]] > 0]
    own = float(weighed.cooperation[rows].sum())
    part = weighed.part_of(issue)
    portion = np.ones(len(rows)) if part is None else part[weighed.table.row_act[rows]]
    c, h = weighed.cooperation[rows] * portion, weighed.hostility[rows] * portion
    expected, hostile = expected_in(weighed, pair, kernel, own)
    share = weighed.reference.share(issue)
    expected, hostile = expected * share[0], hostile * share[1]
    level = _level(weighed, float(c.sum()), float(h.sum()), expected, hostile)
    return State(rows, c, h, expected, hostile, level, _effective(weighed, rows, c + h))


def expected_in(weighed: Weighed, pair: tuple[str, str], kernel: Floats, own: float) -> tuple[float, float]:
    """Return the cooperation and the hostility that are to be expected of a pair in a window."""
    ends = [np.asarray(weighed.of_state(state) @ kernel) for state in sorted(pair)]
    total = np.asarray(weighed.all_states() @ kernel)
    coverage = np.asarray(weighed.coverage @ kernel / weighed.reference.weekly)
    expected = expected_cooperation(ends[0], ends[1], total, np.asarray(own))
    hostile = expected_hostility(expected, coverage, weighed.reference, weighed.weights.gamma)
    return float(expected), float(hostile)


def _level(weighed: Weighed, c: float, h: float, expected: float, hostile: float) -> float:
    w = weighed.weights
    axes = [
        log_ratio(np.asarray(mass), np.asarray(usual), w.prior_mass)
        for mass, usual in ((c, expected), (h, hostile))
    ]
    return float(composite(axes[0], axes[1], w.omega))


def _effective(weighed: Weighed, rows: Ints, mass: Floats) -> float:
    """Return how many equal pair-days would say as much; zero-sized acts say nothing."""
    if not len(rows):
        return 0.0
    _, place = np.unique(weighed.table.day[weighed.table.row_act[rows]], return_inverse=True)
    by_day = np.bincount(place, weights=mass)
    squares = float((by_day**2).sum())
    return float(by_day.sum() ** 2 / squares) if squares > 0 else 0.0
