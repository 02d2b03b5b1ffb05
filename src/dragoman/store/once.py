"""Rows that are written only where they are not there yet, in either database."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Insert, Table
from sqlalchemy.dialects import postgresql, sqlite


def put_once(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows, leaving out those whose primary key is there."""
    if rows:
        connection.execute(_inserting(table, connection.dialect.name), rows)


@cache
def _inserting(table: Table, database: str) -> Insert:
    """Return the statement, which takes longer to put together than to run."""
    dialect = sqlite if database == "sqlite" else postgresql
    statement: Insert = dialect.insert(table).on_conflict_do_nothing()
    return statement
