"""All that a store of SQLite's holds, whatever numbers its rows have, and whether it is whole.

It is read with SQLite alone, so that what is looked at is the file, not what the store makes of it.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from dragoman.store.finding_tables import FINDINGS
from dragoman.store.ids import SHIFT
from dragoman.store.tables import metadata, revisions

Contents = dict[str, list[str]]
"""Each table's rows, as text, sorted."""


def content(store: Path) -> Contents:
    """Return every table's rows, sorted, documents named by their SHA-256 instead of their number."""
    connection = sqlite3.connect(store)
    try:
        names = dict(connection.execute("SELECT number, id FROM documents"))
        found = {}
        for table in metadata.tables.values():
            if table is revisions:  # how often it was written is no content
                continue
            columns = [c.name for c in table.columns]
            moved = {c.name for c in table.columns if c.info.get("local")}
            numbered = {c.name for c in table.columns if c.info.get("numbered")} | {"document", "number"}
            quoted = ", ".join(f'"{name}"' for name in columns)
            rows = connection.execute(f'SELECT {quoted} FROM "{table.name}"')
            found[table.name] = sorted(
                repr(_named(dict(zip(columns, row, strict=True)), moved, numbered, names)) for row in rows
            )
        return found
    finally:
        connection.close()


def _named(
    row: dict[str, object], moved: set[str], numbered: set[str], names: dict[int, str]
) -> dict[str, object]:
    named = dict(row)
    for column, value in row.items():
        if column in moved and isinstance(value, int):
            named[column] = (names.get(value >> SHIFT, "nowhere"), value & ((1 << SHIFT) - 1))
        elif column in numbered:
            named[column] = names.get(value, "nowhere") if isinstance(value, int) else value
    return named


def wholeness(store: Path) -> list[str]:
    """Return what is broken: the file, findings without a document, documents without their reading."""
    connection = sqlite3.connect(store)
    try:
        wrong = [
            f"integrity: {told}" for (told,) in connection.execute("PRAGMA integrity_check") if told != "ok"
        ]
        for name, column in FINDINGS:
            owner = f'"{column}" >> {SHIFT} NOT IN (SELECT number FROM documents)'
            if connection.execute(f'SELECT count(*) FROM "{name}" WHERE {owner}').fetchone()[0]:
                wrong.append(f"{name} without a document")
        bare = "SELECT count(*) FROM documents WHERE number NOT IN (SELECT document FROM readings)"
        if connection.execute(bare).fetchone()[0]:
            wrong.append("documents without a reading")
        for kind in ("document", "statement", "spelling"):
            connection.execute(f"INSERT INTO {kind}_words ({kind}_words) VALUES ('integrity-check')")
    except sqlite3.DatabaseError as error:
        wrong = [str(error)]
    finally:
        connection.close()
    return wrong
