"""The first version: documents, what is said and done in them, the indexes of words, the ledger."""

from alembic import op
from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKeyConstraint,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    String,
    Text,
    UniqueConstraint,
)

revision = "0001"
down_revision = None

Number = BigInteger().with_variant(Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables of an empty store."""
    for make in (_documents, _actors, _statements, _events, _agreements, _positions, _figures, _people):
        make()
    _words()


def _documents() -> None:
    op.create_table(
        "documents", Column("number", Number, autoincrement=True, nullable=False),
        Column("id", String(64), nullable=False), Column("origin", Text), Column("url", Text),
        Column("title", Text), Column("publication", Text), Column("author", Text),
        Column("published", Date), Column("language", Text, nullable=False),
        Column("text", Text, nullable=False), Column("dragoman", Text, nullable=False),
        Column("model", Text, nullable=False), Column("knowledge", Text, nullable=False),
        PrimaryKeyConstraint("number"), UniqueConstraint("id"),
    )  # fmt: skip
    op.create_index("documents_by_day", "documents", ["published"])
    op.create_index("documents_by_publication", "documents", ["publication", "published"])
    op.create_table(
        "readings", Column("document", Number, autoincrement=False, nullable=False),
        Column("packed", LargeBinary, nullable=False),
        ForeignKeyConstraint(["document"], ["documents.number"]), PrimaryKeyConstraint("document"),
    )  # fmt: skip
    op.create_table(
        "origins", Column("document", Number, nullable=False), Column("origin", Text, nullable=False),
        Column("url", Text), Column("title", Text), Column("publication", Text), Column("author", Text),
        Column("published", Date), ForeignKeyConstraint(["document"], ["documents.number"]),
    )  # fmt: skip
    op.create_index("origins_once", "origins", ["document", "origin"], unique=True)


def _actors() -> None:
    op.create_table(
        "actors", Column("id", Number, autoincrement=False, nullable=False),
        Column("document", Number, nullable=False), Column("name", Text, nullable=False),
        Column("naming", Number, nullable=False), Column("kind", Text, nullable=False),
        Column("state", String(3)), Column("sector", Text), Column("role", Text), Column("ref", Text),
        Column("link_confidence", Float, nullable=False), Column("anonymous", Boolean, nullable=False),
        Column("aliases", Text, nullable=False), Column("mentions", Integer, nullable=False),
        Column("start", Integer), Column("end", Integer), Column("day", Date),
        ForeignKeyConstraint(["document"], ["documents.number"]), PrimaryKeyConstraint("id"),
    )  # fmt: skip
    op.create_index("actors_by_document", "actors", ["document"])
    op.create_index("actors_by_naming", "actors", ["naming", "role", "day", "document"])
    op.create_table(
        "spellings", Column("id", Number, autoincrement=False, nullable=False),
        Column("naming", Number, nullable=False), Column("spelling", Text, nullable=False),
        Column("folded", Text, nullable=False), Column("kind", Text, nullable=False),
        Column("state", String(3)), Column("documents", Integer, nullable=False),
        PrimaryKeyConstraint("id"),
    )  # fmt: skip
    op.create_index("spellings_by_folded", "spellings", ["folded"])
    op.create_index("spellings_by_naming", "spellings", ["naming"])


def _statements() -> None:
    op.create_table(
        "statements", Column("id", Number, autoincrement=False, nullable=False),
        Column("document", Number, nullable=False), Column("source", Number), Column("parent", Number),
        Column("form", Text, nullable=False), Column("force", Text, nullable=False),
        Column("polarity", Text, nullable=False), Column("confidence", Float, nullable=False),
        Column("start", Integer, nullable=False), Column("end", Integer, nullable=False),
        Column("spans", Text, nullable=False), Column("cue", Text, nullable=False),
        Column("text", Text, nullable=False), Column("day", Date),
        ForeignKeyConstraint(["document"], ["documents.number"]), PrimaryKeyConstraint("id"),
    )  # fmt: skip
    op.create_index("statements_by_day", "statements", ["day"])
    op.create_index("statements_by_document", "statements", ["document"])
    op.create_table(
        "statement_actors", Column("statement", Number, autoincrement=False, nullable=False),
        Column("role", Text, nullable=False), Column("place", Integer, autoincrement=False, nullable=False),
        Column("actor", Number, nullable=False), Column("naming", Number, nullable=False),
        Column("state", String(3)), Column("day", Date), PrimaryKeyConstraint("statement", "role", "place"),
        sqlite_with_rowid=False,
    )  # fmt: skip
    op.create_index("statement_actors_by_naming", "statement_actors", ["naming", "role", "day", "statement"])
    op.create_index("statement_actors_by_state", "statement_actors", ["state", "role", "day", "statement"])
    op.create_table(
        "statement_issues", Column("statement", Number, autoincrement=False, nullable=False),
        Column("issue", Text, nullable=False), Column("day", Date),
        PrimaryKeyConstraint("statement", "issue"), sqlite_with_rowid=False,
    )  # fmt: skip
    op.create_index("statement_issues_by_issue", "statement_issues", ["issue", "day", "statement"])


def _events() -> None:
    op.create_table(
        "events", Column("id", Number, autoincrement=False, nullable=False),
        Column("document", Number, nullable=False), Column("type", Text, nullable=False),
        Column("mode", Text), Column("contexts", Text, nullable=False),
        Column("status", Text, nullable=False), Column("first_day", Date), Column("last_day", Date),
        Column("day", Date), Column("place", Text), Column("place_state", String(3)),
        Column("statement", Number), Column("confidence", Float, nullable=False),
        Column("start", Integer, nullable=False), Column("end", Integer, nullable=False),
        Column("trigger_start", Integer, nullable=False), Column("trigger_end", Integer, nullable=False),
        Column("text", Text, nullable=False), ForeignKeyConstraint(["document"], ["documents.number"]),
        PrimaryKeyConstraint("id"),
    )  # fmt: skip
    op.create_index("events_by_day", "events", ["day"])
    op.create_index("events_by_document", "events", ["document"])
    op.create_index("events_by_statement", "events", ["statement"])
    op.create_index("events_by_type", "events", ["type", "status", "day"])
    op.create_table(
        "event_actors", Column("event", Number, autoincrement=False, nullable=False),
        Column("role", Text, nullable=False), Column("place", Integer, autoincrement=False, nullable=False),
        Column("actor", Number, nullable=False), Column("naming", Number, nullable=False),
        Column("state", String(3)), Column("day", Date), PrimaryKeyConstraint("event", "role", "place"),
        sqlite_with_rowid=False,
    )  # fmt: skip
    op.create_index("event_actors_by_naming", "event_actors", ["naming", "role", "day", "event"])
    op.create_index("event_actors_by_state", "event_actors", ["state", "role", "day", "event"])
    op.create_table(
        "event_pairs", Column("event", Number, autoincrement=False, nullable=False),
        Column("actor_state", String(3), nullable=False),
        Column("recipient_state", String(3), nullable=False), Column("type", Text, nullable=False),
        Column("status", Text, nullable=False), Column("day", Date),
        PrimaryKeyConstraint("event", "actor_state", "recipient_state"), sqlite_with_rowid=False,
    )  # fmt: skip
    op.create_index(
        "event_pairs_by_states",
        "event_pairs",
        ["actor_state", "recipient_state", "day", "event"],
        unique=False,
    )


def _agreements() -> None:
    op.create_table(
        "agreements", Column("id", Number, autoincrement=False, nullable=False),
        Column("document", Number, nullable=False), Column("instrument", Text),
        Column("status", Text, nullable=False), Column("subject", Text), Column("purpose", Text),
        Column("open_points", Text), Column("amount", Number), Column("statement", Number),
        Column("confidence", Float, nullable=False), Column("start", Integer, nullable=False),
        Column("end", Integer, nullable=False), Column("text", Text, nullable=False), Column("day", Date),
        ForeignKeyConstraint(["document"], ["documents.number"]), PrimaryKeyConstraint("id"),
    )  # fmt: skip
    op.create_index("agreements_by_day", "agreements", ["day"])
    op.create_index("agreements_by_document", "agreements", ["document"])
    op.create_table(
        "agreement_parties", Column("agreement", Number, autoincrement=False, nullable=False),
        Column("place", Integer, autoincrement=False, nullable=False),
        Column("actor", Number, nullable=False), Column("naming", Number, nullable=False),
        Column("state", String(3)), Column("day", Date), PrimaryKeyConstraint("agreement", "place"),
        sqlite_with_rowid=False,
    )  # fmt: skip
    op.create_index("agreement_parties_by_naming", "agreement_parties", ["naming", "day", "agreement"])
    op.create_index("agreement_parties_by_state", "agreement_parties", ["state", "day", "agreement"])
    op.create_table(
        "memberships", Column("id", Number, autoincrement=False, nullable=False),
        Column("document", Number, nullable=False), Column("organization", Number, nullable=False),
        Column("organization_naming", Number, nullable=False), Column("member", Number, nullable=False),
        Column("member_naming", Number, nullable=False), Column("role", Text, nullable=False),
        Column("statement", Number), Column("confidence", Float, nullable=False),
        Column("start", Integer, nullable=False), Column("end", Integer, nullable=False),
        Column("text", Text, nullable=False), Column("day", Date),
        ForeignKeyConstraint(["document"], ["documents.number"]), PrimaryKeyConstraint("id"),
    )  # fmt: skip
    op.create_index("memberships_by_document", "memberships", ["document"])
    op.create_index("memberships_by_member", "memberships", ["member_naming", "day"])
    op.create_index("memberships_by_organization", "memberships", ["organization_naming", "day"])


def _positions() -> None:
    op.create_table(
        "positions", Column("id", Number, autoincrement=False, nullable=False),
        Column("document", Number, nullable=False), Column("actor", Number, nullable=False),
        Column("naming", Number, nullable=False), Column("state", String(3)),
        Column("issue", Text, nullable=False), Column("proposition", Text, nullable=False),
        Column("stance", Text, nullable=False), Column("leaning", Text),
        Column("firmness", Text, nullable=False), Column("condition", Text), Column("statement", Number),
        Column("confidence", Float, nullable=False), Column("start", Integer, nullable=False),
        Column("end", Integer, nullable=False), Column("text", Text, nullable=False), Column("day", Date),
        ForeignKeyConstraint(["document"], ["documents.number"]), PrimaryKeyConstraint("id"),
    )  # fmt: skip
    op.create_index("positions_by_document", "positions", ["document"])
    op.create_index("positions_by_issue", "positions", ["issue", "day"])
    op.create_index("positions_by_naming", "positions", ["naming", "day"])
    op.create_table(
        "forecasts", Column("id", Number, autoincrement=False, nullable=False),
        Column("document", Number, nullable=False), Column("claimant", Number), Column("naming", Number),
        Column("condition", Text), Column("probability", Text), Column("polarity", Text, nullable=False),
        Column("first_day", Date), Column("last_day", Date), Column("statement", Number),
        Column("confidence", Float, nullable=False), Column("start", Integer, nullable=False),
        Column("end", Integer, nullable=False), Column("text", Text, nullable=False), Column("day", Date),
        ForeignKeyConstraint(["document"], ["documents.number"]), PrimaryKeyConstraint("id"),
    )  # fmt: skip
    op.create_index("forecasts_by_document", "forecasts", ["document"])
    op.create_index("forecasts_by_naming", "forecasts", ["naming", "day"])


def _figures() -> None:
    op.create_table(
        "quantities", Column("id", Number, autoincrement=False, nullable=False),
        Column("document", Number, nullable=False), Column("kind", Text, nullable=False),
        Column("value", Float, nullable=False), Column("upper", Float), Column("unit", Text),
        Column("approximate", Boolean, nullable=False), Column("start", Integer, nullable=False),
        Column("end", Integer, nullable=False), ForeignKeyConstraint(["document"], ["documents.number"]),
        PrimaryKeyConstraint("id"),
    )  # fmt: skip
    op.create_index("quantities_by_document", "quantities", ["document"])
    op.create_table(
        "dates", Column("id", Number, autoincrement=False, nullable=False),
        Column("document", Number, nullable=False), Column("first_day", Date), Column("last_day", Date),
        Column("approximate", Boolean, nullable=False), Column("start", Integer, nullable=False),
        Column("end", Integer, nullable=False), ForeignKeyConstraint(["document"], ["documents.number"]),
        PrimaryKeyConstraint("id"),
    )  # fmt: skip
    op.create_index("dates_by_document", "dates", ["document"])


def _people() -> None:
    op.create_table(
        "curated_actors", Column("id", String(40), nullable=False), Column("name", Text, nullable=False),
        Column("kind", Text, nullable=False), Column("state", String(3)), Column("ref", Text),
        Column("note", Text), PrimaryKeyConstraint("id"),
    )  # fmt: skip
    op.create_table(
        "judgements", Column("number", Number, autoincrement=True, nullable=False),
        Column("made", String(32), nullable=False), Column("by", Text, nullable=False),
        Column("verb", Text, nullable=False), Column("subject", Text, nullable=False),
        Column("reason", Text), Column("undoes", Number),
        ForeignKeyConstraint(["undoes"], ["judgements.number"]), PrimaryKeyConstraint("number"),
    )  # fmt: skip


def _words() -> None:
    for kind in ("document", "statement", "spelling"):
        if op.get_bind().dialect.name == "sqlite":
            op.execute(
                f"CREATE VIRTUAL TABLE {kind}_words "
                "USING fts5(words, content='', tokenize='ascii', prefix='3')"
            )
        else:
            op.execute(f"CREATE TABLE {kind}_words (rowid BIGINT PRIMARY KEY, words TSVECTOR NOT NULL)")
            op.execute(f"CREATE INDEX {kind}_words_words ON {kind}_words USING gin (words)")
