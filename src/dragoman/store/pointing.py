"""Which event stands at a span of a document, and in which words: how a telling opens to its characters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select

from dragoman.store.finding_tables import events
from dragoman.store.ids import public_id
from dragoman.store.listing import among
from dragoman.store.tables import actors, documents, statement_actors, statements

Place = tuple[str, int, int]
"""A document's SHA-256, and the start and end of a span of its text."""


@dataclass(frozen=True, slots=True)
class Pointed:
    """The event at a place: its id, the words of its span, and the title of the article; None: unknown.

    ``speaker`` is on whose word the article tells of it, as the article names that one; None where the
    article speaks in its own voice. ``state`` is the speaker's, ``via`` names those through whom the word
    reached the page, nearest first.
    """

    id: str | None
    text: str | None
    title: str | None
    speaker: str | None = None
    state: str | None = None
    via: tuple[str, ...] = ()


def events_at(connection: Connection, places: Iterable[Place]) -> dict[Place, Pointed]:
    """Return what stands at places; those at which the store knows no event are left out."""
    wanted = set(places)
    query = select(
        events.c.id, events.c.start, events.c.end, events.c.text, documents.c.id.label("document_id"),
        events.c.statement, documents.c.title, actors.c.name, actors.c.state,
    ).join_from(documents, events, events.c.document == documents.c.number)  # fmt: skip
    query = query.outerjoin(statements, statements.c.id == events.c.statement)
    query = query.outerjoin(actors, actors.c.id == statements.c.source)
    rows: dict[Place, Row[Any]] = {}
    for row in among(
        connection, query.order_by(events.c.id), documents.c.id, sorted({one[0] for one in wanted})
    ):
        place = (row.document_id, row.start, row.end)
        if place in wanted:
            rows.setdefault(place, row)
    chains = _chains(connection, {row.statement for row in rows.values() if row.statement is not None})
    return {
        place: Pointed(
            public_id(row.document_id, "e", row.id), row.text, row.title, row.name, row.state,
            tuple(chains.get(row.statement, ())),
        )
        for place, row in rows.items()
    }  # fmt: skip


def _chains(connection: Connection, told_in: set[int]) -> dict[int, list[str]]:
    """Return for statements the names of those through whom they came, nearest first."""
    links = statement_actors.c
    query = (
        select(links.statement, actors.c.name)
        .join_from(statement_actors, actors, actors.c.id == links.actor)
        .where(links.role == "via")
        .order_by(links.statement, links.place)
    )
    found: dict[int, list[str]] = {}
    for row in among(connection, query, links.statement, sorted(told_in)):
        found.setdefault(row.statement, []).append(row.name)
    return found
