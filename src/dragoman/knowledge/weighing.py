"""Weighing homonyms: how sure a surname is, given who bears it and who was in office on the date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from dragoman.knowledge.records import Tenure

# A surname alone, by how widely its bearer is known by it: 1 little, 2 well, 3 to every reader of the press.
_BY_PROMINENCE = {1: 0.34, 2: 0.62, 3: 0.82}
_IN_OFFICE = 0.12
# Figures of another time lose by it, the widely known (Kissinger) less.
_OUT_OF_TIME = {1: 0.5, 2: 0.5, 3: 0.8}
_FAR = timedelta(days=365 * 20)
_SOON = timedelta(days=365)


def standing(prominence: int, tenures: Sequence[Tenure], on: date | None) -> float:
    """Return how likely a bare surname means this person, others of that name set aside (0 to 1)."""
    weight = _BY_PROMINENCE[prominence]
    if on is None or not tenures:
        return weight
    if any(tenure.covers(on) for tenure in tenures):
        return weight + _IN_OFFICE
    if is_out_of_time(tenures, on):
        return weight * _OUT_OF_TIME[prominence]
    return weight


def is_out_of_time(tenures: Sequence[Tenure], on: date | None) -> bool:
    """Say whether all that is known of a person lies decades before a day, or well after it."""
    return on is not None and bool(tenures) and all(_far_from(tenure, on) for tenure in tenures)


def shared(weights: Iterable[float]) -> list[float]:
    """Return each weight times its share of them all, so that rivals for a surname weaken one another.

    Shares go by the weights' cubes: an unknown cousin takes little from a president.
    """
    known = list(weights)
    total = sum(weight**3 for weight in known)
    return [weight**4 / total for weight in known] if total else known


def _far_from(tenure: Tenure, on: date) -> bool:
    """Say whether a tenure ended decades before the day, or began well after it."""
    if tenure.end is not None and tenure.end < on - _FAR:
        return True
    return tenure.start is not None and tenure.start > on + _SOON
