"""The schema: documents, who is named in them, and what they say; all else stands in finding_tables.

Ids of findings are ``document << 20 | number``, so that ``3f2a9c…:s4`` has number 4 in its document, ids of
one document lie together, and ``document`` follows from any id. A ``naming`` is the digest of what an actor
goes by (its ``ref`` where it has one, else its folded name): equal namings are equal names, not yet equal
people. ``day`` repeats the document's day of publication where an index needs it.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    literal,
)

from dragoman.store.ids import SHIFT

metadata = MetaData()

Number = BigInteger().with_variant(Integer, "sqlite")
"""64 bits in both databases; SQLite numbers rows by itself only in a column of the type INTEGER."""


def local(name: str, **facts: Any) -> Column[int]:
    """Return a column for the id of a finding of the same document."""
    return Column(name, Number, info={"local": True}, **facts)


def finding_id() -> Column[int]:
    """Return the primary key of a table of findings."""
    return local("id", primary_key=True, autoincrement=False)


def in_document() -> Column[int]:
    """Return the column for the document that a finding stands in."""
    return Column("document", Number, ForeignKey("documents.number"), nullable=False)


def evidence() -> tuple[Column[Any], ...]:
    """Return the columns of what a finding rests on: who says so, how sure, the characters, their day."""
    return (
        local("statement"),
        Column("confidence", Float, nullable=False),
        Column("start", Integer, nullable=False),
        Column("end", Integer, nullable=False),
        Column("text", Text, nullable=False),
        Column("day", Date),
    )


def document_number(identifier: ColumnElement[int]) -> ColumnElement[int]:
    """Return the number of the document that the finding with an id stands in, as SQL."""
    return identifier.op(">>")(literal(SHIFT, Integer))


def least_id(number: ColumnElement[int]) -> ColumnElement[int]:
    """Return the id below those of all findings of a document, as SQL."""
    return number.op("<<")(literal(SHIFT, Integer))


documents = Table(
    "documents",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("id", String(64), nullable=False, unique=True),  # SHA-256 of the text
    Column("origin", Text),
    Column("url", Text),
    Column("title", Text),
    Column("publication", Text),
    Column("author", Text),
    Column("published", Date),
    Column("language", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("dragoman", Text, nullable=False),
    Column("model", Text, nullable=False),
    Column("knowledge", Text, nullable=False),
    Index("documents_by_publication", "publication", "published"),
    Index("documents_by_day", "published"),
)

revisions = Table(
    "revisions",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),  # 1: there is one row
    Column("number", Number, nullable=False),  # how many transactions have written the store
)
"""No content: it says that what was told of the store before may be old (``dragoman.store.stamp``)."""

readings = Table(
    "readings",
    metadata,
    Column("document", Number, ForeignKey("documents.number"), primary_key=True, autoincrement=False),
    Column("packed", LargeBinary, nullable=False),  # what dragoman.store.packing makes
)

origins = Table(
    "origins",
    metadata,
    in_document(),
    Column("origin", Text, nullable=False),
    Column("url", Text),
    Column("title", Text),
    Column("publication", Text),
    Column("author", Text),
    Column("published", Date),
    Index("origins_once", "document", "origin", unique=True),
)

actors = Table(
    "actors",
    metadata,
    finding_id(),
    in_document(),
    Column("name", Text, nullable=False),
    Column("naming", Number, nullable=False),
    Column("kind", Text, nullable=False),
    Column("state", String(3)),
    Column("sector", Text),
    Column("role", Text),
    Column("ref", Text),
    Column("link_confidence", Float, nullable=False),
    Column("anonymous", Boolean, nullable=False),
    Column("aliases", Text, nullable=False),  # a JSON list
    Column("mentions", Integer, nullable=False),  # how many
    Column("start", Integer),  # the first mention
    Column("end", Integer),
    Column("day", Date),
    Index("actors_by_naming", "naming", "role", "day", "document"),
    Index("actors_by_document", "document"),
)

spellings = Table(
    "spellings",
    metadata,
    Column("id", Number, primary_key=True, autoincrement=False),  # digest of naming and spelling
    Column("naming", Number, nullable=False),
    Column("spelling", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("state", String(3)),
    Column("documents", Integer, nullable=False),  # in how many it is written so
    Column("block", Text),  # where spellings like it are looked for; none for what is no name
    Index("spellings_by_block", "block"),
    Index("spellings_by_naming", "naming"),
    Index("spellings_by_folded", "folded"),
)

statements = Table(
    "statements",
    metadata,
    finding_id(),
    in_document(),
    local("source"),  # the actor; none where the article names nobody
    local("parent"),
    Column("form", Text, nullable=False),
    Column("force", Text, nullable=False),
    Column("polarity", Text, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("spans", Text, nullable=False),  # of the content, a JSON list of pairs
    Column("cue", Text, nullable=False),
    Column("text", Text, nullable=False),  # the content's words
    Column("day", Date),
    Index("statements_by_day", "day"),
    Index("statements_by_document", "document"),
)

statement_actors = Table(
    "statement_actors",
    metadata,
    local("statement", primary_key=True, autoincrement=False),
    Column("role", Text, primary_key=True),  # source, via (nearest first) or about
    Column("place", Integer, primary_key=True, autoincrement=False),
    local("actor", nullable=False),
    Column("naming", Number, nullable=False),
    Column("state", String(3)),
    Column("day", Date),
    Index("statement_actors_by_naming", "naming", "role", "day", "statement"),
    Index("statement_actors_by_state", "state", "role", "day", "statement"),
    sqlite_with_rowid=False,
)

statement_issues = Table(
    "statement_issues",
    metadata,
    local("statement", primary_key=True, autoincrement=False),
    Column("issue", Text, primary_key=True),
    Column("day", Date),
    Index("statement_issues_by_issue", "issue", "day", "statement"),
    sqlite_with_rowid=False,
)
