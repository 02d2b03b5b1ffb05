"""Questions about the kept disputes: a page of those that are asked for, and counts of all of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, select

from dragoman.ledgers.card_lines import CardLine
from dragoman.ledgers.kept.cards import DAY, ISSUE, STATE
from dragoman.ledgers.kept.packing import unpacked
from dragoman.store.compared_tables import dispute_facts, disputes

Counts = tuple[tuple[str, int], ...]
"""Names with how often each is there, the most frequent first."""


@dataclass(frozen=True, slots=True)
class Sought:
    """Which disputes are asked for: of states (their codes), a kind, an issue, told within some days."""

    states: frozenset[str] = frozenset()
    kind: str | None = None
    issue: str | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Disputes:
    """A page of disputes, those first seen last first; ``kinds`` and ``issues`` count all that are sought."""

    total: int
    kinds: Counts
    issues: Counts
    lines: tuple[CardLine, ...]


def disputed(connection: Connection, sought: Sought, page: int = 1, size: int = 10) -> Disputes:
    """Return a page of the disputes that are asked for."""
    conditions = list(_conditions(sought))
    query = select(disputes.c.packed).where(*conditions)
    ordered = query.order_by(disputes.c.day.desc(), disputes.c.id.desc(), disputes.c.key.desc())
    rows = connection.scalars(ordered.limit(size).offset((page - 1) * size)).all()
    kinds = _counted(
        connection, select(disputes.c.kind, func.count()).where(*conditions).group_by(disputes.c.kind)
    )
    lines = tuple(line for row in rows for line in unpacked(CardLine, row))
    return Disputes(sum(count for _, count in kinds), kinds, _issues(connection, conditions), lines)


def every_dispute(connection: Connection, sought: Sought) -> Iterator[CardLine]:
    """Yield all disputes that are asked for, those first seen first, the undated last."""
    dated = disputes.c.day > date.min
    for some in (dated, ~dated):
        query = select(disputes.c.packed).where(some, *_conditions(sought))
        for row in connection.scalars(query.order_by(disputes.c.day, disputes.c.id)):
            yield from unpacked(CardLine, row)


def _conditions(sought: Sought) -> Iterator[ColumnElement[bool]]:
    for state in sorted(sought.states):
        yield _with(STATE, dispute_facts.c.value == state)
    if sought.kind is not None:
        yield disputes.c.kind == sought.kind
    if sought.issue is not None:
        yield _with(ISSUE, dispute_facts.c.value == sought.issue)
    if sought.since is not None or sought.until is not None:
        first, last = sought.since or date.min, sought.until or date.max
        yield _with(DAY, dispute_facts.c.value.between(first.isoformat(), last.isoformat()))


def _with(fact: str, condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return disputes.c.key.in_(select(dispute_facts.c.dispute).where(dispute_facts.c.fact == fact, condition))


def _issues(connection: Connection, conditions: list[ColumnElement[bool]]) -> Counts:
    held = dispute_facts.c
    query = select(held.value, func.count()).where(held.fact == ISSUE).group_by(held.value)
    if conditions:
        query = query.where(held.dispute.in_(select(disputes.c.key).where(*conditions)))
    return _counted(connection, query)


def _counted(connection: Connection, query: Select[Any]) -> Counts:
    found = ((str(name), int(count)) for name, count in connection.execute(query))
    return tuple(sorted(found, key=lambda pair: (-pair[1], pair[0])))
