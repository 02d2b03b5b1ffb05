"""Which event stands at a span of a document, and in which words: how a telling opens to its characters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, select

from dragoman.store.finding_tables import events
from dragoman.store.ids import public_id
from dragoman.store.listing import among
from dragoman.store.tables import actors, documents, statements

Place = tuple[str, int, int]
"""A document's SHA-256, and the start and end of a span of its text."""


@dataclass(frozen=True, slots=True)
class Pointed:
    """The event at a place: its id, the words of its span, and the title of the article; None: unknown.

    ``speaker`` is on whose word the article tells of it, as the article names that one; None where the
    article speaks in its own voice. ``state`` is the speaker's.
    """

    id: str | None
    text: str | None
    title: str | None
    speaker: str | None = None
    state: str | None = None


def events_at(connection: Connection, places: Iterable[Place]) -> dict[Place, Pointed]:
    """Return what stands at places; those at which the store knows no event are left out."""
    wanted = set(places)
    query = select(
        events.c.id, events.c.start, events.c.end, events.c.text, documents.c.id.label("document_id"),
        documents.c.title, actors.c.name, actors.c.state,
    ).join_from(documents, events, events.c.document == documents.c.number)  # fmt: skip
    query = query.outerjoin(statements, statements.c.id == events.c.statement)
    query = query.outerjoin(actors, actors.c.id == statements.c.source)
    found: dict[Place, Pointed] = {}
    rows = among(connection, query.order_by(events.c.id), documents.c.id, sorted({one[0] for one in wanted}))
    for row in rows:
        place = (row.document_id, row.start, row.end)
        if place in wanted and place not in found:
            name = public_id(row.document_id, "e", row.id)
            found[place] = Pointed(name, row.text, row.title, row.name, row.state)
    return found
