"""Full text over statements and articles, filtered, ranked and paged."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, exists, select

from dragoman.store import fulltext
from dragoman.store.answers import ArticleLine, Page, StatementLine
from dragoman.store.finding_tables import events
from dragoman.store.lines import article_lines, statement_lines
from dragoman.store.listing import among
from dragoman.store.names import who
from dragoman.store.ranking import scores
from dragoman.store.selecting import Filters, Selection, meant, within
from dragoman.store.tables import documents, least_id, statement_actors, statement_issues, statements
from dragoman.store.terms import Term, terms_of

MOST_STATEMENTS, MOST_ARTICLES = 1_000, 300
"""So many of what matches are ranked: where more do, those that were added last."""

LOOKED_THROUGH = 5_000
"""So many statements with the words are tried against filters that leave many themselves."""

COUNTED = 10_000
"""Lists without words are counted up to here."""

_USUAL_STATEMENT, _USUAL_ARTICLE = 120, 4_000
"""Usual lengths in characters, so that long texts don't come first by their length alone."""

Conditions = Callable[[ColumnElement[int]], list[ColumnElement[bool]]]
"""Conditions on a column that holds statements' ids."""


class Candidate(NamedTuple):
    """What may match: a statement's or an article's id, text and day."""

    id: int
    text: str
    day: date | None


def search_statements(
    connection: Connection, words: str, filters: Filters, page: int = 1, size: int = 20
) -> Page[StatementLine]:
    """Return the statements in whose content all ``words`` stand, the best first."""
    terms = terms_of(words)
    ids, complete = statements_with(connection, terms, filters)
    lines = statement_lines(connection, ids[(page - 1) * size : page * size], terms)
    return Page(lines, len(ids), complete)


def statements_with(
    connection: Connection, terms: Sequence[Term], filters: Filters
) -> tuple[list[int], bool]:
    """Return the ids of the statements in which all terms stand, the best first, and whether that is all."""
    rows, complete = _candidates(connection, terms, Selection(connection, filters), filters.given)
    return _ranked(rows, terms, _USUAL_STATEMENT), complete


def statements_that(
    connection: Connection, filters: Filters, page: int = 1, size: int = 20
) -> Page[StatementLine]:
    """Return the statements that filters leave, those published last first."""
    selection = Selection(connection, filters)
    total = selection.count(COUNTED + 1)
    ids = selection.ids(size, (page - 1) * size)
    return Page(statement_lines(connection, ids), min(total, COUNTED), total <= COUNTED)


def _read(connection: Connection, ids: Sequence[int]) -> list[Candidate]:
    """Return id, text and day of some statements, asked for in portions that any database takes."""
    query = select(statements.c.id, statements.c.text, statements.c.day)
    return [Candidate._make(row) for row in among(connection, query, statements.c.id, ids)]


def _candidates(
    connection: Connection, terms: Sequence[Term], selection: Selection, filtered: bool
) -> tuple[list[Candidate], bool]:
    """Return what may match, and whether that is all of it.

    What few filters leave is read. Of more, those with the words are looked up among the
    ``LOOKED_THROUGH`` statements with these words that were added last.
    """
    few = selection.few() if filtered else None
    if few is not None:
        return _read(connection, few), True
    ids, complete = _looked_up(connection, terms, selection.among if filtered else None)
    return _read(connection, ids), complete


def _looked_up(
    connection: Connection, terms: Sequence[Term], conditions: Conditions | None
) -> tuple[list[int], bool]:
    """Return the ids that the index of words has and the conditions leave, the last added first.

    Ids alone are compared, so that no statement is read that isn't ranked. The second value says whether
    there are no more.
    """
    index = fulltext.index_of("statement")
    matching = select(index.c.rowid).where(fulltext.matching(connection, "statement", terms))
    latest = matching.order_by(index.c.rowid.desc())
    if not conditions:
        ids = list(connection.scalars(latest.limit(MOST_STATEMENTS + 1)).all())
        return ids[:MOST_STATEMENTS], len(ids) <= MOST_STATEMENTS
    beyond = connection.scalar(latest.limit(1).offset(LOOKED_THROUGH))
    # The sum keeps SQLite from looking each listed id up among the words, instead of the other way round.
    found = latest.where(*conditions(index.c.rowid + 0))
    if beyond is not None:
        found = found.where(index.c.rowid > beyond)
    ids = list(connection.scalars(found.limit(MOST_STATEMENTS + 1)).all())
    return ids[:MOST_STATEMENTS], beyond is None and len(ids) <= MOST_STATEMENTS


def _ranked(found: Sequence[Candidate], terms: Sequence[Term], usual: int) -> list[int]:
    """Return the ids of those in which all terms stand: best first, then the latest."""
    values = scores([one.text for one in found], terms, usual)
    kept = [
        (-value, -(one.day or date.min).toordinal(), one.text, one.id)
        for value, one in zip(values, found, strict=True)
        if value
    ]
    return [identifier for *_, identifier in sorted(kept)]


def search_articles(
    connection: Connection, words: str, filters: Filters, page: int = 1, size: int = 20
) -> Page[ArticleLine]:
    """Return the articles in which all ``words`` stand and that hold a finding for each filter."""
    terms = terms_of(words)
    ids, complete = articles_with(connection, terms, filters)
    lines = article_lines(connection, ids[(page - 1) * size : page * size], terms)
    return Page(lines, len(ids), complete)


def articles_with(connection: Connection, terms: Sequence[Term], filters: Filters) -> tuple[list[int], bool]:
    """Return the numbers of the articles with all terms in them, the best first, and whether that is all."""
    index = fulltext.index_of("document")
    columns = (documents.c.number, documents.c.title, documents.c.text, documents.c.published)
    query = (
        select(*columns)
        .join_from(index, documents, documents.c.number == index.c.rowid)
        .where(fulltext.matching(connection, "document", terms), *_holding(connection, filters))
        .order_by(index.c.rowid.desc())
        .limit(MOST_ARTICLES + 1)
    )
    rows = connection.execute(query).all()
    looked_at = [
        Candidate(number, f"{title or ''}\n{text}", day) for number, title, text, day in rows[:MOST_ARTICLES]
    ]
    return _ranked(looked_at, terms, _USUAL_ARTICLE), len(rows) <= MOST_ARTICLES


def _holding(connection: Connection, filters: Filters) -> list[ColumnElement[bool]]:
    """Return the conditions on documents: each filter is met by some finding of theirs."""
    first = least_id(documents.c.number)
    last = least_id(documents.c.number + 1) - 1
    found = within(documents.c.published, filters.since, filters.until)
    if filters.publication is not None:
        found.append(documents.c.publication == filters.publication)
    links = statement_actors.c
    for role, name in (("source", filters.by), ("via", filters.via), ("about", filters.about)):
        if name is not None:
            actor = meant(links.naming, links.state, who(connection, name))
            found.append(exists().where(links.statement.between(first, last), links.role == role, actor))
    if filters.issue is not None:
        issues = statement_issues.c
        found.append(exists().where(issues.statement.between(first, last), issues.issue == filters.issue))
    if filters.form is not None:
        formed = statements.c
        found.append(exists().where(formed.document == documents.c.number, formed.form == filters.form))
    kinds = [(events.c.type, filters.type), (events.c.status, filters.status)]
    asked = [column == value for column, value in kinds if value is not None]
    if asked:
        found.append(exists().where(events.c.document == documents.c.number, *asked))
    return found
