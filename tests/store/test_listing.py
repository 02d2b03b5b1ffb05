"""The latest of many rows, in both databases."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import Column, Date, Integer, MetaData, Table, insert, select

from dragoman.store import Store
from dragoman.store.listing import latest

DAYS = (3, None, 1, 3, None, 2, 1)
ROWS = Table("kept_rows", MetaData(), Column("id", Integer, primary_key=True), Column("day", Date))


@pytest.mark.parametrize("size", [1, 2, 3, 7, 20])
def test_pages_of_the_latest_go_through_all_rows_once_those_without_a_day_last(
    store: Store, size: int
) -> None:
    """Of one day the last id comes first; pages follow one another without a gap, also into the undated."""
    first = date(2015, 11, 1)
    with store.engine.connect() as connection, connection.begin() as trying:
        ROWS.create(connection)
        given = [{"id": n, "day": day and first + timedelta(day)} for n, day in enumerate(DAYS)]
        connection.execute(insert(ROWS), given)
        pages = [
            list(connection.scalars(latest(select(ROWS.c.id), ROWS.c.id, ROWS.c.day, size, start)))
            for start in range(0, len(DAYS) + size, size)
        ]
        trying.rollback()
    assert [n for page in pages for n in page] == [3, 0, 5, 6, 2, 4, 1]
    assert all(len(page) == size for page in pages[: len(DAYS) // size])
