"""Full text in both databases behind one face: an index of folded words beside each searchable table.

SQLite has an FTS5 table without content, PostgreSQL a table of ``tsvector``; both are called
``<kind>_words`` and know a row by its id. Words come folded (``dragoman.store.folding``), so that both
databases see the same plain ASCII words, and cut none of them in a way of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    TableClause,
    cast,
    column,
    func,
    literal,
    literal_column,
    select,
    table,
    text,
)
from sqlalchemy.dialects.postgresql import TSQUERY

from dragoman.store.beginnings import words_beginning
from dragoman.store.blocks import SHIFTS, SIZES, Kind, blocks_of, latest_two
from dragoman.store.tables import Number
from dragoman.store.terms import Term

_MOST = 600_000
"""So many characters of one text are indexed by PostgreSQL, whose vectors hold 1 MB."""


def add(connection: Connection, kind: Kind, rows: Sequence[dict[str, Any]]) -> None:
    """Index rows of ``id`` and folded ``words``."""
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        connection.execute(text(f"INSERT INTO {kind}_words (rowid, words) VALUES (:id, :words)"), list(rows))
        return
    cut = [{**row, "words": row["words"][:_MOST], "blocks": blocks_of(kind, row["id"])} for row in rows]
    vector = "to_tsvector('simple', :words) || array_to_tsvector(CAST(:blocks AS TEXT[]))"
    connection.execute(text(f"INSERT INTO {kind}_words (rowid, words) VALUES (:id, {vector})"), cut)


def remove(connection: Connection, kind: Kind, rows: Sequence[dict[str, Any]]) -> None:
    """Take rows out of the index; ``words`` must be what they were indexed with."""
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        connection.execute(
            text(f"INSERT INTO {kind}_words ({kind}_words, rowid, words) VALUES ('delete', :id, :words)"),
            list(rows),
        )
        return
    connection.execute(text(f"DELETE FROM {kind}_words WHERE rowid = :id"), [{"id": r["id"]} for r in rows])


@cache
def index_of(kind: Kind) -> TableClause:
    """Return the index of a kind as a table that queries can name: ``rowid`` and ``words``."""
    return table(f"{kind}_words", column("rowid", Number), column("words"))


def matching(connection: Connection, kind: Kind, terms: Iterable[Term]) -> ColumnElement[bool]:
    """Return the condition on ``index_of(kind)`` that all terms are there."""
    if connection.dialect.name == "sqlite":
        wanted = " AND ".join(_quoted(connection, kind, term) for term in terms)
        return literal_column(f"{kind}_words").op("MATCH")(wanted)
    wanted = " & ".join(_lexemes(term) for term in terms)
    return literal_column(f"{kind}_words.words").op("@@")(func.to_tsquery("simple", wanted))


def latest(
    connection: Connection, kind: Kind, terms: Sequence[Term], query: Select[Any], most: int
) -> list[Row[Any]]:
    """Return ``most`` rows of a query over ``index_of(kind)``, or all, in which all terms are: the last added
    first."""
    identifier, shift = index_of(kind).c.rowid, SHIFTS[kind]
    asked = query.where(matching(connection, kind, terms)).order_by(identifier.desc())
    if connection.dialect.name == "sqlite" or shift is None:
        return list(connection.execute(asked.limit(most)))
    last = connection.scalar(select(func.max(identifier))) or 0
    found: list[Row[Any]] = []
    until = (last >> shift) + 1
    for size in SIZES:
        names, first = latest_two(size, until)
        within = asked.where(_in_blocks(kind, names), identifier < until << shift)
        found += connection.execute(within.limit(most - len(found)))
        until = first
        if len(found) >= most or not until:
            return found
    return [*found, *connection.execute(asked.where(identifier < until << shift).limit(most - len(found)))]


def _in_blocks(kind: Kind, names: Sequence[str]) -> ColumnElement[bool]:
    wanted = literal(" | ".join(f"'{name}'" for name in names))
    return literal_column(f"{kind}_words.words").op("@@")(cast(wanted, TSQUERY))


def _quoted(connection: Connection, kind: Kind, term: Term) -> str:
    if term.prefix and len(term.words) == 1:
        found = words_beginning(connection, kind, term.words[0])
        if found:
            return "(" + " OR ".join(f'"{word}"' for word in found) + ")"
    return f'"{" ".join(term.words)}"' + (" *" if term.prefix else "")


def _lexemes(term: Term) -> str:
    last = f"{term.words[-1]}:*" if term.prefix else term.words[-1]
    return "(" + " <-> ".join([*term.words[:-1], last]) + ")"
