"""Times made of other times: parts of them, from one to another, since one, until one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from dragoman.extract.dates.calendar import UNKNOWN, Period, part_of, span_beside
from dragoman.extract.dates.context import Context
from dragoman.extract.dates.lexicon import grammar
from dragoman.extract.grammars import Match

_WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression over tokens ``[first, last)``, still to be resolved.

    ``dated`` says whether it names its year or counts from today, rather than leaving the year open.
    """

    first: int
    last: int
    resolved: Callable[[Context], Period | None]
    dated: bool


Inner = Mapping[str, Time]
"""The times that the named pieces of a match are."""


def same(match: Match, inner: Inner, context: Context) -> Period | None:
    """Read "throughout 2015"."""
    return inner["a"].resolved(context)


def part(match: Match, inner: Inner, context: Context) -> Period | None:
    """Read "early March", "the end of last year", "earlier this month" (up to now), "later today"."""
    found = inner["a"].resolved(context)
    if found is None or found.start is None or found.end is None:
        return found
    name = match.low("p") or ""
    if name not in ("earlier", "later"):
        return part_of(found, grammar().values["part"].get(name) or grammar().values["edge"][name])
    if context.published is None or not found.start <= context.published <= found.end:
        return found
    if name == "earlier":
        return Period(found.start, context.published, found.start < context.published)
    return Period(context.published, found.end, found.end > context.published)


def edge_of_present(match: Match, inner: Inner, context: Context) -> Period | None:
    """Read "the end of the year"."""
    if context.published is None:
        return UNKNOWN
    whole = span_beside(context.published, match.low("u") or "", 0)
    return part_of(whole, grammar().values["edge"][match.low("p") or ""])


def between(match: Match, inner: Inner, context: Context) -> Period | None:
    """Read "from 2011 to 2013": both included; an end without a year takes that of the other."""
    low, high = inner["a"], inner["b"]
    start = end = None
    if high.dated and not low.dated:
        end = high.resolved(context)
        start = low.resolved(_in_year(context, end))
        if start and end and start.start and end.end and start.start > end.end:
            start = low.resolved(replace(context, year=end.end.year - 1))
    else:
        start = low.resolved(context)
        end = high.resolved(context if high.dated else _in_year(context, start))
        if start and end and start.start and end.end and start.start > end.end and not high.dated:
            end = high.resolved(replace(context, year=start.start.year + 1))
    if start is None or end is None:
        return None
    if start.start is None or end.end is None:
        return UNKNOWN
    first, last = start.start, end.end
    if last < first < last + _WEEK:  # two weekdays of different weeks
        first, last = (first, last + _WEEK) if context.ahead else (first - _WEEK, last)
    return Period(first, last, start.approximate or end.approximate) if first <= last else None


def _in_year(context: Context, known: Period | None) -> Context:
    day = known.start if known else None
    return replace(context, year=day.year) if day else context


def since(match: Match, inner: Inner, context: Context) -> Period | None:
    """Read "since 2011", whose end is open."""
    found = inner["a"].resolved(context)
    return found and Period(found.start, None, found.approximate)


def until(match: Match, inner: Inner, context: Context) -> Period | None:
    """Read "until Friday", "by the end of the year": open at first, its last day included, mostly ahead."""
    found = inner["a"].resolved(replace(context, ahead=context.ahead is not False))
    return found and Period(None, found.end, found.approximate)


def before(match: Match, inner: Inner, context: Context) -> Period | None:
    """Read "before 2014", up to the last day of 2013; "before the end of the year" ends with the year."""
    found = inner["a"].resolved(context)
    if found is not None and found.approximate:
        return Period(None, found.end, True)
    return found and Period(None, found.start and found.start - timedelta(days=1), found.approximate)


def after(match: Match, inner: Inner, context: Context) -> Period | None:
    """Read "after 2014", from the first day of 2015 on."""
    found = inner["a"].resolved(context)
    return found and Period(found.end and found.end + timedelta(days=1), None, found.approximate)
