"""Events told by many: of which act a telling is, who else tells of it, and from how many texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, distinct, func, select

from dragoman.errors import StoreError
from dragoman.store.ids import SHIFT, parsed_id, public_id
from dragoman.store.layer_tables import copies, tellings
from dragoman.store.loading import document_of
from dragoman.store.tables import documents


@dataclass(frozen=True, slots=True)
class Act:
    """An act: the id of its first telling, how many articles tell of it, and from how many texts.

    Copies of one text count as one.
    """

    id: str
    told_by: int
    origins: int


def acts_of(connection: Connection, events: Sequence[int]) -> dict[int, Act]:
    """Return for each of some events the act that it tells of; those that wait to be placed are left out."""
    held = select(tellings.c.event, tellings.c.shared).where(tellings.c.event.in_(events))
    shared = {row.event: row.shared for row in connection.execute(held) if row.shared is not None}
    known = tellings.alias("known")
    query = (
        select(
            tellings.c.shared, documents.c.id, func.count(distinct(tellings.c.document)),
            func.count(distinct(func.coalesce(copies.c.family, tellings.c.document))),
        )
        .join_from(tellings, known, known.c.event == tellings.c.shared)
        .join(documents, documents.c.number == known.c.document)
        .outerjoin(copies, copies.c.document == tellings.c.document)
        .where(tellings.c.shared.in_(sorted(set(shared.values()))))
        .group_by(tellings.c.shared, documents.c.id)
    )  # fmt: skip
    acts = {row[0]: Act(public_id(row[1], "e", row[0]), row[2], row[3]) for row in connection.execute(query)}
    return {event: acts[act] for event, act in shared.items() if act in acts}


def tellings_of(connection: Connection, identifier: str) -> list[int]:
    """Return the events that tell of the same act as one does, by day; StoreError where it names no event."""
    prefix, letter, count = parsed_id(identifier)
    if letter != "e":
        raise StoreError(f"{identifier!r} is no event: one looks like 3f2a9c51e0ab:e4")
    number, _ = document_of(connection, prefix)
    event = (number << SHIFT) + count
    shared = connection.scalar(select(tellings.c.shared).where(tellings.c.event == event))
    if shared is None:
        return [event]
    query = select(tellings.c.event).where(tellings.c.shared == shared)
    return list(connection.scalars(query.order_by(tellings.c.day, tellings.c.rank, tellings.c.event)))


@dataclass(frozen=True, slots=True)
class Telling:
    """Another article's telling of an event that has the local id ``event`` here; ``id`` is the telling's."""

    event: str
    id: str
    document: str
    title: str | None
    publication: str | None
    published: date | None


def told_elsewhere(connection: Connection, identifier: str, most: int = 200) -> tuple[Telling, ...]:
    """Return the tellings in other articles of the acts that a document (SHA-256) tells of, by day."""
    here, there = tellings.alias("here"), tellings.alias("there")
    number, _ = document_of(connection, identifier)
    query = (
        select(here.c.event, there.c.event.label("other"), documents.c.id, documents.c.title,
               documents.c.publication, documents.c.published)
        .join_from(here, there, there.c.shared == here.c.shared)
        .join(documents, documents.c.number == there.c.document)
        .where(here.c.document == number, there.c.document != number)
        .order_by(here.c.event, there.c.day, there.c.rank, there.c.event)
        .limit(most)
    )  # fmt: skip
    mask = (1 << SHIFT) - 1
    return tuple(
        Telling(f"e{row.event & mask}", public_id(row.id, "e", row.other), row.id, row.title, row.publication,
                row.published)
        for row in connection.execute(query)
    )  # fmt: skip
