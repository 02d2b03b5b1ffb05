"""Events by who acts, who is acted on, kind, status and day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Row, Select, exists, func, select

from dragoman.store.acts_told import Act, acts_of
from dragoman.store.answers import EventLine, Page
from dragoman.store.finding_tables import event_actors, event_pairs, events
from dragoman.store.ids import public_id
from dragoman.store.lines import document_columns, evidence, in_order, names_of, told_in
from dragoman.store.listing import latest
from dragoman.store.names import Who, who
from dragoman.store.searching import COUNTED
from dragoman.store.selecting import meant, within
from dragoman.store.tables import documents


@dataclass(frozen=True, slots=True)
class EventFilters:
    """What an event must be; None asks for nothing.

    ``actor`` and ``recipient`` are names (see ``names.who``); a state's name or code means all who act for
    it. ``since`` and ``until`` are days on which it happens, or where the text names none, of publication.
    """

    actor: str | None = None
    recipient: str | None = None
    type: str | None = None
    status: str | None = None
    since: date | None = None
    until: date | None = None


def events_that(
    connection: Connection, filters: EventFilters, page: int = 1, size: int = 20
) -> Page[EventLine]:
    """Return the events that filters leave, the latest first."""
    query, identifier, day = _selected(connection, filters)
    counted = query.limit(COUNTED + 1).subquery()
    total = connection.scalar(select(func.count()).select_from(counted)) or 0
    ids = list(connection.scalars(latest(query, identifier, day, size, (page - 1) * size)))
    return Page(event_lines(connection, ids), min(total, COUNTED), total <= COUNTED)


def _selected(
    connection: Connection, filters: EventFilters
) -> tuple[Select[Any], ColumnElement[int], ColumnElement[date]]:
    """Return the query for ids and days, begun where an index leads to the fewest rows."""
    roles = (("actor", filters.actor), ("recipient", filters.recipient))
    actors = {role: who(connection, name) for role, name in roles if name is not None}
    pairs, links = event_pairs.c, event_actors.c
    states = {role: (*one.states, *one.own_states) for role, one in actors.items()}
    begun: FromClause
    if len(actors) == 2 and all(states.values()) and not _beside(actors):
        begun, identifier, day, kind, status = event_pairs, pairs.event, pairs.day, pairs.type, pairs.status
        conditions: list[ColumnElement[bool]] = [
            pairs.actor_state.in_(states["actor"]), pairs.recipient_state.in_(states["recipient"]),
        ]  # fmt: skip
    elif actors:
        begun = event_actors.join(events, events.c.id == links.event)
        identifier, day, kind, status = links.event, links.day, events.c.type, events.c.status
        role, one = next(iter(actors.items()))
        conditions = [links.role == role, meant(links.naming, links.state, one, acting=True)]
        conditions += [_has(identifier, role, one) for role, one in list(actors.items())[1:]]
    else:
        begun, identifier, day, kind, status = (
            events,
            events.c.id,
            events.c.day,
            events.c.type,
            events.c.status,
        )
        conditions = []
    conditions += within(day, filters.since, filters.until)
    asked = ((kind, filters.type), (status, filters.status))
    conditions += [column == value for column, value in asked if value is not None]
    query = select(identifier, day).select_from(begun).where(*conditions)
    return (query.distinct() if actors else query), identifier, day


def _beside(actors: dict[str, Who]) -> bool:
    """Say whether a name means anybody beside states, so that the table of pairs doesn't answer."""
    return any(one.namings and not one.own_states for one in actors.values())


def _has(identifier: ColumnElement[int], role: str, one: Who) -> ColumnElement[bool]:
    links = event_actors.alias()
    named = meant(links.c.naming, links.c.state, one, acting=True)
    return exists().where(links.c.event == identifier, links.c.role == role, named)


def event_lines(connection: Connection, ids: Sequence[int]) -> tuple[EventLine, ...]:
    """Return the lines of events, in the order of ``ids``."""
    query = (
        select(events, *document_columns(events))
        .join_from(events, documents, documents.c.number == events.c.document)
        .where(events.c.id.in_(ids))
    )
    named = names_of(connection, event_actors, event_actors.c.event, ids)
    acts = acts_of(connection, ids)
    rows = in_order(connection.execute(query), ids)
    return tuple(_line(row, named.get(row.id, []), acts.get(row.id)) for row in rows)


def _line(row: Row[Any], named: list[Row[Any]], act: Act | None) -> EventLine:
    actors = [one for one in named if one.role == "actor"]
    recipients = [one for one in named if one.role == "recipient"]
    return EventLine(
        **evidence(row, "e"), type=row.type, mode=row.mode, status=row.status,
        actors=tuple(one.name for one in actors), recipients=tuple(one.name for one in recipients),
        actor_states=_states(actors), recipient_states=_states(recipients), first_day=row.first_day,
        last_day=row.last_day, place=row.place, statement=told_in(row.document_id, row.statement),
        confidence=row.confidence, act=act.id if act else public_id(row.document_id, "e", row.id),
        told_by=act.told_by if act else 1, origins=act.origins if act else 1,
    )  # fmt: skip


def _states(named: list[Row[Any]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.state for one in named if one.state is not None))
