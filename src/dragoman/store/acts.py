"""Acts with all their tellings, streamed: what relations between states are measured from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, func, select

from dragoman.store.finding_tables import events
from dragoman.store.layer_tables import copies, tellings
from dragoman.store.tables import actors, documents, statement_actors, statement_issues, statements

AT_ONCE = 200
"""So many acts are held in memory at a time."""

Issues = dict[str, float]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Where a chain of sources begins: the machine's actor, and how many stand between it and the page."""

    naming: int
    ref: str | None
    kind: str
    sector: str | None
    role: str | None
    anonymous: bool
    depth: int


@dataclass(frozen=True, slots=True)
class ToldAct:
    """One telling of an act, as the store holds it; ``states`` are of those who act and of those acted on.

    ``event`` is the telling's row of events, ``document`` and ``copy`` are SHA-256 of texts: its own, and
    that of the first print of its text. ``speaker`` is None where the article speaks in its own voice.
    ``issues`` are shares that sum to 1, or empty.
    """

    event: Row[Any]
    document: str
    publication: str | None
    origin: str | None
    published: date | None
    copy: str
    states: tuple[tuple[str, ...], tuple[str, ...]]
    first: date | None
    speaker: Speaker | None
    issues: Issues


def told_acts(connection: Connection) -> Iterator[list[ToldAct]]:
    """Yield each act's tellings in their order, the first telling first; acts by their first tellings."""
    last = -1
    while True:
        held = select(tellings.c.shared).where(tellings.c.shared > last).distinct()
        page = list(connection.scalars(held.order_by(tellings.c.shared).limit(AT_ONCE)))
        if not page:
            return
        last = page[-1]
        found: dict[int, list[ToldAct]] = {}
        for shared, told in _told(connection, page):
            found.setdefault(shared, []).append(told)
        yield from found.values()


def _told(connection: Connection, page: Sequence[int]) -> Iterator[tuple[int, ToldAct]]:
    first = documents.alias("first")
    query = (
        select(
            events, tellings.c.shared, tellings.c.outline, documents.c.id.label("document_id"),
            documents.c.publication, documents.c.published, documents.c.origin, documents.c.url,
            func.coalesce(first.c.id, documents.c.id).label("copy_id"),
        )
        .join_from(tellings, events, events.c.id == tellings.c.event)
        .join(documents, documents.c.number == events.c.document)
        .outerjoin(copies, copies.c.document == documents.c.number)
        .outerjoin(first, first.c.number == copies.c.family)
        .where(tellings.c.shared.in_(page))
        .order_by(tellings.c.shared, tellings.c.day, tellings.c.rank, tellings.c.event)
    )  # fmt: skip
    rows = connection.execute(query).all()
    said = sorted({row.statement for row in rows if row.statement is not None})
    speakers = speakers_of(connection, said)
    own = _issues(connection, said)
    around = _around(connection, sorted({row.document for row in rows}))
    for row in rows:
        outline = json.loads(row.outline)
        yield row.shared, ToldAct(
            event=row, document=row.document_id, publication=row.publication, origin=row.url or row.origin,
            published=row.published, copy=row.copy_id,
            states=(tuple(outline["actors"][1]), tuple(outline["recipients"][1])),
            first=date.fromisoformat(outline["first"]) if outline["first"] else None,
            speaker=speakers.get(row.statement, (None, None))[0],
            issues=_shares(own.get(row.statement) or around.get(row.document, {})),
        )  # fmt: skip


def speakers_of(connection: Connection, said: Sequence[int]) -> dict[int, tuple[Speaker | None, str | None]]:
    """Return who made statements whose source is named, how long the chain is, and the source's state."""
    held = statement_actors.c
    passed = select(held.statement, func.count().label("times")).where(
        held.statement.in_(said), held.role == "via"
    )
    through = {row.statement: row.times for row in connection.execute(passed.group_by(held.statement))}
    query = (
        select(statements.c.id, statements.c.parent, actors)
        .join_from(statements, actors, actors.c.id == statements.c.source)
        .where(statements.c.id.in_(said))
    )
    found: dict[int, tuple[Speaker | None, str | None]] = {}
    for row in connection.execute(query):
        depth = 1 + through.get(row[0], 0) + (1 if row.parent is not None else 0)
        speaker = Speaker(row.naming, row.ref, row.kind, row.sector, row.role, row.anonymous, depth)
        found[row[0]] = speaker, row.state
    return found


def _issues(connection: Connection, said: Sequence[int]) -> dict[int, Issues]:
    held = statement_issues.c
    found: dict[int, Issues] = {}
    for row in connection.execute(select(held.statement, held.issue).where(held.statement.in_(said))):
        found.setdefault(row.statement, {})[row.issue] = 1.0
    return found


def _around(connection: Connection, numbers: Sequence[int]) -> dict[int, Issues]:
    """Return for documents how many of their statements are on each issue."""
    query = (
        select(statements.c.document, statement_issues.c.issue, func.count().label("times"))
        .join_from(statements, statement_issues, statement_issues.c.statement == statements.c.id)
        .where(statements.c.document.in_(numbers))
        .group_by(statements.c.document, statement_issues.c.issue)
    )
    found: dict[int, Issues] = {}
    for row in connection.execute(query):
        found.setdefault(row.document, {})[row.issue] = float(row.times)
    return found


def _shares(counts: Issues) -> Issues:
    total = sum(counts.values())
    return {issue: counts[issue] / total for issue in sorted(counts)}
