"""The store → what third states said on a pair's acts, and how close they were to each before and after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, and_, exists, or_, select

from dragoman.ledgers.gathering import read_documents
from dragoman.ledgers.parties import Named
from dragoman.ledgers.reading_claims import Where
from dragoman.records import Reading
from dragoman.records.span import hull
from dragoman.relating import acts
from dragoman.relations import Weighed, weigh
from dragoman.relations.acts import Report
from dragoman.relations.reactions import Reaction, Remark, Towards, after, reactions
from dragoman.store import Store
from dragoman.store.finding_tables import events
from dragoman.store.ids import SHIFT, SHOWN, public_id
from dragoman.store.layer_tables import tellings
from dragoman.store.tables import documents, statement_actors, statements


@dataclass(frozen=True)
class Reacted:
    """One reaction, and the third state's closeness to the first and to the second of the pair."""

    reaction: Reaction
    towards: tuple[Towards, Towards]


def reactions_to(
    store: Store, pair: tuple[str, str], third: str | None = None, seed: int = 0
) -> tuple[Reacted, ...]:
    """Return what third states (ISO 3166 alpha-3), or one of them, said on the acts of a pair, by act.

    Closeness is measured once for a third state and a day.
    """
    known = tuple(acts(store))
    found = reactions(known, _remarks(store, pair, third), pair, third)
    if not found:
        return ()
    weighed = weigh(known)
    measured: dict[tuple[str, str, object], Towards] = {}
    return tuple(Reacted(one, _towards(weighed, one, pair, measured, seed)) for one in found)


def _towards(
    weighed: Weighed, one: Reaction, pair: tuple[str, str], measured: dict[tuple[str, str, object], Towards],
    seed: int,
) -> tuple[Towards, Towards]:  # fmt: skip
    both = []
    for state in pair:
        key = (one.third, state, one.act.day)
        if key not in measured:
            measured[key] = after(weighed, one.third, state, one.act.day, seed)
        both.append(measured[key])
    return both[0], both[1]


def _remarks(store: Store, pair: tuple[str, str], third: str | None) -> Iterator[Remark]:
    """Yield the statements of third states in which both of the pair are named, or an act is told."""
    with store.reading() as connection:
        shared = _acts_told(connection)
    spoken, told = statement_actors.alias("spoken"), statement_actors.alias("told")
    by = spoken.c.state == third if third else spoken.c.state.is_not(None) & spoken.c.state.not_in(pair)
    outside = exists().where(spoken.c.statement == statements.c.id, spoken.c.role == "source", by)
    about = and_(told.c.statement == statements.c.id, told.c.role == "about")
    named = [exists().where(about, told.c.state == state) for state in pair]
    acted = exists().where(events.c.statement == statements.c.id)
    numbers = select(statements.c.document).where(outside, or_(and_(*named), acted)).distinct()
    for reading, where in read_documents(store, numbers):
        yield from _of_reading(reading, where, shared)


def _acts_told(connection: Connection) -> dict[str, str]:
    """Return for each event's public id that of the act that it tells of."""
    query = (
        select(tellings.c.event, documents.c.id, tellings.c.shared)
        .join(documents, documents.c.number == tellings.c.document)
        .where(tellings.c.shared.is_not(None))
    )
    listed = connection.execute(select(documents.c.number, documents.c.id))
    names = {row.number: row.id for row in listed}
    return {
        public_id(document, "e", event): public_id(names[shared >> SHIFT], "e", shared)
        for event, document, shared in connection.execute(query)
    }


def _of_reading(reading: Reading, where: Where, shared: dict[str, str]) -> Iterator[Remark]:
    named = Named(reading, where.copy, where.family)
    for statement in reading.statements:
        by = named.claimant(statement.source)
        inside = [event for event in reading.events if event.statement == statement.id]
        about = {reading.actor(actor).state for actor in statement.about}
        sides = [actor for event in inside for actor in (*event.actors, *event.recipients)]
        about |= {reading.actor(actor).state for actor in sides}
        ids = (f"{reading.id[:SHOWN]}:{event.id}" for event in inside)
        span = hull(statement.content)
        report = Report(
            reading.id, reading.article.publication, where.family, where.copy, reading.article.published,
            by.key, 1 + len(statement.via), probability=statement.confidence, span=span,
        )  # fmt: skip
        yield Remark(
            f"{reading.id[:SHOWN]}:{statement.id}", by, report, span.of(reading.text),
            frozenset(state for state in about if state), frozenset(shared[i] for i in ids if i in shared),
        )  # fmt: skip
