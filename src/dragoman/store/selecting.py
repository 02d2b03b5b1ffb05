"""Filters → which statements they leave, in an order of looking that stays quick in a large store."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, FromClause, exists, func, or_, select

from dragoman.store.calling import called
from dragoman.store.finding_tables import events
from dragoman.store.listing import latest
from dragoman.store.names import Who, who
from dragoman.store.tables import document_number, documents, statement_actors, statement_issues, statements

FEW = 1_500
"""So many statements are read rather than looked up in the index of words."""

LISTED = 20_000
"""So many statements are listed rather than looked up one by one."""

TRIED = 10_000
"""So many statements that one filter leaves are tried against the others, to see whether few are left."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What a statement must be; None asks for nothing.

    ``by``, ``via`` and ``about`` are names (see ``names.who``), ``type`` and ``status`` those of an event
    that the statement tells of, ``since`` and ``until`` days of publication, both included, ``form`` is
    direct, indirect or mixed.
    """

    by: str | None = None
    via: str | None = None
    about: str | None = None
    issue: str | None = None
    type: str | None = None
    status: str | None = None
    publication: str | None = None
    since: date | None = None
    until: date | None = None
    form: str | None = None

    @property
    def given(self) -> bool:
        """Say whether anything is asked for."""
        return any(getattr(self, field.name) is not None for field in fields(self))


@dataclass(frozen=True, slots=True)
class Base:
    """Where to begin: rows that each name a statement's id and day, and the filter that is met there."""

    name: str
    source: FromClause
    id: ColumnElement[int]
    day: ColumnElement[date]
    condition: ColumnElement[bool] | None


