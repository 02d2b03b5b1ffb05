"""The schema, fifth part: claims and forecasts as they are compared over all articles, and what comes of it.

Nothing here is what an article says: it follows from all articles and their layers, and can be made anew from
them (``dragoman.ledgers.kept``). Numbers of claims are made as those of findings are: ``document << 20``, and
the claim's place among those of its document. Days are counted as ``date.toordinal`` does, a day that is not
known as the last there is. What is packed is compressed JSON.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, Index, Integer, LargeBinary, String, Table, Text

from dragoman.store.layer_tables import alone, numbered
from dragoman.store.tables import Number, local, metadata

waiting_claims = Table("waiting_claims", metadata, alone("document"), sqlite_with_rowid=False)

told_claims = Table(
    "told_claims",
    metadata,
    alone("document"),
    Column("copy", String(64), nullable=False),  # the SHA-256 of the first print of the text
    Column("day", Integer, nullable=False),  # of publication
    Column(
        "words", LargeBinary, nullable=False
    ),  # the words of what is affirmed: dragoman.ledgers.kept.texts
    Column("packed", LargeBinary, nullable=False),
    Index("told_claims_by_copy", "copy"),
    Index("told_claims_by_day", "day"),
)

claim_keys = Table(
    "claim_keys",
    metadata,
    Column("key", Number, primary_key=True, autoincrement=False),  # digest of what claims may share
    Column("day", Integer, primary_key=True, autoincrement=False),
    local("claim", primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

asked_keys = Table(
    "asked_keys",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("claim", Number, nullable=False),
    Column("key", Number, nullable=False),
    Column("first", Integer, nullable=False),  # the days within which others are looked for
    Column("last", Integer, nullable=False),
)
"""What is looked up in one question; empty between transactions."""

clashes = Table(
    "clashes",
    metadata,
    local(
        "one", primary_key=True, autoincrement=False
    ),  # the earlier claim of two that contradict each other
    local("two", primary_key=True, autoincrement=False),
    Column("disputed", Boolean, nullable=False),  # false where both go back to one root
    Column("kinds", Text, nullable=False),  # JSON: pairs of a kind and a matter
    Index("clashes_by_two", "two"),
    sqlite_with_rowid=False,
)

contesting = Table(
    "contesting", metadata, local("claim", primary_key=True, autoincrement=False), sqlite_with_rowid=False
)
"""The claims of disputed clashes: of these alone it is known who says the same."""

accords = Table(
    "accords",
    metadata,
    local("one", primary_key=True, autoincrement=False),  # the earlier claim of two that say the same
    local("two", primary_key=True, autoincrement=False),
    Column("matters", Text, nullable=False),  # JSON
    Index("accords_by_two", "two"),
    sqlite_with_rowid=False,
)

disputes = Table(
    "disputes",
    metadata,
    Column("key", Number, primary_key=True, autoincrement=False),  # digest of its id and of its claims
    Column("id", String(40), nullable=False),
    Column("kind", Text, nullable=False),
    Column("day", Date, nullable=False),  # first seen; the first day there is where that is not known
    Column("packed", LargeBinary, nullable=False),
    Index("disputes_by_day", "day", "id", "kind"),
    Index("disputes_by_kind", "kind", "day", "id"),
)

dispute_claims = Table(
    "dispute_claims",
    metadata,
    local("claim", primary_key=True, autoincrement=False),
    Column("dispute", Number, primary_key=True, autoincrement=False),
    Index("dispute_claims_by_dispute", "dispute"),
    sqlite_with_rowid=False,
)

dispute_facts = Table(
    "dispute_facts",
    metadata,
    Column("fact", Text, primary_key=True),  # state, issue, or day (one on which a claim of it was printed)
    Column("value", Text, primary_key=True),
    Column("dispute", Number, primary_key=True, autoincrement=False),
    Index("dispute_facts_by_dispute", "dispute"),
    sqlite_with_rowid=False,
)

told_forecasts = Table(
    "told_forecasts",
    metadata,
    local("id", primary_key=True, autoincrement=False),
    numbered("document", nullable=False),
    Column("claimant", Number, nullable=False),  # digest of who foretells, and of whether it will be or not
    Column("packed", Text, nullable=False),  # JSON
    Index("told_forecasts_by_claimant", "claimant"),
    Index("told_forecasts_by_document", "document"),
)

forecast_rows = Table(
    "forecast_rows",
    metadata,
    Column("id", String(40), primary_key=True),
    Column("claimant", Number, nullable=False),  # as in told_forecasts
    Column("naming", Number, nullable=False),  # what the claimant goes by
    Column("state", String(3)),  # for which the claimant speaks
    Column("told", Date, nullable=False),  # the first telling; the first day there is where it has no day
    Column("horizon", Date),  # by when, as the first telling has it
    Column("last_day", Date),  # from the day after it is due
    Column("packed", LargeBinary, nullable=False),  # all its tellings
    Index("forecast_rows_by_claimant", "claimant"),
    Index("forecast_rows_by_naming", "naming"),
    Index("forecast_rows_by_state", "state"),
    Index("forecast_rows_by_told", "told", "id", "last_day"),
    Index("forecast_rows_by_horizon", "horizon", "last_day"),
)

forecast_names = Table(
    "forecast_names",
    metadata,
    Column("key", Number, primary_key=True, autoincrement=False),  # a naming, or a digest of a state
    Column("forecast", String(40), primary_key=True),  # that names it
    Index("forecast_names_by_forecast", "forecast"),
    sqlite_with_rowid=False,
)

told_acts = Table(
    "told_acts",
    metadata,
    local("event", primary_key=True, autoincrement=False),
    Column("day", Date, nullable=False),
    Column("packed", Text, nullable=False),  # JSON
)
"""The acts that are told as done, by which forecasts may have come true."""

told_act_sides = Table(
    "told_act_sides",
    metadata,
    Column("key", Number, primary_key=True, autoincrement=False),  # digest of role, type, and somebody in it
    Column("day", Date, primary_key=True),
    local("event", primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

COMPARED = (
    told_claims, claim_keys, asked_keys, clashes, contesting, accords, disputes, dispute_claims,
    dispute_facts, told_forecasts, forecast_rows, forecast_names, told_acts, told_act_sides,
)  # fmt: skip
"""All that is emptied before it is made anew."""
