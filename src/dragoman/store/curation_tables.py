"""The schema, fourth part: which names are one actor's over all articles, with the reasons.

All but ``judgements`` (in finding_tables) can be made anew: it follows from what machines read and from what
people judged. A ``unit`` is the least that is moved between actors: a naming's articles of one state, or, of
a bare surname, one article's; its key is a digest that no run changes.
"""

from __future__ import annotations

from sqlalchemy import Column, Date, Float, Index, Integer, String, Table, Text

from dragoman.store.tables import Number, local, metadata

curated_actors = Table(
    "curated_actors",
    metadata,
    Column("id", String(200), primary_key=True),  # its reference, else actor: and the least key of its units
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("state", String(3)),
    Column("ref", Text),
    Column("documents", Integer, nullable=False),
    Column("first_day", Date),
    Column("last_day", Date),
    Index("curated_actors_by_documents", "documents", "id"),
)

curated_names = Table(
    "curated_names",
    metadata,
    Column("unit", Number, primary_key=True, autoincrement=False),
    Column("actor", String(200), nullable=False),  # the curated one
    Column("naming", Number, nullable=False),
    local("machine"),  # where it is of one article alone: the machine's actor
    Column("block", Text),  # in which its spellings are looked for; none where it has a reference
    Column("name", Text, nullable=False),
    Column("state", String(3)),
    Column("documents", Integer, nullable=False),
    Column("first_day", Date),
    Column("last_day", Date),
    Column("score", Float, nullable=False),  # how sure it is with its actor, 0 to 1
    Column("why", Text, nullable=False),
    Index("curated_names_by_actor", "actor"),
    Index("curated_names_by_naming", "naming"),
    Index("curated_names_by_block", "block"),
)

naming_actors = Table(
    "naming_actors",
    metadata,
    Column("naming", Number, primary_key=True, autoincrement=False),
    Column("actor", String(200), nullable=False),  # whom it means, but where single_actors says otherwise
    Index("naming_actors_by_actor", "actor"),
)

single_actors = Table(
    "single_actors",
    metadata,
    local("machine", primary_key=True, autoincrement=False),
    Column("naming", Number, nullable=False),
    Column("actor", String(200), nullable=False),
    Index("single_actors_by_actor", "actor"),
    Index("single_actors_by_naming", "naming"),
)

suggestions = Table(
    "suggestions",
    metadata,
    Column("one", Number, primary_key=True, autoincrement=False),  # units of two actors that may be one
    Column("other", Number, primary_key=True, autoincrement=False),
    Column("score", Float, nullable=False),
    Column("why", Text, nullable=False),
    Index("suggestions_by_score", "score"),
    Index("suggestions_by_other", "other"),
)

waiting_names = Table(
    "waiting_names",
    metadata,
    Column("block", Text, primary_key=True),
    Column("naming", Number, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)
