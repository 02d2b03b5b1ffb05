"""What was found, counted by what it can be narrowed to: outlet, year, source, issue, form, act, status."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from sqlalchemy import Connection, exists, select

from dragoman.store.answers import ArticleLine, Page, StatementLine
from dragoman.store.finding_tables import events
from dragoman.store.lines import article_lines, statement_lines
from dragoman.store.listing import among
from dragoman.store.searching import COUNTED, articles_with, statements_with
from dragoman.store.selecting import Filters, Selection
from dragoman.store.tables import actors, documents, spellings, statement_issues, statements
from dragoman.store.terms import terms_of

By = Literal["publication", "year", "source", "issue", "form", "type", "status"]
FIRST = 500
"""So many statements are counted, those that come first."""
SHOWN = 8
"""So many values of a facet are told, those with most findings."""


@dataclass(frozen=True, slots=True)
class Count:
    """A value that findings have, and how many of those that were counted have it."""

    by: By
    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Counts of what was found, by facet and size; ``counted`` is how many findings they are of.

    Where more were found, those counted are the ones that come first.
    """

    counts: tuple[Count, ...]
    counted: int


def faceted_statements(
    connection: Connection, words: str, filters: Filters, page: int = 1, size: int = 20
) -> tuple[Page[StatementLine], Narrowing]:
    """Return a page of statements with all words (without any, the latest), and the counts of all found."""
    first = (page - 1) * size
    if words.strip():
        terms = terms_of(words)
        ids, complete = statements_with(connection, terms, filters)
        total, shown = len(ids), ids[first : first + size]
    else:
        terms, selection = (), Selection(connection, filters)
        found = selection.count(COUNTED + 1)
        total, complete = min(found, COUNTED), found <= COUNTED
        ids = selection.ids(FIRST, 0)
        inside = first + size <= FIRST
        shown = ids[first : first + size] if inside else selection.ids(size, first)
    lines = statement_lines(connection, shown, terms)
    return Page(lines, total, complete), Narrowing(
        _of_statements(connection, ids[:FIRST]), min(len(ids), FIRST)
    )


def faceted_articles(
    connection: Connection, words: str, filters: Filters, page: int = 1, size: int = 20
) -> tuple[Page[ArticleLine], Narrowing]:
    """Return a page of articles with all words, and the counts of all found by publication and year."""
    terms = terms_of(words)
    ids, complete = articles_with(connection, terms, filters)
    lines = article_lines(connection, ids[(page - 1) * size : page * size], terms)
    counts = _counts(dict.fromkeys(ids, 1), _documents(connection, ids))
    return Page(lines, len(ids), complete), Narrowing(tuple(counts), len(ids))


def _of_statements(connection: Connection, ids: Sequence[int]) -> tuple[Count, ...]:
    held = statements.c
    spelled = exists().where(spellings.c.naming == actors.c.naming)  # others can't be asked for by name
    query = select(held.document, held.form, actors.c.name).select_from(
        statements.outerjoin(actors, (actors.c.id == held.source) & spelled)
    )
    rows = list(among(connection, query, held.id, ids))
    numbers = Counter(row.document for row in rows)
    told = {
        "source": Counter(row.name for row in rows if row.name is not None),
        "form": Counter(row.form for row in rows),
        **_linked(connection, ids),
    }
    return tuple(_counts(numbers, _documents(connection, list(numbers)), told))


def _linked(connection: Connection, ids: Sequence[int]) -> dict[str, Counter[str]]:
    """Return on which issues statements are, and of which types and status the events that they tell of."""
    issues = among(connection, select(statement_issues.c.issue), statement_issues.c.statement, ids)
    query = select(events.c.statement, events.c.type, events.c.status)
    acts = list(among(connection, query, events.c.statement, ids))
    return {
        "issue": Counter(row.issue for row in issues),
        "type": Counter(kind for _, kind in {(row.statement, row.type) for row in acts}),
        "status": Counter(status for _, status in {(row.statement, row.status) for row in acts}),
    }


def _documents(connection: Connection, numbers: Sequence[int]) -> Iterable[Any]:
    query = select(documents.c.number, documents.c.publication, documents.c.published)
    return among(connection, query, documents.c.number, numbers)


def _counts(
    times: dict[int, int], found: Iterable[Any], told: dict[str, Counter[str]] | None = None
) -> list[Count]:
    """Return the counts of documents' facts, each as many times as it is there, and of what else is told."""
    by: dict[str, Counter[str]] = defaultdict(Counter, told or {})
    for row in found:
        if row.publication:
            by["publication"][row.publication] += times[row.number]
        if row.published:
            by["year"][str(row.published.year)] += times[row.number]
    counts = []
    for name in get_args(By):
        values = sorted(by[name].items(), key=lambda pair: (-pair[1], pair[0]))[:SHOWN]
        ordered = sorted(values, reverse=True) if name == "year" else values
        counts += [Count(name, value, count) for value, count in ordered]
    return counts
