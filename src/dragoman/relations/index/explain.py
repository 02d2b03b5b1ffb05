"""A change taken apart, exactly: into issues, acts and the spans that tell of them, and one line for
coverage.

With C' = A0 + C, and the logarithmic mean Lm of C' in both windows, the part of act j in the change of ln C'
is (C_j after - C_j before) / Lm: the log-mean Divisia index (Ang 2005), which leaves no rest. Hostility goes
the same way, times -omega. What was expected of the pair changes with its states' other ties and with
coverage; that is the line "coverage". An act's part divides among its origins by -ln(1 - q), which is how
they add up to its belief, and an origin's evenly among its reports.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from dragoman.relations.acts import Act, Report
from dragoman.relations.index.belief import report_belief
from dragoman.relations.index.table import ActTable
from dragoman.relations.index.weighed import Weighed, weigh
from dragoman.relations.index.windows import State, Window, in_window


@dataclass(frozen=True, slots=True)
class Share:
    """What one report adds to the change; ``report`` opens to its span, None for tables made elsewhere."""

    report: Report | None
    part: float


@dataclass(frozen=True, slots=True)
class ActPart:
    """What one act adds to the change by one issue; the shares of its reports add up to ``part``.

    ``act`` is None where the acts came as arrays; ``row`` is then its place in the table.
    """

    issue: str
    act: Act | None
    row: int
    part: float
    shares: tuple[Share, ...]


@dataclass(frozen=True)
class Explanation:
    """A change and its parts: ``issues`` (largest first), ``acts`` (largest first) and ``coverage``.

    The parts of the issues and coverage add up to ``delta``, those of an issue's acts to the issue's.
    """

    pair: tuple[str, str]
    windows: tuple[Window, Window]
    delta: float
    issues: tuple[tuple[str, float], ...]
    coverage: float
    acts: tuple[ActPart, ...]


def explain(
    acts: Iterable[Act] | ActTable | Weighed,
    pair: tuple[str, str],
    before: Window,
    after: Window,
    *,
    issue: str | None = None,
    most: int | None = None,
) -> Explanation:
    """Return what the change of a pair's closeness between two windows is made of, adding up to 1e-9.

    With ``most``, only so many acts, the largest, are taken apart to their reports; issues are complete.
    """
    weighed = weigh(acts)
    first, second = sorted(pair)
    states = [in_window(weighed, (first, second), window, issue) for window in (before, after)]
    by_act = _by_act(weighed, states)
    largest = sorted(by_act, key=lambda act: (-abs(by_act[act]), act))[:most]
    parts = [found for act in sorted(largest) for found in parts_of(weighed, act, by_act[act], issue)]
    issues = sorted(_by_issue(weighed, by_act, issue), key=lambda i: (-abs(i[1]), i[0]))
    return Explanation(
        (first, second), (before, after), states[1].closeness - states[0].closeness, tuple(issues),
        _coverage(weighed, states), tuple(sorted(parts, key=lambda p: (-abs(p.part), p.row, p.issue))),
    )  # fmt: skip


def _by_issue(weighed: Weighed, by_act: dict[int, float], issue: str | None) -> list[tuple[str, float]]:
    if issue is not None or not by_act:
        return [(issue, math.fsum(by_act.values()))] if issue is not None and by_act else []
    table, of_act = weighed.table, np.zeros(len(weighed.table))
    of_act[list(by_act)] = list(by_act.values())
    some = np.flatnonzero(of_act[table.part_act])
    numbers, place = np.unique(table.issue[some], return_inverse=True)
    sums = np.bincount(place, weights=of_act[table.part_act[some]] * table.part[some], minlength=len(numbers))
    return [(table.issues[number], float(part)) for number, part in zip(numbers, sums, strict=True)]


def log_mean(a: float, b: float) -> float:
    """Return the logarithmic mean of two positive numbers; the number itself where they are equal."""
    if abs(a - b) < 1e-12 * max(a, b):
        return (a + b) / 2
    return (b - a) / math.log(b / a)


def _by_act(weighed: Weighed, states: list[State]) -> dict[int, float]:
    """Return each act's part in the change of closeness."""
    w = weighed.weights
    acts, parts = [], []
    for name, factor in (("cooperation", 1.0), ("hostility", -w.omega)):
        masses = [getattr(state, name) for state in states]
        mean = log_mean(*(w.prior_mass + float(mass.sum()) for mass in masses))
        for sign, state, mass in zip((-1.0, 1.0), states, masses, strict=True):
            some = np.flatnonzero(mass)
            acts.append(weighed.table.row_act[state.rows[some]])
            parts.append(sign * factor * mass[some] / mean)
    numbers, place = np.unique(np.concatenate(acts), return_inverse=True)
    sums = np.bincount(place, weights=np.concatenate(parts), minlength=len(numbers))
    return {int(act): float(part) for act, part in zip(numbers, sums, strict=True)}


def _coverage(weighed: Weighed, states: list[State]) -> float:
    a0, (earlier, later) = weighed.weights.prior_mass, states
    engagement = math.log((a0 + earlier.expected_cooperation) / (a0 + later.expected_cooperation))
    hostility = math.log((a0 + earlier.expected_hostility) / (a0 + later.expected_hostility))
    return engagement - weighed.weights.omega * hostility


def parts_of(weighed: Weighed, act: int, part: float, issue: str | None) -> list[ActPart]:
    """Return an act's part by issue, each divided among its reports; ``act`` is its place in the table."""
    divided = _divided(weighed, act)
    told = weighed.table.acts[act] if weighed.table.acts else None
    return [
        ActPart(name, told, act, part * share, tuple(Share(r, part * share * d) for r, d in divided))
        for name, share in _issues_of(weighed, act, issue)
    ]


def _issues_of(weighed: Weighed, act: int, issue: str | None) -> list[tuple[str, float]]:
    """Return an act's shares by issue; the one that is asked about has all, its part being taken before."""
    if issue is not None:
        return [(issue, 1.0)]
    table = weighed.table
    first, after = np.searchsorted(table.part_act, (act, act + 1))
    return [(table.issues[table.issue[i]], float(table.part[i])) for i in range(first, after)]


def _divided(weighed: Weighed, act: int) -> list[tuple[Report | None, float]]:
    """Return an act's reports with the share of the act that rests on each; the shares are 1 in sum."""
    table = weighed.table
    chosen = table.reports_of(np.array([act]))
    q = report_belief(table, weighed.weights, chosen)
    origins: dict[int, list[int]] = defaultdict(list)
    for i, origin in enumerate(table.origin[chosen]):
        origins[int(origin)].append(i)
    silent = {o: -math.log(max(1.0 - max(q[i] for i in at), 1e-12)) for o, at in origins.items()}
    whole = math.fsum(silent.values())
    found: list[tuple[Report | None, float]] = []
    for origin, at in origins.items():
        share = silent[origin] / whole if whole > 0 else 1.0 / len(origins)
        found += [(table.reports[chosen[i]] if table.reports else None, share / len(at)) for i in at]
    return found
