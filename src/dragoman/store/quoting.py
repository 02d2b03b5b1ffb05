"""Who quotes somebody, and through whom: publications and the nearest link of the chain, counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, and_, case, func, select

from dragoman.store.calling import called
from dragoman.store.curation_tables import curated_actors, naming_actors, single_actors
from dragoman.store.dossier import LATEST
from dragoman.store.listing import latest
from dragoman.store.names import Who, display_names
from dragoman.store.tables import document_number, documents, statement_actors

_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Quoting:
    """A publication that quotes somebody, and through whom; ``via`` is None where it names nobody between.

    ``via_id`` is the curated actor's id. Counts and days are of the somebody's latest statements.
    """

    publication: str | None
    via: str | None
    via_id: str | None
    statements: int
    first_day: date | None
    last_day: date | None


def quotings_of(connection: Connection, actor: Who, over: int = LATEST) -> tuple[Quoting, ...]:
    """Return who quotes an actor, and through whom, ``over`` so many of the latest statements."""
    links = statement_actors.c
    said = select(links.statement, links.day).where(called(links.naming, actor), links.role == "source")
    last = latest(said, links.statement, links.day, over).subquery()
    via = statement_actors.alias("via")
    through = func.coalesce(single_actors.c.actor, naming_actors.c.actor).label("through")
    nobody = case((through.is_(None), via.c.naming), else_=None).label("nobody")
    times = func.count().label("times")
    query = (
        select(documents.c.publication, through, nobody, times, func.min(last.c.day).label("first"),
               func.max(last.c.day).label("last"))
        .join_from(last, documents, documents.c.number == document_number(last.c.id))
        .outerjoin(via, and_(via.c.statement == last.c.id, via.c.role == "via", via.c.place == 0))
        .outerjoin(single_actors, single_actors.c.machine == via.c.actor)
        .outerjoin(naming_actors, naming_actors.c.naming == via.c.naming)
        .group_by(documents.c.publication, through, nobody)
        .order_by(times.desc(), documents.c.publication, through, nobody)
        .limit(_SHOWN)
    )  # fmt: skip
    rows = connection.execute(query).all()
    names = display_names(connection, [row.nobody for row in rows if row.nobody is not None])
    found = [row.through for row in rows if row.through]
    known = select(curated_actors.c.id, curated_actors.c.name).where(curated_actors.c.id.in_(found))
    curated = {row.id: row.name for row in connection.execute(known)}
    return tuple(
        Quoting(row.publication, curated.get(row.through) or names.get(row.nobody), row.through, row.times,
                row.first, row.last)
        for row in rows
    )  # fmt: skip
