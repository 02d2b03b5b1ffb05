"""Who somebody is, as the archive's articles tell it: names, offices, statements, positions, company."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, case, distinct, func, select

from dragoman.errors import StoreError
from dragoman.store.answers import PositionLine, StatementLine
from dragoman.store.calling import called
from dragoman.store.curation_tables import curated_actors, naming_actors, single_actors
from dragoman.store.finding_tables import positions
from dragoman.store.lines import document_columns, evidence, in_order, statement_lines, told_in
from dragoman.store.listing import latest
from dragoman.store.names import Who, display_names, who, whose
from dragoman.store.tables import actors, documents, spellings, statement_actors

LATEST = 1_500
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
    """A name and how often: in documents for a spelling, in statements for company.

    ``id`` is that of the curated actor in whose company somebody is; None for a spelling and for no name.
    """

    name: str
    count: int
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that the archive tells of one actor; lines are the latest few, counts are whole.

    ``id`` is that of the curated actor, None for what is no name.

    ``about`` and ``via`` are whom somebody speaks about and is quoted through, counted over the ``LATEST``
    statements; ``spoken_of_by`` are the sources that speak about them.
    """

    id: str | None
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
    """Return a dossier for each actor that ``name`` may mean, those in most documents first.

    Equal names that lead to different people stay apart. StoreError where nobody is called so.
    """
    asked = who(connection, name)
    if asked.states:
        raise StoreError(f"{name} is a state's code: ask by the name of the state, or of a person")
    curated = select(curated_actors.c.id).where(curated_actors.c.id.in_(asked.actors))
    first = curated.order_by(curated_actors.c.documents.desc(), curated_actors.c.id).limit(most)
    wanted = [whose(connection, [identifier]) for identifier in connection.scalars(first)]
    wanted += [Who((naming,)) for naming in _uncurated(connection, asked, most)] if len(wanted) < most else []
    made = [one for one in (_dossier(connection, actor) for actor in wanted[:most]) if one is not None]
    if not made:
        raise StoreError(f"nobody in the store is {name!r}")
    return tuple(made)


def dossier_of(connection: Connection, identifier: str, over: int = LATEST) -> Dossier:
    """Return the dossier of a curated actor by its id; StoreError where no article names it any more.

    Company is counted over so many of the latest statements.
    """
    found = _dossier(connection, whose(connection, [identifier]), over)
    if found is None:
        raise StoreError(f"no article names {identifier}")
    return found


def _uncurated(connection: Connection, asked: Who, most: int) -> list[int]:
    """Return the namings that are nobody's yet, or no names ("the court"), those in most documents first."""
    known = select(naming_actors.c.naming).where(naming_actors.c.naming.in_(asked.namings))
    total = func.count(distinct(actors.c.document))
    query = (
        select(actors.c.naming)
        .where(actors.c.naming.in_(asked.namings), actors.c.naming.not_in(known))
        .group_by(actors.c.naming)
        .order_by(total.desc(), actors.c.naming)
    )
    return list(connection.scalars(query.limit(most)))


def _dossier(connection: Connection, actor: Who, over: int = LATEST) -> Dossier | None:
    them = called(actors.c.naming, actor)
    newest = select(actors.c.ref, actors.c.kind, actors.c.state, actors.c.naming).where(them)
    known = connection.execute(newest.order_by(actors.c.id.desc()).limit(1)).one_or_none()
    if known is None:
        return None
    row = connection.execute(
        select(curated_actors).where(curated_actors.c.id.in_(actor.actors))
    ).one_or_none()  # fmt: skip
    links = statement_actors.c
    named = called(links.naming, actor)
    said = select(links.statement).where(named, links.role == "source")
    last_said = latest(said, links.statement, links.day, over)
    spoken = select(links.statement).where(named, links.role == "about")
    last_spoken = latest(spoken, links.statement, links.day, over)
    ids = list(connection.scalars(latest(said, links.statement, links.day, _SHOWN)))
    return Dossier(
        id=row.id if row else None,
        name=row.name if row else display_names(connection, [known.naming])[known.naming],
        ref=row.ref if row else known.ref, kind=row.kind if row else known.kind,
        state=row.state if row else known.state,
        spellings=spellings_of(connection, actor), offices=offices_of(connection, actor),
        documents=_count(connection, select(actors.c.document).where(them).distinct()),
        statements=_count(connection, said), about=_company(connection, last_said, "about"),
        via=_company(connection, last_said, "via"),
        spoken_of_by=_company(connection, last_spoken, "source"), positions=positions_of(connection, actor),
        latest=statement_lines(connection, ids),
    )  # fmt: skip


def _count(connection: Connection, query: Any) -> int:
    return connection.scalar(select(func.count()).select_from(query.subquery())) or 0


def spellings_of(connection: Connection, actor: Who) -> tuple[Counted, ...]:
    """Return how an actor is written; a spelling that also means others is counted with theirs."""
    times = func.sum(spellings.c.documents).label("times")
    query = select(spellings.c.spelling, times).where(spellings.c.naming.in_(actor.namings))
    ordered = query.group_by(spellings.c.spelling).order_by(times.desc(), spellings.c.spelling)
    return tuple(Counted(row.spelling, int(row.times)) for row in connection.execute(ordered))


def offices_of(connection: Connection, actor: Who) -> tuple[Office, ...]:
    """Return the roles that articles give an actor, the latest first."""
    told = actors.c
    last = func.max(told.day)
    query = (
        select(told.role, func.min(told.day), last, func.count())
        .where(called(told.naming, actor), told.role.is_not(None))
        .group_by(told.role)
        .order_by(last.desc(), told.role)
    )
    return tuple(Office(*row) for row in connection.execute(query))


def _company(connection: Connection, of: Any, role: str) -> tuple[Counted, ...]:
    """Return who stands in a role of some statements, the most frequent first."""
    links, some = statement_actors.c, of.subquery()
    times = func.count().label("times")
    actor = func.coalesce(single_actors.c.actor, naming_actors.c.actor).label("actor")
    nobody = case((actor.is_(None), links.naming), else_=None).label("nobody")
    query = (
        select(actor, nobody, times)
        .join_from(some, statement_actors, links.statement == some.c.id)
        .outerjoin(single_actors, single_actors.c.machine == links.actor)
        .outerjoin(naming_actors, naming_actors.c.naming == links.naming)
        .where(links.role == role)
        .group_by(actor, nobody)
        .order_by(times.desc(), actor, nobody)
        .limit(_SHOWN)
    )
    rows = connection.execute(query).all()
    names = display_names(connection, [row.nobody for row in rows if row.nobody is not None])
    found = [row.actor for row in rows if row.actor]
    known = select(curated_actors.c.id, curated_actors.c.name).where(curated_actors.c.id.in_(found))
    curated = {row.id: row.name for row in connection.execute(known)}
    return tuple(
        Counted(curated.get(row.actor) or names.get(row.nobody, "unknown"), row.times, row.actor)
        for row in rows
    )


def positions_of(connection: Connection, actor: Who, most: int = _SHOWN) -> tuple[PositionLine, ...]:
    """Return where an actor stands, the latest told first."""
    held = select(positions.c.id).where(called(positions.c.naming, actor))
    ids = list(connection.scalars(latest(held, positions.c.id, positions.c.day, most)))
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
