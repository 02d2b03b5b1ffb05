"""Absolute times: what each rule named in ``patterns.yaml`` makes of a match.

A rule returns the period, UNKNOWN for a time that cannot be placed, None where it is no time at all.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from unicodedata import category

from dragoman.extract.dates.calendar import UNKNOWN, Period, month_of, months_of, span_beside, year_of
from dragoman.extract.dates.context import Context
from dragoman.extract.dates.lexicon import grammar
from dragoman.extract.grammars import Match

Rule = Callable[[Match, Context], Period | None]

_STRONG = frozenset({"in", "since", "until", "till", "before", "after", "circa", "year"})
"""Behind other words a number below 1600 is rather a number."""


def day_period(year: int, month: int, day: int) -> Period | None:
    """Return one day, None where the calendar has no such day."""
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return Period(found, found)


def whole(match: Match, name: str) -> int:
    """Return the whole number that a piece of the match is (it must be there)."""
    number = match.number(name)
    assert number is not None
    return int(number.value)


def month_number(match: Match, name: str = "m") -> int:
    """Return the number of the month that a piece names."""
    return int(grammar().values["month"][match.low(name) or ""])


def explicit_year(match: Match, context: Context) -> Context:
    """Return the context with the year that the match itself names, if it does."""
    if "y" not in match.pieces:
        return context
    return Context(context.published, context.ahead, whole(match, "y"), context.day_first)


def calendar_day(match: Match, context: Context) -> Period | None:
    """Read "Nov. 23, 2015", "23 November"."""
    month, day = month_number(match), whole(match, "d")
    return explicit_year(match, context).near(lambda year: day_period(year, month, day))


def calendar_days(match: Match, context: Context) -> Period | None:
    """Read "Nov. 23-25"."""
    month, first, last = month_number(match), whole(match, "d"), whole(match, "e")

    def of_year(year: int) -> Period | None:
        start, end = day_period(year, month, first), day_period(year, month, last)
        return Period(start.start, end.end) if start and end and first < last else None

    return explicit_year(match, context).near(of_year)


def numeric_day(match: Match, context: Context) -> Period | None:
    """Read "2015-11-23"."""
    return day_period(whole(match, "y"), whole(match, "m"), whole(match, "d"))


def slashed(match: Match, context: Context) -> Period | None:
    """Read "23.11.2015", "11/23/2015", "2014/15"; of two orders that fit, the article's own, else both."""
    low = match.low("a") or ""
    parts = [int(part) for part in low.replace(".", "/").split("/")]
    if len(low.split("/")[0]) == 4:
        if len(parts) == 3:
            return day_period(*parts)
        return _season_years(parts[0], parts[1])
    if len(parts) != 3 or parts[2] < 100:
        return None
    one, other, year = parts
    by_day, by_month = day_period(year, other, one), day_period(year, one, other)
    if "." in low:
        return by_day
    if not (by_day and by_month) or context.day_first is not None:
        return by_day if by_month is None or (by_day and context.day_first) else by_month
    days = [period.start for period in (by_day, by_month) if period.start]
    return Period(min(days), max(days), min(days) != max(days))


def _season_years(year: int, short: int) -> Period | None:
    if (year + 1) % 100 != short:
        return None
    return Period(date(year, 1, 1), date(year + 1, 12, 31))


def month(match: Match, context: Context) -> Period | None:
    """Read "November 2015", "November"."""
    number = month_number(match)
    return explicit_year(match, context).near(lambda year: month_of(year, number))


def months(match: Match, context: Context) -> Period | None:
    """Read "November and December 2014", "January to March"; the last lies in a named year."""
    first, last = month_number(match), month_number(match, "n")
    count = (last - first) % 12 + 1
    back = 1 if last < first else 0
    return explicit_year(match, context).near(lambda year: months_of(year - back, first, count))


def year(match: Match, context: Context) -> Period | None:
    """Read "2015", unless it counts the noun behind it or stands where an old year does not."""
    value, place = whole(match, "y"), match.pieces["y"][0]
    before = match.line.tokens[place - 1].low if place else ""
    money = before != "" and category(before[-1]) == "Sc"  # "HK$1950"
    if money or (value < 1600 and before not in _STRONG):
        return None
    return None if _counts(match, place, before) else year_of(value)


def _counts(match: Match, place: int, before: str) -> bool:
    """Say whether the tree makes the number count the plural behind it: "2000 armed men"."""
    word = match.line.words[place]
    if word is None or before in grammar().values["determiner"]:
        return False
    following = next((w for w in match.line.words[place + 1 : place + 5] if w and w.index == word.head), None)
    if not word.deprel.startswith("nummod") or following is None:
        return False
    return following.upos == "NOUN" and following.text.lower() != following.lemma.lower()


def years(match: Match, context: Context) -> Period | None:
    """Read "2011-13", "2011-2013"; not "2011-09", which might be a month."""
    first = whole(match, "y")
    last = whole(match, "z") if "z" in match.pieces else first // 100 * 100 + whole(match, "e")
    return Period(date(first, 1, 1), date(last, 12, 31)) if first < last else None


def decade(match: Match, context: Context) -> Period | None:
    """Read "the 1990s", "the '90s"; not "his 60s", an age."""
    low = match.low("a") or ""
    digits = low.strip("'s")
    if len(digits) == 2 and not low.startswith("'") and match.line.tokens[match.first].low != "the":
        return None
    first = int(digits) if len(digits) == 4 else 1900 + int(digits)
    return Period(date(first, 1, 1), date(first + 9, 12, 31)) if first % 10 == 0 else None


def century(match: Match, context: Context) -> Period | None:
    """Read "the 19th century" as 1801 to 1900."""
    number = whole(match, "o")
    return Period(date(100 * number - 99, 1, 1), date(100 * number, 12, 31)) if 0 < number < 100 else None


def quarter(match: Match, context: Context) -> Period | None:
    """Read "the first quarter of 2016", "the second half of last year", "Q1 2016"."""
    values, half = grammar().values, "h" in match.pieces or "g" in match.pieces
    if "o" in match.pieces:
        number = whole(match, "o")
    else:
        number = int(values["quarter"].get(match.low("q") or "") or values["half"][match.low("g") or ""])
    if number > (2 if half else 4):
        return None
    length = 6 if half else 3
    if "y" in match.pieces:
        named: int | None = whole(match, "y")
    else:
        named = _near_year(match, context)
    return months_of(named, (number - 1) * length + 1, length) if named else UNKNOWN


def _near_year(match: Match, context: Context) -> int | None:
    """Return the year that "last year" or "the year" is."""
    if context.published is None:
        return None
    found = span_beside(
        context.published, "year", int(grammar().values["which"].get(match.low("w") or "", "0"))
    )
    return found.start.year if found.start else None


def month_of_near_year(match: Match, context: Context) -> Period | None:
    """Read "November last year"."""
    named = _near_year(match, context)
    return month_of(named, month_number(match)) if named else UNKNOWN


def day_of_near_year(match: Match, context: Context) -> Period | None:
    """Read "November 23 last year"."""
    named = _near_year(match, context)
    return day_period(named, month_number(match), whole(match, "d")) if named else UNKNOWN


def season(match: Match, context: Context) -> Period | None:
    """Read "the summer of 2014" as three months of the northern year, roughly."""
    first = int(grammar().values["season"][match.low("s") or ""])
    return months_of(whole(match, "y"), first, 3)._replace(approximate=True)
