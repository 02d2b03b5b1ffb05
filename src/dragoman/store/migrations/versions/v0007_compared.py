"""Claims, disputes, forecasts, as they are compared over all articles; all documents wait for it."""

from alembic import op
from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    String,
    Text,
)

revision = "0007"
down_revision = "0006"

Number = BigInteger().with_variant(Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables of what is compared."""
    for make in (_claims, _pairs, _disputes, _forecasts, _acts):
        make()
    op.execute("INSERT INTO waiting_claims (document) SELECT number FROM documents")


def _number(name: str) -> Column[int]:
    return Column(name, Number, autoincrement=False, nullable=False)


def _claims() -> None:
    op.create_table(
        "waiting_claims", _number("document"), PrimaryKeyConstraint("document"), sqlite_with_rowid=False
    )
    op.create_table(
        "told_claims", _number("document"), Column("copy", String(64), nullable=False),
        Column("day", Integer, nullable=False), Column("words", LargeBinary, nullable=False),
        Column("packed", LargeBinary, nullable=False), PrimaryKeyConstraint("document"),
    )  # fmt: skip
    op.create_index("told_claims_by_copy", "told_claims", ["copy"])
    op.create_index("told_claims_by_day", "told_claims", ["day"])
    op.create_table(
        "claim_keys", _number("key"), Column("day", Integer, autoincrement=False, nullable=False),
        _number("claim"), PrimaryKeyConstraint("key", "day", "claim"), sqlite_with_rowid=False,
    )  # fmt: skip
    op.create_table(
        "asked_keys", Column("number", Number, autoincrement=True, nullable=False), _number("claim"),
        _number("key"), Column("first", Integer, nullable=False), Column("last", Integer, nullable=False),
        PrimaryKeyConstraint("number"),
    )  # fmt: skip


def _pairs() -> None:
    op.create_table(
        "clashes", _number("one"), _number("two"), Column("disputed", Boolean, nullable=False),
        Column("kinds", Text, nullable=False), PrimaryKeyConstraint("one", "two"), sqlite_with_rowid=False,
    )  # fmt: skip
    op.create_index("clashes_by_two", "clashes", ["two"])
    op.create_table("contesting", _number("claim"), PrimaryKeyConstraint("claim"), sqlite_with_rowid=False)
    op.create_table(
        "accords", _number("one"), _number("two"), Column("matters", Text, nullable=False),
        PrimaryKeyConstraint("one", "two"), sqlite_with_rowid=False,
    )  # fmt: skip
    op.create_index("accords_by_two", "accords", ["two"])


def _disputes() -> None:
    op.create_table(
        "disputes", _number("key"), Column("id", String(40), nullable=False),
        Column("kind", Text, nullable=False), Column("day", Date, nullable=False),
        Column("packed", LargeBinary, nullable=False), PrimaryKeyConstraint("key"),
    )  # fmt: skip
    op.create_index("disputes_by_day", "disputes", ["day", "id", "kind"])
    op.create_index("disputes_by_kind", "disputes", ["kind", "day", "id"])
    op.create_table(
        "dispute_claims", _number("claim"), _number("dispute"), PrimaryKeyConstraint("claim", "dispute"),
        sqlite_with_rowid=False,
    )  # fmt: skip
    op.create_index("dispute_claims_by_dispute", "dispute_claims", ["dispute"])
    op.create_table(
        "dispute_facts", Column("fact", Text, nullable=False), Column("value", Text, nullable=False),
        _number("dispute"), PrimaryKeyConstraint("fact", "value", "dispute"), sqlite_with_rowid=False,
    )  # fmt: skip
    op.create_index("dispute_facts_by_dispute", "dispute_facts", ["dispute"])


def _forecasts() -> None:
    op.create_table(
        "told_forecasts", _number("id"), _number("document"), _number("claimant"),
        Column("packed", Text, nullable=False), PrimaryKeyConstraint("id"),
    )  # fmt: skip
    op.create_index("told_forecasts_by_claimant", "told_forecasts", ["claimant"])
    op.create_index("told_forecasts_by_document", "told_forecasts", ["document"])
    op.create_table(
        "forecast_rows", Column("id", String(40), nullable=False), _number("claimant"), _number("naming"),
        Column("state", String(3)), Column("told", Date, nullable=False), Column("horizon", Date),
        Column("last_day", Date), Column("packed", LargeBinary, nullable=False), PrimaryKeyConstraint("id"),
    )  # fmt: skip
    for name, columns in (
        ("claimant", ["claimant"]), ("naming", ["naming"]), ("state", ["state"]),
        ("told", ["told", "id", "last_day"]), ("horizon", ["horizon", "last_day"]),
    ):  # fmt: skip
        op.create_index(f"forecast_rows_by_{name}", "forecast_rows", columns)
    op.create_table(
        "forecast_names", _number("key"), Column("forecast", String(40), nullable=False),
        PrimaryKeyConstraint("key", "forecast"), sqlite_with_rowid=False,
    )  # fmt: skip
    op.create_index("forecast_names_by_forecast", "forecast_names", ["forecast"])


def _acts() -> None:
    op.create_table(
        "told_acts", _number("event"), Column("day", Date, nullable=False),
        Column("packed", Text, nullable=False), PrimaryKeyConstraint("event"),
    )  # fmt: skip
    op.create_table(
        "told_act_sides", _number("key"), Column("day", Date, nullable=False), _number("event"),
        PrimaryKeyConstraint("key", "day", "event"), sqlite_with_rowid=False,
    )  # fmt: skip
