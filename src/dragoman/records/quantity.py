"""Figures and times that an article gives: money, shares, counts, durations; days, months, ranges."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dragoman.records.span import Span

QuantityKind = Literal["money", "share", "count", "ordinal", "duration", "factor"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure. ``value`` is in ``unit``: an ISO 4217 currency, "percent", a noun's lemma, "day", …

    A share of a third is 33.33… percent; "doubled" is a factor of 2. ``upper`` is the upper end of a
    range ("between 20 and 30"), None for a single figure.
    """

    id: str
    kind: QuantityKind
    value: float
    unit: str | None
    approximate: bool
    span: Span
    upper: float | None = None


@dataclass(frozen=True, slots=True)
class DateMention:
    """A time that the text names, first and last day included; None where that end is open or unknown."""

    id: str
    start: date | None
    end: date | None
    span: Span
    approximate: bool = False