class Selection:
    """The statements that some filters leave; ask it for ids, newest first."""

    def __init__(self, connection: Connection, filters: Filters) -> None:
        """Look the names up; StoreError where nobody is called so."""
        self._connection = connection
        self._filters = filters
        roles = (("source", filters.by), ("via", filters.via), ("about", filters.about))
        self._actors = {role: who(connection, name) for role, name in roles if name is not None}

    def few(self) -> list[int] | None:
        """Return the ids that are left, in no order, where they are not more than ``FEW``, and where no more
        than ``TRIED`` had to be tried to know; else None."""
        base = self._base()
        if self.conditions(base.id, (base.name,)) and self._size(base, TRIED) > TRIED:
            return None
        query = self._query(base).limit(FEW + 1)
        found = [row[0] for row in self._connection.execute(query).all()]
        return found if len(found) <= FEW else None

    def ids(self, limit: int, offset: int) -> list[int]:
        """Return ids, those published last first."""
        base = self._base()
        page = latest(self._query(base), base.id, base.day, limit, offset)
        return list(self._connection.scalars(page))

    def count(self, most: int) -> int:
        """Return how many statements are left, counting no further than ``most``."""
        counted = self._query(self._base()).limit(most).subquery()
        return self._connection.scalar(select(func.count()).select_from(counted)) or 0

    def conditions(
        self, identifier: ColumnElement[int], met: Collection[str] = ()
    ) -> list[ColumnElement[bool]]:
        """Return the conditions on a column that holds statements' ids, but for those that are met."""
        asked = self._filters
        found = [
            linked_to(identifier, role, actor) for role, actor in self._actors.items() if role not in met
        ]
        if asked.issue is not None and "issue" not in met:
            found.append(
                exists().where(
                    statement_issues.c.statement == identifier, statement_issues.c.issue == asked.issue
                )
            )
        if asked.type is not None or asked.status is not None:
            found.append(exists().where(events.c.statement == identifier, *self._event()))
        if asked.form is not None:
            formed = statements.alias("formed")
            found.append(exists().where(formed.c.id == identifier, formed.c.form == asked.form))
        if asked.publication is not None and "publication" not in met:
            found.append(
                exists().where(
                    documents.c.number == document_number(identifier),
                    documents.c.publication == asked.publication,
                )
            )
        return found

    def among(self, identifier: ColumnElement[int]) -> list[ColumnElement[bool]]:
        """Return the conditions on a column of ids of which many are tried.

        What a filter leaves is listed once where that is short, from an index that covers it; else each id
        is looked up. Days are looked for among documents, of which there are fewer.
        """
        bases = self._bases()
        short = {base.name: base for base in bases if self._size(base) <= LISTED}
        found = self.conditions(identifier, {*short, "publication"})
        for base in short.values():
            found.append(identifier.in_(select(base.id).where(*self._met(base))))
        asked = self._filters
        days = within(documents.c.published, asked.since, asked.until) if not short else []
        if asked.publication is not None:
            days.append(documents.c.publication == asked.publication)
        if days:
            found.append(document_number(identifier).in_(select(documents.c.number).where(*days)))
        return found

    def _met(self, base: Base) -> list[ColumnElement[bool]]:
        """Return the conditions that are met where a filter begins: its own, and the days."""
        own = [] if base.condition is None else [base.condition]
        return [*own, *within(base.day, self._filters.since, self._filters.until)]

    def _query(self, base: Base) -> Any:
        conditions = [*self._met(base), *self.conditions(base.id, (base.name,))]
        query = select(base.id, base.day).select_from(base.source).where(*conditions)
        return query.distinct() if base.name in ("via", "about", "source") else query

    def _event(self) -> list[ColumnElement[bool]]:
        asked = self._filters
        pairs = ((events.c.type, asked.type), (events.c.status, asked.status))
        return [column == value for column, value in pairs if value is not None]

    def _base(self) -> Base:
        """Return the filter that leaves the fewest, so that the others have the least to look through."""
        bases = self._bases()
        if not bases and self._filters.publication is not None:
            joined = documents.join(statements, statements.c.document == documents.c.number)
            named = documents.c.publication == self._filters.publication
            return Base("publication", joined, statements.c.id, documents.c.published, named)
        if not bases:
            return Base("", statements, statements.c.id, statements.c.day, None)
        return bases[0] if len(bases) == 1 else min(bases, key=self._size)

    def _bases(self) -> list[Base]:
        """Return the filters that an index of statements' ids covers: actors and issue."""
        links, issues = statement_actors.c, statement_issues.c
        found = []
        for role, actor in self._actors.items():
            named = meant(links.naming, links.state, actor) & (links.role == role)
            found.append(Base(role, statement_actors, links.statement, links.day, named))
        if self._filters.issue is not None:
            on_it = issues.issue == self._filters.issue
            found.append(Base("issue", statement_issues, issues.statement, issues.day, on_it))
        return found

    def _size(self, base: Base, most: int | None = None) -> int:
        """Return how many rows a filter leaves, counting little further than ``most`` (``LISTED``)."""
        limit = (LISTED if most is None else most) + 1
        rows = select(base.id).select_from(base.source).where(*self._met(base)).limit(limit)
        return self._connection.scalar(select(func.count()).select_from(rows.subquery())) or 0


def meant(naming: Column[int], state: Column[str], actor: Who, acting: bool = False) -> ColumnElement[bool]:
    """Return the condition that an actor is meant; ``acting`` takes a state's name for all who act for it."""
    states = (*actor.states, *(actor.own_states if acting else ()))
    ways: list[ColumnElement[bool]] = []
    if actor.namings:
        ways.append(called(naming, actor))
    if states:
        ways.append(state.in_(states))
    return ways[0] if len(ways) == 1 else or_(*ways)


def linked_to(identifier: ColumnElement[int], role: str, actor: Who) -> ColumnElement[bool]:
    """Return the condition that a statement has an actor in a role."""
    links = statement_actors.alias()
    return exists().where(
        links.c.statement == identifier, links.c.role == role, meant(links.c.naming, links.c.state, actor)
    )


def within(day: ColumnElement[date], since: date | None, until: date | None) -> list[ColumnElement[bool]]:
    """Return the conditions that a day lies between two, both included."""
    found: list[ColumnElement[bool]] = []
    if since is not None:
        found.append(day >= since)
    if until is not None:
        found.append(day <= until)
    return found
