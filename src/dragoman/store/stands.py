"""Positions with what they rest on, streamed: who stands where, who says so, in which print of which text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, select

from dragoman.store.acts import Speaker, speakers_of
from dragoman.store.finding_tables import positions
from dragoman.store.layer_tables import copies
from dragoman.store.tables import actors, documents

AT_ONCE = 500
"""So many positions are held in memory at a time."""


@dataclass(frozen=True, slots=True)
class ToldStand:
    """One position: its row, who holds it as the article has them, the document, and who says so.

    ``speaker`` is None where the article says it in its own voice.
    """

    position: Row[Any]
    holder: Row[Any]
    document: str
    publication: str | None
    origin: str | None
    published: date | None
    copy: str
    speaker: Speaker | None
    speaker_state: str | None


def told_stands(connection: Connection, *conditions: ColumnElement[bool]) -> Iterator[ToldStand]:
    """Yield the positions that meet conditions on the table of positions, in the order of their ids."""
    last = -1
    while True:
        page = _page(connection, last, conditions)
        if not page:
            return
        last = page[-1].position.id
        yield from page


def _page(connection: Connection, last: int, conditions: tuple[ColumnElement[bool], ...]) -> list[ToldStand]:
    first = documents.alias("first")
    query = (
        select(
            positions, documents.c.id.label("document_id"), documents.c.publication, documents.c.published,
            documents.c.origin, documents.c.url, func.coalesce(first.c.id, documents.c.id).label("copy_id"),
        )
        .join_from(positions, documents, documents.c.number == positions.c.document)
        .outerjoin(copies, copies.c.document == documents.c.number)
        .outerjoin(first, first.c.number == copies.c.family)
        .where(positions.c.id > last, *conditions)
        .order_by(positions.c.id)
        .limit(AT_ONCE)
    )  # fmt: skip
    rows = connection.execute(query).all()
    speakers = speakers_of(connection, sorted({r.statement for r in rows if r.statement is not None}))
    asked = select(actors).where(actors.c.id.in_(sorted({row.actor for row in rows})))
    holders = {row.id: row for row in connection.execute(asked)}
    found = []
    for row in rows:
        speaker, state = speakers.get(row.statement, (None, None))
        found.append(
            ToldStand(
                row, holders[row.actor], row.document_id, row.publication, row.url or row.origin,
                row.published, row.copy_id, speaker, state,
            )
        )  # fmt: skip
    return found
