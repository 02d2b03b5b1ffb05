"""The texts with some words that were added last, in both databases."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, text

import dragoman.store.migrations as migrations
from dragoman.store import Store, fulltext
from dragoman.store.blocks import SHIFTS, SIZES, Kind, blocks_of, latest_two
from dragoman.store.terms import terms_of


@given(st.integers(1, 2**22), st.integers(0, 2**22), st.sampled_from(SIZES))
def test_two_blocks_are_those_that_hold_the_documents(until: int, number: int, size: int) -> None:
    """A document before another one stands in the two blocks before that one, or before where they begin."""
    names, first = latest_two(size, until)
    if number < until:
        assert (number >= first) == bool(set(names) & set(blocks_of("document", number)))


@given(st.integers(1, 2**22))
def test_each_size_of_blocks_goes_on_where_the_last_one_ended(until: int) -> None:
    """Nothing is left out between two sizes, and each goes further back until the first document."""
    for size in SIZES:
        before = until
        _, until = latest_two(size, until)
        assert until < before or not before
        if not until:
            return


@pytest.mark.parametrize("kind", ["document", "statement"])
def test_the_latest_are_found_however_far_apart_they_are(make: Callable[[], Store], kind: Kind) -> None:
    """Of documents with gaps between them, those with all words come last added first, no more than asked."""
    random, shift = Random(5), SHIFTS[kind] or 0
    numbers = sorted({*range(1, 400), *(random.randrange(400, 300_000) for _ in range(600))})
    ids = [(number << shift) + (number % 3 if shift else 0) for number in numbers]
    words = {
        one: "usual" + " often" * (one % 2) + " seldom" * (place % 97 == 0) for place, one in enumerate(ids)
    }
    store, index = make(), fulltext.index_of(kind)
    with store.writing() as connection:
        fulltext.add(connection, kind, [{"id": one, "words": told} for one, told in words.items()])
    with store.reading() as connection:
        for asked in ("usual", "often", "seldom", "often seldom", '"usual often"', "sel*", "never"):
            wanted = asked.replace('"', "").replace("*", "").split()
            known = [one for one in reversed(ids) if all(word in words[one] for word in wanted)]
            for most in (1, 7, 400, 5_000):
                rows = fulltext.latest(connection, kind, terms_of(asked), select(index.c.rowid), most)
                assert [row[0] for row in rows] == known[:most]
            beyond = select(index.c.rowid).where(index.c.rowid < ids[500])
            rows = fulltext.latest(connection, kind, terms_of(asked), beyond, 20)
            assert [row[0] for row in rows] == [one for one in known if one < ids[500]][:20]


def test_an_older_store_learns_its_blocks(make: Callable[[], Store]) -> None:
    """After the migration a store of version 0008 finds by words what a new one finds."""
    store, index = make(), fulltext.index_of("statement")
    rows = [{"id": (number << 20) + 4, "words": "usual"} for number in range(1, 3_000, 7)]
    with store.writing() as connection:
        fulltext.add(connection, "statement", rows)
        if connection.dialect.name == "postgresql":
            connection.execute(text("UPDATE statement_words SET words = to_tsvector('simple', 'usual')"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0008'"))
        migrations.upgrade(connection)
    with store.reading() as connection:
        found = fulltext.latest(connection, "statement", terms_of("usual"), select(index.c.rowid), 9_999)
    assert [row[0] for row in found] == [row["id"] for row in reversed(rows)]
