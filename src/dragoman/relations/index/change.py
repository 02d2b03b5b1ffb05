"""Has it changed? Said only where it is likely, big enough, and hangs neither on the scale nor on one
outlet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from dragoman.relations.acts import Act
from dragoman.relations.index.band import draw, levels
from dragoman.relations.index.belief import act_belief
from dragoman.relations.index.table import ActTable, Floats
from dragoman.relations.index.weighed import Weighed, weigh
from dragoman.relations.index.windows import State, Window, in_window
from dragoman.relations.scales import scales

Verdict = Literal["closer", "more distant", "no clear change", "too little evidence"]


@dataclass(frozen=True)
class Change:
    """A pair between two windows.

    ``before`` and ``after`` are closeness in each, ``delta`` the difference with its band (``low``, ``high``,
    90 %), ``probability`` that of delta > 0, ``deviations`` delta in standard deviations of all pairs'
    closeness. ``on_scales`` gives delta on every scale, ``without`` delta with each outlet family left out
    (families that tell of the pair in either window). ``effective`` is how many independent days both windows
    are worth. ``reasons`` say which of the four conditions failed.
    """

    pair: tuple[str, str]
    issue: str | None
    windows: tuple[Window, Window]
    verdict: Verdict
    before: float
    after: float
    delta: float
    low: float
    high: float
    probability: float
    deviations: float
    on_scales: dict[str, float]
    without: dict[str, float]
    effective: float
    reasons: tuple[str, ...]


def change(
    acts: Iterable[Act] | ActTable | Weighed,
    pair: tuple[str, str],
    before: Window,
    after: Window,
    *,
    issue: str | None = None,
    seed: int = 0,
    whole: bool = True,
) -> Change:
    """Return whether two states are closer after than before, and how sure that is.

    The verdict is "closer" or "more distant" only where it has the weights' probability (0.975) and size (0.3
    deviations), the same sign on every scale, and keeps it when any one outlet family is left out. Not
    ``whole``, families are left out only where all else speaks for a verdict: most of the time goes there.
    RelationsError where a window lies outside the acts.
    """
    weighed = weigh(acts)
    first, second = sorted(pair)
    states = [in_window(weighed, (first, second), window, issue) for window in (before, after)]
    drawn = _drawn(weighed, (first, second), (before, after), states, issue, seed)
    delta = states[1].closeness - states[0].closeness
    on = {s.name: _delta(weighed.on(s), (first, second), before, after, issue) for s in scales()}
    low, high = (float(q) for q in np.quantile(drawn, (0.05, 0.95)))
    found = Change(
        (first, second), issue, (before, after), "no clear change",
        states[0].closeness, states[1].closeness, delta, low, high, probability=float((drawn > 0).mean()),
        deviations=delta / weighed.reference.spread, on_scales=on, without={},
        effective=states[0].effective + states[1].effective, reasons=(),
    )  # fmt: skip
    judged = _judged(found, weighed)
    if whole or judged.verdict in ("closer", "more distant"):
        judged = _judged(replace(found, without=_without(weighed, states)), weighed)
    return judged


def _judged(found: Change, weighed: Weighed) -> Change:
    w = weighed.weights
    if found.effective < w.enough:
        told = f"the evidence is worth {found.effective:.1f} independent days, {w.enough:g} are needed"
        return replace(found, verdict="too little evidence", reasons=(told,))
    sign, reasons = np.sign(found.delta), []
    sure = found.probability if sign > 0 else 1 - found.probability
    if sure < w.likely:
        reasons.append(f"its sign has a probability of {sure:.2f} only")
    if abs(found.deviations) < w.big:
        reasons.append(f"it is {abs(found.deviations):.2f} of the deviation between pairs")
    reasons += [
        f"the scale {name} says otherwise" for name, d in found.on_scales.items() if np.sign(d) != sign
    ]
    reasons += [f"without {name} it turns round" for name, d in found.without.items() if np.sign(d) == -sign]
    verdict: Verdict = "no clear change" if reasons else "closer" if sign > 0 else "more distant"
    return replace(found, verdict=verdict, reasons=tuple(reasons))


def _delta(
    weighed: Weighed, pair: tuple[str, str], before: Window, after: Window, issue: str | None
) -> float:
    earlier, later = (in_window(weighed, pair, window, issue).closeness for window in (before, after))
    return later - earlier


def _drawn(
    weighed: Weighed, pair: tuple[str, str], windows: Sequence[Window], states: Sequence[State],
    issue: str | None, seed: int,
) -> Floats:  # fmt: skip
    """Return draws of the change (replicates,): outlets and omega are common to both windows, days are
    not."""
    inside = np.flatnonzero(sum(window.kernel(weighed) for window in windows))
    span = int(inside[0]), int(inside[-1]) + 1
    draws = draw(weighed, pair, issue, seed, span)
    weekly = (draws.cooperation, draws.hostility, draws.of_first, draws.of_second)
    drawn = []
    for window, state in zip(windows, states, strict=True):
        kernel = window.kernel(weighed)
        c, h, a, b = ((mass @ kernel[slice(*span)])[:, None] for mass in weekly)
        own = np.array([weighed.cooperation[state.rows].sum()])
        total = np.array([weighed.all_states() @ kernel])
        coverage = np.array([weighed.coverage @ kernel / weighed.reference.weekly])
        drawn.append(levels(weighed, draws, (c, h, a, b), own, total, coverage, issue)[:, 0])
    return drawn[1] - drawn[0]


def _without(weighed: Weighed, states: Sequence[State]) -> dict[str, float]:
    """Return the change with each outlet family left out in turn; expectations stay as they were."""
    table = weighed.table
    acts = np.unique(table.row_act[np.concatenate([state.rows for state in states])])
    families = np.unique(table.family[table.reports_of(acts)])
    if len(families) < 2:
        return {}
    whole = np.multiply(*act_belief(table, weighed.weights, acts))
    found = {}
    for family in families:
        rest = np.multiply(*act_belief(table, weighed.weights, acts, int(family)))
        left = np.where(whole > 0, rest / np.where(whole > 0, whole, 1.0), 0.0)
        level = []
        for state in states:
            of_row = left[np.searchsorted(acts, table.row_act[state.rows])]
            level.append(
                state.level(weighed, float(state.cooperation @ of_row), float(state.hostility @ of_row))
            )
        found[table.families[family]] = level[1] - level[0]
    return found


def false_discoveries(probabilities: Sequence[float], rate: float, among: int = 0) -> list[bool]:
    """Return which of many changes to believe, so that at most ``rate`` of those are expected to be none.

    ``probabilities`` are P(delta > 0), one a pair; each is read as a two-sided p-value 2 min(P, 1 - P). The
    rule is Benjamini and Hochberg's (1995). ``among`` is how many changes there are with those that aren't
    given, which count as p-values of 1.
    """
    if not len(probabilities):
        return []
    p = np.asarray(probabilities, dtype=np.float64)
    values = np.minimum(2 * np.minimum(p, 1 - p), 1.0)
    order = np.argsort(values, kind="stable")
    passed = np.flatnonzero(values[order] <= rate * np.arange(1, len(p) + 1) / max(len(p), among))
    believed = np.zeros(len(p), dtype=bool)
    if len(passed):
        believed[order[: passed[-1] + 1]] = True
    return [bool(b) for b in believed]
