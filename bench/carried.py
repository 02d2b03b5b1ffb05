"""An SQLite store's rows carried over into an empty PostgreSQL store, so that both are asked about the same.

Readings that are added one at a time take hours for a million statements. Here every table goes over as it
is, in PostgreSQL's bulk format, and the words of texts are indexed once, at the end.

    python -m bench.carried SQLITE POSTGRES-URL
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, MetaData, Table, func, select, text

from bench.report import parser
from dragoman.store import Store, open_store
from dragoman.store.folding import folded
from dragoman.store.fulltext import Kind
from dragoman.store.tables import documents, metadata, spellings, statements

AT_ONCE = 10_000


def carried(source: Store, target: Store) -> None:
    """Copy all that a store holds into an empty one in PostgreSQL, with its indexes and statistics."""
    if target.count():
        raise SystemExit("the PostgreSQL store holds documents already: the measure begins with an empty one")
    with source.reading() as read, target.writing() as written:
        for table in metadata.sorted_tables:
            _copied(written, table, [c.name for c in table.columns], _rows(read, table))
        for kind, query, words in _searched():
            _words(written, kind, ((row[0], words(row)) for row in read.execute(query).yield_per(AT_ONCE)))
        last = func.setval(func.pg_get_serial_sequence("documents", "number"), func.max(documents.c.number))
        written.execute(select(last))
    with target.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM ANALYZE"))


def _rows(connection: Connection, table: Table) -> Iterator[Sequence[Any]]:
    return iter(connection.execute(select(table)).yield_per(AT_ONCE))


def _copied(
    connection: Connection, table: Table, columns: Sequence[str], rows: Iterator[Sequence[Any]]
) -> None:
    driver: Any = connection.connection.driver_connection
    named = ", ".join(f'"{name}"' for name in columns)
    with driver.cursor().copy(f'COPY "{table.name}" ({named}) FROM STDIN') as copy:
        for row in rows:
            copy.write_row(row)


def _searched() -> Iterator[tuple[Kind, Any, Callable[[Any], str]]]:
    """Yield each kind of words, the query for ids and texts, and what makes words of a row (see saving)."""
    held = documents.c
    yield "document", select(held.number, held.title, held.text), lambda r: folded(f"{r[1] or ''}\n{r[2]}")
    yield "statement", select(statements.c.id, statements.c.text), lambda row: folded(row[1])
    yield "spelling", select(spellings.c.id, spellings.c.folded), lambda row: str(row[1])


def _words(connection: Connection, kind: Kind, rows: Iterator[Sequence[Any]]) -> None:
    index = f"{kind}_words_words"
    connection.execute(text("CREATE TEMP TABLE carried_words (id BIGINT, words TEXT) ON COMMIT DROP"))
    _copied(connection, Table("carried_words", MetaData()), ("id", "words"), rows)
    connection.execute(text(f"DROP INDEX {index}"))
    connection.execute(
        text(f"INSERT INTO {kind}_words SELECT id, to_tsvector('simple', words) FROM carried_words")
    )
    connection.execute(text(f"CREATE INDEX {index} ON {kind}_words USING gin (words)"))
    connection.execute(text("DROP TABLE carried_words"))


def main(arguments: Sequence[str] | None = None) -> None:
    """Carry a store over from the command line."""
    options = parser(__doc__)
    options.add_argument("sqlite", help="the store's file")
    options.add_argument("postgres", help="the address of an empty database")
    chosen = options.parse_args(arguments)
    with open_store(chosen.sqlite) as source, open_store(chosen.postgres, create=True) as target:
        carried(source, target)


if __name__ == "__main__":
    main()
