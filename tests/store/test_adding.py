"""Sources → the store: failures told, texts read once, processes that die and are replaced."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import date
from multiprocessing import get_context
from pathlib import Path

import pytest
from bench.generated import VERSIONS, World
from contents import contents

from dragoman.adding import Adder, Outcome
from dragoman.ingest import Source
from dragoman.reading_pool import BUILT_IN, Pool, rows_by
from dragoman.records import Article, Reading, Versions
from dragoman.store import Rows, Store, open_store

WORLD = World(people=20, words=80)


class MadeUp:
    """A reader that knows the made-up world's readings by the number that their text ends with."""

    def __init__(self, versions: Versions = VERSIONS) -> None:
        self.versions = versions
        self.read_so_far = 0

    def read(self, article: Article) -> Reading:
        """Return the reading of that text, dated and placed as the article is."""
        self.read_so_far += 1
        known = WORLD.reading(int(str(article.title)), statements=3)
        return replace(known, article=article, versions=self.versions)


def source(number: int, origin: str | None = None, published: date | None = date(2015, 1, 1)) -> Source:
    """Return the source of a made-up article, its number for a title."""
    article = replace(
        WORLD.reading(number, statements=3).article,
        title=str(number),
        published=published,
        origin=origin or f"{number}",
    )
    return Source(article.origin or "", lambda: article)


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> MadeUp:
    """Read with the made-up world instead of the engine."""
    made = MadeUp()
    monkeypatch.setattr("dragoman.reading_pool.loaded", lambda tables, threads: made)
    return made


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Store]:
    """An empty store of SQLite's."""
    with open_store(str(tmp_path / "s.sqlite"), create=True) as store:
        yield store


def results(outcomes: Iterator[Outcome]) -> list[tuple[str, str]]:
    """Return origin and result of each outcome."""
    return [(outcome.origin, outcome.result) for outcome in outcomes]


def test_texts_are_read_once(archive: Store, reader: MadeUp) -> None:
    """The same text from two places, and the same sources again, cost one reading each."""
    found = [source(1), source(2), source(1, "again")]
    assert results(Adder(archive).add(found)) == [("1", "new"), ("2", "new"), ("again", "known")]
    assert results(Adder(archive).add(found)) == [("1", "known"), ("2", "known"), ("again", "known")]
    assert reader.read_so_far == 2
    assert set(archive.cite(archive.load(_id(1)).id).origins) == {"1", "again"}


def _id(number: int) -> str:
    return WORLD.reading(number, statements=3).id


def test_an_earlier_publication_is_read_anew(archive: Store, reader: MadeUp) -> None:
    """What is known from a later day only is read as of the earlier one, in any order."""
    late, early = source(1, "late", date(2016, 1, 1)), source(1, "early", date(2015, 1, 1))
    assert results(Adder(archive).add([late, early])) == [("late", "new"), ("early", "replaced")]
    assert archive.load(_id(1)).article.published == date(2015, 1, 1)
    assert results(Adder(archive).add([late])) == [("late", "known")]


def test_reread_reads_what_other_versions_read(
    archive: Store, reader: MadeUp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the same versions nothing is read; with newer ones machine rows are replaced, ids stay."""
    list(Adder(archive).add([source(1), source(2)]))
    before = contents(archive)
    assert results(Adder(archive, reread=True).add([source(1)])) == [("1", "known")]
    newer = MadeUp(replace(VERSIONS, model="newer"))
    monkeypatch.setattr("dragoman.reading_pool.loaded", lambda tables, threads: newer)
    assert results(Adder(archive, reread=True).add([source(1), source(2)])) == [
        ("1", "replaced"),
        ("2", "replaced"),
    ]
    after = contents(archive)
    assert after["statements"] == before["statements"] and after["documents"] != before["documents"]


def test_one_bad_article_does_not_stop_the_others(archive: Store, reader: MadeUp) -> None:
    """Refusals and defects are outcomes; nothing of them is in the store."""

    def refuse() -> Article:
        raise ValueError("no article")

    broken = Source("broken", lambda: replace(source(2).article(), title="not a number"))
    outcomes = list(Adder(archive).add([Source("bad", refuse), broken, source(3)]))
    assert [(one.origin, one.result) for one in outcomes] == [
        ("bad", "failed"),
        ("broken", "failed"),
        ("3", "new"),
    ]
    assert all(one.trace and "Traceback" in one.trace for one in outcomes[:2])
    assert archive.count() == 1


def _dying(article: Article, made: Versions | None) -> Rows | None:
    """Read in a process of the pool, which dies over one article."""
    if article.title == "4":
        os._exit(9)
    found = rows_by(MadeUp(), article, made)  # type: ignore[arg-type]
    assert isinstance(found, Rows)
    return found


def test_a_process_that_dies_costs_its_article_only(archive: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """The article is told, those beside it are read again, and all is there."""

    def processes(pool: Pool) -> ProcessPoolExecutor:
        if pool._executor is None:
            pool._executor = ProcessPoolExecutor(2, get_context("spawn"))
        return pool._executor

    monkeypatch.setattr(Pool, "_processes", processes)
    monkeypatch.setattr("dragoman.reading_pool.read_article", _dying)
    found = [source(number) for number in (1, 2, 3, 4, 5, 6)]
    outcomes = list(Adder(archive, BUILT_IN, jobs=2).add(found))
    assert [one.result for one in outcomes] == ["new"] * 3 + ["failed"] + ["new"] * 2
    assert "ended the process" in str(outcomes[3].error)
    assert archive.count() == 5
