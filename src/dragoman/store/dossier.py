"""Who somebody is, as the archive's articles tell it: names, offices, statements, positions, company."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, distinct, func, select

from dragoman.errors import StoreError
from dragoman.store.answers import PositionLine, StatementLine
from dragoman.store.finding_tables import positions
from dragoman.store.lines import document_columns, evidence, in_order, statement_lines, told_in
from dragoman.store.names import display_names, who
from dragoman.store.tables import actors, documents, spellings, statement_actors

LATEST = 5_000
"""So many of somebody's latest statements are gone through for whom they speak about and through whom."""

_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Office:
    """A role as articles give it, and the first and last day on which one did."""

    role: str
    first_day: date | None
    last_day: date | None
    documents: int


@dataclass(frozen=True, slots=True)
class Counted:
    """A name and how often: in documents for a spelling, in statements for company."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that the archive tells of one naming; lines are the latest few, counts are whole.

    ``about`` and ``via`` are whom somebody speaks about and is quoted through, counted over the ``LATEST``
    statements; ``spoken_of_by`` are the sources that speak about them.
    """

    name: str
    ref: str | None
    kind: str
    state: str | None
    spellings: tuple[Counted, ...]
    offices: tuple[Office, ...]
    documents: int
    statements: int
    about: tuple[Counted, ...]
    via: tuple[Counted, ...]
    spoken_of_by: tuple[Counted, ...]
    positions: tuple[PositionLine, ...]
    latest: tuple[StatementLine, ...]


def dossiers(connection: Connection, name: str, most: int = 5) -> tuple[Dossier, ...]:
    """Return a dossier for each naming that ``name`` may mean, those in most documents first.

    Equal names that lead to different people stay apart. StoreError where nobody is called so.
    """
    asked = who(connection, name)
    if asked.states:
        raise StoreError(f"{name} is a state's code: ask by the name of the state, or of a person")
    total = func.count(distinct(actors.c.document))
    query = (
        select(actors.c.naming)
        .where(actors.c.naming.in_(asked.namings))
        .group_by(actors.c.naming)
        .order_by(total.desc(), actors.c.naming)
    )
    found = list(connection.scalars(query.limit(most))) if len(asked.namings) > 1 else list(asked.namings)
    made = [one for one in (_dossier(connection, naming) for naming in found) if one is not None]
    if not made:
        raise StoreError(f"nobody in the store is {name!r}")
    return tuple(made)


def _dossier(connection: Connection, naming: int) -> Dossier | None:
    newest = select(actors.c.ref, actors.c.kind, actors.c.state).where(actors.c.naming == naming)
    known = connection.execute(newest.order_by(actors.c.id.desc()).limit(1)).one_or_none()
    if known is None:
        return None
    links = statement_actors.c
    said = select(links.statement).where(links.naming == naming, links.role == "source")
    latest = said.order_by(links.day.desc().nulls_last(), links.statement.desc())
    spoken = select(links.statement).where(links.naming == naming, links.role == "about")
    spoken = spoken.order_by(links.day.desc().nulls_last(), links.statement.desc()).limit(LATEST)
    ids = list(connection.scalars(latest.limit(_SHOWN)))
    return Dossier(
        name=display_names(connection, [naming])[naming], ref=known.ref, kind=known.kind, state=known.state,
        spellings=_spellings(connection, naming), offices=_offices(connection, naming),
        documents=_count(connection, select(actors.c.document).where(actors.c.naming == naming).distinct()),
        statements=_count(connection, said), about=_company(connection, latest.limit(LATEST), "about"),
        via=_company(connection, latest.limit(LATEST), "via"),
        spoken_of_by=_company(connection, spoken, "source"), positions=_positions(connection, naming),
        latest=statement_lines(connection, ids),
    )  # fmt: skip


def _count(connection: Connection, query: Any) -> int:
    return connection.scalar(select(func.count()).select_from(query.subquery())) or 0


def _spellings(connection: Connection, naming: int) -> tuple[Counted, ...]:
    query = select(spellings.c.spelling, spellings.c.documents).where(spellings.c.naming == naming)
    ordered = query.order_by(spellings.c.documents.desc(), spellings.c.spelling)
    return tuple(Counted(row.spelling, row.documents) for row in connection.execute(ordered))


def _offices(connection: Connection, naming: int) -> tuple[Office, ...]:
    told = actors.c
    last = func.max(told.day)
    query = (
        select(told.role, func.min(told.day), last, func.count())
        .where(told.naming == naming, told.role.is_not(None))
        .group_by(told.role)
        .order_by(last.desc(), told.role)
    )
    return tuple(Office(*row) for row in connection.execute(query))


def _company(connection: Connection, of: Any, role: str) -> tuple[Counted, ...]:
    """Return who stands in a role of some statements, the most frequent first."""
    links, some = statement_actors.c, of.subquery()
    times = func.count().label("times")
    query = (
        select(links.naming, times)
        .join_from(some, statement_actors, links.statement == some.c.statement)
        .where(links.role == role)
        .group_by(links.naming)
        .order_by(times.desc(), links.naming)
        .limit(_SHOWN)
    )
    rows = connection.execute(query).all()
    names = display_names(connection, [row.naming for row in rows])
    return tuple(Counted(names.get(row.naming, "unknown"), row.times) for row in rows)


def _positions(connection: Connection, naming: int) -> tuple[PositionLine, ...]:
    latest = select(positions.c.id).where(positions.c.naming == naming)
    latest = latest.order_by(positions.c.day.desc().nulls_last(), positions.c.id.desc()).limit(_SHOWN)
    ids = list(connection.scalars(latest))
    query = (
        select(positions, actors.c.name, *document_columns(positions))
        .join_from(positions, documents, documents.c.number == positions.c.document)
        .join(actors, actors.c.id == positions.c.actor)
        .where(positions.c.id.in_(ids))
    )
    return tuple(_position(row) for row in in_order(connection.execute(query), ids))


def _position(row: Row[Any]) -> PositionLine:
    return PositionLine(
        **evidence(row, "p"), actor=row.name, issue=row.issue, proposition=row.proposition, stance=row.stance,
        leaning=row.leaning, firmness=row.firmness, condition=row.condition,
        statement=told_in(row.document_id, row.statement), confidence=row.confidence,
    )  # fmt: skip
