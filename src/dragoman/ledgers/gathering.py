"""The store → readings with what is known of their documents: copies, outlet families, stories."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from sqlalchemy import Connection, Select, and_, exists, func, select

from dragoman.ledgers.reading_claims import Where, claims_of
from dragoman.records import Reading
from dragoman.relations.disputes.contested import Card, contested
from dragoman.store import Store
from dragoman.store.layer_tables import copies, stories
from dragoman.store.listing import listed
from dragoman.store.loading import load_number
from dragoman.store.selecting import within
from dragoman.store.tables import document_number, documents, statement_actors

Step = Callable[[int], None]
Numbers = Select[tuple[int]]
"""A query for numbers of documents."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which disputes are asked for: about or between some states (ISO 3166 alpha-3), told in some days, on an
    issue of the tables, of a kind; None or nothing asks for all."""

    states: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    issue: str | None = None
    kind: str | None = None


def disputes(store: Store, asked: Asked, step: Step = lambda _: None) -> tuple[Card, ...]:
    """Return the disputes of a store, by their first day; ``step`` hears how many articles are done."""
    claims = [
        c
        for reading, where in read_documents(store, _in_which(asked), step)
        for c in claims_of(reading, where)
    ]
    return tuple(card for card in contested(claims) if _is_asked(card, asked))


def _is_asked(card: Card, asked: Asked) -> bool:
    return (
        card.states.issuperset(asked.states)
        and (asked.issue is None or asked.issue in card.issues)
        and (asked.kind is None or asked.kind == card.kind)
    )


def read_documents(
    store: Store, numbers: Numbers, step: Step = lambda _: None
) -> Iterator[tuple[Reading, Where]]:
    """Yield readings in the order of their days; ``numbers`` finds their documents."""
    with store.reading() as connection:
        ordered = select(documents.c.number).where(documents.c.number.in_(numbers))
        found = connection.scalars(ordered.order_by(documents.c.published, documents.c.id)).all()
        done = 0
        for some in listed(found):
            known = wheres(connection, some)
            for number in some:
                yield load_number(connection, number), known[number]
                done += 1
                step(done)


def _in_which(asked: Asked) -> Numbers:
    """Return the query for the documents in which a dispute that is asked for may be told."""
    conditions = [*within(documents.c.published, asked.since, asked.until)]
    if asked.states:
        links = statement_actors.c
        told = and_(document_number(links.statement) == documents.c.number, links.state.in_(asked.states))
        conditions.append(exists().where(told))
    return select(documents.c.number).where(*conditions)


def wheres(connection: Connection, numbers: Sequence[int]) -> dict[int, Where]:
    """Return what the store knows of some documents, by their numbers: first print, outlet, story."""
    first, told = documents.alias("first"), documents.alias("told")
    query = (
        select(
            documents.c.number, documents.c.id, documents.c.publication,
            func.coalesce(documents.c.url, documents.c.origin), first.c.id, told.c.id,
        )
        .outerjoin(copies, copies.c.document == documents.c.number)
        .outerjoin(first, first.c.number == copies.c.family)
        .outerjoin(stories, stories.c.document == documents.c.number)
        .outerjoin(told, told.c.number == stories.c.story)
        .where(documents.c.number.in_(numbers))
    )  # fmt: skip
    return {
        number: Where(copy or identifier, outlet_of(publication, origin) or copy or identifier, story)
        for number, identifier, publication, origin, copy, story in connection.execute(query)
    }


def outlet_of(publication: str | None, origin: str | None) -> str | None:
    """Return the outlet that an article is charged to: the publication, else the host that it came from."""
    if publication:
        return " ".join(publication.casefold().split()).removeprefix("the ")
    host = urlsplit(origin or "").hostname
    return host.removeprefix("www.") if host else None
