"""Ids of findings → the lines that show them, with names, chains and the piece of text behind each."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Row, Table, func, select

from dragoman.records import Span
from dragoman.store.answers import ArticleLine, StatementLine
from dragoman.store.ids import SHOWN, public_id
from dragoman.store.layer_tables import copies
from dragoman.store.snippets import hits, window
from dragoman.store.tables import actors, documents, statement_actors, statement_issues, statements
from dragoman.store.terms import Term

_READ = 4_000
"""So many characters of a finding are read for its snippet."""

DOCUMENT = ("id", "title", "publication", "published", "origin", "url")


def document_columns(span: Table | None = None) -> list[Any]:
    """Return the columns of a document that a line carries, and the text of a finding's span as ``piece``."""
    columns: list[Any] = [documents.c[name].label(f"document_{name}") for name in DOCUMENT]
    mine, others, source = copies.alias(), copies.alias(), documents.alias()
    columns.append(
        select(func.count())
        .where(others.c.family == mine.c.family, mine.c.document == documents.c.number)
        .correlate(documents)
        .scalar_subquery()
        .label("document_prints")
    )
    columns.append(
        select(source.c.id)
        .where(source.c.number == mine.c.origin, mine.c.document == documents.c.number)
        .correlate(documents)
        .scalar_subquery()
        .label("document_source")
    )
    if span is not None:
        size = span.c.end - span.c.start
        columns.append(func.substr(documents.c.text, span.c.start + 1, size).label("piece"))
    return columns


def evidence(row: Row[Any], letter: str, terms: Sequence[Term] = ()) -> dict[str, Any]:
    """Return what every line has: ids, span, snippet and document."""
    piece: str = row.piece[:_READ]
    part = window(piece, hits(piece, terms) if terms else ())
    return {
        "id": public_id(row.document_id, letter, row.id), "document": row.document_id, "start": row.start,
        "end": row.end, "snippet": part.of(piece), "snippet_start": row.start + part.start, **_facts(row),
    }  # fmt: skip


def _facts(row: Row[Any]) -> dict[str, Any]:
    """Return what a line says of its document."""
    facts = {name: getattr(row, f"document_{name}") for name in DOCUMENT if name != "id"}
    source = row.document_source
    copied = None if source in (None, row.document_id) else source[:SHOWN]
    return {**facts, "prints": row.document_prints or 1, "copy_of": copied, "alike": ()}


def in_order(rows: Iterable[Row[Any]], ids: Sequence[int]) -> list[Row[Any]]:
    """Return rows in the order of their ids in ``ids``; what is there no more is left out."""
    by_id = {row.id: row for row in rows}
    return [by_id[identifier] for identifier in ids if identifier in by_id]


def statement_lines(
    connection: Connection, ids: Sequence[int], terms: Sequence[Term] = ()
) -> tuple[StatementLine, ...]:
    """Return the lines of statements, in the order of ``ids``."""
    source = actors.alias("source")
    query = (
        select(
            statements, source.c.name, source.c.role, source.c.state, source.c.ref, source.c.anonymous,
            *document_columns(statements),
        )
        .join_from(statements, documents, documents.c.number == statements.c.document)
        .outerjoin(source, source.c.id == statements.c.source)
        .where(statements.c.id.in_(ids))
    )  # fmt: skip
    rows = in_order(connection.execute(query), ids)
    linked = _linked(connection, ids)
    return tuple(_statement_line(row, linked, terms) for row in rows)


def _statement_line(
    row: Row[Any], linked: dict[tuple[int, str], list[str]], terms: Sequence[Term]
) -> StatementLine:
    found = tuple((row.start + s.start, row.start + s.end) for s in hits(row.piece[:_READ], terms))
    spans = [Span(*pair) for pair in json.loads(row.spans)]
    inside = tuple(hit for hit in found if any(span.contains(Span(*hit)) for span in spans))
    return StatementLine(
        **evidence(row, "s", terms), source=row.name, source_role=row.role, source_state=row.state,
        source_ref=row.ref, anonymous=bool(row.anonymous), cue=row.cue, text=row.text, form=row.form,
        force=row.force, polarity=row.polarity, confidence=row.confidence, hits=inside,
        via=tuple(linked.get((row.id, "via"), ())), about=tuple(linked.get((row.id, "about"), ())),
        issues=tuple(linked.get((row.id, "issue"), ())), parent=told_in(row.document_id, row.parent),
    )  # fmt: skip


def told_in(document: str, statement: int | None) -> str | None:
    """Return the public id of the statement that a finding stands in."""
    return None if statement is None else public_id(document, "s", statement)


def _linked(connection: Connection, ids: Sequence[int]) -> dict[tuple[int, str], list[str]]:
    """Return for each statement and role the names, in their order; issues under the role ``issue``."""
    links = statement_actors.c
    query = (
        select(links.statement, links.role, actors.c.name)
        .join_from(statement_actors, actors, actors.c.id == links.actor)
        .where(links.statement.in_(ids), links.role != "source")
        .order_by(links.statement, links.role, links.place)
    )
    issues = select(statement_issues.c.statement, statement_issues.c.issue).where(
        statement_issues.c.statement.in_(ids)
    )
    found: dict[tuple[int, str], list[str]] = {}
    for statement, role, name in connection.execute(query):
        found.setdefault((statement, role), []).append(name)
    for statement, issue in connection.execute(issues.order_by(statement_issues.c.issue)):
        found.setdefault((statement, "issue"), []).append(issue)
    return found


def names_of(
    connection: Connection, links: Table, key: Column[int], ids: Sequence[int]
) -> dict[int, list[Row[Any]]]:
    """Return for each finding the rows of its actors: name, state, and role where the table has one."""
    columns = [key.label("finding"), actors.c.name, links.c.state]
    columns += [links.c[name] for name in ("role",) if name in links.c]
    query = (
        select(*columns)
        .join_from(links, actors, actors.c.id == links.c.actor)
        .where(key.in_(ids))
        .order_by(key, links.c.place)
    )
    found: dict[int, list[Row[Any]]] = {}
    for row in connection.execute(query):
        found.setdefault(row.finding, []).append(row)
    return found


def article_lines(
    connection: Connection, ids: Sequence[int], terms: Sequence[Term]
) -> tuple[ArticleLine, ...]:
    """Return the lines of articles by their numbers, in that order."""
    query = select(
        documents.c.number.label("id"), documents.c.author, documents.c.text, *document_columns()
    ).where(documents.c.number.in_(ids))
    return tuple(_article_line(row, terms) for row in in_order(connection.execute(query), ids))


def _article_line(row: Row[Any], terms: Sequence[Term]) -> ArticleLine:
    found = hits(row.text, terms)
    part = window(row.text, found)
    return ArticleLine(
        id=row.document_id[:SHOWN], document=row.document_id, start=part.start, end=part.end,
        snippet=part.of(row.text), snippet_start=part.start, author=row.author,
        hits=tuple((hit.start, hit.end) for hit in found if part.contains(hit)), **_facts(row),
    )  # fmt: skip
