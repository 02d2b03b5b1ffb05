"""The schema, second part: events, agreements and all other findings, and what people decide."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, Float, ForeignKey, Index, Integer, String, Table, Text

from dragoman.store.tables import Number, evidence, finding_id, in_document, local, metadata

events = Table(
    "events",
    metadata,
    finding_id(),
    in_document(),
    Column("type", Text, nullable=False),
    Column("mode", Text),
    Column("contexts", Text, nullable=False),  # a JSON list
    Column("status", Text, nullable=False),
    Column("first_day", Date),  # when the text says it happens
    Column("last_day", Date),
    Column("day", Date),  # the first of those days, or else the day of publication
    Column("place", Text),
    Column("place_state", String(3)),
    local("statement"),
    Column("confidence", Float, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("trigger_start", Integer, nullable=False),
    Column("trigger_end", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Index("events_by_type", "type", "status", "day"),
    Index("events_by_day", "day"),
    Index("events_by_document", "document"),
    Index("events_by_statement", "statement"),
)

event_actors = Table(
    "event_actors",
    metadata,
    local("event", primary_key=True, autoincrement=False),
    Column("role", Text, primary_key=True),  # actor or recipient
    Column("place", Integer, primary_key=True, autoincrement=False),
    local("actor", nullable=False),
    Column("naming", Number, nullable=False),
    Column("state", String(3)),
    Column("day", Date),
    Index("event_actors_by_naming", "naming", "role", "day", "event"),
    Index("event_actors_by_state", "state", "role", "day", "event"),
    sqlite_with_rowid=False,
)

event_pairs = Table(
    "event_pairs",
    metadata,
    local("event", primary_key=True, autoincrement=False),
    Column("actor_state", String(3), primary_key=True),
    Column("recipient_state", String(3), primary_key=True),
    Column("type", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("day", Date),
    Index("event_pairs_by_states", "actor_state", "recipient_state", "day", "event"),
    sqlite_with_rowid=False,
)

agreements = Table(
    "agreements",
    metadata,
    finding_id(),
    in_document(),
    Column("instrument", Text),
    Column("status", Text, nullable=False),
    Column("subject", Text),
    Column("purpose", Text),
    Column("open_points", Text),
    local("amount"),  # a quantity
    *evidence(),
    Index("agreements_by_document", "document"),
    Index("agreements_by_day", "day"),
)

agreement_parties = Table(
    "agreement_parties",
    metadata,
    local("agreement", primary_key=True, autoincrement=False),
    Column("place", Integer, primary_key=True, autoincrement=False),
    local("actor", nullable=False),
    Column("naming", Number, nullable=False),
    Column("state", String(3)),
    Column("day", Date),
    Index("agreement_parties_by_naming", "naming", "day", "agreement"),
    Index("agreement_parties_by_state", "state", "day", "agreement"),
    sqlite_with_rowid=False,
)

memberships = Table(
    "memberships",
    metadata,
    finding_id(),
    in_document(),
    local("organization", nullable=False),
    Column("organization_naming", Number, nullable=False),
    local("member", nullable=False),
    Column("member_naming", Number, nullable=False),
    Column("role", Text, nullable=False),
    *evidence(),
    Index("memberships_by_organization", "organization_naming", "day"),
    Index("memberships_by_member", "member_naming", "day"),
    Index("memberships_by_document", "document"),
)

positions = Table(
    "positions",
    metadata,
    finding_id(),
    in_document(),
    local("actor", nullable=False),
    Column("naming", Number, nullable=False),
    Column("state", String(3)),
    Column("issue", Text, nullable=False),
    Column("proposition", Text, nullable=False),
    Column("stance", Text, nullable=False),
    Column("leaning", Text),
    Column("firmness", Text, nullable=False),
    Column("condition", Text),
    *evidence(),
    Index("positions_by_naming", "naming", "day"),
    Index("positions_by_issue", "issue", "day"),
    Index("positions_by_holder", "issue", "state"),
    Index("positions_by_document", "document"),
)

forecasts = Table(
    "forecasts",
    metadata,
    finding_id(),
    in_document(),
    local("claimant"),
    Column("naming", Number),
    Column("condition", Text),
    Column("probability", Text),
    Column("polarity", Text, nullable=False),
    Column("first_day", Date),  # of the time by when
    Column("last_day", Date),
    *evidence(),
    Index("forecasts_by_naming", "naming", "day"),
    Index("forecasts_by_document", "document"),
)

quantities = Table(
    "quantities",
    metadata,
    finding_id(),
    in_document(),
    Column("kind", Text, nullable=False),
    Column("value", Float, nullable=False),
    Column("upper", Float),
    Column("unit", Text),
    Column("approximate", Boolean, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Index("quantities_by_document", "document"),
)

dates = Table(
    "dates",
    metadata,
    finding_id(),
    in_document(),
    Column("first_day", Date),
    Column("last_day", Date),
    Column("approximate", Boolean, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Index("dates_by_document", "document"),
)

judgements = Table(
    "judgements",
    metadata,
    Column("number", Number, primary_key=True, autoincrement=True),
    Column("made", String(32), nullable=False),  # ISO 8601, UTC
    Column("by", Text, nullable=False),
    Column("verb", Text, nullable=False),  # same, different, source, span, …
    Column("subject", Text, nullable=False),  # on what: JSON
    Column("reason", Text),
    Column("undoes", Number, ForeignKey("judgements.number")),
    Column("document", String(64)),  # the SHA-256 of the text whose finding is corrected; none of actors
    Index("judgements_by_document", "document"),
)

FINDINGS: tuple[tuple[str, str], ...] = (
    ("actors", "id"), ("statements", "id"), ("statement_actors", "statement"),
    ("statement_issues", "statement"), ("events", "id"), ("event_actors", "event"), ("event_pairs", "event"),
    ("agreements", "id"), ("agreement_parties", "agreement"), ("memberships", "id"), ("positions", "id"),
    ("forecasts", "id"), ("quantities", "id"), ("dates", "id"),
)  # fmt: skip
"""The tables of what a machine found, each with the column whose range of ids belongs to one document."""
