"""What was found, counted by what it may be narrowed to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from bench.generated import World

from dragoman.store import Filters, Store, open_store
from dragoman.store.facets import Count, faceted_articles, faceted_statements


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Twelve generated articles with 240 statements."""
    world = World(people=40, words=300)
    with open_store(str(tmp_path_factory.mktemp("facets") / "a.sqlite"), create=True) as store:
        for reading in world.readings(12):
            store.add(reading)
        yield store


def narrowed(one: Count) -> Filters:
    """Return the filter that a counted value is offered as."""
    if one.by == "year":
        return Filters(since=date(int(one.value), 1, 1), until=date(int(one.value), 12, 31))
    return Filters(**{"by" if one.by == "source" else one.by: one.value})


@pytest.mark.parametrize("words", ["", "ba* "])
def test_a_count_is_what_narrowing_leaves(archive: Store, words: str) -> None:
    """Taking a counted value as a filter finds as many statements as were counted, with words and without."""
    with archive.reading() as connection:
        found, narrowing = faceted_statements(connection, words, Filters())
        assert narrowing.counted == found.total > 20
        assert {one.by for one in narrowing.counts} >= {"publication", "year", "source", "issue", "form"}
        for one in narrowing.counts:
            left, _ = faceted_statements(connection, words, narrowed(one))
            assert left.total == one.count, one


def test_filters_narrow_the_counts(archive: Store) -> None:
    """Under a filter only what it leaves is counted; what has one value alone has that."""
    with archive.reading() as connection:
        _, whole = faceted_statements(connection, "", Filters())
        name = next(one.value for one in whole.counts if one.by == "publication")
        _, narrowing = faceted_statements(connection, "", Filters(publication=name))
    assert [one.value for one in narrowing.counts if one.by == "publication"] == [name]


def test_articles_are_counted_by_publication_and_year(archive: Store) -> None:
    """Of whole articles only what an article itself has is counted."""
    with archive.reading() as connection:
        found, narrowing = faceted_articles(connection, "ba*", Filters())
        assert found.total == narrowing.counted == 12
        assert {one.by for one in narrowing.counts} == {"publication", "year"}
        for one in narrowing.counts:
            assert faceted_articles(connection, "ba*", narrowed(one))[0].total == one.count


def test_form_is_a_filter(archive: Store) -> None:
    """Statements of another form are left out, with words and without."""
    with archive.reading() as connection:
        for words in ("", "ba*"):
            kept, _ = faceted_statements(connection, words, Filters(form="indirect"))
            none, _ = faceted_statements(connection, words, Filters(form="direct"))
            assert kept.total and not none.total
