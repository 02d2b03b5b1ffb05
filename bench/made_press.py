"""A press made up for measures of adding, without any language: what is read is known beforehand.

Most articles are readings of ``bench.generated``. Every fifth prints an earlier one again, with a line of its
own, and in every third of the others people who have no reference go by their surnames alone; so copies,
stories, acts told by many and names that wait for others to explain them are all there. An article is known
by its number: it is the same for whoever asks, whenever.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from random import Random

from bench.generated import VERSIONS, World
from dragoman.ingest import Source
from dragoman.reading_pool import Tables
from dragoman.records import Article, Reading, Span

AGAIN, BARE = 5, 3
_FIRST = date(2006, 1, 1)


class MadePress:
    """Readings by number: so many ``statements`` each, printed within so many ``days``."""

    def __init__(self, statements: int, days: int, people: int = 5_000, words: int = 20_000) -> None:
        self._statements, self._days = statements, days
        self._full = World(people=people, words=words)
        self._bare = copy.copy(self._full)
        self._bare.people = tuple(
            one if one.ref else replace(one, name=one.alias) for one in self._full.people
        )

    def reading(self, number: int) -> Reading:
        """Return the reading with that number."""
        if number % AGAIN == AGAIN - 1:
            return self._printed_again(number, number - 1 - number // AGAIN % (AGAIN - 1))
        world = self._bare if number % BARE == 0 else self._full
        made = world.reading(number, self._statements)
        return _published(made, _FIRST + timedelta(Random(number).randrange(self._days)), number)

    def sources(self, first: int, count: int) -> Iterator[Source]:
        """Yield so many articles from a number on, to be added."""
        for number in range(first, first + count):
            yield Source(origin_of(number), lambda number=number: self.reading(number).article)  # type: ignore[misc]

    def _printed_again(self, number: int, earlier: int) -> Reading:
        known = self.reading(earlier)
        text = f"{known.text}\n\nPrinted again as number {number}."
        head, body = known.article.paragraphs
        whole = replace(body, span=Span(body.span.start, len(text)))
        day = (known.article.published or _FIRST) + timedelta(number % 3)
        article = replace(
            known.article, text=text, paragraphs=(head, whole), publication=f"The Echo {number % 7}"
        )
        return _published(replace(known, article=article), day, number)


class Knowing:
    """A reader that knows what there is to read."""

    versions = VERSIONS

    def __init__(self, press: MadePress) -> None:
        self._press = press

    def read(self, article: Article) -> Reading:
        """Return the reading of an article of the press, by the number in its origin."""
        return self._press.reading(int(str(article.origin).rpartition(":")[2]))


@cache
def small() -> MadePress:
    """A press of a few people in twenty days, in which much hangs together."""
    return MadePress(statements=3, days=20, people=40, words=300)


@cache
def large() -> MadePress:
    """A press of ten years with short articles."""
    return MadePress(statements=4, days=3_650)


def small_reader(tables: Tables, threads: int | None) -> Knowing:
    """Return a reader of the small press, as ``reading_pool.loaded`` returns one with the engine."""
    return Knowing(small())


def large_reader(tables: Tables, threads: int | None) -> Knowing:
    """Return a reader of the large press."""
    return Knowing(large())


def origin_of(number: int) -> str:
    """Return where the article with that number is met."""
    return f"made:{number}"


def _published(reading: Reading, day: date, number: int) -> Reading:
    dates = tuple(replace(one, start=day, end=day) for one in reading.dates)
    article = replace(reading.article, published=day, origin=origin_of(number))
    return replace(reading, article=article, dates=dates)
