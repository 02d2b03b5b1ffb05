"""Days, weeks, months and years as first and last days. Weeks begin on Monday (ISO 8601)."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple


class Period(NamedTuple):
    """First and last day, both included; None where that end is open or unknown."""

    start: date | None
    end: date | None
    approximate: bool = False


UNKNOWN = Period(None, None)
"""A time that the text names but that cannot be placed."""


def month_of(year: int, month: int) -> Period:
    """Return a month; ``month`` may lie outside 1 to 12 and then counts on into other years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return Period(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def months_of(year: int, first: int, count: int) -> Period:
    """Return ``count`` months from a month of a year on."""
    return Period(month_of(year, first).start, month_of(year, first + count - 1).end)


def year_of(year: int) -> Period:
    """Return a calendar year."""
    return Period(date(year, 1, 1), date(year, 12, 31))


def span_beside(day: date, unit: str, distance: int) -> Period:
    """Return the week, weekend, month, quarter, year or decade that lies ``distance`` from a day's own.

    The last weekend before a Sunday is the one that ended a week before it.
    """
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=distance)
    if unit == "week":
        return Period(monday, monday + timedelta(days=6))
    if unit == "weekend":
        return Period(monday + timedelta(days=5), monday + timedelta(days=6))
    if unit == "month":
        return month_of(day.year, day.month + distance)
    if unit == "quarter":
        return months_of(day.year, (day.month - 1) // 3 * 3 + 1 + 3 * distance, 3)
    if unit == "decade":
        first = day.year // 10 * 10 + 10 * distance
        return Period(date(first, 1, 1), date(first + 9, 12, 31))
    return year_of(day.year + distance)


def moved(day: date, unit: str, count: float) -> date:
    """Return the day so many units later (earlier if negative); the 31st gives way to a month's last day."""
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
    if unit in months:
        total = day.year * 12 + day.month - 1 + round(count * months[unit])
        year, month = divmod(total, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    days = {"week": 7, "fortnight": 14}.get(unit, 1)
    return day + timedelta(days=round(count * days))


def around(day: date, unit: str) -> Period:
    """Return the span that "three weeks ago" or "in two months" means: as wide as its unit."""
    if unit == "day":
        return Period(day, day)
    wide = {"fortnight": "week", "quarter": "month", "decade": "year", "century": "decade"}.get(unit, unit)
    return span_beside(day, wide, 0)._replace(approximate=True)


def part_of(whole: Period, part: str) -> Period:
    """Return the first, middle or last third of a period ("early", "mid", "late"); a day is left whole."""
    if whole.start is None or whole.end is None:
        return UNKNOWN
    days = (whole.end - whole.start).days + 1
    if days < 3:
        return whole
    if days in (365, 366) and whole.start.month == 1:
        return months_of(whole.start.year, {"early": 1, "mid": 5, "late": 9}[part], 4)._replace(
            approximate=True
        )
    if days > 3650 and whole.start.month == 1:
        first, count = {"early": (0, 4), "mid": (4, 3), "late": (7, 3)}[part]
        return months_of(whole.start.year + first, 1, 12 * count)._replace(approximate=True)
    third = timedelta(days=days // 3)
    start, end = {
        "early": (whole.start, whole.start + third - timedelta(days=1)),
        "mid": (whole.start + third, whole.start + 2 * third - timedelta(days=1)),
        "late": (whole.start + 2 * third, whole.end),
    }[part]
    return Period(start, end, True)
