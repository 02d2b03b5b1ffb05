"""Questions to a large archive that is made up (``bench.generated``), drawn from a seed."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from random import Random
from typing import Protocol

from bench.generated import ISSUES, STATES, World
from dragoman.store import EventFilters, Filters, Store, rows_of

A_READING = 20
"""How many statements a generated article has."""
TARGETS: dict[str, float | None] = {
    "search: one word": 50.0, "search: two words": 50.0, "search: a beginning": 50.0,
    "search with filters": 50.0, "search for articles": 50.0, "dossier": 100.0,
    "events of a pair and days": 50.0, "statements by one on another, days": 50.0,
    "statements of a source": None,
}  # fmt: skip
"""The kinds of questions, and the milliseconds within which each should be answered, if any."""


class Question(Protocol):
    """Something to ask of a store."""

    def __call__(self, *, store: Store) -> object:
        """Ask it."""


def filled(store: Store, world: World, count: int) -> None:
    """Add so many generated readings, where the store doesn't hold as many."""
    for number in range(store.count(), count):
        reading = world.reading(number, A_READING)
        store.add_rows(rows_of(reading), reading.article)


def questions(world: World, random: Random, count: int) -> dict[str, list[Question]]:
    """Return so many questions of each kind, half by how frequent words and names are."""
    found: dict[str, list[Question]] = {name: [] for name in TARGETS}
    for number in range(count):
        often = number % 2 == 0
        words = drawn_words(world, random, often)
        source, other = drawn_name(world, random, often), drawn_name(world, random, True)
        since = date(2006, 1, 1) + timedelta(days=random.randrange(3_300))
        until = since + timedelta(days=random.choice((30, 90, 365)))
        pair = random.sample(STATES, 2)
        filters = random.choice(
            (
                Filters(by=source), Filters(issue=random.choice(ISSUES)), Filters(since=since, until=until),
                Filters(about=source, since=since), Filters(publication=random.choice(world.publications)),
                Filters(by=source, issue=random.choice(ISSUES), until=until),
            )
        )  # fmt: skip
        asked: dict[str, Question] = {
            "search: one word": partial(_search, words[0]),
            "search: two words": partial(_search, " ".join(words)),
            "search: a beginning": partial(_search, f"{words[0][:6]}*"),
            "search with filters": partial(_search, words[0], filters),
            "search for articles": partial(_articles, words[0]),
            "dossier": partial(_who, source),
            "events of a pair and days": partial(
                _events, EventFilters(pair[0], pair[1], None, None, since, until)
            ),
            "statements by one on another, days": partial(
                _said, Filters(by=source, about=other, since=since, until=until)
            ),
            "statements of a source": partial(_said, Filters(by=source)),
        }
        for name, question in asked.items():
            found[name].append(question)
    return found


def drawn_words(world: World, random: Random, often: bool) -> list[str]:
    """Return two words of one statement (``often``), or two of the world's, however rare."""
    if not often:
        return random.sample(world.words, 2)
    reading = world.reading(random.randrange(10**9), A_READING)
    return random.sample(random.choice(reading.statements).content[0].of(reading.text).split(), 2)


def drawn_name(world: World, random: Random, often: bool) -> str:
    """Return the name of a statement's source (``often``), or of anybody, however rare."""
    if not often:
        return random.choice(world.people).name
    reading = world.reading(random.randrange(10**9), A_READING)
    source = random.choice(reading.statements).source
    return reading.actor(source.actor).name if source else ""


def _search(words: str, filters: Filters | None = None, *, store: Store) -> object:
    return store.search_statements(words, filters or Filters())


def _articles(words: str, *, store: Store) -> object:
    return store.search_articles(words)


def _who(name: str, *, store: Store) -> object:
    return store.who(name)


def _events(filters: EventFilters, *, store: Store) -> object:
    return store.events(filters)


def _said(filters: Filters, *, store: Store) -> object:
    return store.statements(filters)
