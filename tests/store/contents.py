"""All that a store holds, as values that don't depend on the order in which articles were added."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from dragoman.store import Store
from dragoman.store.ids import SHIFT
from dragoman.store.tables import metadata, revisions

Contents = dict[str, list[str]]


def contents(store: Store) -> Contents:
    """Return each table's rows, sorted, with documents' SHA-256 in the place of their numbers."""
    with store.reading() as connection:
        table = metadata.tables["documents"]
        names = {row.number: row.id for row in connection.execute(select(table.c.number, table.c.id))}
        found: Contents = {}
        for name, table in metadata.tables.items():
            if table is revisions:  # how often it was written is no content
                continue
            rows = connection.execute(select(table)).mappings()
            found[name] = sorted(_told(name, dict(row), names) for row in rows)
    return found


def _told(table: str, row: dict[str, Any], names: dict[int, str]) -> str:
    for column in metadata.tables[table].columns:
        value = row[column.name]
        if column.info.get("local") and value is not None:
            row[column.name] = (names[value >> SHIFT], value & ((1 << SHIFT) - 1))
        elif (column.name in ("document", "number") or column.info.get("numbered")) and value in names:
            row[column.name] = names[value]
    return repr(sorted(row.items()))
