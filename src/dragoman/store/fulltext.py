"""Full text in both databases behind one face: an index of folded words beside each searchable table.

SQLite has an FTS5 table without content, PostgreSQL a table of ``tsvector``; both are called
``<kind>_words`` and know a row by its id. Words come folded (``dragoman.store.folding``), so that both
databases see the same plain ASCII words, and cut none of them in a way of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, TableClause, column, func, literal_column, table, text

from dragoman.store.beginnings import words_beginning
from dragoman.store.tables import Number
from dragoman.store.terms import Term

Kind = Literal["document", "statement", "spelling"]
_MOST = 600_000
"""So many characters of one text are indexed by PostgreSQL, whose vectors hold 1 MB."""


def add(connection: Connection, kind: Kind, rows: Sequence[dict[str, Any]]) -> None:
    """Index rows of ``id`` and folded ``words``."""
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        connection.execute(text(f"INSERT INTO {kind}_words (rowid, words) VALUES (:id, :words)"), list(rows))
        return
    cut = [{"id": row["id"], "words": row["words"][:_MOST]} for row in rows]
    connection.execute(
        text(f"INSERT INTO {kind}_words (rowid, words) VALUES (:id, to_tsvector('simple', :words))"), cut
    )


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


def _quoted(connection: Connection, kind: Kind, term: Term) -> str:
    if term.prefix and len(term.words) == 1:
        found = words_beginning(connection, kind, term.words[0])
        if found:
            return "(" + " OR ".join(f'"{word}"' for word in found) + ")"
    return f'"{" ".join(term.words)}"' + (" *" if term.prefix else "")


def _lexemes(term: Term) -> str:
    last = f"{term.words[-1]}:*" if term.prefix else term.words[-1]
    return "(" + " <-> ".join([*term.words[:-1], last]) + ")"
