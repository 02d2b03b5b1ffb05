"""The ways in which the press writes a full date. A date without a year, or in doubt, is no date."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"), ("february", "feb"), ("march", "mar"), ("april", "apr"), ("may",),
            ("june", "jun"), ("july", "jul"), ("august", "aug"), ("september", "sept", "sep"),
            ("october", "oct"), ("november", "nov"), ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}  # fmt: skip
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:18|19|20)\d{2})"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{_YEAR}[-/](?P<month>\d{{1,2}})[-/](?P<day>\d{{1,2}})(?!\d)",
        rf"\b{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}\b",
        rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}\b",
        rf"\b(?P<day>\d{{1,2}})-{_MONTH}-{_YEAR}\b",
        rf"\b(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.{_YEAR}\b",
    )
)
_SLASHES = re.compile(rf"\b(?P<one>\d{{1,2}})/(?P<two>\d{{1,2}})/{_YEAR}\b")


def find_date(text: str) -> tuple[date, int, int] | None:
    """Return the first full date in ``text`` with its start and end, None where there is none.

    >>> find_date("Published on Tuesday, 24 November 2015 at 14:30")
    (datetime.date(2015, 11, 24), 22, 38)
    """
    found = [match for form in _FORMS if (match := form.search(text))]
    for match in sorted(found, key=lambda m: m.start()):
        month = match["month"].lower()
        day = _calendar_day(match["year"], str(_MONTHS.get(month, month)), match["day"])
        if day:
            return day, match.start(), match.end()
    return _with_slashes(text)


def parse_date(text: str) -> date | None:
    """Return the date that ``text`` gives, None where it gives none, or gives one in doubt."""
    found = find_date(text[:200])
    return found[0] if found else None


def _with_slashes(text: str) -> tuple[date, int, int] | None:
    """Read 24/11/2015 and 11/24/2015; 4/5/2015 is April or May, so it is no date."""
    match = _SLASHES.search(text)
    if not match:
        return None
    one, two = int(match["one"]), int(match["two"])
    if one <= 12 and two <= 12 and one != two:
        return None
    month, day = (one, two) if one <= 12 else (two, one)
    found = _calendar_day(match["year"], str(month), str(day))
    return (found, match.start(), match.end()) if found else None


def _calendar_day(year: str, month: str, day: str) -> date | None:
    """Return the day of the calendar, None where there is no such day."""
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
