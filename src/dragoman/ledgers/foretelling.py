"""One reading → its forecasts as the ledger takes them, and the acts by which others may have come true."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date, timedelta

from dragoman.ledgers.parties import Named
from dragoman.ledgers.reading_claims import ACT_SURE, Where
from dragoman.ledgers.wording import content_words, words
from dragoman.records import Event, Forecast, Quantity, Reading, Span
from dragoman.relations.acts import Report
from dragoman.relations.disputes.claims import Party
from dragoman.relations.predictions.forecasts import Foretold, Happening, Prediction
from dragoman.store.ids import SHOWN

_DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}


class Foreteller:
    """Reads the forecasts of one reading, and its acts."""

    def __init__(self, reading: Reading, where: Where) -> None:
        """Take a reading, and what the store knows of its document."""
        self._reading = reading
        self._where = where
        self._named = Named(reading, where.copy, where.family)
        self._statements = {one.id: one for one in reading.statements}
        self._days = {one.id: one for one in reading.dates}

    def predictions(self) -> Iterator[Prediction]:
        """Yield the forecasts in text order."""
        for number, forecast in enumerate(self._reading.forecasts, 1):
            yield self._prediction(number, forecast)

    def _prediction(self, number: int, forecast: Forecast) -> Prediction:
        text, span = self._reading.text, forecast.proposition
        statement = self._statements.get(forecast.statement or "")
        source = statement.source if statement else None
        own = source is not None and source.actor == forecast.claimant
        by = self._named.claimant(source if own else None)
        if forecast.claimant is not None and not own:
            by = self._named.of_actor(forecast.claimant)
        elif forecast.claimant is None and statement is None:
            by = self._named.article
        depth = 1 + (len(statement.via) + (1 if statement.parent else 0) if statement else 0)
        first, last = self._horizon(forecast)
        inside = [e for e in self._reading.events if span.contains(e.trigger)]
        acts = tuple(
            Foretold(e.type, self._named.party(e.actors), self._named.party(e.recipients)) for e in inside
        )
        report = self._report(by.key, depth, forecast.confidence, span)
        return Prediction(
            f"{self._reading.id[:SHOWN]}:f{number}", by, report,
            span.of(text), content_words(span.of(text)), forecast.polarity == "affirms",
            forecast.condition.of(text) if forecast.condition else None, self._phrase(forecast), first, last,
            self._about(span), acts,
        )  # fmt: skip

    def _phrase(self, forecast: Forecast) -> str | None:
        """Return the words that say how likely: the forecast's own, else a cue of doubt."""
        text = self._reading.text
        if forecast.probability is not None:
            return forecast.probability.of(text)
        statement = self._statements.get(forecast.statement or "")
        told = [word for cue in statement.cue for word in cue.of(text).lower().split()] if statement else []
        return next((word for word in told if word in words()["doubting"]), None)

    def _horizon(self, forecast: Forecast) -> tuple[date | None, date | None]:
        """Return the days by which: those of a date in the clause, or a span of time from publication."""
        one = self._days.get(forecast.horizon or "")
        if one is not None:
            return one.start, one.end
        published = self._reading.article.published
        for quantity in self._reading.quantities:
            near = forecast.proposition.contains(quantity.span) and quantity.kind == "duration"
            if near and published is not None and self._bounds(quantity):
                return published, after(published, quantity.upper or quantity.value, quantity.unit)
        return None, None

    def _bounds(self, quantity: Quantity) -> bool:
        before = self._reading.text[max(0, quantity.span.start - 20) : quantity.span.start].lower()
        told = f" {' '.join(before.split())}"
        return any(told.endswith(f" {phrase}") for phrase in words()["horizons"])

    def _about(self, span: Span) -> Party:
        """Return those whom a clause names."""
        named = (a for a in self._reading.actors if any(span.contains(m) for m in a.mentions))
        return self._named.party(actor.id for actor in named)

    def happenings(self) -> Iterator[Happening]:
        """Yield the acts that the article tells of; those without a day have that of publication."""
        for event in self._reading.events:
            found = self._happening(event) if event.confidence >= ACT_SURE else None
            if found is not None:
                yield found

    def _happening(self, event: Event) -> Happening | None:
        one = self._days.get(event.date or "")
        day = (one.end or one.start) if one else None
        day = day or self._reading.article.published
        if day is None:
            return None
        statement = self._statements.get(event.statement or "")
        by = self._named.claimant(statement.source) if statement else self._named.article
        return Happening(
            f"{self._reading.id[:SHOWN]}:{event.id}", event.type, self._named.party(event.actors),
            self._named.party(event.recipients), day, event.status,
            self._report(by.key, 1, event.confidence, event.span), event.span.of(self._reading.text),
        )  # fmt: skip

    def _report(self, root: str, depth: int, confidence: float, span: Span) -> Report:
        article, where = self._reading.article, self._where
        return Report(
            self._reading.id, article.publication, where.family, where.copy, article.published, root, depth,
            probability=confidence, span=span,
        )  # fmt: skip


def after(day: date, count: float, unit: str | None) -> date | None:
    """Return the day so many units after one; None for units that are no days, and past the calendar.

    >>> after(date(2015, 11, 24), 3, "month")
    datetime.date(2016, 2, 24)
    """
    if unit in _DAYS:
        return day + timedelta(days=round(count * _DAYS[unit]))
    if unit not in _MONTHS:
        return None
    months = day.month - 1 + round(count * _MONTHS[unit])
    year, month = day.year + months // 12, months % 12 + 1
    if year > date.max.year:
        return None
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
