"""Readings → one row an event: POLECAT's columns, then the status, the evidence and who tells of it.

What each column holds stands in ``data/events.yaml``.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from dragoman.export.destination import text_file
from dragoman.export.gathering import Document, documents
from dragoman.export.identity import actor_key, finding_id
from dragoman.export.tables import LINE_END, Row, Value, cell, table
from dragoman.knowledge.codebook import codebook
from dragoman.knowledge.states import state_codes
from dragoman.records import Actor, Event, Reading

UNKNOWN = "None"
"""POLECAT's word for what is not known; its readers look for it."""

_ORGANIZED = ("government", "organization", "company", "publication")


def write(readings: Iterable[Reading], path: Path) -> None:
    """Write the rows with a header line: commas where ``path`` ends in ``.csv``, else tabs, as POLECAT has.

    DestinationError where ``path`` cannot be written.
    """
    delimiter = "," if path.suffix.lower() == ".csv" else "\t"
    with text_file(path) as out:
        rows = csv.DictWriter(out, table("events").header, delimiter=delimiter, lineterminator=LINE_END)
        rows.writeheader()
        for document in documents(readings):
            for row in event_rows(document):
                rows.writerow({name: cell(value) or UNKNOWN for name, value in row.items()})


def event_rows(document: Document) -> Iterator[Row]:
    """Yield a document's rows, in the order of its events."""
    story = _story(document)
    for event in document.reading.events:
        yield {**_event(document, event), **story, **_evidence(document, event)}


def event_day(reading: Reading, event: Event) -> tuple[date | None, date | None]:
    """Return the first and the last day that the text gives an event, each None where it gives none."""
    for mention in reading.dates:
        if mention.id == event.date:
            return mention.start or mention.end, mention.end
    return None, None


def _event(document: Document, event: Event) -> Row:
    book, reading = codebook(), document.reading
    first, last = event_day(reading, event)
    day = first or reading.article.published
    place = event.place
    return {
        "Event ID": finding_id(document.id, event.id),
        "Event Date": day.isoformat() if day else None,
        "Event Type": event.type,
        "Event Mode": event.mode,
        "Intensity": book.score(event.type, event.mode),
        "Quad Code": book.type(event.type).quad.upper(),
        "Contexts": _list(event.contexts),
        **_side(document, "Actor", event.actors, day),
        **_side(document, "Recipient", event.recipients, day),
        "Placename": place.name if place else None,
        **dict.fromkeys(("City", "District", "Province")),
        "Country": place.state if place else None,
        **dict.fromkeys(("Latitude", "Longitude", "GeoNames ID")),
        "Raw Placename": place.span.of(reading.text) if place else None,
        "Feature Type": None,
        "Status": event.status,
        "Date Basis": "text" if first else "publication" if day else None,
        "Last Day": last.isoformat() if last else None,
    }


def _side(document: Document, side: str, ids: Sequence[str], day: date | None) -> Row:
    """Return the columns of one side: each a list in the actors' order, so that the lists go together."""
    text = document.reading.text
    actors = [document.reading.actor(identifier) for identifier in ids]
    codes = [state_codes(actor.state, day) if actor.state else None for actor in actors]
    sectors = [actor.sector for actor in actors]
    return {
        f"{side} Name": _list([actor.name for actor in actors]),
        f"{side} Country": _list([actor.state for actor in actors]),
        f"{side} COW": _list([code.cow if code else None for code in codes]),
        f"Primary {side} Sector": sectors[0] if sectors else None,
        f"{side} Sectors": _list(sectors),
        f"{side} Title": _list([actor.role for actor in actors]),
        f"{side} Name Raw": _list([_raw(actor, text) for actor in actors]),
        f"Wikipedia {side} ID": _list([actor.ref for actor in actors]),
        f"{side} GW": _list([code.gw if code else None for code in codes]),
        f"{side} Keys": _list([actor_key(document.id, actor) for actor in actors]),
    }


def _story(document: Document) -> Row:
    """Return what is the same for all events of an article."""
    reading, article = document.reading, document.reading.article
    named = [actor for actor in reading.actors if not actor.anonymous]
    places = [event.place.name for event in reading.events if event.place]
    return {
        "Source": article.publication,
        "Publication Date": article.published.isoformat() if article.published else None,
        "Story People": _names(named, ("person",)),
        "Story Organizations": _names(named, _ORGANIZED),
        "Story Locations": _list(
            dict.fromkeys([*(actor.name for actor in named if actor.kind == "state"), *places])
        ),
        "Language": article.language,
        "Version": reading.versions.dragoman,
        "Document": document.id,
        "Copies": len(document.copies),
        "URL": article.url,
    }


def _evidence(document: Document, event: Event) -> Row:
    reading = document.reading
    told = next((one for one in reading.statements if one.id == event.statement), None)
    source = told.source if told else None
    return {
        "Told By": reading.actor(source.actor).name if source else None,
        "Statement ID": finding_id(document.id, told.id) if told else None,
        "Trigger": event.trigger.of(reading.text),
        "Text": event.span.of(reading.text),
        "Start": event.span.start,
        "End": event.span.end,
        "Confidence": event.confidence,
    }


def _raw(actor: Actor, text: str) -> str | None:
    return actor.mentions[0].of(text) if actor.mentions else None


def _names(actors: Sequence[Actor], kinds: Sequence[str]) -> str | None:
    return _list(dict.fromkeys(actor.name for actor in actors if actor.kind in kinds))


def _list(values: Iterable[Value]) -> str | None:
    """Join values, holding the place of those that are not known."""
    return "; ".join(cell(value) or UNKNOWN for value in values) or None
