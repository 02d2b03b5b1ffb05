"""The store → readings for export, streamed: every appearance of every text that filters leave."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select, union

from dragoman.records import Article, Reading, Status
from dragoman.store.finding_tables import event_actors, events
from dragoman.store.ids import SHIFT
from dragoman.store.layer_tables import copies, tellings
from dragoman.store.loading import load_number
from dragoman.store.names import who
from dragoman.store.selecting import meant, within
from dragoman.store.tables import document_number, documents, origins, statement_actors

AT_ONCE = 200
_FACTS = ("url", "title", "publication", "author", "published")
_SUREST: tuple[Status, ...] = (
    "done", "ongoing", "planned", "conditional", "possible", "demanded", "negated",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which articles: of days of publication, both included, of a publication, on two actors (names)."""

    since: date | None = None
    until: date | None = None
    publication: str | None = None
    between: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class ActNote:
    """Of which act a telling is.

    ``act`` is the SHA-256 of the first telling's text and its event's local id, ``status`` the surest that
    any telling gives, ``year`` that of the act, ``text`` the SHA-256 of the first print of its text.
    """

    act: str
    status: Status
    year: int | None
    text: str


def readings_that(connection: Connection, chosen: Chosen) -> Iterator[Reading]:
    """Yield the readings that are chosen, one for each place where the text was met; memory stays flat.

    Findings of a text are the same at each place. StoreError where nobody is called as ``between`` says.
    """
    conditions = [*within(documents.c.published, chosen.since, chosen.until)]
    if chosen.publication is not None:
        conditions.append(documents.c.publication == chosen.publication)
    if chosen.between is not None:
        conditions.append(documents.c.number.in_(_between(connection, *chosen.between)))
    last = 0
    while True:
        held = select(documents.c.number).where(documents.c.number > last, *conditions)
        page = list(connection.scalars(held.order_by(documents.c.number).limit(AT_ONCE)))
        if not page:
            return
        for number in page:
            yield from _appearances(connection, number)
        last = page[-1]


def _appearances(connection: Connection, number: int) -> Iterator[Reading]:
    reading = load_number(connection, number)
    yield reading
    met = reading.article.origin or reading.article.url or ""
    held = select(origins).where(origins.c.document == number, origins.c.origin != met)
    for row in connection.execute(held.order_by(origins.c.origin)):
        facts = {name: getattr(row, name) for name in _FACTS}
        article: Article = replace(reading.article, origin=row.origin or None, **facts)
        yield replace(reading, article=article)


def _between(connection: Connection, one: str, other: str) -> Select[Any]:
    """Return the query for the documents in which two are in one event, or one speaks about the other."""
    first, second = who(connection, one), who(connection, other)
    a, b = event_actors.alias(), event_actors.alias()
    done = select(document_number(a.c.event).label("document")).where(
        a.c.event == b.c.event, meant(a.c.naming, a.c.state, first, acting=True),
        meant(b.c.naming, b.c.state, second, acting=True),
    )  # fmt: skip
    c, d = statement_actors.alias(), statement_actors.alias()

    def speaks(by: Any, about: Any) -> ColumnElement[bool]:
        return meant(c.c.naming, c.c.state, by, acting=True) & meant(
            d.c.naming, d.c.state, about, acting=True
        )

    said = select(document_number(c.c.statement).label("document")).where(
        c.c.statement == d.c.statement, c.c.role == "source", d.c.role == "about",
        or_(speaks(first, second), speaks(second, first)),
    )  # fmt: skip
    both = union(done, said).subquery()
    return select(both.c.document)


def act_notes(connection: Connection, document: str) -> dict[str, ActNote]:
    """Return for each event of a document, by its local id, of which act it is; what waits is left out."""
    mine, first, known = tellings.alias("mine"), documents.alias("first"), documents.alias("known")
    query = (
        select(
            mine.c.event, mine.c.shared, first.c.id.label("first_id"),
            func.coalesce(known.c.id, document).label("text_id"),
        )
        .join_from(documents, mine, mine.c.document == documents.c.number)
        .join(first, first.c.number == document_number(mine.c.shared))
        .outerjoin(copies, copies.c.document == documents.c.number)
        .outerjoin(known, known.c.number == copies.c.family)
        .where(documents.c.id == document)
    )  # fmt: skip
    rows = connection.execute(query).all()
    told = select(tellings.c.shared, events.c.status, func.min(events.c.day).label("day")).join_from(
        tellings, events, events.c.id == tellings.c.event
    )
    statuses: dict[int, dict[Status, date | None]] = {}
    shared = sorted({row.shared for row in rows})
    grouped = told.where(tellings.c.shared.in_(shared)).group_by(tellings.c.shared, events.c.status)
    for act, status, day in connection.execute(grouped):
        statuses.setdefault(act, {})[status] = day
    mask = (1 << SHIFT) - 1
    notes = {}
    for row in rows:
        days = [day for day in statuses[row.shared].values() if day is not None]
        status = next(one for one in _SUREST if one in statuses[row.shared])
        act = f"{row.first_id}:e{row.shared & mask}"
        year = min(days).year if days else None
        notes[f"e{row.event & mask}"] = ActNote(act, status, year, row.text_id)
    return notes
