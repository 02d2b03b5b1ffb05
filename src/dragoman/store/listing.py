"""Questions about long lists of values, some hundreds at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Row, Select

Value = TypeVar("Value")
MOST = 900
"""So many values stand in one list of a question."""


def listed(values: Sequence[Value]) -> Iterator[Sequence[Value]]:
    """Yield values in portions that either database takes in one list."""
    for start in range(0, len(values), MOST):
        yield values[start : start + MOST]


def among(
    connection: Connection, query: Select[Any], column: ColumnElement[Any], values: Sequence[Any]
) -> Iterator[Row[Any]]:
    """Yield the rows of a query in which a column has one of the values."""
    for some in listed(values):
        yield from connection.execute(query.where(column.in_(some)))
