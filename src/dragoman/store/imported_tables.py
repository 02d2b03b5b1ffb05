"""The schema, another part: acts brought in from event tables made elsewhere, which have no document and no
span."""

from __future__ import annotations

from sqlalchemy import Column, Date, Float, ForeignKey, Index, Integer, String, Table, Text

from dragoman.store.tables import Number, metadata

imported_files = Table(
    "imported_files",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("digest", String(64), nullable=False, unique=True),  # SHA-256 of the file
    Column("name", Text, nullable=False),
    Column("form", Text, nullable=False),
    Column("acts", Integer, nullable=False),
)

imported_acts = Table(
    "imported_acts",
    metadata,
    Column("id", Number, primary_key=True, autoincrement=True),
    Column("file", Number, ForeignKey("imported_files.number"), nullable=False),
    Column("row", Integer, nullable=False),  # its line in the file
    Column("day", Date, nullable=False),
    Column("type", Text, nullable=False),
    Column("mode", Text),
    Column("actor", Text, nullable=False),
    Column("recipient", Text, nullable=False),
    Column("count", Float, nullable=False),
    Column("score", Float),
    Column("outlet", Text, nullable=False),
    Index("imported_acts_by_states", "actor", "recipient", "day"),
    Index("imported_acts_by_file", "file"),
)
