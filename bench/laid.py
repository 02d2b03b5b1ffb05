"""A large archive in minutes: a store's documents laid down again and again, with all that was found in them.

Readings are added one at a time, as real ones are, and a million statements take long so. Here what some
thousand documents left in the tables is inserted anew under further numbers, with texts, words for search and
layers. Each laying has the same names and words, so that frequent ones stay as frequent.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Connection, Table, func, insert, literal, select, text, update

from dragoman.curating import Curator
from dragoman.layering import Layers
from dragoman.ledgers.kept import Kept
from dragoman.store import Store
from dragoman.store.compared_tables import (
    dispute_claims,
    dispute_facts,
    disputes,
    forecast_names,
    forecast_rows,
)
from dragoman.store.folding import folded
from dragoman.store.ids import SHIFT
from dragoman.store.tables import documents, metadata, spellings

_LEFT_OUT = frozenset(
    "documents judgements curated_names curated_actors naming_actors suggestions spellings imported_files "
    "imported_acts revisions waiting_days waiting_documents waiting_names waiting_tellings waiting_claims "
    "asked_keys disputes dispute_claims dispute_facts forecast_rows forecast_names".split()
)
"""What doesn't follow from single documents, and what is laid down by itself."""


def laid(store: Store, times: int) -> None:
    """Lay the documents of an SQLite store, in which none was laid yet, down so many times."""
    Layers(store).bring_in()
    Kept(store).bring_in()
    Curator(store).settle()
    with store.reading() as connection:
        count = connection.scalar(select(func.count()).select_from(documents)) or 0
        last = connection.scalar(select(func.max(documents.c.number))) or 0
    with store.reading() as connection:
        rows = _answers(connection)
    for time in range(1, times):
        with store.writing() as connection:
            _lay(connection, time, last * time, last)
            _lay_answers(connection, time, last * time, rows)
    with store.writing() as connection:
        connection.execute(update(spellings).values(documents=spellings.c.documents * times))
    assert store.count() == count * times


def _lay(connection: Connection, time: int, shift: int, last: int) -> None:
    driver: Any = connection.connection.driver_connection
    driver.create_function("folded", 1, folded, deterministic=True)
    held = documents.c
    kept = [c for c in held if c.name not in ("number", "id")]
    name = literal(f"{time:04x}").concat(func.substr(held.id, 5))
    chosen = select(held.number + shift, name, *kept).where(held.number <= last)
    connection.execute(insert(documents).from_select(["number", "id", *(c.name for c in kept)], chosen))
    for table in metadata.sorted_tables:
        if table.name in _LEFT_OUT:
            continue
        first = next(iter(c for c in table.columns if _offset(c, shift)))
        limit = last if _offset(first, shift) == shift else ((last + 1) << SHIFT) - 1
        rows = select(*(c + _offset(c, shift) if _offset(c, shift) else c for c in table.columns))
        connection.execute(insert(table).from_select(list(table.columns), rows.where(first <= limit)))
    for kind, of, key, words, least in (
        ("statement", "statements", "id", "text", shift << SHIFT),
        ("document", "documents", "number", "coalesce(title, '') || char(10) || text", shift),
    ):
        query = f"SELECT {key}, folded({words}) FROM {of} WHERE {key} > {least}"
        connection.execute(text(f"INSERT INTO {kind}_words (rowid, words) {query}"))


Answers = list[tuple[Table, list[dict[str, Any]]]]


def _answers(connection: Connection) -> Answers:
    """Return what was made of all documents together: their disputes and forecasts."""
    tables = (disputes, dispute_claims, dispute_facts, forecast_rows, forecast_names)
    return [(table, [dict(row) for row in connection.execute(select(table)).mappings()]) for table in tables]


def _lay_answers(connection: Connection, time: int, shift: int, found: Answers) -> None:
    """Insert disputes and forecasts under further keys; their evidence stays that of what was laid first."""
    for table, rows in found:
        moved = {"claim": shift << SHIFT, "dispute": time, "key": time if table is disputes else 0}
        laid_again = [{name: _again(name, value, time, moved) for name, value in row.items()} for row in rows]
        if laid_again:
            connection.execute(insert(table), laid_again)


def _again(name: str, value: Any, time: int, moved: dict[str, int]) -> Any:
    if name in ("id", "forecast"):
        kind, _, digits = value.partition(":")
        return f"{kind}:{time:04x}{digits[4:]}"
    return value + moved[name] if name in moved else value


def _offset(column: Column[Any], shift: int) -> int:
    """Return what a laying adds to a column: to documents' numbers, to findings' ids, to others 0."""
    if column.info.get("local"):
        return shift << SHIFT
    of_document = any(key.column is documents.c.number for key in column.foreign_keys)
    return shift if of_document or column.info.get("numbered") else 0
