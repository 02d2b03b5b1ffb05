"""One document → its rows in every table. The columns and their meanings stand in ``data/tables.yaml``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from dragoman.export.evidence_rows import evidence
from dragoman.export.gathering import Document
from dragoman.export.identity import actor_key, finding_id, numbered
from dragoman.export.tables import Row
from dragoman.knowledge.codebook import codebook
from dragoman.knowledge.states import state_codes
from dragoman.records import (
    Actor,
    Agreement,
    Event,
    Forecast,
    Membership,
    Position,
    Reading,
    Span,
    Statement,
    hull,
)


def rows_of(document: Document) -> Iterator[tuple[str, Row]]:
    """Yield every row of a document with the name of its table, a table's rows in the reading's order."""
    reading, doc_id = document.reading, document.id
    names = _Names(document)
    yield "documents", _document(document)
    for number, copy in enumerate(document.copies, 1):
        yield "copies", {
            "doc_id": doc_id, "number": number, "title": copy.title, "publication": copy.publication,
            "author": copy.author, "published": iso(copy.published), "url": copy.url, "origin": copy.origin,
        }  # fmt: skip
    for actor in reading.actors:
        yield "actors", names.row(actor)
    for statement in reading.statements:
        yield "statements", _statement(names, statement)
        yield from _statement_actors(names, statement)
    for event in reading.events:
        yield "events", _event(names, event)
        yield from _event_actors(names, event)
    for agreement in reading.agreements:
        yield "agreements", _agreement(names, agreement)
        for number, party in enumerate(agreement.parties, 1):
            ids = {"agreement_id": names.id(agreement.id), "number": number, "actor_id": names.id(party)}
            yield "agreement_parties", {**ids, "actor_key": names.key(party), "name": names.name(party)}
    for number, membership in enumerate(reading.memberships, 1):
        yield "memberships", _membership(names, number, membership)
    for number, position in enumerate(reading.positions, 1):
        yield "positions", _position(names, number, position)
    for number, forecast in enumerate(reading.forecasts, 1):
        yield "forecasts", _forecast(names, number, forecast)
    yield from _figures(names)
    yield from evidence(document)


class _Names:
    """A document's ids, names and words, asked for by local ids and spans."""

    def __init__(self, document: Document) -> None:
        self.reading = document.reading
        self.doc_id = document.id
        self.dates = {day.id: day for day in document.reading.dates}

    def id(self, local: str | None) -> str | None:
        return None if local is None else finding_id(self.doc_id, local)

    def ids(self, local: Iterable[str]) -> str | None:
        return joined(finding_id(self.doc_id, one) for one in local)

    def key(self, local: str | None) -> str | None:
        return None if local is None else actor_key(self.doc_id, self.reading.actor(local))

    def name(self, local: str | None) -> str | None:
        return None if local is None else self.reading.actor(local).name

    def words(self, *spans: Span | None) -> str | None:
        return " … ".join(span.of(self.reading.text) for span in spans if span is not None) or None

    def row(self, actor: Actor) -> Row:
        codes = state_codes(actor.state, self.reading.article.published) if actor.state else None
        return {
            "actor_id": self.id(actor.id), "doc_id": self.doc_id, "actor_key": self.key(actor.id),
            "name": actor.name, "kind": actor.kind, "state": actor.state, "cow": codes.cow if codes else None,
            "gw": codes.gw if codes else None, "sector": actor.sector, "role": actor.role, "ref": actor.ref,
            "link_confidence": actor.link_confidence, "anonymous": actor.anonymous,
            "aliases": joined(actor.aliases), "members": self.ids(actor.members),
            "mentions": len(actor.mentions),
        }  # fmt: skip


def iso(day: date | None) -> str | None:
    """Return a day as ``YYYY-MM-DD``."""
    return day.isoformat() if day else None


def joined(values: Iterable[str]) -> str | None:
    """Return several values in one cell, None for none."""
    return "; ".join(values) or None


def _document(document: Document) -> Row:
    reading, article = document.reading, document.reading.article
    return {
        "doc_id": document.id, "text": reading.text, "sha256": reading.id, "title": article.title,
        "publication": article.publication, "author": article.author, "published": iso(article.published),
        "language": article.language, "url": article.url, "origin": article.origin,
        "copies": len(document.copies), "dragoman": reading.versions.dragoman,
        "model": reading.versions.model, "knowledge": reading.versions.knowledge,
    }  # fmt: skip


def _statement(names: _Names, statement: Statement) -> Row:
    source = statement.source
    place = hull(statement.content)
    return {
        "statement_id": names.id(statement.id), "doc_id": names.doc_id,
        "source_id": names.id(source.actor if source else None),
        "source_key": names.key(source.actor if source else None),
        "source_name": names.name(source.actor if source else None),
        "source_text": names.words(source.span if source else None),
        "via": joined(names.reading.actor(link.actor).name for link in statement.via),
        "cue": names.words(*statement.cue), "content": names.words(*statement.content),
        "form": statement.form, "force": statement.force, "polarity": statement.polarity,
        "issues": joined(statement.issues), "parent_id": names.id(statement.parent),
        "start": place.start, "end": place.end, "confidence": statement.confidence,
    }  # fmt: skip


