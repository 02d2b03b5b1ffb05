"""Which words of SQLite's index begin so: asked for one by one, they are quick to find the latest of.

FTS5 gathers all that a beginning matches before it tells the first match, which takes long where the words
are frequent. What matches any of some whole words it tells one by one, the latest first. The words themselves
stand in the index in order: each next one is a step in it (``fts5vocab``), whatever stands between.
"""

from __future__ import annotations

from sqlalchemy import Connection, text

MOST = 200
"""Where more words begin so, they are asked for by their beginning."""
INDEXED = 3
"""Beginnings of so many letters have an index of their own (migration 0001)."""

_STEPS = """
WITH RECURSIVE steps(word) AS (
    SELECT (SELECT term FROM temp.{table} WHERE term >= :first LIMIT 1)
    UNION ALL
    SELECT (SELECT term FROM temp.{table} WHERE term >= word || '0' LIMIT 1) FROM steps WHERE word < :beyond
)
SELECT word FROM steps WHERE word < :beyond LIMIT :most
"""
# "0" is the first of all folded letters and digits, and "{" comes behind the last.


def words_beginning(connection: Connection, kind: str, beginning: str) -> list[str] | None:
    """Return the words of ``<kind>_words`` that begin so, in order; None where they are too many, or where
    the beginning is quick to look up by itself."""
    if len(beginning) == INDEXED:
        return None
    table = f"{kind}_vocabulary"
    connection.execute(
        text(f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{table} USING fts5vocab(main, {kind}_words, instance)")
    )
    asked = {"first": beginning, "beyond": beginning + "{", "most": MOST + 1}
    found = list(connection.scalars(text(_STEPS.format(table=table)), asked))
    return found if len(found) <= MOST else None
