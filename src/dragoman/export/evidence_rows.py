"""One document → a row for each span that one of its findings rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.export.gathering import Document
from dragoman.export.identity import finding_id, numbered
from dragoman.export.tables import Row
from dragoman.records import Agreement, Event, Forecast, Position, Reading, Span, Statement

Parts = dict[str, Iterable[Span | None]]


def evidence(document: Document) -> Iterator[tuple[str, Row]]:
    """Yield the evidence's rows, finding by finding in the reading's order; each quote is what it spans."""
    text = document.reading.text
    for finding, parts in _findings(document.reading, document.id):
        for part, spans in parts.items():
            there = (span for span in spans if span is not None)
            for number, span in enumerate(there, 1):
                yield "evidence", {
                    "finding_id": finding, "part": part, "number": number, "doc_id": document.id,
                    "start": span.start, "end": span.end, "quote": span.of(text),
                }  # fmt: skip


def _findings(reading: Reading, doc_id: str) -> Iterator[tuple[str, Parts]]:
    for actor in reading.actors:
        yield finding_id(doc_id, actor.id), {"mention": actor.mentions}
    for statement in reading.statements:
        yield finding_id(doc_id, statement.id), _statement(statement)
    for event in reading.events:
        yield finding_id(doc_id, event.id), _event(event)
    for agreement in reading.agreements:
        yield finding_id(doc_id, agreement.id), _agreement(agreement)
    for number, membership in enumerate(reading.memberships, 1):
        yield numbered(doc_id, "m", number), {"evidence": [membership.span]}
    for number, position in enumerate(reading.positions, 1):
        yield numbered(doc_id, "p", number), _position(position)
    for number, forecast in enumerate(reading.forecasts, 1):
        yield numbered(doc_id, "f", number), _forecast(forecast)
    for figure in reading.quantities:
        yield finding_id(doc_id, figure.id), {"evidence": [figure.span]}
    for day in reading.dates:
        yield finding_id(doc_id, day.id), {"evidence": [day.span]}


def _statement(statement: Statement) -> Parts:
    source = [statement.source.span] if statement.source else []
    via = [link.span for link in statement.via]
    return {"source": source, "via": via, "cue": statement.cue, "content": statement.content}


def _event(event: Event) -> Parts:
    place = event.place.span if event.place else None
    return {"trigger": [event.trigger], "clause": [event.span], "mention": event.mentions, "place": [place]}


def _agreement(agreement: Agreement) -> Parts:
    return {
        "mention": agreement.mentions,
        "subject": agreement.subject,
        "purpose": agreement.purpose,
        "open_point": agreement.open_points,
    }


def _position(position: Position) -> Parts:
    return {"evidence": [position.span], "condition": [position.condition]}


def _forecast(forecast: Forecast) -> Parts:
    return {
        "proposition": [forecast.proposition],
        "condition": [forecast.condition],
        "probability": [forecast.probability],
    }
