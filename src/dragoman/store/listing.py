"""Questions about long lists of values, some hundreds at a time, and for the latest of many rows."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Connection,
    Row,
    Select,
    any_,
    func,
    literal,
    select,
    union_all,
)

Value = TypeVar("Value")
MOST = 900
"""So many values stand in one list of a question."""
FEW = 50
"""So many values stand in a question as they are."""


def listed(values: Sequence[Value]) -> Iterator[Sequence[Value]]:
    """Yield values in portions that either database takes in one list."""
    for start in range(0, len(values), MOST):
        yield values[start : start + MOST]


def among(
    connection: Connection, query: Select[Any], column: ColumnElement[Any], values: Sequence[Any]
) -> Iterator[Row[Any]]:
    """Yield the rows of a query in which a column has one of the values."""
    for some in listed(values):
        yield from connection.execute(query.where(one_of(connection, column, some)))


def one_of(connection: Connection, column: ColumnElement[Any], values: Sequence[Any]) -> ColumnElement[bool]:
    """Return the condition that a column has one of some values, which are sent as one: as an array to
    PostgreSQL, as JSON to SQLite where they are many. That is quicker to write and to plan for than hundreds
    of values; of a few SQLite's planner makes more where it sees them."""
    if connection.dialect.name == "postgresql":
        return column == any_(literal(list(values), ARRAY(column.type)))
    if len(values) <= FEW:
        return column.in_(values)
    told = func.json_each(json.dumps(list(values), ensure_ascii=False)).table_valued("value")
    return column.in_(select(told.c.value))


def latest(
    query: Select[Any], identifier: ColumnElement[int], day: ColumnElement[date], limit: int, offset: int = 0
) -> Select[Any]:
    """Return the query for ids and days, as ``id`` and ``day``, of a page of rows: the latest first, those
    without a day last.

    ``query`` selects them. Days and rows without one are asked for apart, since PostgreSQL keeps an index in
    which what has no day stands first where the latest do: it would sort all rows for one page.
    """
    asked = query.with_only_columns(identifier.label("id"), day.label("day"), maintain_column_froms=True)
    dated = asked.where(day.is_not(None)).order_by(day.desc(), identifier.desc()).limit(limit + offset)
    undated = asked.where(day.is_(None)).order_by(identifier.desc()).limit(limit + offset)
    both = union_all(select(dated.subquery()), select(undated.subquery())).subquery()
    ordered = select(both.c.id, both.c.day).order_by(both.c.day.desc().nulls_last(), both.c.id.desc())
    return ordered.limit(limit).offset(offset)