def _statement_actors(names: _Names, statement: Statement) -> Iterator[tuple[str, Row]]:
    parts = {
        "source": [statement.source.actor] if statement.source else [],
        "via": [link.actor for link in statement.via],
        "about": list(statement.about),
    }
    for part, actors in parts.items():
        for number, actor in enumerate(actors, 1):
            row: Row = {"statement_id": names.id(statement.id), "part": part, "number": number}
            yield "statement_actors", {**row, "actor_id": names.id(actor)}


def _event(names: _Names, event: Event) -> Row:
    book, day = codebook(), names.dates.get(event.date or "")
    return {
        "event_id": names.id(event.id), "doc_id": names.doc_id, "type": event.type, "mode": event.mode,
        "quad": book.type(event.type).quad, "score": book.score(event.type, event.mode),
        "contexts": joined(event.contexts), "status": event.status, "date_id": names.id(event.date),
        "first_day": iso(day.start if day else None), "last_day": iso(day.end if day else None),
        "place": event.place.name if event.place else None,
        "place_state": event.place.state if event.place else None,
        "statement_id": names.id(event.statement), "quantities": names.ids(event.quantities),
        "trigger": names.words(event.trigger), "start": event.span.start, "end": event.span.end,
        "mentions": len(event.mentions) + 1, "confidence": event.confidence,
    }  # fmt: skip


def _event_actors(names: _Names, event: Event) -> Iterator[tuple[str, Row]]:
    for part, actors in (("actor", event.actors), ("recipient", event.recipients)):
        for number, actor in enumerate(actors, 1):
            row: Row = {"event_id": names.id(event.id), "part": part, "number": number}
            who = {"actor_id": names.id(actor), "actor_key": names.key(actor), "name": names.name(actor)}
            yield "event_actors", {**row, **who, "state": names.reading.actor(actor).state}


def _agreement(names: _Names, agreement: Agreement) -> Row:
    place = agreement.mentions[0]
    return {
        "agreement_id": names.id(agreement.id), "doc_id": names.doc_id, "instrument": agreement.instrument,
        "status": agreement.status, "subject": names.words(*agreement.subject),
        "purpose": names.words(*agreement.purpose), "open_points": names.words(*agreement.open_points),
        "amount_id": names.id(agreement.amount), "events": names.ids(agreement.events),
        "statement_id": names.id(agreement.statement), "start": place.start, "end": place.end,
        "mentions": len(agreement.mentions), "confidence": agreement.confidence,
    }  # fmt: skip


def _membership(names: _Names, number: int, membership: Membership) -> Row:
    return {
        "membership_id": numbered(names.doc_id, "m", number), "doc_id": names.doc_id,
        "organization_id": names.id(membership.organization),
        "organization": names.name(membership.organization), "member_id": names.id(membership.member),
        "member": names.name(membership.member), "role": membership.role,
        "statement_id": names.id(membership.statement), "quote": names.words(membership.span),
        "start": membership.span.start, "end": membership.span.end, "confidence": membership.confidence,
    }  # fmt: skip


def _position(names: _Names, number: int, position: Position) -> Row:
    return {
        "position_id": numbered(names.doc_id, "p", number), "doc_id": names.doc_id,
        "actor_id": names.id(position.actor), "actor_key": names.key(position.actor),
        "name": names.name(position.actor), "issue": position.issue, "proposition": position.proposition,
        "stance": position.stance, "leaning": position.leaning, "condition": names.words(position.condition),
        "firmness": position.firmness, "statement_id": names.id(position.statement),
        "quote": names.words(position.span), "start": position.span.start, "end": position.span.end,
        "confidence": position.confidence,
    }  # fmt: skip


def _forecast(names: _Names, number: int, forecast: Forecast) -> Row:
    return {
        "forecast_id": numbered(names.doc_id, "f", number), "doc_id": names.doc_id,
        "claimant_id": names.id(forecast.claimant), "claimant": names.name(forecast.claimant),
        "proposition": names.words(forecast.proposition), "condition": names.words(forecast.condition),
        "probability": names.words(forecast.probability), "polarity": forecast.polarity,
        "horizon_id": names.id(forecast.horizon), "statement_id": names.id(forecast.statement),
        "start": forecast.proposition.start, "end": forecast.proposition.end,
        "confidence": forecast.confidence,
    }  # fmt: skip


def _figures(names: _Names) -> Iterator[tuple[str, Row]]:
    reading: Reading = names.reading
    for figure in reading.quantities:
        yield "quantities", {
            "quantity_id": names.id(figure.id), "doc_id": names.doc_id, "kind": figure.kind,
            "value": figure.value, "upper": figure.upper, "unit": figure.unit,
            "approximate": figure.approximate, "quote": names.words(figure.span),
            "start": figure.span.start, "end": figure.span.end,
        }  # fmt: skip
    for day in reading.dates:
        yield "dates", {
            "date_id": names.id(day.id), "doc_id": names.doc_id, "first_day": iso(day.start),
            "last_day": iso(day.end), "approximate": day.approximate, "quote": names.words(day.span),
            "start": day.span.start, "end": day.span.end,
        }  # fmt: skip
