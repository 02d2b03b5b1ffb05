"""Figures of a text → intervals: "at least", "up to", "about", and the room that a round figure leaves."""

from __future__ import annotations

import math

from dragoman.ledgers.wording import words
from dragoman.records import Quantity
from dragoman.relations.disputes.claims import Amount

_COMPARED = ("money", "share", "count", "duration")


def amount_of(quantity: Quantity, text: str) -> Amount | None:
    """Return a figure as an interval; None for kinds that are not compared, and figures of nothing.

    A round figure stands for what rounds to it: 20 for 15 to 25, 36 for 36 alone.
    """
    if quantity.kind not in _COMPARED or not quantity.unit:
        return None
    told = " ".join(quantity.span.of(text).lower().split())
    before = " ".join(text[max(0, quantity.span.start - 24) : quantity.span.start].lower().split())
    low, high = quantity.value, quantity.upper if quantity.upper is not None else quantity.value
    room = max(_rounding(quantity.value), 0.0)
    low, high = low - room, high + room
    if _bounded(told, before, "around"):
        low, high = (
            min(low, quantity.value * (1 - words().room)),
            max(high, quantity.value * (1 + words().room)),
        )
    if _bounded(told, before, "low"):
        low, high = quantity.value, math.inf
    elif _bounded(told, before, "high"):
        low, high = 0.0, max(high, quantity.value)
    return Amount(quantity.kind, quantity.unit, max(low, 0.0), high, quantity.span.of(text))


def _rounding(value: float) -> float:
    """Return half a unit of the last digit that isn't 0, for figures of two digits and more."""
    if value != int(value) or value < 10 or value % 10:
        return 0.0
    unit = 10.0
    while value % (unit * 10) == 0:
        unit *= 10
    return unit / 2


def _bounded(told: str, before: str, name: str) -> bool:
    return any(
        told.startswith(f"{phrase} ") or told.endswith(f" {phrase}") or f" {before}".endswith(f" {phrase}")
        for phrase in words()[name]
    )
