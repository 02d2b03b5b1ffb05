"""Acts in columns: what the index works on, from `Act`s or straight from arrays for a million rows.

Three tables in one record, all sorted so that no result depends on the order of what came in: acts that
happened, rows (an act and one of its directed pairs, with its share), and reports, each with the number of
its origin. Reports that share a copy family or a root are of one origin.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from dragoman.errors import RelationsError
from dragoman.relations.acts import NO_ISSUE, Act, Report
from dragoman.relations.origins import origins_of

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
EPOCH = date(1970, 1, 1)


def day_number(day: date) -> int:
    """Return a day as days since 1970-01-01."""
    return (day - EPOCH).days


def week_of(days: Ints) -> Ints:
    """Return the weeks, which begin on Mondays, that days (since 1970-01-01, a Thursday) lie in."""
    return (np.asarray(days, dtype=np.int64) + 3) // 7


def monday(week: int) -> date:
    """Return the first day of a week."""
    return EPOCH + timedelta(days=7 * int(week) - 3)


@dataclass(frozen=True)
class ActTable:
    """Acts that happened, in columns.

    By act: ``day``, ``kind`` (a place in ``kinds``), ``words``, ``count``, ``score`` (NaN where the scale's
    counts). By row: ``row_act``, ``pair`` (a place in ``pairs``, each in alphabetical order), ``forward``
    (whether the pair's first state acts), ``share``. By report, sorted by act and origin: ``report_act``,
    ``origin``, ``family`` (a place in ``families``), ``depth``, ``authority``, ``probability``. By part:
    ``part_act``, ``issue`` (a place in ``issues``), ``part``, summing to 1 for each act. ``acts`` are the
    acts themselves, empty where the table was made from arrays.
    """

    pairs: tuple[tuple[str, str], ...]
    kinds: tuple[tuple[str, str | None], ...]
    families: tuple[str, ...]
    issues: tuple[str, ...]
    day: Ints
    kind: Ints
    words: NDArray[np.bool_]
    count: Floats
    score: Floats
    row_act: Ints
    pair: Ints
    forward: NDArray[np.bool_]
    share: Floats
    report_act: Ints
    origin: Ints
    family: Ints
    depth: Floats
    authority: Floats
    probability: Floats
    part_act: Ints
    issue: Ints
    part: Floats
    acts: tuple[Act, ...] = ()
    reports: tuple[Report, ...] = ()

    def __len__(self) -> int:
        return len(self.day)

    def reports_of(self, acts: Ints) -> Ints:
        """Return the places of the reports of ``acts`` (sorted), in the order of the table."""
        first, after = (np.searchsorted(self.report_act, acts, side) for side in ("left", "right"))
        counts = after - first
        places = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts - first, counts)
        return np.asarray(places, dtype=np.int64)

    def pair_number(self, first: str, second: str) -> int:
        """Return a pair's place in ``pairs``, in whichever order it is given; -1 where no act is between
        them."""
        wanted = (first, second) if first < second else (second, first)
        return self.pairs.index(wanted) if wanted in self.pairs else -1


def table_of(acts: Iterable[Act]) -> ActTable:
    """Return acts in columns; those that did not happen, or have no two states, are left out.

    The same act twice is one act with the reports of both, and the order of acts and reports has no
    influence. RelationsError where a probability, an authority or a share is not between 0 and 1.
    """
    merged = _merged(acts)
    pairs = sorted({_ordered(*p) for act in merged for p in act.directed_pairs})
    kinds = sorted({(act.type, act.mode) for act in merged}, key=lambda k: (k[0], k[1] or ""))
    families = sorted({report.family for act in merged for report in act.reports})
    parts = [(i, *share) for i, act in enumerate(merged) for share in _issues(act)]
    issues = sorted({name for _, name, _ in parts} | {NO_ISSUE})
    rows = [
        (i, *p, 1.0 / len(act.directed_pairs)) for i, act in enumerate(merged) for p in act.directed_pairs
    ]
    told = [(i, *o) for i, act in enumerate(merged) for o in _origins(act)]
    place = {p: i for i, p in enumerate(pairs)}
    kind_place = {k: i for i, k in enumerate(kinds)}
    origins = {key: i for i, key in enumerate(dict.fromkeys((i, o) for i, o, _ in told))}
    reports = tuple(report for _, _, report in told)
    return ActTable(
        pairs=tuple(pairs), kinds=tuple(kinds), families=tuple(families), issues=tuple(issues),
        day=_ints(day_number(act.day) for act in merged),
        kind=_ints(kind_place[act.type, act.mode] for act in merged),
        words=np.array([act.words for act in merged], dtype=bool),
        count=_floats(act.count for act in merged),
        score=_floats(np.nan if act.score is None else act.score for act in merged),
        row_act=_ints(row[0] for row in rows),
        pair=_ints(place[_ordered(row[1], row[2])] for row in rows),
        forward=np.array([row[1] < row[2] for row in rows], dtype=bool),
        share=_floats(row[3] for row in rows),
        report_act=_ints(i for i, _, _ in told),
        origin=_ints(origins[i, o] for i, o, _ in told),
        family=_ints(families.index(report.family) for report in reports),
        depth=_floats(report.depth for report in reports),
        authority=_floats(report.authority for report in reports),
        probability=_floats(report.probability for report in reports),
        part_act=_ints(i for i, _, _ in parts),
        issue=_ints(issues.index(name) for _, name, _ in parts),
        part=_floats(share for _, _, share in parts),
        acts=tuple(merged), reports=reports,
    )  # fmt: skip


def table_from_arrays(
    day: NDArray[np.integer],
    actor: NDArray[np.object_] | Sequence[str],
    recipient: NDArray[np.object_] | Sequence[str],
    type: NDArray[np.object_] | Sequence[str],
    mode: Sequence[str | None] | None = None,
    family: NDArray[np.object_] | Sequence[str] | None = None,
    count: NDArray[np.floating] | None = None,
    score: NDArray[np.floating] | None = None,
    probability: NDArray[np.floating] | None = None,
) -> ActTable:
    """Return acts in columns from equally long arrays: one row is one act of one state on another, told once.

    ``day`` counts days since 1970-01-01; the other columns are as in `Act` and `Report`. Rows in which a
    state acts on itself are left out.
    """
    first, second = np.asarray(actor, dtype=str), np.asarray(recipient, dtype=str)
    kept = np.flatnonzero(first != second)
    forward = first[kept] < second[kept]
    low, high = np.where(forward, first[kept], second[kept]), np.where(forward, second[kept], first[kept])
    states, codes = np.unique(np.concatenate([low, high]), return_inverse=True)
    keys, pair = np.unique(codes[: len(kept)] * len(states) + codes[len(kept) :], return_inverse=True)
    types, kind = np.unique(np.asarray(type, dtype=str)[kept], return_inverse=True)
    kinds: tuple[tuple[str, str | None], ...] = tuple((str(t), None) for t in types)
    if mode is not None:
        modes, which = np.unique(np.array([m or "" for m in mode], dtype=str)[kept], return_inverse=True)
        both, kind = np.unique(kind * len(modes) + which, return_inverse=True)
        kinds = tuple((str(types[k // len(modes)]), str(modes[k % len(modes)]) or None) for k in both)
    outlets = np.asarray(family if family is not None else np.full(len(first), ""), dtype=str)
    families, outlet = np.unique(outlets[kept], return_inverse=True)
    n, names = len(kept), [str(s) for s in states]
    everything, ones = np.arange(n, dtype=np.int64), np.ones(n)

    def column(given: NDArray[np.floating] | None, otherwise: Floats) -> Floats:
        return otherwise if given is None else np.asarray(given, dtype=float)[kept]

    return ActTable(
        pairs=tuple((names[k // len(names)], names[k % len(names)]) for k in keys),
        kinds=kinds, families=tuple(str(f) for f in families), issues=(NO_ISSUE,),
        day=np.asarray(day, dtype=np.int64)[kept], kind=kind.astype(np.int64), words=np.zeros(n, dtype=bool),
        count=column(count, ones), score=column(score, np.full(n, np.nan)),
        row_act=everything, pair=pair.astype(np.int64), forward=forward, share=ones,
        report_act=everything, origin=everything, family=outlet.astype(np.int64), depth=ones, authority=ones,
        probability=column(probability, ones), part_act=everything, issue=np.zeros(n, dtype=np.int64),
        part=ones,
    )  # fmt: skip


def _merged(acts: Iterable[Act]) -> list[Act]:
    """Return each act that counts once, in an order of its own, with all its reports."""
    found: dict[str, list[Act]] = {}
    for act in acts:
        found.setdefault(act.id, []).append(act)
    merged = []
    for same in found.values():
        first = min(same, key=repr)
        reports = tuple(sorted({r for act in same for r in act.reports}, key=_report_order))
        for report in reports:
            if not (0 <= report.probability <= 1 and 0 <= report.authority <= 1):
                raise RelationsError(f"act {first.id}: probability and authority lie between 0 and 1")
        if first.happened and reports and first.directed_pairs:
            fields = {name: getattr(first, name) for name in Act.__slots__}
            merged.append(Act(**{**fields, "reports": reports}))
    return sorted(merged, key=lambda act: (act.day, act.id))


def _report_order(report: Report) -> tuple[str, ...]:
    day = report.day.isoformat() if report.day else "9999"
    return day, report.document, repr(report.span), repr(report)


def _issues(act: Act) -> list[tuple[str, float]]:
    shares = [(name, share) for name, share in sorted(act.issues) if share > 0]
    rest = 1.0 - sum(share for _, share in shares)
    if rest < -1e-9:
        raise RelationsError(f"act {act.id}: the shares of its issues are more than 1 in sum")
    return [*shares, (NO_ISSUE, rest)] if rest > 1e-12 else shares


def _origins(act: Act) -> list[tuple[int, Report]]:
    """Return the reports with the number of their origin, those of one origin together."""
    return sorted(zip(origins_of(act.reports), act.reports, strict=True), key=lambda pair: pair[0])


def _ordered(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)


def summed(places: NDArray[np.integer], values: Floats, size: int) -> Floats:
    """Return the sums (size,) of ``values`` that share a place."""
    return np.asarray(np.bincount(places, weights=values, minlength=size), dtype=np.float64)


def _ints(values: Iterable[int]) -> Ints:
    return np.fromiter(values, dtype=np.int64)


def _floats(values: Iterable[float]) -> Floats:
    return np.fromiter(values, dtype=np.float64)
