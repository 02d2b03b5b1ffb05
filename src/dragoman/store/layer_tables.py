"""The schema, third part: copies, stories and events told by many, and what is still to be brought into them.

Nothing here is what an article says: it follows from all articles together, and can be made anew from them.
Numbers of documents are marked ``numbered``: a document's number depends on the order of adding, its id not.
``rank`` is the beginning of a document's SHA-256 as a number: an order that no fact and no run can change.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Date, Float, Index, Integer, LargeBinary, String, Table, Text

from dragoman.store.tables import Number, local, metadata


def numbered(name: str, **facts: Any) -> Column[int]:
    """Return a column for the number of a document."""
    return Column(name, Number, info={"numbered": True}, autoincrement=False, **facts)


def alone(name: str) -> Column[int]:
    """Return a primary key that is a document's number."""
    return numbered(name, primary_key=True)


fingerprints = Table(
    "fingerprints",
    metadata,
    alone("document"),
    Column("rank", Number, nullable=False),
    Column("digest", String(64), nullable=False),  # of the words, without case and punctuation
    Column("words", Integer, nullable=False),
    Column("credit", Text),  # the agency that the text names
    Column("corrects", Integer, nullable=False),  # 1 where it says that it corrects an earlier print
    Column("shingles", LargeBinary, nullable=False),
    Column("figures", LargeBinary, nullable=False),
    Column("marks", LargeBinary, nullable=False),
    Index("fingerprints_by_digest", "digest", "rank"),
)

copy_marks = Table(
    "copy_marks",
    metadata,
    Column("mark", Number, primary_key=True, autoincrement=False),
    Column("rank", Number, primary_key=True, autoincrement=False),
    alone("document"),
    sqlite_with_rowid=False,
)

overlaps = Table(
    "overlaps",
    metadata,
    alone("one"),  # the one of lower rank
    alone("two"),
    Column("kind", Text, nullable=False),  # exact, near, contained, passage, formula
    Column("of_one", Float, nullable=False),  # the share of its words that the other has too
    Column("of_two", Float, nullable=False),
    Column("run", Integer, nullable=False),  # words in a row
    Index("overlaps_by_two", "two"),
    sqlite_with_rowid=False,
)

copies = Table(
    "copies",
    metadata,
    alone("document"),
    numbered("family", nullable=False),  # the earliest print of the text
    numbered("origin", nullable=False),  # the print that the others most likely go back to
    Column("kind", Text, nullable=False),  # origin, exact, near, correction
    Column("score", Float, nullable=False),  # the share of the shorter text's words, 0 to 1
    Column("why", Text),  # why the origin is the origin
    Column("credit", Text),
    Index("copies_by_family", "family"),
    sqlite_with_rowid=False,
)

stories = Table(
    "stories",
    metadata,
    alone("document"),
    Column("day", Date, nullable=False),  # of publication; the undated come last
    numbered("story"),  # its first article; none until it is placed
    Column("reason", Text),
    Column("outline", Text, nullable=False),  # JSON: what of the article is compared
    Index("stories_by_day", "day"),
    Index("stories_by_story", "story", "day"),
)

tellings = Table(
    "tellings",
    metadata,
    local("event", primary_key=True, autoincrement=False),
    numbered("document", nullable=False),
    Column("rank", Number, nullable=False),
    Column("day", Date, nullable=False),  # to sort by; the undated come last
    Column("first", Date),  # when the act may lie
    Column("last", Date),
    local("shared"),  # the first telling of the same act; none until it is placed
    local("follows"),  # in a copy: the same telling in the first print
    Column("score", Float),
    Column("reason", Text),
    Column("outline", Text, nullable=False),  # JSON: what of the event is compared
    Index("tellings_by_shared", "shared", "day", "rank", "event"),
    Index("tellings_by_document", "document"),
    Index("tellings_by_follows", "follows"),
)

telling_blocks = Table(
    "telling_blocks",
    metadata,
    Column("block", Number, primary_key=True, autoincrement=False),  # digest of type and name
    Column("first", Date, primary_key=True),
    local("event", primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

waiting_documents = Table("waiting_documents", metadata, alone("document"), sqlite_with_rowid=False)

waiting_days = Table("waiting_days", metadata, Column("day", Date, primary_key=True), sqlite_with_rowid=False)

waiting_tellings = Table(
    "waiting_tellings",
    metadata,
    Column("day", Date, primary_key=True),
    Column("rank", Number, primary_key=True, autoincrement=False),
    local("event", primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

LAYERS = (
    fingerprints, copy_marks, overlaps, copies, stories, tellings, telling_blocks, waiting_days,
    waiting_tellings,
)  # fmt: skip
"""All that is emptied before the layers are made anew."""
