"""What a reading found besides statements, as lines that the terminal and the page both show."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from dragoman.records import (
    Agreement,
    DateMention,
    Event,
    Forecast,
    Membership,
    Position,
    Quantity,
    Reading,
    Span,
)
from dragoman.show.plain import one_line

UNSURE = 0.6
"""Below this confidence a finding says so."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: ``label`` says what it is, ``who`` whom it is about, ``words`` the evidence.

    ``said`` is the statement it stands in, and ``source`` who says so there; both None where the article
    speaks itself. ``id`` is unique in its reading.
    """

    id: str
    label: str
    who: str
    words: str
    notes: tuple[str, ...]
    span: Span
    said: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """All findings of one kind, in text order.

    ``brief`` ones (figures, dates) fit on a line together; ``marked`` ones are marked in the text.
    """

    title: str
    findings: tuple[Finding, ...]
    brief: bool = False
    marked: bool = False


def sections(reading: Reading, grouped: bool = True) -> list[Section]:
    """Return the kinds of findings that a reading has any of.

    ``grouped`` puts the members together that one list of the text names.
    """
    kinds: list[tuple[str, Sequence[object], Callable[[Reading, int, object], Finding], bool]] = [
        ("What happened", reading.events, _event, False),
        ("What was agreed", reading.agreements, _agreement, False),
        ("Who belongs to what", _lists(reading.memberships, grouped), _membership, False),
        ("Who stands where", reading.positions, _position, False),
        ("What is predicted", reading.forecasts, _forecast, False),
        ("Figures", reading.quantities, _quantity, True),
        ("Dates", reading.dates, _date, True),
    ]
    return [
        Section(
            title,
            tuple(make(reading, n, record) for n, record in enumerate(found, 1)),
            brief,
            found is reading.events,
        )
        for title, found, make, brief in kinds
        if found
    ]


def _names(reading: Reading, identifiers: Iterable[str]) -> str:
    return ", ".join(one_line(reading.actor(identifier).name) for identifier in identifiers)


def _source(reading: Reading, said: str | None) -> str | None:
    statement = next((s for s in reading.statements if s.id == said), None)
    if statement is None:
        return None
    return one_line(reading.actor(statement.source.actor).name) if statement.source else "no source named"


def _words(reading: Reading, spans: Iterable[Span]) -> str:
    return " … ".join(one_line(span.of(reading.text)) for span in spans)


def _unsure(confidence: float) -> tuple[str, ...]:
    return (f"unsure {confidence:.2f}",) if confidence < UNSURE else ()


def _event(reading: Reading, number: int, event: object) -> Finding:
    assert isinstance(event, Event)
    acting, acted_on = _names(reading, event.actors), _names(reading, event.recipients)
    who = f"{acting or 'somebody'} → {acted_on}" if acted_on else acting or "somebody"
    notes: list[str] = [event.status] if event.status != "done" else []
    notes += [_told(reading, day) for day in reading.dates if day.id == event.date]
    notes += [one_line(event.place.name)] if event.place else []
    notes += [one_line(q.span.of(reading.text)) for q in reading.quantities if q.id in event.quantities]
    notes += [f"told {len(event.mentions) + 1} times"] if event.mentions else []
    label = f"{event.type} {event.mode}" if event.mode else event.type
    return Finding(
        event.id, label, who, _words(reading, [event.trigger]), (*notes, *_unsure(event.confidence)),
        event.trigger, event.statement, _source(reading, event.statement),
    )  # fmt: skip


def _agreement(reading: Reading, number: int, agreement: object) -> Finding:
    assert isinstance(agreement, Agreement)
    notes: list[str] = [agreement.status]
    notes += [one_line(q.span.of(reading.text)) for q in reading.quantities if q.id == agreement.amount]
    notes += [f"for: {_words(reading, [span])}" for span in agreement.purpose]
    notes += [f"open: {_words(reading, [span])}" for span in agreement.open_points]
    return Finding(
        agreement.id, agreement.instrument or "agreement", _names(reading, agreement.parties),
        _words(reading, agreement.subject) or _words(reading, agreement.mentions[:1]),
        (*notes, *_unsure(agreement.confidence)), agreement.mentions[0], agreement.statement,
        _source(reading, agreement.statement),
    )  # fmt: skip


def _lists(memberships: Sequence[Membership], grouped: bool) -> list[tuple[Membership, ...]]:
    """Put those together that one list of the text gives: the same organization, role and evidence."""
    if not grouped:
        return [(one,) for one in memberships]
    alike = itertools.groupby(memberships, key=lambda m: (m.organization, m.role, m.span))
    return [tuple(several) for _, several in alike]


def _membership(reading: Reading, number: int, several: object) -> Finding:
    assert isinstance(several, tuple)
    first: Membership = several[0]
    members = _names(reading, [one.member for one in several])
    role: str = "former member" if first.role == "former" else first.role
    role = role if len(several) == 1 else f"{role}s"
    return Finding(
        f"m{number}", role, f"{_names(reading, [first.organization])}: {members}",
        _words(reading, [first.span]), _unsure(min(one.confidence for one in several)), first.span,
        first.statement, _source(reading, first.statement),
    )  # fmt: skip


def _position(reading: Reading, number: int, position: object) -> Finding:
    assert isinstance(position, Position)
    notes: list[str] = [position.firmness] if position.firmness != "plain" else []
    notes += [f"condition: {_words(reading, [position.condition])}"] if position.condition else []
    who = f"{_names(reading, [position.actor])}: {one_line(position.proposition)}"
    return Finding(
        f"p{number}", position.stance, who, _words(reading, [position.span]),
        (*notes, *_unsure(position.confidence)), position.span, position.statement,
        _source(reading, position.statement),
    )  # fmt: skip


def _forecast(reading: Reading, number: int, forecast: object) -> Finding:
    assert isinstance(forecast, Forecast)
    notes = [_words(reading, [forecast.probability])] if forecast.probability else []
    notes += [f"condition: {_words(reading, [forecast.condition])}"] if forecast.condition else []
    notes += [f"by {_told(reading, day)}" for day in reading.dates if day.id == forecast.horizon]
    who = _names(reading, [forecast.claimant]) if forecast.claimant else "the article"
    label = "does not expect" if forecast.polarity == "rejects" else "predicts"
    return Finding(
        f"f{number}", label, who, _words(reading, [forecast.proposition]),
        (*notes, *_unsure(forecast.confidence)), forecast.proposition, forecast.statement, None,
    )  # fmt: skip


def _quantity(reading: Reading, number: int, quantity: object) -> Finding:
    assert isinstance(quantity, Quantity)
    value = f"{quantity.value:,.10g}" + (f" to {quantity.upper:,.10g}" if quantity.upper is not None else "")
    about = "about " if quantity.approximate else ""
    label = f"{about}{value} {quantity.unit}" if quantity.unit else f"{about}{value}"
    return Finding(quantity.id, label, quantity.kind, _words(reading, [quantity.span]), (), quantity.span)


def _date(reading: Reading, number: int, day: object) -> Finding:
    assert isinstance(day, DateMention)
    return Finding(day.id, _when(day), "", _words(reading, [day.span]), (), day.span)


def _told(reading: Reading, day: DateMention) -> str:
    """Return a date as it is resolved, else in the words of the text."""
    return _when(day) if day.start or day.end else one_line(day.span.of(reading.text))


def _when(day: DateMention) -> str:
    """Return a date as the day, or its first and last day; an open end is a question mark."""
    about = "about " if day.approximate else ""
    first, last = (end.isoformat() if end else "?" for end in (day.start, day.end))
    return about + (first if first == last else f"{first} to {last}") if (day.start or day.end) else "unknown"
