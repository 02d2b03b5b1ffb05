"""Beginnings of words, looked up as words: the same lines as the index of beginnings gives."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from bench.generated import World

from dragoman.store import Store, open_store
from dragoman.store.beginnings import words_beginning
from dragoman.store.folding import folded


@pytest.fixture(scope="module")
def world() -> World:
    """A world of few words, so that many begin alike."""
    return World(people=20, words=300)


@pytest.fixture(scope="module")
def archive(world: World, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """An SQLite store of some generated articles."""
    path: Path = tmp_path_factory.mktemp("beginnings")
    with open_store(str(path / "archive.sqlite"), create=True) as store:
        for reading in world.readings(12):
            store.add(reading)
        yield store


@pytest.mark.parametrize("beginning", ["k", "ka", "kaka", "nosuch", "0", "z"])
def test_all_words_that_begin_so_are_listed_once_and_in_order(
    archive: Store, world: World, beginning: str
) -> None:
    """What is listed is what stands in the statements, whatever stands before and behind it there."""
    said = {word for n in range(12) for s in world.reading(n).statements
            for span in s.content for word in folded(span.of(world.reading(n).text)).split()}  # fmt: skip
    with archive.reading() as connection:
        found = words_beginning(connection, "statement", beginning)
    assert found == sorted(word for word in said if word.startswith(beginning))


def test_beginnings_of_three_letters_are_left_to_their_index(archive: Store) -> None:
    """FTS5 has an index of them, which is quicker than any list."""
    with archive.reading() as connection:
        assert words_beginning(connection, "statement", "kak") is None


@pytest.mark.parametrize("asked", ["k*", "ka*", "kaka*", "ka* ne*"])
def test_listed_words_and_the_index_find_the_same(
    archive: Store, asked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where too many words begin so, they are asked for by their beginning: the lines are the same."""
    listed = archive.search_statements(asked, size=500), archive.search_articles(asked, size=500)
    monkeypatch.setattr("dragoman.store.beginnings.MOST", 0)
    assert listed == (archive.search_statements(asked, size=500), archive.search_articles(asked, size=500))
    assert listed[0].total > 0
