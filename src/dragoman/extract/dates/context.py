"""What a time expression is resolved by: the day of publication, the tense, a year named beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.extract.dates.calendar import UNKNOWN, Period

_NEWS_LOOKS_BACK = 4
"""A day to come counts as so many past ones, where the tense does not tell which is meant."""


@dataclass(frozen=True, slots=True)
class Context:
    """``ahead`` says whether the clause speaks of the future, None where its tense does not tell.

    ``day_first`` is whether the article writes 05/06 with the day first, None where it does not show.
    """

    published: date | None
    ahead: bool | None = None
    year: int | None = None
    day_first: bool | None = None

    def near(self, of_year: Callable[[int], Period | None]) -> Period | None:
        """Return the yearly period that is meant: by the year, else the last, next or nearest one.

        ``of_year`` returns the period of a year, None where it has none (29 February).
        """
        if self.year is not None:
            return of_year(self.year)
        if self.published is None:
            return UNKNOWN
        return nearest(of_year, self.published, self.ahead)


def nearest(of_year: Callable[[int], Period | None], day: date, ahead: bool | None) -> Period | None:
    """Return of the years around a day's the period behind it, before it, or least far from it."""
    around = (of_year(day.year + distance) for distance in (-4, -3, -2, -1, 0, 1, 2, 3, 4))
    periods = [period for period in around if period is not None]
    weight = 1
    if ahead is False:
        periods = [p for p in periods if p.start is not None and p.start <= day]
    elif ahead:
        periods = [p for p in periods if p.end is not None and p.end >= day]
    else:
        weight = _NEWS_LOOKS_BACK
    return min(periods, key=lambda p: _distance(p, day, weight), default=None)


def _distance(period: Period, day: date, weight: int) -> timedelta:
    if period.start is None or period.end is None:
        return timedelta.max
    return max(weight * (period.start - day), day - period.end, timedelta())
