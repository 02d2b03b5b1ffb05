"""Times told from the day of publication: rules as in ``points.py``.

Without a day of publication they are UNKNOWN: the text names a time that cannot be placed.
"""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.extract.dates.calendar import UNKNOWN, Period, around, month_of, months_of, moved, span_beside
from dragoman.extract.dates.context import Context, nearest
from dragoman.extract.dates.lexicon import grammar
from dragoman.extract.dates.points import day_period, explicit_year, month_number
from dragoman.extract.grammars import Match

_NEAR = 5
"""How far before "in two years" a word may stand that makes it a stretch of the past."""


def _which(match: Match) -> int:
    """Return -1 for "last", 0 for "this", 1 for "next"."""
    return int(grammar().values["which"][match.low("w") or ""])


def _unit(match: Match) -> str:
    """Return the plain name of the match's unit of time; hours and less are "hour"."""
    low = match.low("u") or ""
    return grammar().values["unit"].get(low) or ("hour" if low in grammar().values["hour"] else low)


def _amount(match: Match) -> float | None:
    """Return how many units: "a" is one; None where only an order is told ("hundreds of years")."""
    if "n" not in match.pieces:
        return float(match.pattern.constants.get("number", 1))
    number = match.number("n")
    if number is None:
        return 1.0
    return None if number.shape == "vague" else number.value


def dayword(match: Match, context: Context) -> Period | None:
    """Read "yesterday", "tomorrow night", "this morning"; not "USA Today"."""
    first = match.line.tokens[match.first]
    if first.upper and match.first and match.line.tokens[match.first - 1].upper:
        return None
    days = match.pattern.constants.get("days")
    if days is None:
        days = int(grammar().values["dayword"][match.low("a") or ""])
    return _day(context, timedelta(days=days))


def _day(context: Context, distance: timedelta) -> Period:
    if context.published is None:
        return UNKNOWN
    return Period(context.published + distance, context.published + distance)


def weekday(match: Match, context: Context) -> Period | None:
    """Read "on Monday" as the last, today included; as the next where the clause speaks of the future.

    "Last Monday" lies before today, "this Monday" in this week, "next Monday" in the next.
    """
    if context.published is None:
        return UNKNOWN
    number = int(grammar().values["weekday"][match.low("a") or ""])
    back = (context.published.weekday() - number) % 7
    if "w" in match.pieces:
        which = _which(match)
        if which < 0:
            return _day(context, timedelta(days=-(back or 7)))
        return _weekday_of(context.published, number, which)
    if context.ahead:
        return _day(context, timedelta(days=(7 - back) % 7))
    return _day(context, timedelta(days=-back))


def _weekday_of(published: date, number: int, weeks: int) -> Period:
    day = published + timedelta(days=number - published.weekday(), weeks=weeks)
    return Period(day, day)


def weekday_of_week(match: Match, context: Context) -> Period | None:
    """Read "Monday last week"."""
    if context.published is None:
        return UNKNOWN
    number = int(grammar().values["weekday"][match.low("a") or ""])
    return _weekday_of(context.published, number, _which(match))


def near_span(match: Match, context: Context) -> Period | None:
    """Read "last year", "this week", "the current month", "next weekend"."""
    if context.published is None:
        return UNKNOWN
    return span_beside(context.published, match.low("u") or "", _which(match))


def weekend(match: Match, context: Context) -> Period | None:
    """Read "over the weekend" as the last that had begun; as the next in the future tense."""
    if context.published is None:
        return UNKNOWN
    begun = context.published.weekday() >= 5
    return span_beside(context.published, "weekend", 0 if context.ahead or begun else -1)


def near_month(match: Match, context: Context) -> Period | None:
    """Read "last November" as over, "next May" as not begun, "this March" as of the year."""
    return _near_months(match, context, month_number(match), 1)


def near_season(match: Match, context: Context) -> Period | None:
    """Read "last summer", "this spring"; three months of the northern year, roughly."""
    found = _near_months(match, context, int(grammar().values["season"][match.low("s") or ""]), 3)
    return found if found is UNKNOWN else found._replace(approximate=True)


def _near_months(match: Match, context: Context, first: int, count: int) -> Period:
    if context.published is None:
        return UNKNOWN
    which = _which(match)
    if which == 0:
        return months_of(context.published.year, first, count)
    present = month_of(context.published.year, context.published.month)
    years = range(context.published.year - 2, context.published.year + 3)
    periods = [months_of(year, first, count) for year in years]
    if which < 0:
        return [p for p in periods if p.end and present.start and p.end < present.start][-1]
    return next(p for p in periods if p.start and present.end and p.start > present.end)


def running(match: Match, context: Context) -> Period | None:
    """Read "the past five years", "the next two months", up to or from the day of publication, roughly."""
    amount, unit = _amount(match), _unit(match)
    if amount is None or context.published is None:
        return UNKNOWN
    ahead = (match.low("w") or "") in ("next", "coming")
    if unit == "hour":
        unit, amount = "day", 1 if "hour" not in (match.low("u") or "") else max(1, -(-amount // 24))
    there = moved(context.published, unit, amount if ahead else -amount)
    return Period(min(there, context.published), max(there, context.published), True)


def ago(match: Match, context: Context) -> Period | None:
    """Read "three days ago" as a day, "two years ago" as a year."""
    return _away(match, context, -1)


def hence(match: Match, context: Context) -> Period | None:
    """Read "ten days from now", "in two weeks' time"."""
    return _away(match, context, 1)


def hence_if_ahead(match: Match, context: Context) -> Period | None:
    """Read "will be held in two years"; not "fell by half in two years", "the first talks in two years"."""
    before = match.line.tokens[max(0, match.first - _NEAR) : match.first]
    single = any(token.low in grammar().values["singular"] or token.low.endswith("est") for token in before)
    return _away(match, context, 1) if context.ahead and not single else None


def _away(match: Match, context: Context, direction: int) -> Period:
    amount, unit = _amount(match), _unit(match)
    if amount is None or context.published is None:
        return UNKNOWN
    if unit == "hour":
        days = -(-amount // 24) if "hour" in (match.low("u") or "") else 1
        return Period(moved(context.published, "day", -days), context.published, True)
    wide = "month" if amount % 1 and unit == "year" else unit
    found = around(moved(context.published, unit, direction * amount), wide)
    begins = match.line.tokens[match.first + (match.low("a") == "in")].low
    rough = begins in grammar().values["nearly"]
    return found._replace(approximate=True) if rough else found


def unknown(match: Match, context: Context) -> Period | None:
    """Read "the previous day", "two weeks earlier", which count from a time told elsewhere, as open."""
    return UNKNOWN


def holiday(match: Match, context: Context) -> Period | None:
    """A holiday with a fixed day, told by the pattern's constants."""
    month, day = match.pattern.constants["month"], match.pattern.constants["day"]
    if "w" in match.pieces and context.published is not None:
        ahead = {-1: False, 0: None, 1: True}[_which(match)]
        return nearest(lambda year: day_period(year, month, day), context.published, ahead)
    return explicit_year(match, context).near(lambda year: day_period(year, month, day))
