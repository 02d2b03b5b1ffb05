"""Paragraph by paragraph: points, then their parts, then ranges of them; at the end all are resolved."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial

from dragoman.extract.dates import bounds, points, relative
from dragoman.extract.dates.bounds import Time
from dragoman.extract.dates.calendar import UNKNOWN, Period
from dragoman.extract.dates.context import Context
from dragoman.extract.dates.lexicon import grammar
from dragoman.extract.dates.tense import ahead
from dragoman.extract.grammars import Line, Match, longest
from dragoman.records import Analysis, Article, DateMention, NameSpan, Word

_YEARLY = frozenset({"calendar_day", "calendar_days", "month", "months", "holiday"})
_NAMED_AFTER = frozenset({"month", "weekday", "dayword", "year", "holiday"})
_SLASHES = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/\d{4}(?![\d/])")


def find_dates(article: Article, analysis: Analysis) -> tuple[DateMention, ...]:
    """Return the times that an article names, in text order, none overlapping, as first and last days.

    An expression that names a time but cannot be placed is kept without either. Furniture is not read.
    """
    found: list[DateMention] = []
    words = {word.start: word for word in analysis.words}
    names = _longer_names(analysis)
    day_first = _day_first(article.text)
    for paragraph in article.paragraphs:
        if paragraph.kind == "furniture":
            continue
        line = grammar().line(article.text, paragraph.span, words)
        for time in _times(line, names):
            span = line.span(time.first, time.last)
            context = Context(article.published, _ahead(line, time, analysis), None, day_first)
            period = _placed(time, context)
            if period is not None:
                found.append(
                    DateMention(f"d{len(found) + 1}", period.start, period.end, span, period.approximate)
                )
    return tuple(found)


def _times(line: Line, names: dict[int, NameSpan]) -> Sequence[Time]:
    """Find the times of a paragraph, layer upon layer; those that need no context are tested at once."""
    candidates = []
    for match in grammar().matches(line, "points"):
        rule: points.Rule = getattr(points, match.pattern.rule, None) or getattr(relative, match.pattern.rule)
        if match.pattern.rule in _NAMED_AFTER and _in_a_name(match, names):
            continue
        resolved = partial(rule, match)
        if match.pattern.rule == "hence_if_ahead" or _placed_anywhere(resolved):
            dated = match.pattern.rule not in _YEARLY or "y" in match.pieces
            candidates.append((match.first, match.last, Time(match.first, match.last, resolved, dated)))
    times = [time for _, _, time in longest(candidates)]
    for layer in ("narrowed", "bounded"):
        times = _combined(line, times, layer)
    return times


def _placed_anywhere(resolved: Callable[[Context], Period | None]) -> bool:
    """Say whether an expression is a time at all: 31 February is not."""
    try:
        return resolved(Context(None)) is not None
    except (ValueError, OverflowError):
        return False


def _combined(line: Line, times: Sequence[Time], layer: str) -> list[Time]:
    """Put times together by a layer's patterns; those that no pattern takes stay as they are."""
    short, origins = grammar().collapsed(line, [(time.first, time.last) for time in times])
    by_first = {time.first: time for time in times}
    candidates = []
    for match in grammar().matches(short, layer):
        inner = {
            name: by_first[origins[first][0]]
            for name, (first, _) in match.pieces.items()
            if name in ("a", "b") and origins[first][0] in by_first
        }
        resolved = partial(getattr(bounds, match.pattern.rule), match, inner)
        first, last = origins[match.first][0], origins[match.last - 1][1]
        time = Time(first, last, resolved, all(one.dated for one in inner.values()))
        candidates.append((first, last, time))
    taken = [time for _, _, time in longest(candidates)]
    kept = [t for t in times if not any(o.first <= t.first and t.last <= o.last for o in taken)]
    return sorted((*taken, *kept), key=lambda time: time.first)


def _placed(time: Time, context: Context) -> Period | None:
    """Resolve a time; what lies beyond the calendar is a time that cannot be placed."""
    try:
        return time.resolved(context)
    except (ValueError, OverflowError):
        return UNKNOWN


def _ahead(line: Line, time: Time, analysis: Analysis) -> bool | None:
    words = [word.index for word in line.words[time.first : time.last] if word is not None]
    told = ahead(analysis, words[0], words[-1] + 1) if words else None
    if told is None and time.first and line.tokens[time.first - 1].low in grammar().values["onwards"]:
        return True
    return told


def _longer_names(analysis: Analysis) -> dict[int, NameSpan]:
    """Return for each word of a name of several words, or of a person's, the name."""
    return {
        index: name
        for name in analysis.names
        if name.last - name.first > 1 or name.label == "person"
        for index in range(name.first, name.last)
    }


def _in_a_name(match: Match, names: dict[int, NameSpan]) -> bool:
    """Say whether the time is only a piece of a name: "The Sunday Times", "Euro 2016", "Theresa May"."""
    words: list[Word] = [word for word in match.line.words[match.first : match.last] if word is not None]
    if not words or words[0].index not in names:
        return False
    name = names[words[0].index]
    return name.label == "person" or name.first < words[0].index or words[-1].index + 1 < name.last


def _day_first(text: str) -> bool | None:
    """Say whether the article writes the day first in 05/06/2015, by its dates with only one reading."""
    seen = {int(m[1]) > 12 for m in _SLASHES.finditer(text) if (int(m[1]) > 12) != (int(m[2]) > 12)}
    return seen.pop() if len(seen) == 1 else None
